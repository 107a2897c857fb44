"""The box that gives tags to dispatches, or puts them into collections: typed or ticked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.library import marking
from desktop_app.library.library import Library
from desktop_app.model.shelf import Shelf
from ui.language import counted, say
from ui.own.label_list import LabelList, square

if TYPE_CHECKING:
    from ui.main_window import MainWindow

COLOURS = ("#A3241A", "#B5651D", "#8C7300", "#276E45", "#1F7A8C", "#1F5FA8", "#5B3E8C", "#9B2D6F")


class TagBox(QDialog):
    """Shows every tag, ticked where the dispatches have it; Enter does it all as one step."""

    def __init__(
        self, window: MainWindow, library: Library, shelf: Shelf, articles: Sequence[int]
    ) -> None:
        super().__init__(window)
        self._window, self._shelf = window, shelf
        self._articles = list(articles)
        tagging = shelf is Shelf.TAG
        self.setWindowTitle(say("Tags") if tagging else say("Collections"))
        self.resize(380, 420)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(
            say("Name of a tag, new or known") if tagging else say("Name of a collection")
        )
        self.edit.setAccessibleName(self.windowTitle())
        self.list = LabelList(self, shelf)
        having = marking.having(library, shelf, self._articles)
        self.list.fill(marking.labels(library, shelf), having, len(self._articles))
        completer = QCompleter(self.list.names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.edit.setCompleter(completer)
        self.edit.returnPressed.connect(self._enter)
        self.edit.installEventFilter(self)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setAutoDefault(False)
        column = QVBoxLayout(self)
        what = QLabel(counted(len(self._articles), "{n} dispatch", "{n} dispatches"))
        what.setProperty("look", "soft")
        for widget in (what, self.edit):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        if tagging:
            column.addWidget(self._colours())
        column.addWidget(buttons)
        self.edit.setFocus()

    def accept(self) -> None:
        """Rename and delete, a step for each; then do what is ticked as one step."""
        if self.edit.text().strip():
            self.list.tick(" ".join(self.edit.text().split()))
        steps, shelf, articles = self._window.steps, self._shelf, self._articles
        for name in self.list.deleted:
            steps.do(partial(marking.delete_label, shelf=shelf, name=name))
        for old, new in self.list.renamed.items():
            steps.do(partial(marking.rename_label, shelf=shelf, old=old, new=new))
        add, remove = self.list.ticks
        if add or remove:
            steps.do(
                lambda library: marking.label(library, shelf, articles, add=add, remove=remove)
            )
        before = {self.list.renamed.get(one.name, one.name): one.colour for one in steps.tags}
        for name, colour in self.list.colours.items():
            if shelf is Shelf.TAG and colour != before.get(name, ""):
                steps.do(partial(marking.colour_tag, name=name, colour=colour), quiet=True)
        super().accept()

    def _colours(self) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(QLabel(say("Colour of the chosen tag")))
        inside.addStretch(1)
        for number, colour in enumerate(("", *COLOURS)):
            button = QPushButton()
            button.setIcon(square(colour))
            button.setFixedWidth(26)
            button.setAutoDefault(False)
            button.setAccessibleName(say("Colour {n}", n=number) if colour else say("No colour"))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _=False, chosen=colour: self.list.colour(chosen))
            inside.addWidget(button)
        return row

    def _enter(self) -> None:
        """Enter ticks what is typed; with nothing typed it is done."""
        typed = " ".join(self.edit.text().split())
        if not typed:
            self.accept()
            return
        self.list.tick(typed)
        self.edit.clear()

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        )
        if down and not self.edit.text():
            self.list.setFocus()
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
            return True
        return super().eventFilter(watched, event)

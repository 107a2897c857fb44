"""The box that gives tags to dispatches, or puts them into collections: typed or ticked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.library import marking
from desktop_app.library.library import Library
from desktop_app.model.shelf import Shelf
from ui.language import counted, say

if TYPE_CHECKING:
    from ui.main_window import MainWindow

COLOURS = ("#A3241A", "#B5651D", "#8C7300", "#276E45", "#1F7A8C", "#1F5FA8", "#5B3E8C", "#9B2D6F")


class TagBox(QDialog):
    """Shows every tag, ticked where the dispatches have it; Enter does it all as one step."""

    def __init__(
        self, window: MainWindow, library: Library, shelf: Shelf, articles: Sequence[int]
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._shelf = window, library, shelf
        self._articles = list(articles)
        tagging = shelf is Shelf.TAG
        self.setWindowTitle(say("Tags") if tagging else say("Collections"))
        self.resize(380, 420)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(
            say("Name of a tag, new or known") if tagging else say("Name of a collection")
        )
        self.edit.setAccessibleName(self.windowTitle())
        self.list = QListWidget()
        self.list.setAccessibleName(say("Known tags") if tagging else say("Known collections"))
        self.list.setIconSize(QSize(12, 12))
        self._had: dict[str, Qt.CheckState] = {}
        self._fill()
        completer = QCompleter(list(self._had), self)
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

    def tick(self, name: str, *, on: bool = True) -> None:
        """Tick ``name``, which may be new."""
        item = next(
            (one for one in self._items() if one.text().casefold() == name.casefold()), None
        )
        if item is None:
            item = self._item(name, Qt.CheckState.Unchecked, "")
            self.list.insertItem(0, item)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.setCurrentItem(item)

    def colour(self, colour: str) -> None:
        """Give the chosen tag a colour; it is painted so at once."""
        item = self.list.currentItem()
        if item is not None:
            item.setData(Qt.ItemDataRole.UserRole, colour)
            item.setIcon(square(colour))

    def accept(self) -> None:
        """Do what is ticked as one step, and a step for each colour that was changed."""
        if self.edit.text().strip():
            self.tick(" ".join(self.edit.text().split()))
        states = {item.text(): item.checkState() for item in self._items()}
        was = {name: self._had.get(name, Qt.CheckState.Unchecked) for name in states}
        add = [n for n, s in states.items() if s is Qt.CheckState.Checked and s is not was[n]]
        remove = [n for n, s in states.items() if s is Qt.CheckState.Unchecked and s is not was[n]]
        steps, shelf, articles = self._window.steps, self._shelf, self._articles
        if add or remove:
            steps.do(
                lambda library: marking.label(library, shelf, articles, add=add, remove=remove)
            )
        for item in self._items():
            name, colour = item.text(), item.data(Qt.ItemDataRole.UserRole)
            if shelf is Shelf.TAG and colour != steps.colour_of(name):
                steps.do(partial(marking.colour_tag, name=name, colour=colour), quiet=True)
        super().accept()

    def _fill(self) -> None:
        """List what there is; ticked half where only some of the dispatches have it."""
        having = marking.having(self._library, self._shelf, self._articles)
        for one in marking.labels(self._library, self._shelf):
            count = having.get(one.name, 0)
            state = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
            if count == len(self._articles):
                state = Qt.CheckState.Checked
            self._had[one.name] = state
            self.list.addItem(self._item(one.name, state, one.colour))

    def _item(self, name: str, state: Qt.CheckState, colour: str) -> QListWidgetItem:
        item = QListWidgetItem(name)
        item.setCheckState(state)
        item.setData(Qt.ItemDataRole.UserRole, colour)
        if self._shelf is Shelf.TAG:
            item.setIcon(square(colour))
        return item

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

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
            button.clicked.connect(lambda _=False, chosen=colour: self.colour(chosen))
            inside.addWidget(button)
        return row

    def _enter(self) -> None:
        """Enter ticks what is typed; with nothing typed it is done."""
        typed = " ".join(self.edit.text().split())
        if not typed:
            self.accept()
            return
        self.tick(typed)
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


def square(colour: str) -> QIcon:
    """Draw a tag's colour; an outline where it has none."""
    picture = QPixmap(24, 24)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("#8A8E95"))
    if colour:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
    painter.drawRoundedRect(3, 3, 18, 18, 5, 5)
    painter.end()
    return QIcon(picture)

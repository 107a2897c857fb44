"""Corrections that found no place in the texts as they now are: to be looked at, never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from desktop_app.library.correcting import Astray, astray, give_up
from desktop_app.library.library import Library
from ui.language import say, tell

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_ONE = Qt.ItemDataRole.UserRole


class AstrayBox(QDialog):
    """Lists them; each opens its dispatch, or is given up (which can be undone)."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(say("Corrections to look at"))
        self.resize(560, 360)
        words = QLabel(
            say("The text or the reading has changed, and these found no place in it any more.")
        )
        words.setWordWrap(True)
        words.setProperty("look", "soft")
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self._fill(library)
        self.open_button = QPushButton(say("Open the dispatch"))
        self.give_up_button = QPushButton(say("Give up"))
        self.open_button.clicked.connect(self._open_article)
        self.give_up_button.clicked.connect(self._give_up)
        self.list.itemActivated.connect(lambda _: self._open_article())
        self.list.currentItemChanged.connect(lambda *_: self._let())
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        for button in (self.open_button, self.give_up_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(words)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.list.setCurrentRow(0)
        self._let()

    def _fill(self, library: Library) -> None:
        found = astray(library)
        known = [one.article for one in found if one.article is not None]
        titles = {row.id: row.title or row.first_words for row in library.rows(known)}
        for one in found:
            title = titles.get(one.article or -1, say("a dispatch that is not in this library"))
            item = QListWidgetItem(f"{tell(one.says)} — {title}")
            item.setData(_ONE, one)
            self.list.addItem(item)

    def _chosen(self) -> Astray | None:
        item = self.list.currentItem()
        one: Astray | None = None if item is None else item.data(_ONE)
        return one

    def _let(self) -> None:
        one = self._chosen()
        self.open_button.setEnabled(one is not None and one.article is not None)
        self.give_up_button.setEnabled(one is not None)

    def _open_article(self) -> None:
        one = self._chosen()
        if one is not None and one.article is not None:
            self._window.state.choose(one.article)
            self.accept()

    def _give_up(self) -> None:
        one = self._chosen()
        if one is not None:
            self._window.steps.do(lambda library: give_up(library, one))
            self.list.takeItem(self.list.currentRow())
            self._let()

"""The list with what stands in its place when there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.query.query import Lies
from desktop_app.query.result import Result
from ui.article_list.article_list import ArticleList
from ui.article_list.meant import Meant
from ui.language import say
from ui.state import BrowserState
from ui.theme import Appearance


class ListPane(QStackedWidget):
    """Shows the list; where it would be empty, one sentence and one button instead."""

    import_wanted = Signal()

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self._state = state
        self.list = ArticleList(state, appearance)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setProperty("look", "soft")
        self.button = QPushButton()
        self.button.clicked.connect(self._press)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(self.sentence)
        self.meant = Meant(state)
        column.addWidget(self.meant)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.addWidget(self.list)
        self.addWidget(empty)
        self._empty_library = False
        state.result_changed.connect(self._show)
        state.result_changed.connect(self.meant.look_for)
        for turned in (state.jobs.work_started, state.jobs.work_ended):
            turned.connect(lambda _: self._show(state.result))

    def _show(self, result: Result) -> None:
        waiting = result.generation == 0 and not len(result) and not result.in_library
        self._empty_library = result.in_library == 0
        if result.query.lies is Lies.BIN and self._empty_library:
            self._empty_library = False
            self.sentence.setText(say("The bin is empty."))
            self.button.setText(say("Back to the library"))
        elif self._empty_library and self._state.jobs.working:
            self.sentence.setText(say("The first dispatches stand here as soon as they are read."))
        elif self._empty_library:
            self.sentence.setText(
                say("This library is empty. Drop files or folders anywhere on this window.")
            )
            self.button.setText(say("Import a folder…"))
        else:
            self.sentence.setText(say("No dispatch matches this search."))
            self.button.setText(say("Clear the search"))
        self.button.setVisible(not (self._empty_library and self._state.jobs.working))
        asked = waiting and self._state.query.where != type(self._state.query)().where
        self.setCurrentIndex(0 if len(result) or asked else 1)

    def _press(self) -> None:
        if self._empty_library:
            self.import_wanted.emit()
        else:
            self._state.clear()

"""What was probably meant by a search that finds nothing: a button for each."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.query.query import Query
from desktop_app.query.result import Result
from ui.filter_bar.asking import query_in_words
from ui.language import say
from ui.state import BrowserState

AFTER_TYPING = 300  # milliseconds: a name that is still being typed is not yet a mistake
AT_MOST = 3


class Meant(QWidget):
    """Offers the queries that find something; nothing is to be seen where there is none."""

    def __init__(self, state: BrowserState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._pause = QTimer(self, singleShot=True, interval=AFTER_TYPING)
        self._pause.timeout.connect(self._ask)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.buttons: list[QPushButton] = []
        asks = QLabel(say("Did you mean"))
        asks.setProperty("look", "soft")
        self._column.addWidget(asks, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def look_for(self, result: Result) -> None:
        """Ask what was meant where ``result`` is empty; take away what was offered before."""
        self.hide()
        self._pause.stop()
        self._state.jobs.forget("meant")
        if not len(result) and result.in_library and result.query != Query():
            self._pause.start()

    def _ask(self) -> None:
        library, query = self._state.library, self._state.result.query
        if library is not None:
            self._state.jobs.ask("meant", lambda job: library.did_you_mean(query, job), self._offer)

    def _offer(self, queries: tuple[Query, ...]) -> None:
        for button in self.buttons:
            button.deleteLater()
        self.buttons = []
        for query in queries[:AT_MOST]:
            button = QPushButton(query_in_words(query))
            button.setProperty("look", "link")
            button.clicked.connect(lambda _=False, wanted=query: self._state.ask(wanted))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.buttons.append(button)
        self.setVisible(bool(queries))

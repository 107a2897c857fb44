"""The first window, from nothing to whole: its frame, the newest rows, everything else.

Each is on screen before the next begins, and the window answers between the turns of the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, SignalInstance

from ui.ground import Ground
from ui.main_window import MainWindow
from ui.window_memory import Memory, recall

if TYPE_CHECKING:
    from desktop_app.model.article_row import ArticleRow

# What building imports, a tenth of a second a turn.
LOADED = (
    "numpy",
    "desktop_app.query.query",
    "desktop_app.library.rows",
    "desktop_app.library.library",
    "ui.filter_bar.filter_bar",
    "ui.facets.facets",
    "ui.article.article_pane",
    "ui.people.people",
    "ui.building",
)
LATEST = 1000  # milliseconds: a window that is not painted by then lies behind others


class Start(QObject):
    """Makes ``window`` whole; says when it is shown, when its first rows are, when it is whole."""

    shown = Signal()
    listed = Signal()
    whole = Signal()

    def __init__(
        self, window: MainWindow, library: Path | None, dress: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(window)
        self._dress = dress
        self._window = window
        self._library = library
        self._memory = Memory() if library is None else recall(window.paths.state, library)

    def begin(self) -> None:
        """Show the window where it stood; the rest follows its paint."""
        if self._memory.geometry:
            self._window.placed = self._window.restoreGeometry(
                QByteArray.fromBase64(self._memory.geometry.encode())
            )
        self._once_painted(self._window.ground, self._show_first_rows, self.shown)
        self._window.show()

    def _show_first_rows(self) -> None:
        """Show the newest rows, where the window will come back to just these."""
        self._dress()  # the frame has no words; they are the first to need our fonts
        as_left = self._memory
        rows: tuple[ArticleRow, ...] = ()
        if self._library is not None and not as_left.query and not as_left.top_row:
            from desktop_app.library.first_rows import first_rows
            from ui.first_page import ROWS

            rows = first_rows(self._library, ROWS)
        if not rows:
            self._fill()
            return
        from ui.action_rows import MENUS
        from ui.first_page import FirstPage

        for name in MENUS:
            self._window.menu(name)
        page = FirstPage(rows, as_left, self._window.appearance, self._window)
        self._once_painted(page, self._fill, self.listed)
        self._window.setCentralWidget(page)

    def _fill(self) -> None:
        self._turns = self._all_turns()
        self._next_turn()

    def _next_turn(self) -> None:
        turn = next(self._turns, None)
        if turn is None or not self._window.isVisible():
            return
        turn()
        QTimer.singleShot(0, self._next_turn)

    def _all_turns(self) -> Iterator[Callable[[], object]]:
        for name in LOADED:
            yield lambda name=name: import_module(name)  # type: ignore[misc]
        from ui.building import STEPS

        for step in STEPS:
            yield lambda step=step: step(self._window)  # type: ignore[misc]
        yield self.whole.emit
        yield self._window.show_views

    def _once_painted(self, ground: Ground, then: Callable[[], None], said: SignalInstance) -> None:
        waiting = QTimer(self, singleShot=True, interval=LATEST)
        waiting.timeout.connect(said)
        waiting.timeout.connect(then)
        ground.painted.connect(lambda: waiting.start(0))
        waiting.start()

"""What the window shows, once: the library, the query, its result, and what is chosen."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.library.library import Library
from desktop_app.query.arrays import Ids
from desktop_app.query.query import Condition, Node, Not, Order, Query
from desktop_app.query.result import DayCounts, Result
from ui.jobs import Jobs

HISTORY = 200
REFRESHED_EVERY = 1.0  # seconds, while an import keeps adding
OTHERS_ASKED_EVERY = 3000  # milliseconds: has another process written?


def empty_result(query: Query | None = None) -> Result:
    """Return the answer where there is no library."""
    nothing = DayCounts()
    ids = np.zeros(0, dtype=np.int64)
    return Result(query or Query(), ids, nothing, 0, nothing, 0, 0, 0)


class BrowserState(QObject):
    """The one shared state: views tell it what the user did and paint what it answers."""

    library_changed = Signal()
    content_changed = Signal()
    query_changed = Signal(object)
    result_changed = Signal(object)
    article_chosen = Signal(object)
    selection_changed = Signal()
    _written = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.library: Library | None = None
        self.query = Query()
        self.result = empty_result()
        self.article: int | None = None
        self.selection: Ids = self.result.ids
        self._earlier: list[Query] = []
        self._later: list[Query] = []
        self._remembered: tuple[str, ...] = ()
        self._step = ""
        self._deaf: Callable[[], None] = lambda: None
        self.let_go: Callable[[Library], None] = Library.close
        self._refreshed_at = 0.0
        self._refresh_soon = QTimer(self, singleShot=True)
        self._refresh_soon.timeout.connect(self.refresh)
        self._others = QTimer(self, interval=OTHERS_ASKED_EVERY)
        self._others.timeout.connect(self._look_for_others)
        self._written.connect(self._note_change)

    # The library

    def open(self, library: Library | None, query: Query | None = None) -> None:
        """Show ``library`` (None: no library); the earlier one is closed."""
        self.jobs.forget("result")
        if self.library is not None and self.library is not library:
            self._leave(self.library)
        self.library = library
        self._earlier.clear()
        self._later.clear()
        self._remembered = ()
        self.query = query or Query()
        self.result = empty_result(self.query)
        self.selection = self.result.ids
        self.choose(None)
        if library is not None:
            self._deaf = library.on_change(self._written.emit)
            self._others.start()
        else:
            self._others.stop()
        self.library_changed.emit()
        self.query_changed.emit(self.query)
        self.result_changed.emit(self.result)
        self._find()

    def close(self) -> None:
        """Stop asking, and close the library: the window goes away."""
        self._others.stop()
        self._refresh_soon.stop()
        library, self.library = self.library, None
        if library is not None:
            self._leave(library)

    def _leave(self, library: Library) -> None:
        self._deaf()
        self.let_go(library)

    def refresh(self) -> None:
        """Ask the same query again, for what has changed in the library."""
        self._refreshed_at = time.monotonic()
        self.content_changed.emit()
        self._find()

    @property
    def refreshing(self) -> bool:
        """Whether a change of the library is still to be shown."""
        return self._refresh_soon.isActive()

    # The query

    def ask(self, query: Query, step: str = "") -> None:
        """Show what ``query`` finds; the earlier query is one step back.

        Asks of the same named ``step`` that follow each other (letters of a word being typed)
        are one step.
        """
        if query == self.query:
            return
        if not step or step != self._step:
            self._earlier = [*self._earlier[-HISTORY:], self.query]
        self._step = step
        self._later.clear()
        self._show(query)

    @property
    def history(self) -> tuple[str, ...]:
        """What was asked in this library, as text, the newest first and each once."""
        asked = [self.query.text(), *(query.text() for query in reversed(self._earlier))]
        return tuple(dict.fromkeys(text for text in (*asked, *self._remembered) if text))[:HISTORY]

    def remember(self, history: Sequence[str]) -> None:
        """Count ``history`` as asked before this window was opened."""
        self._remembered = tuple(history)

    def start_with(self, query: Query) -> None:
        """Show ``query`` as the first of this library: there is no way back from it."""
        if query != self.query:
            self._show(query)

    def narrow(self, condition: Condition) -> None:
        """Put ``condition`` in place of any of its field."""
        self.ask(self.query.narrowed(condition))

    def add(self, node: Node) -> None:
        self.ask(self.query.added(node))

    def exclude(self, condition: Condition) -> None:
        """Leave out what ``condition`` finds."""
        self.ask(self.query.without(condition).added(Not(condition)))

    def remove(self, node: Node) -> None:
        self.ask(self.query.without(node))

    def widen_dates(self) -> None:
        """Take away the query's own dates."""
        self.ask(self.query.without_dates())

    def clear(self) -> None:
        """Ask for everything, in the order that stands."""
        self.ask(Query(order=self.query.order, axis=self.query.axis))

    def sort(self, order: Order) -> None:
        self.ask(replace(self.query, order=order))

    @property
    def can_go_back(self) -> bool:
        return bool(self._earlier)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._later)

    def back(self) -> None:
        if self._earlier:
            self._later.append(self.query)
            self._step = ""
            self._show(self._earlier.pop())

    def forward(self) -> None:
        if self._later:
            self._earlier.append(self.query)
            self._show(self._later.pop())

    # What is chosen

    def choose(self, article: int | None) -> None:
        """Open ``article`` for reading."""
        if article != self.article:
            self.article = article
            self.article_chosen.emit(article)

    def select(self, ids: Ids) -> None:
        """Note which rows are selected."""
        self.selection = ids
        self.selection_changed.emit()

    # How answers come

    def _show(self, query: Query) -> None:
        self.query = query
        self.query_changed.emit(query)
        self._find()

    def _find(self) -> None:
        library, query = self.library, self.query
        if library is not None:
            self.jobs.ask("result", lambda job: library.find(query, job), self._take)

    def _take(self, result: Result) -> None:
        self.result = result
        self.result_changed.emit(result)

    def _note_change(self) -> None:
        if not self._refresh_soon.isActive():
            waited = time.monotonic() - self._refreshed_at
            self._refresh_soon.start(max(0, int(1000 * (REFRESHED_EVERY - waited))))

    def _look_for_others(self) -> None:
        if self.library is not None and self.library.generation() != self.result.generation:
            self._note_change()

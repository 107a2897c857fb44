"""The one queue through which a library is changed, in a thread of its own.

The user's changes go before the next batch of an import, and nothing is dropped.
"""

from __future__ import annotations

import itertools
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from typing import Any, TypeVar

from desktop_app.library.connections import saying_what_sqlite_means

Answer = TypeVar("Answer")


class Turn(IntEnum):
    """Who goes first."""

    USER = 0
    IMPORT = 1
    LAST = 2


class Writer:
    """Runs changes one after the other, each in one transaction of ``connection``."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        library: str,
        changed: Callable[[], None],
    ) -> None:
        self._connection = connection
        self._library = library
        self._changed = changed
        self._waiting: queue.PriorityQueue[tuple[int, int, _Piece | None]] = queue.PriorityQueue()
        self._number = itertools.count()
        self._thread = threading.Thread(target=self._run, name="library-writer", daemon=True)
        self._thread.start()

    def submit(
        self, change: Callable[[sqlite3.Connection], Answer], turn: Turn = Turn.USER
    ) -> Future[Answer]:
        """Run ``change`` when its turn comes; its transaction is rolled back if it raises."""
        future: Future[Answer] = Future()
        self._waiting.put((turn, next(self._number), (change, future)))
        return future

    def close(self) -> None:
        """Finish what is waiting, then stop."""
        self._waiting.put((Turn.LAST, next(self._number), None))
        self._thread.join()
        self._connection.close()

    def _run(self) -> None:
        while True:
            _, _, piece = self._waiting.get()
            if piece is None:
                return
            change, future = piece
            if not future.set_running_or_notify_cancel():
                continue
            try:
                answer = self._in_transaction(change)
            except BaseException as error:  # noqa: BLE001 - whoever waits for the answer gets it
                future.set_exception(error)
            else:
                future.set_result(answer)
                self._changed()

    def _in_transaction(self, change: Callable[[sqlite3.Connection], Any]) -> Any:
        with saying_what_sqlite_means(self._library):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                answer = change(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        return answer


_Piece = tuple[Callable[[sqlite3.Connection], Any], "Future[Any]"]

"""One reading child, watched: begun anew where it stands still, asks for too much or dies.

It goes on after the record that it stood at; whoever waits for what it sends never notices.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import threading
import time
from collections import Counter, deque
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any

from desktop_app.importing import child
from desktop_app.importing.child import REST_LEFT
from desktop_app.importing.limits import Limits
from desktop_app.importing.terms import Terms
from desktop_app.importing.wire import (
    FileEnds,
    Order,
    Told,
)
from desktop_app.jobs import Job

_QUEUED = 16
_BEATS = 0.05
_FALLS = 12


class Child:
    """One reading process, with the orders that it has not finished."""

    def __init__(self, which: int, terms: Terms) -> None:
        self._which = which
        self._terms = terms
        self._context = multiprocessing.get_context("spawn")
        self._place: Any = self._context.RawArray("q", 4)
        self._orders: deque[Order] = deque()
        self._next: Told | None = None
        self._falls: Counter[tuple[int, int, int]] = Counter()
        self._seen: tuple[int, ...] = ()
        self._since = time.monotonic()
        self._start()

    def _start(self) -> None:
        self._place[:] = [-1, -1, -1, 0]
        ours, theirs = self._context.Pipe()
        self._pipe = ours
        self._arrived: queue.Queue[Told | None] = queue.Queue(_QUEUED)
        self._process = self._context.Process(
            target=child.run, args=(theirs, self._place, self._terms), daemon=True
        )
        self._process.start()
        theirs.close()
        threading.Thread(
            target=_receive, args=(ours, self._arrived), name="import-pipe", daemon=True
        ).start()

    @property
    def orders(self) -> int:
        return len(self._orders)

    def order(self, order: Order) -> None:
        """Ask for a file; files are read in the order in which they are asked for."""
        self._orders.append(order)
        self._ask(order)

    def _ask(self, order: Order) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError, OSError):
            self._pipe.send(order)  # a dead child is noticed where its answers end

    def peek(self, job: Job) -> Told:
        """Return the next message without taking it; waits, watches, begins anew."""
        self._since = time.monotonic()
        while self._next is None:
            job.check()
            try:
                arrived = self._arrived.get(timeout=_BEATS)
            except queue.Empty:
                if self._stands_still():
                    self._process.kill()
                continue
            self._next = arrived if arrived is not None else self._begun_anew()
        return self._next

    def take(self, job: Job) -> Told:
        """Return the next message and count it as received."""
        told = self.peek(job)
        self._next = None
        first = self._orders.popleft()
        if not isinstance(told, FileEnds):
            self._orders.appendleft(replace(first, received=first.received + 1))
        return told

    def _stands_still(self) -> bool:
        here = tuple(self._place)
        if here != self._seen:
            self._seen, self._since = here, time.monotonic()
            return False
        limits = self._terms.limits
        record = here[2]
        allowed = limits.record_seconds if record >= 0 else self._opening_seconds(limits)
        return bool(self._orders) and time.monotonic() - self._since > allowed

    def _opening_seconds(self, limits: Limits) -> float:
        size = self._orders[0].source.size if self._orders else 0
        return limits.opening_seconds + size / 10_000_000

    def _begun_anew(self) -> FileEnds | None:
        """Start the child again after a fall; give a file up that it falls over again and again."""
        self._process.join()
        fallen: FileEnds | None = None
        if self._orders:
            first = self._orders[0]
            file, leaf, record = (int(number) for number in self._place[:3])
            here = (file, leaf, record) if file == first.number else (first.number, -1, -1)
            self._falls[here] += 1
            falls = sum(n for at, n in self._falls.items() if at[0] == first.number)
            if self._falls[here] > 2 or falls > _FALLS or here[1] < 0:
                fallen = FileEnds(first.number, REST_LEFT, members=False)
            else:
                self._orders[0] = _with_care(first, here[1:], again=self._falls[here] > 1)
        self._start()
        for order in list(self._orders)[1 if fallen else 0 :]:
            self._ask(order)
        return fallen

    def close(self) -> None:
        """End the process at once: it holds nothing that is not in the library or its file."""
        self._process.kill()
        self._process.join()
        while self._arrived.get() is not None:
            pass  # lets the receiving thread come to its end
        self._pipe.close()


def _with_care(order: Order, place: tuple[int, ...], *, again: bool) -> Order:
    leaf, record = place[0], place[1]
    if again or record < 0:
        return replace(order, broken_off=order.broken_off | {(leaf, record)})
    return replace(order, poison=order.poison | {(leaf, record)})


def _receive(pipe: Connection, arrived: queue.Queue[Told | None]) -> None:
    """Pass on what a child sends, up to its end."""
    try:
        while True:
            arrived.put(pipe.recv())
    except (EOFError, OSError):
        arrived.put(None)

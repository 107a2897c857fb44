"""Two reading children, watched: what they send comes back in the order of the files.

A child that stands still too long, asks for too much memory or dies is begun anew, and goes
on after the record that it stood at. The other one never notices.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any

from desktop_app.importing import child
from desktop_app.importing.child import REST_LEFT, Terms
from desktop_app.importing.limits import Limits
from desktop_app.importing.walk import File
from desktop_app.importing.wire import (
    Block,
    FileEnds,
    LeafBegins,
    LeafEnds,
    LeafSkipped,
    MoreChunks,
    Order,
    Stored,
    Told,
)
from desktop_app.jobs import Job
from desktop_app.messages import Message

SHARED_FROM = 1 << 20
_AHEAD = 48
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


class Children:
    """Both children, and the files that they read between them."""

    def __init__(self, terms: Sequence[Terms], job: Job) -> None:
        self._job = job
        self._children = [Child(which, each) for which, each in enumerate(terms)]

    def __enter__(self) -> Children:
        return self

    def __exit__(self, *_: object) -> None:
        for one in self._children:
            one.close()

    def read(self, sources: Sequence[File | Stored]) -> Iterator[tuple[int, Told]]:
        """Yield what is in ``sources``, in their order, each message with its file's number."""
        given: dict[int, int | None] = {}
        next_given = 0
        for number in range(len(sources)):
            while next_given < min(len(sources), number + _AHEAD):
                given[next_given] = self._give(next_given, sources[next_given])
                next_given += 1
            reader = given.pop(number)
            told = self._of_both() if reader is None else self._of_one(reader)
            for one in told:
                yield number, one

    def _give(self, number: int, source: File | Stored) -> int | None:
        """Hand a file out: large ones to both children, others to the less busy one."""
        if source.size >= SHARED_FROM and len(self._children) > 1:
            for one in self._children:
                one.order(Order(number, source, shared=True))
            return None
        idlest = min(range(len(self._children)), key=lambda which: self._children[which].orders)
        self._children[idlest].order(Order(number, source, shared=False))
        return idlest

    def _take(self, which: int) -> Told:
        return self._children[which].take(self._job)

    def _peek(self, which: int) -> Told:
        return self._children[which].peek(self._job)

    def _of_one(self, which: int) -> Iterator[Told]:
        while True:
            told = self._take(which)
            yield told
            if isinstance(told, FileEnds):
                return

    def _of_both(self) -> Iterator[Told]:
        """Join what both say of one file: leaves by turns, and the blocks of large ones."""
        leaf = 0
        while True:
            owner = leaf % 2
            told = self._peek(owner)
            if isinstance(told, FileEnds):
                break
            if told.leaf != leaf:  # its owner lost it; go on with what there is
                leaf += 1
                continue
            self._take(owner)
            yield told
            if isinstance(told, LeafBegins):
                yield from self._striped(owner, leaf) if told.striped else self._rest(owner, leaf)
            leaf += 1
        yield from self._ends()

    def _rest(self, which: int, leaf: int) -> Iterator[Told]:
        while True:
            told = self._peek(which)
            if isinstance(told, FileEnds) or told.leaf != leaf:
                yield LeafEnds(leaf, REST_LEFT)
                return
            self._take(which)
            if isinstance(told, LeafSkipped):
                yield LeafEnds(leaf, told.reason)
                return
            yield told
            if isinstance(told, LeafEnds):
                return

    def _striped(self, owner: int, leaf: int) -> Iterator[Told]:
        """Take blocks from both by turns until both have ended the leaf."""
        reasons: list[Message | None] = []
        open_ = [True, True]
        which = owner
        while any(open_):
            if not open_[which]:
                which = 1 - which
            told = self._peek(which)
            if isinstance(told, FileEnds) or told.leaf != leaf:
                open_[which] = False
                reasons.append(REST_LEFT)
                continue
            self._take(which)
            if isinstance(told, (Block, MoreChunks)):
                yield told
            else:
                open_[which] = False
                reasons.append(getattr(told, "reason", None))
            if not isinstance(told, MoreChunks):
                which = 1 - which
        yield LeafEnds(leaf, next((reason for reason in reasons if reason), None))

    def _ends(self) -> Iterator[Told]:
        reason: Message | None = None
        members = False
        number = 0
        for which in range(2):
            while not isinstance(told := self._take(which), FileEnds):
                yield told
            reason, members, number = reason or told.reason, members or told.members, told.number
        yield FileEnds(number, reason, members)

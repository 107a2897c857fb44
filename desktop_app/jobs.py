"""How long work reports its progress and is stopped: the work itself knows no threads."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user stopped the work; what was done before stands."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is; ``total`` is None while it is not known."""

    what: str
    done: int
    total: int | None
    seconds: float

    @property
    def rate(self) -> float:
        """Items a second since this part of the work began."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Seconds until done at this rate, or None where that cannot be said."""
        if self.total is None or not self.done:
            return None
        return (self.total - self.done) / self.rate if self.rate else None


class Job:
    """One piece of long work: it tells how far it is and can be stopped from any thread."""

    def __init__(self, told: Callable[[Progress], None] | None = None) -> None:
        self._told = told
        self._cancelled = False
        self._what, self._started = "", time.monotonic()
        self._on_cancel: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def cancel(self) -> None:
        """Ask the work to stop; returns at once."""
        self._cancelled = True
        for stop in tuple(self._on_cancel):
            stop()

    def on_cancel(self, stop: Callable[[], None]) -> Callable[[], None]:
        """Call ``stop`` when cancelled (say, to interrupt SQL); returns how to forget it."""
        self._on_cancel.append(stop)
        if self._cancelled:
            stop()
        return lambda: self._on_cancel.remove(stop)

    def check(self) -> None:
        """Raise `Cancelled` if the user asked to stop."""
        if self._cancelled:
            raise Cancelled

    def report(self, what: str, done: int, total: int | None = None) -> None:
        """Tell how far the work is; raises `Cancelled` when it should stop."""
        self.check()
        if what != self._what:  # each part of the work has a pace of its own
            self._what, self._started = what, time.monotonic()
        if self._told is not None:
            self._told(Progress(what, done, total, time.monotonic() - self._started))

    def each(self, items: Iterable[Item], what: str) -> Iterator[Item]:
        """Yield ``items`` one by one, reporting each and stopping when asked."""
        total = len(items) if isinstance(items, Sized) else None
        for done, item in enumerate(items):
            self.report(what, done, total)
            yield item
        if total is not None:
            self.report(what, total, total)

"""Background work with two verbs: `ask` reads, and the newest question of a view wins;
`do` changes or writes, strictly in turn, none dropped. There is no third way into a thread.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.jobs import Cancelled, Job, Progress

Answer = TypeVar("Answer")

READERS = 3
TOLD_EVERY = 0.1  # seconds: the eye does not follow more, and the window has better to do


@dataclass(frozen=True, slots=True)
class _Ended:
    """What came of a piece of work, on its way into the window's thread."""

    key: object
    number: int
    future: Future[Any]
    answered: Callable[[Any], None]
    work: Work | None


class Work(QObject):
    """One long piece of work as the status line shows it."""

    progressed = Signal(object)
    ended = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.progress: Progress | None = None
        self.job = Job(self._told)
        self._told_at = 0.0
        self.progressed.connect(self._keep)

    def _told(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._told_at >= TOLD_EVERY or progress.done == progress.total:
            self._told_at = now
            self.progressed.emit(progress)

    @Slot(object)
    def _keep(self, progress: Progress) -> None:
        self.progress = progress


class Jobs(QObject):
    """Runs questions and changes beside the window; answers arrive in the window's thread."""

    work_started = Signal(object)
    work_ended = Signal(object)
    failed = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(READERS, "ask")
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._asked: dict[object, tuple[int, Job]] = {}
        self._working: list[Work] = []
        self._numbers = itertools.count(1)
        self._ended.connect(self._deliver)

    @property
    def idle(self) -> bool:
        """Whether no question and no work is under way."""
        return not self._asked and not self._working

    @property
    def working(self) -> tuple[Work, ...]:
        return tuple(self._working)

    def ask(
        self, view: object, question: Callable[[Job], Answer], answered: Callable[[Answer], None]
    ) -> None:
        """Ask for ``view``; its earlier question, if still open, is cancelled and forgotten."""
        self.forget(view)
        number, job = next(self._numbers), Job()
        self._asked[view] = (number, job)
        future = self._readers.submit(_checked, question, job)
        self._deliver_when_done(view, number, future, answered, None)

    def asks(self, view: object) -> bool:
        """Whether a question of ``view`` is under way."""
        return view in self._asked

    def forget(self, view: object) -> None:
        """Cancel what ``view`` asked, if anything."""
        earlier = self._asked.pop(view, None)
        if earlier is not None:
            earlier[1].cancel()

    def do(
        self,
        name: str,
        change: Callable[[Job], Answer],
        done: Callable[[Answer], None],
        lane: str = "changes",
    ) -> Work:
        """Do ``change`` after everything that was given before in the same ``lane``."""
        work = Work(name, self)
        self._working.append(work)
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(1, lane)
        future = self._lanes[lane].submit(_checked, change, work.job)
        self._deliver_when_done(work, 0, future, done, work)
        self.work_started.emit(work)
        return work

    def close(self) -> None:
        """Cancel everything and wait for the threads."""
        for _, job in self._asked.values():
            job.cancel()
        for work in self._working:
            work.job.cancel()
        self._asked.clear()
        for pool in (self._readers, *self._lanes.values()):
            pool.shutdown(wait=True, cancel_futures=True)

    def _deliver_when_done(
        self,
        key: object,
        number: int,
        future: Future[Any],
        answered: Callable[[Any], None],
        work: Work | None,
    ) -> None:
        def tell(ended: Future[Any]) -> None:
            self._ended.emit(_Ended(key, number, ended, answered, work))

        future.add_done_callback(tell)

    @Slot(object)
    def _deliver(self, ended: _Ended) -> None:
        if ended.work is not None:
            self._working.remove(ended.work)
            self.work_ended.emit(ended.work)
            ended.work.ended.emit()
            ended.work.deleteLater()
        elif self._asked.get(ended.key, (0,))[0] != ended.number:
            return
        else:
            del self._asked[ended.key]
        if ended.future.cancelled():
            return
        error = ended.future.exception()
        if error is None:
            ended.answered(ended.future.result())
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)


def _checked(task: Callable[[Job], Answer], job: Job) -> Answer:
    job.check()
    return task(job)

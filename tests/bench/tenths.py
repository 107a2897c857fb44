"""What each tenth of an import costs its processors, and how much memory it stands in (Linux).

Processor time and not the clock, so that others on the machine do not blur it: the writer's
thread, the rest of the importing process, and its children, apart.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.importing.gathering import IMPORTING
from desktop_app.jobs import Progress
from tests.bench.figures import Figure

_WRITER = "library-writer"
_TICK = os.sysconf("SC_CLK_TCK")
_EVERY = 0.5
PARTS = ("writer", "importing process", "children")


@dataclass(frozen=True, slots=True)
class Worked:
    """Seconds of processor time so far."""

    writer: float = 0.0
    beside: float = 0.0
    children: float = 0.0

    def __sub__(self, other: Worked) -> Worked:
        return Worked(*(a - b for a, b in zip(self.parts(), other.parts(), strict=True)))

    def parts(self) -> tuple[float, float, float]:
        return self.writer, self.beside, self.children

    @property
    def whole(self) -> float:
        return sum(self.parts())

    @classmethod
    def now(cls) -> Worked:
        times = os.times()
        writer = sum(
            _ticks(Path(f"/proc/self/task/{one.native_id}/stat"))
            for one in threading.enumerate()
            if one.name == _WRITER
        )
        alive = sum(
            _ticks(Path(f"/proc/{one.pid}/stat")) for one in multiprocessing.active_children()
        )
        ended = times.children_user + times.children_system
        return cls(writer, times.user + times.system - writer, ended + alive)


def _ticks(stat: Path) -> float:
    try:
        told = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / _TICK


def resident(pid: str) -> float:
    """Return the memory of one process in MB, 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(one.split()[1]) / 1024 for one in lines if one.startswith("VmRSS")), 0.0)


@dataclass(slots=True)
class Memory:
    """The memory of this process and its children while something runs, sample by sample."""

    own: list[float] = field(default_factory=list)
    samples: list[float] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        while not self.done.wait(_EVERY):
            self.own.append(resident("self"))
            children = (resident(str(one.pid)) for one in multiprocessing.active_children())
            self.samples.append(self.own[-1] + sum(children))

    def __enter__(self) -> Memory:
        threading.Thread(target=self.watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.done.set()

    @property
    def growth(self) -> float:
        """How far the memory went above where it stood after the first tenth of the time."""
        settled = len(self.samples) // 10
        return max(self.samples[settled:]) - self.samples[settled]


@dataclass(slots=True)
class Tenths:
    """Told of an import's progress, notes what was worked at each tenth and after the last."""

    size: int
    began: Worked = field(default_factory=Worked.now)
    marks: list[tuple[int, float, Worked]] = field(default_factory=list)
    after: Worked | None = None
    linking: Worked | None = None

    def told(self, progress: Progress) -> None:
        if progress.what == IMPORTING:
            if progress.done * 10 >= self.size * (len(self.marks) + 1):
                self.marks.append((progress.done, progress.seconds, Worked.now() - self.began))
            if progress.done >= self.size:
                self.after = Worked.now() - self.began
        elif self.after is not None and self.linking is None:
            self.linking = Worked.now() - self.began

    def figures(self, name: str) -> list[Figure]:
        """Return what each tenth cost, and what came after the last dispatch."""
        end = Worked.now() - self.began
        figures, last = [], (0, 0.0, Worked())
        second: float | None = None  # the first holds the start of the children
        for number, mark in enumerate(self.marks, start=1):
            count, worked = mark[0] - last[0], mark[2] - last[2]
            each = worked.whole * 1000 / count
            second = each if number == 2 else second
            figures.append(
                Figure(
                    self.size, f"tenth {number} of {name}", each, "ms", second, "the second",
                    1.25, note=f"{_told(worked, count)}; {count / (mark[1] - last[1]):,.0f}/s",
                )
            )  # fmt: skip
            last = mark
        return figures + self._afterwards(self.size, name, end)

    def together(self, size: int, name: str) -> list[Figure]:
        """Return what all of it cost a library of ``size``, and what came after the last."""
        end = Worked.now() - self.began
        taken = self.after or end
        each = taken.whole * 1000 / self.size
        figure = Figure(size, f"taking {name}", each, "ms", note=_told(taken, self.size))
        return [figure, *self._afterwards(size, name, end)]

    def _afterwards(self, size: int, name: str, end: Worked) -> list[Figure]:
        if self.after is None:
            return []
        linking = self.linking or end
        return [
            Figure(
                size, f"{what} of {name}", worked.whole * 1000 / self.size, "ms",
                note=_told(worked, self.size),
            )
            for what, worked in (
                ("who is who", linking - self.after), ("counterparts", end - linking),
            )
        ]  # fmt: skip


def _told(worked: Worked, count: int) -> str:
    """Say in milliseconds a dispatch who worked how long."""
    return ", ".join(
        f"{part} {seconds * 1000 / count:.2f}"
        for part, seconds in zip(PARTS, worked.parts(), strict=True)
    )

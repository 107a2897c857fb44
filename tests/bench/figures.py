"""What a measurement gives: a figure, what it is held against, and whether it is within."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: ``value`` and ``against`` in ``unit``; ``limit`` is of the ratio.

    ``higher_is_better`` turns the limit from "at most" to "at least".
    """

    size: int
    what: str
    value: float
    unit: str
    against: float | None = None
    of: str = ""
    limit: float | None = None
    higher_is_better: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        return self.value / self.against if self.against else None

    @property
    def verdict(self) -> str:
        if self.limit is None or self.ratio is None:
            return ""
        good = self.ratio >= self.limit if self.higher_is_better else self.ratio <= self.limit
        return "within" if good else "OVER"

    def cells(self) -> tuple[str, ...]:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        sign = "≥" if self.higher_is_better else "≤"
        return (
            f"{self.size:,}" if self.size else "",
            self.what,
            f"{self.value:,.4g} {self.unit}",
            "" if self.against is None else f"{self.against:,.4g} {self.unit} ({self.of})",
            ratio,
            "" if self.limit is None else f"{sign} {self.limit:.3g}",
            self.verdict,
            self.note,
        )


HEADINGS = ("dispatches", "what", "figure", "against", "ratio", "limit", "", "remark")


def table(figures: list[Figure]) -> str:
    """Write the figures as a Markdown table."""
    rows = [HEADINGS, tuple("---" for _ in HEADINGS), *(one.cells() for one in figures)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


Clock = Callable[[], float]

WORKED: Clock = time.thread_time
"""Counts what this thread works, so that others on the machine do not blur it."""


def seconds(work: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """Return how long ``work`` takes once."""
    started = clock()
    work()
    return clock() - started


def spread(
    work: Callable[[], object], times: int = 9, clock: Clock = time.perf_counter
) -> tuple[float, float]:
    """Return median and 95th percentile of ``work`` in milliseconds, after one warm run."""
    work()
    taken = sorted(seconds(work, clock) * 1000 for _ in range(times))
    return statistics.median(taken), taken[min(len(taken) - 1, int(0.95 * len(taken)))]


def resident_mb() -> float:
    """Return the memory of this process in MB, as the system counts it (Linux)."""
    from pathlib import Path

    try:
        for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0

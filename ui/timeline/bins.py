"""Days gathered into bars of a day, week, month or year; nothing is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from desktop_app.query.result import EPOCH, DayCounts

REST = "…"  # the part that gathers what is not among the most frequent
MONDAY = 4  # 1970-01-05 was the first Monday
LEAST_PIXELS = 5.0  # narrower bars cannot be told apart or hit


class Unit(StrEnum):
    """How long a bar is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


DAYS_IN = {Unit.DAY: 1.0, Unit.WEEK: 7.0, Unit.MONTH: 30.4, Unit.YEAR: 365.25}


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars side by side: bar i stands for days ``starts[i]`` up to, not including, ``ends[i]``."""

    unit: Unit
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    counts: npt.NDArray[np.int64]


def unit_for(days: float, pixels: float) -> Unit:
    """Return the finest unit whose bars can be told apart when ``days`` fill ``pixels``."""
    for unit, length in DAYS_IN.items():
        if pixels * length / max(days, 1.0) >= LEAST_PIXELS:
            return unit
    return Unit.YEAR


def edges_of(unit: Unit, first: int, last: int) -> npt.NDArray[np.int64]:
    """Return where the bars from day ``first`` to day ``last`` begin, and where the last ends."""
    if unit is Unit.DAY:
        return np.arange(first, last + 2, dtype=np.int64)
    if unit is Unit.WEEK:
        start = first - (first - MONDAY) % 7
        return np.arange(start, last + 8, 7, dtype=np.int64)
    code = "datetime64[M]" if unit is Unit.MONTH else "datetime64[Y]"
    begin = np.datetime64(first, "D").astype(code)
    end = np.datetime64(last, "D").astype(code) + 2
    return np.arange(begin, end).astype("datetime64[D]").astype(np.int64)


def gathered(counts: DayCounts, unit: Unit, first: int, last: int) -> Bars:
    """Gather ``counts`` into bars that cover ``first`` to ``last``; both must cover all counts."""
    edges = edges_of(unit, first, last)
    days = counts.first + np.arange(len(counts.counts))
    places = np.searchsorted(edges, days, side="right") - 1
    heights = np.zeros(len(edges) - 1, dtype=np.int64)
    np.add.at(heights, places, counts.counts)
    return Bars(unit, edges[:-1], edges[1:], heights)


def covered_runs(counts: DayCounts) -> list[tuple[int, int]]:
    """Return the runs of days that have any, as [start, end) in days."""
    has = np.concatenate(([False], counts.counts > 0, [False]))
    turns = np.flatnonzero(has[1:] != has[:-1])
    return [
        (counts.first + int(start), counts.first + int(end))
        for start, end in zip(turns[::2], turns[1::2], strict=True)
    ]


def day_of(number: float) -> date:
    """Return the day that ``number`` of days from 1970-01-01 is; clipped to what dates hold."""
    least, most = (date.min - EPOCH).days, (date.max - EPOCH).days
    return EPOCH + timedelta(days=int(min(max(number // 1, least), most)))


def number_of(day: date) -> int:
    return (day - EPOCH).days

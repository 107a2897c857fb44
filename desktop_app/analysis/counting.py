"""Counts of what a query finds, by day, week, month, year or by what the dispatches say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from desktop_app.errors import UserError
from desktop_app.jobs import Job
from desktop_app.library.facets import FIELDS
from desktop_app.library.library import Library
from desktop_app.messages import message
from desktop_app.query.query import Query
from desktop_app.query.result import EPOCH, DayCounts

_ALL = 10**9


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_UNITS = {"day": "D", "month": "M", "year": "Y"}  # as numpy calls them
PERIODS = ("day", "week", "month", "year")

BY = (*PERIODS, *(field for field in FIELDS if field not in PERIODS))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of ``total`` dispatches fall to each value of ``by``.

    By a period, the counts and ``undated`` add up to ``total``. By people, roles and sides
    they need not: a dispatch has several.
    """

    query: Query
    by: str
    total: int
    counts: Mapping[str, int]
    undated: int = 0


def count(library: Library, query: Query, by: str, job: Job) -> Counts:
    """Count what ``query`` finds; periods in their order, all else most frequent first."""
    if by not in BY:
        raise UserError(
            message("Dispatches cannot be counted by “{by}”.", by=by),
            message("There are: {known}.", known=BY),
        )
    result = library.find(query, job)
    if by in PERIODS:
        return Counts(query, by, len(result), by_period(result.by_day, by), result.undated)
    counts: dict[str, int] = {}
    for line in library.facet(result, by, job, most=_ALL):
        # Two persons of one name are told apart by what stands for each in a query.
        name = line.label if line.label not in counts else f"{line.label} ({line.value})"
        counts[name] = line.count
    return Counts(query, by, len(result), counts)


def by_period(days: DayCounts, period: str) -> dict[str, int]:
    """Add up ``days`` by week, month or year; periods without any are left out."""
    some = np.flatnonzero(days.counts)
    numbers = days.first + some
    if period == "week":
        names = np.array([_week(EPOCH + timedelta(days=int(number))) for number in numbers])
    else:
        names = numbers.astype("datetime64[D]").astype(f"datetime64[{_UNITS[period]}]")
    known, which = np.unique(names, return_inverse=True)
    counts = np.bincount(which, days.counts[some], len(known))
    return {str(name): int(count) for name, count in zip(known, counts, strict=True)}

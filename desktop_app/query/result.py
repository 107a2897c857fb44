"""The answer: one immutable value that every view draws from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from desktop_app.query.arrays import Ids
from desktop_app.query.query import Query

EPOCH = date(1970, 1, 1)


class DayCounts(Mapping[date, int]):
    """How many dispatches each day has; days without any are left out.

    ``first`` counts days from 1970-01-01; ``counts[i]`` belongs to day ``first + i``.
    """

    __slots__ = ("counts", "first")

    def __init__(self, first: int = 0, counts: npt.NDArray[np.int64] | None = None) -> None:
        self.first = first
        self.counts = np.zeros(0, dtype=np.int64) if counts is None else counts

    def __getitem__(self, day: date) -> int:
        place = (day - EPOCH).days - self.first
        count = int(self.counts[place]) if 0 <= place < len(self.counts) else 0
        if not count:
            raise KeyError(day)
        return count

    def __iter__(self) -> Iterator[date]:
        for place in np.flatnonzero(self.counts):
            yield EPOCH + timedelta(days=self.first + int(place))

    def __len__(self) -> int:
        return int(np.count_nonzero(self.counts))

    @property
    def total(self) -> int:
        """The sum over all days: with the undated, the length of the list."""
        return int(self.counts.sum())

    def span(self) -> tuple[date, date] | None:
        """Return the first and last day that has any; None where none has."""
        days = np.flatnonzero(self.counts)
        if not len(days):
            return None
        return (
            EPOCH + timedelta(days=self.first + int(days[0])),
            EPOCH + timedelta(days=self.first + int(days[-1])),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """What `library.find` answers to a query; every part is of the same moment.

    ``ids`` are article ids in the query's order. ``by_day`` and ``undated`` add up to
    ``len(ids)``. ``around`` (with ``around_undated``) counts the same without the query's
    own dates. ``in_library`` is how many articles the library holds.
    """

    query: Query
    ids: Ids
    by_day: DayCounts
    undated: int
    around: DayCounts
    around_undated: int
    in_library: int
    generation: int

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One line of a facet: its value, how it is shown, and its dispatches.

    ``value`` is what its condition takes, so that a click finds exactly ``count``.
    """

    value: str
    label: str
    count: int

"""Puts what was found into order, and counts it by day, with what a snapshot knows of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from desktop_app.query.arrays import NO_DAY, Arrays, Ids, Ints, Mask
from desktop_app.query.conditions.days import days_on
from desktop_app.query.query import Axis, Query
from desktop_app.query.result import DayCounts

Places: TypeAlias = npt.NDArray[np.integer]
"""Where articles stand in `Arrays.newest_first`, ascending."""

_FEW = 64  # of so many articles one: sorting them is quicker than looking through all


@dataclass(frozen=True, slots=True, eq=False)
class _Newest:
    """What `Arrays.newest_first` tells: each article's place in it, and where each day begins."""

    place: Ints
    days: Ints
    begins: Places
    every: Ints
    by_day: tuple[DayCounts, int]

    @classmethod
    def of(cls, arrays: Arrays) -> _Newest:
        known = _NEWEST.get(arrays)
        if known is None:
            newest = arrays.newest_first
            every = np.arange(len(newest), dtype=np.int32)
            place = np.zeros(arrays.size, dtype=np.int32)
            place[newest] = every
            days = arrays.published[newest]
            begins = np.flatnonzero(np.diff(days, prepend=np.iinfo(np.int32).max))
            by_day = count_days(arrays.published, arrays.alive)
            known = cls(place, days[begins], begins, every, by_day)
            _NEWEST[arrays] = known
        return known


_NEWEST: WeakKeyDictionary[Arrays, _Newest] = WeakKeyDictionary()


def places_of(arrays: Arrays, mask: Mask) -> Places:
    """Return where the masked articles stand among all, the newest first."""
    if mask is arrays.alive:
        return _Newest.of(arrays).every
    if int(np.count_nonzero(mask)) * _FEW < arrays.size:
        places = _Newest.of(arrays).place[np.flatnonzero(mask)]
        places.sort()
        return places
    return np.flatnonzero(mask.take(arrays.newest_first))


def counted(arrays: Arrays, axis: Axis, mask: Mask, places: Places) -> tuple[DayCounts, int]:
    """Count the masked articles, which stand at ``places``, by their days on ``axis``."""
    if axis is not Axis.PUBLISHED:
        return count_days(days_on(arrays, axis), mask)
    newest = _Newest.of(arrays)
    if mask is arrays.alive:
        return newest.by_day
    if len(places) < len(newest.begins):
        return _count(arrays.published[arrays.newest_first.take(places)])
    # Days stand together in this order: where each begins among the places is its count.
    counts = np.diff(np.searchsorted(places, newest.begins), append=len(places))
    some = counts > 0
    days, counts = newest.days[some], counts[some]
    undated = int(counts[-1]) if len(days) and days[-1] == NO_DAY else 0
    if undated:
        days, counts = days[:-1], counts[:-1]
    if not len(days):
        return DayCounts(), undated
    first = int(days[-1])
    by_day = np.zeros(int(days[0]) - first + 1, dtype=np.int64)
    by_day[days - first] = counts
    return DayCounts(first, by_day), undated


def count_days(days: Ints, mask: Mask) -> tuple[DayCounts, int]:
    """Count the masked articles by day; the second number is of those without one."""
    return _count(days[mask])


def _count(chosen: Ints) -> tuple[DayCounts, int]:
    dated = chosen[chosen != NO_DAY]
    undated = len(chosen) - len(dated)
    if not len(dated):
        return DayCounts(), undated
    first = int(dated.min())
    return DayCounts(first, np.bincount(dated - first)), undated


def in_order(arrays: Arrays, places: Places, query: Query, title_ranks: Callable[[], Ids]) -> Ids:
    """Return the ids at ``places`` in the query's order; equal ones newest first."""
    newest = arrays.newest_first
    if len(places) < len(newest):
        newest = newest.take(places)
    order = query.order
    if order.column in ("published", "dateline", "happened", "captured"):
        if order.column == "published" and order.descending:
            return newest
        days = days_on(arrays, Axis(order.column))
        keys = days[newest].astype(np.int64)
        keys = -keys if order.descending else keys
        # The undated stand last both ways.
        keys[days[newest] == NO_DAY] = np.iinfo(np.int64).max
        return newest[np.argsort(keys, kind="stable")]
    keys = _keys(arrays, order.column, newest, title_ranks)
    return newest[np.argsort(-keys if order.descending else keys, kind="stable")]


def _keys(arrays: Arrays, column: str, ids: Ids, title_ranks: Callable[[], Ids]) -> Ids:
    counts = {
        "people": arrays.participants,
        "words": arrays.words,
        "versions": arrays.versions,
    }
    if column in counts:
        return counts[column][ids].astype(np.int64)
    codes = {
        "outlet": arrays.outlet,
        "site": arrays.site,
        "kind": arrays.kind,
        "place": arrays.place,
        "language": arrays.language,
    }
    if column in codes:
        # The words of a `Codes` stand in order, so the codes sort as the words do.
        return codes[column].code[ids].astype(np.int64)
    if arrays not in _RANKS:
        _RANKS[arrays] = title_ranks()
    return _RANKS[arrays][ids]


# Sorting half a million titles takes seconds, which every change of a question would pay again.
_RANKS: WeakKeyDictionary[Arrays, Ids] = WeakKeyDictionary()

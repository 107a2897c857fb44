"""How much the dispatches of one day share with those of the days around, all at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.model.counterpart import Dispatch
from desktop_app.reading.signs import Signs, signs_of, words_in

DAYS_AROUND = 2
"""Days between two reports of one event: papers print on the morrow."""
AHEAD = 1.6
"""How many times more must speak for a link than for the next best one."""
WEIGHT = 9.0
"""What the shared signs must weigh: two that nobody else of those days has, and a little."""
SHARE = 0.3
"""Share of the other dispatch's signs, by weight, that must be shared."""
COPIED = 0.7
"""Share of the shorter text's sketch that tells a copy in one language."""
UNSEEN = 30
"""Dispatches that the archive may lack of those days: in a small one every sign looks rare."""
SAME_WORDS = 0.5
"""Share of the longer words, in one language: the same people also meet on other occasions."""
_TELLS = 8  # parts of a sketch, words: fewer say nothing
_FINE = 1024  # weights are multiples of its inverse: their sums do not depend on the order

Group = tuple[str, str]
"""Outlet and language."""
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Told:
    """A dispatch with what is compared of it."""

    dispatch: Dispatch
    signs: Signs
    group: Group


@dataclass(frozen=True, slots=True)
class Best:
    """The dispatch of a group that plainly fits best, and how far ahead of the next one it is."""

    other: Told
    ahead: float


def told_of(dispatch: Dispatch) -> Told:
    signs = signs_of(dispatch.title, dispatch.text, dispatch.names)
    return Told(dispatch, signs, (dispatch.outlet, dispatch.language))


def best_of_day(of_day: Sequence[Told], around: Sequence[Told]) -> dict[int, dict[Group, Best]]:
    """Return who fits the dispatches of a day best, by their articles and the others' groups.

    ``around`` are those of up to `DAYS_AROUND` days from it, ``of_day`` among them.
    """
    groups: dict[Group, list[int]] = defaultdict(list)
    around = sorted(around, key=lambda one: one.dispatch.article)
    for place, one in enumerate(around):
        groups[one.group].append(place)
    if len(groups) < 2 or not of_day:
        return {}
    day = of_day[0].dispatch.day
    rows = [place for place, one in enumerate(around) if one.dispatch.day == day]
    weighed = _Weighed(around, rows)
    found: dict[int, dict[Group, Best]] = defaultdict(dict)
    for group, columns in groups.items():
        scores = weighed.score[:, columns]
        firsts = scores.argmax(axis=1)  # of equal ones the first article
        may = weighed.may_link[:, columns][np.arange(len(rows)), firsts]
        for row in np.flatnonzero(may).tolist():
            first = int(firsts[row])
            one, other = around[rows[row]], around[columns[first]]
            top, scores[row, first] = float(scores[row, first]), 0
            second = float(scores[row].max())
            if one.group != group and top >= AHEAD * second and weighed.enough(row, one, other):
                # Below a tenth a rival is none.
                found[one.dispatch.article][group] = Best(other, top / max(second, 0.1))
    return found


class _Weighed:
    """What some dispatches (``rows``) share with all of ``around``, each sign by its rarity."""

    def __init__(self, around: Sequence[Told], rows: Sequence[int]) -> None:
        self._place = {one.dispatch.article: place for place, one in enumerate(around)}
        signs = [one.signs for one in around]
        having = Counter(chain.from_iterable(one.all for one in signs))
        parts = frozenset[bytes]().union(*(one.dispatch.sketch for one in around))
        members: chain[Any] = chain(having, parts)
        number = {member: place for place, member in enumerate(members)}
        counts = np.fromiter(having.values(), dtype=np.float64, count=len(having))
        weights = np.ones(len(number))
        weights[: len(having)] = np.round(_FINE * np.log((len(around) + UNSEEN) / counts)) / _FINE
        common = _Listed.of_sets([one.common for one in signs], number)
        others = _Listed.of_sets([one.all - one.common for one in signs], number)
        sketches = _Listed.of_sets([one.dispatch.sketch for one in around], number)
        of_common, of_others, copied = _shared((common, others, sketches), weights, rows)
        proper = np.array([bool(one.proper) for one in signs])
        both = proper[rows][:, None] & proper[None, :]
        all_common, all_others = common.weight(weights), others.weight(weights)
        weight = of_common + both * of_others
        share = weight / np.maximum(all_common + both * all_others, 1 / _FINE)
        copied = _copied(around, rows, copied)
        self.score: Floats = weight * share + 100 * copied
        self._copied = copied >= COPIED
        self.may_link = self._copied | ((weight >= WEIGHT) & (share >= SHARE))

    def enough(self, row: int, one: Told, other: Told) -> bool:
        """Tell whether ``one``, of ``row``, and ``other``, which may link, are enough alike."""
        this, that = one.dispatch, other.dispatch
        if this.language != that.language or self._copied[row, self._place[that.article]]:
            return True
        return share_of(words_in(this.text), words_in(that.text)) >= SAME_WORDS


@dataclass(frozen=True, slots=True)
class _Listed:
    """Sets as pairs: of which set, and the number of its member."""

    sets: int
    of: Ints
    member: Ints

    @classmethod
    def of_sets(cls, sets: Sequence[frozenset[Any]], number: dict[Any, int]) -> _Listed:
        sizes = list(map(len, sets))
        members = map(number.__getitem__, chain.from_iterable(sets))
        which = np.fromiter(members, dtype=np.int64, count=sum(sizes))
        return cls(len(sets), np.arange(len(sets)).repeat(sizes), which)

    def weight(self, weights: Floats) -> Floats:
        """Return what the members of each set weigh together."""
        sums = np.bincount(self.of, weights=weights[self.member], minlength=self.sets)
        return sums.astype(np.float64)


def _shared(kinds: tuple[_Listed, ...], weights: Floats, rows: Sequence[int]) -> tuple[Floats, ...]:
    """Sum, for each kind of sets, the weights of what each of ``rows`` shares with each set.

    All kinds at once: days are short, and each call of numpy costs as much as a short day.
    Work is by what is shared, so that words which nobody shares cost little.
    """
    count, most = kinds[0].sets, len(weights)
    of = np.concatenate([one.of + kind * count for kind, one in enumerate(kinds)])
    member = np.concatenate([one.member + kind * most for kind, one in enumerate(kinds)])
    having = np.bincount(member, minlength=most * len(kinds))
    sets_by_member = of[member.argsort(kind="stable")]
    starts = having.cumsum() - having
    row_of = np.full(count, -1)
    row_of[rows] = np.arange(len(rows))
    row_of = np.concatenate(
        [np.where(row_of < 0, -1, row_of + kind * len(rows)) for kind in range(len(kinds))]
    )
    ours = (row_of[of] >= 0) & (having[member] > 1)
    row, member = row_of[of[ours]], member[ours]
    times = having[member]
    places = (starts[member] - times.cumsum() + times).repeat(times)
    other = sets_by_member[places + np.arange(len(places))] % count
    cells = (row * count).repeat(times) + other
    size = len(rows) * count
    sums = np.bincount(cells, weights[member % most].repeat(times), minlength=size * len(kinds))
    return tuple(sums.reshape(len(kinds), len(rows), count))


def _copied(around: Sequence[Told], rows: Sequence[int], shared: Floats) -> Floats:
    """Return which share of the smaller sketch is in both, where the language is one."""
    sizes = np.array([len(one.dispatch.sketch) for one in around])
    smaller = np.minimum(sizes[rows][:, None], sizes[None, :])
    languages = np.array([one.dispatch.language for one in around])
    tells = (smaller >= _TELLS) & (languages[rows][:, None] == languages[None, :])
    copied: Floats = np.where(tells, shared / np.maximum(smaller, 1), 0)
    return copied


def share_of(one: frozenset[Any], other: frozenset[Any]) -> float:
    """Return which share of the smaller set the other one has; 0 for very short texts."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= _TELLS else 0.0

"""Which dispatches of other outlets and languages report the same event.

A wrong link is worse than a missing one: two dispatches are linked when enough speaks for it,
and when each is plainly the best for the other among all of the days around.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log
from typing import Any

from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.model.counterpart import Dispatch, Link
from desktop_app.reading.signs import Signs, person_sign, signs_of

DAYS_AROUND = 2
"""Days between two reports of one event: papers print on the morrow."""
DAYS_AT_ONCE = 50
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


@dataclass(frozen=True, slots=True)
class Likeness:
    """What one dispatch shares with another; ``score`` ranks, ``enough`` decides."""

    score: float
    enough: bool
    signs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A dispatch with what is compared of it."""

    dispatch: Dispatch
    signs: Signs

    @property
    def group(self) -> tuple[str, str]:
        return self.dispatch.outlet, self.dispatch.language


def link_counterparts(library: Library, job: Job) -> int:
    """Link what the latest changes of ``library`` brought; return how many links they have."""
    to_do = library.counterpart_work()
    told: dict[int, list[Told]] = {}
    found: dict[int, list[Link]] = {}
    count = 0
    for day in job.each(to_do.days, "Looking for counterparts"):
        reach = range(day - 2 * DAYS_AROUND, day + 2 * DAYS_AROUND + 1)
        told = {one: told[one] for one in reach if one in told}
        for one in reach:
            if one not in told:
                told[one] = [told_of(dispatch) for dispatch in library.dispatches_of(one)]
        found[day] = list(links(told[day], [one for several in told.values() for one in several]))
        count += len(found[day])
        if len(found) >= DAYS_AT_ONCE:
            library.link_counterparts(found)
            found = {}
    library.link_counterparts(found, to_do.generation)
    return count


def told_of(dispatch: Dispatch) -> Told:
    return Told(dispatch, signs_of(dispatch.title, dispatch.text, dispatch.names))


def links(of_day: Iterable[Told], around: Iterable[Told]) -> Iterator[Link]:
    """Yield the links of ``of_day``, each once; ``around`` holds twice `DAYS_AROUND` about it."""
    around = tuple(around)
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in around:
        groups[one.group].append(one)
    rarity: dict[int, Rarity] = {}
    yielded = set()

    def best(one: Told, group: tuple[str, str]) -> tuple[Told, Likeness, float] | None:
        day = one.dispatch.day
        if day not in rarity:
            rarity[day] = Rarity(day, around)
        return _best(one, groups[group], rarity[day])

    for one in of_day:
        for group in groups:
            there = best(one, group) if group != one.group else None
            back = best(there[0], one.group) if there else None
            if there is None or back is None or back[0] is not one:
                continue
            first, second = sorted((one.dispatch.article, there[0].dispatch.article))
            if (first, second) not in yielded:
                yielded.add((first, second))
                ahead = min(there[2], back[2])
                yield Link(first, second, _certainty(ahead), _told(one, there[1].signs))


def _certainty(ahead: float) -> float:
    return 0.9 if ahead < 3 else 0.97


def _best(one: Told, others: list[Told], around: Rarity) -> tuple[Told, Likeness, float] | None:
    """Return the dispatch that plainly fits best and how far ahead it is; None where none is."""
    near = [other for other in others if abs(other.dispatch.day - one.dispatch.day) <= DAYS_AROUND]
    ranked = sorted(
        ((around.likeness(one, other), other) for other in near),
        key=lambda pair: (-pair[0].score, pair[1].dispatch.article),
    )
    if not ranked or not ranked[0][0].enough:
        return None
    second = ranked[1][0].score if len(ranked) > 1 else 0.0
    if ranked[0][0].score < AHEAD * second:
        return None
    return ranked[0][1], ranked[0][0], ranked[0][0].score / max(second, 0.1)


class Rarity:
    """How seldom each sign is among the dispatches of the days around one day."""

    def __init__(self, day: int, around: Iterable[Told]) -> None:
        near = [one for one in around if abs(one.dispatch.day - day) <= DAYS_AROUND]
        having = Counter(sign for one in near for sign in one.signs.all)
        self._weight = {sign: log((len(near) + UNSEEN) / count) for sign, count in having.items()}
        self._whole: dict[tuple[int, bool], float] = {}

    def weight(self, signs: Iterable[str]) -> float:
        return sum(self._weight.get(sign, 0.0) for sign in signs)

    def likeness(self, one: Told, other: Told) -> Likeness:
        """Weigh what ``one`` shares with ``other``; without proper words where either has none."""
        proper = bool(one.signs.proper and other.signs.proper)
        theirs = other.signs.all if proper else other.signs.common
        shared = theirs & (one.signs.all if proper else one.signs.common)
        copied, alike = 0.0, True
        if one.dispatch.language == other.dispatch.language:
            copied = _share(one.dispatch.sketch, other.dispatch.sketch)
            alike = _share(one.signs.words, other.signs.words) >= SAME_WORDS
        if not shared and not copied:
            return Likeness(0.0, False, shared)
        whole = self._whole.setdefault((other.dispatch.article, proper), 0.0)
        if not whole:
            whole = self._whole[other.dispatch.article, proper] = self.weight(theirs)
        weight = self.weight(shared)
        share = weight / whole if whole else 0.0
        enough = (alike and weight >= WEIGHT and share >= SHARE) or copied >= COPIED
        return Likeness(weight * share + 100 * copied, enough, shared)


def _share(one: frozenset[Any], other: frozenset[Any]) -> float:
    """Return which share of the smaller set the other one has; 0 for very short texts."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= 8 else 0.0


def _told(one: Told, signs: frozenset[str]) -> tuple[str, ...]:
    """Return the shared people as ``one`` writes them, towns and numbers; else other words."""
    people = [name for name in one.dispatch.names if person_sign(name) in signs]
    others = sorted(s.partition(":")[2] for s in signs if s.startswith(("number:", "place:")))
    return (*people, *others) or tuple(sorted(s.capitalize() for s in signs if ":" not in s))

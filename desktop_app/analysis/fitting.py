"""Who fits whom: the links of the dispatches of a day, as the days around it tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from desktop_app.analysis.likeness import DAYS_AROUND, Best, Group, Told, best_of_day, told_of
from desktop_app.model.counterpart import Dispatch, Link
from desktop_app.reading.signs import person_sign

DispatchesOf = Callable[[int], list[Dispatch]]
DayLinks = tuple[int, list[Link]]


def links_of(days: Iterable[int], dispatches_of: DispatchesOf) -> Iterator[DayLinks]:
    """Yield each of ``days``, which ascend, with its links."""
    around = _Days(dispatches_of)
    for day in days:
        yield day, list(around.links(day))


class _Days:
    """The dispatches of the days around, read once as the search goes on, and who fits whom."""

    def __init__(self, dispatches_of: DispatchesOf) -> None:
        self._dispatches_of = dispatches_of
        self._told: dict[int, list[Told]] = {}
        self._best: dict[int, dict[int, dict[Group, Best]]] = {}

    def links(self, day: int) -> Iterator[Link]:
        """Yield the links of the dispatches of ``day``, each once: both fit each other best."""
        self._forget(day)
        yielded = set()
        for one in self._of(day):
            for there in self._fits(one).values():
                back = self._fits(there.other).get(one.group)
                if back is None or back.other is not one:
                    continue
                first, second = sorted((one.dispatch.article, there.other.dispatch.article))
                if (first, second) not in yielded:
                    yielded.add((first, second))
                    shared = _shared(one, there.other)
                    ahead = min(there.ahead, back.ahead)
                    yield Link(first, second, _certainty(ahead), _told(one, shared))

    def _of(self, day: int) -> list[Told]:
        if day not in self._told:
            self._told[day] = [told_of(one) for one in self._dispatches_of(day)]
        return self._told[day]

    def _fits(self, one: Told) -> dict[Group, Best]:
        """Return who fits ``one`` best in each group that has anybody."""
        day = one.dispatch.day
        if day not in self._best:
            around = [other for near in _around(day) for other in self._of(near)]
            self._best[day] = best_of_day(self._of(day), around)
        return self._best[day].get(one.dispatch.article, {})

    def _forget(self, day: int) -> None:
        for kept in (self._told, self._best):
            for gone in [one for one in kept if one < day - 2 * DAYS_AROUND]:
                del kept[gone]


def _around(day: int) -> range:
    return range(day - DAYS_AROUND, day + DAYS_AROUND + 1)


def _certainty(ahead: float) -> float:
    return 0.9 if ahead < 3 else 0.97


def _shared(one: Told, other: Told) -> frozenset[str]:
    """Return the signs of both; without proper words where either has none."""
    if one.signs.proper and other.signs.proper:
        return one.signs.all & other.signs.all
    return one.signs.common & other.signs.common


def _told(one: Told, signs: frozenset[str]) -> tuple[str, ...]:
    """Return the shared people as ``one`` writes them, towns and numbers; else other words."""
    people = [name for name in one.dispatch.names if person_sign(name) in signs]
    others = sorted(s.partition(":")[2] for s in signs if s.startswith(("number:", "place:")))
    return (*people, *others) or tuple(sorted(s.capitalize() for s in signs if ":" not in s))

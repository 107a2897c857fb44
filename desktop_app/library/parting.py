"""Parts the bearers of one name: which rows are which human being. No SQL here.

The answer depends on the rows alone, not on the order in which they came. What parts is
written down for readers in ``docs/reading.md``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from desktop_app.model.person import KnownPerson
from desktop_app.reading.seats import OFFICE, Seat, seat_of

SOON = 3 * 365  # days: posts that take turns within three years have two holders
_WITNESSES = 2  # days on which a mark must be seen before it parts anybody
_MOURNING = 60  # days after a death in which reports still name the dead
_YEARS_ASIDE = 2 * 365
SAYS, SAYS_SO, NEAR, UNSURE = 0.95, 0.9, 0.6, 0.5
"""How sure a link is: told by a known office, by what the title says, by days, by nothing."""

AFTER_DEATH = "after death"
"""The mark of whoever bears a name when all who are known by it are dead."""

Mark = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bearing:
    """One row in which the name stands: its title, and its day as an ordinal (None: unknown)."""

    row: int
    article: int
    name: str
    title: str
    day: int | None


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom a row means: one of the known (by place), or the person of ``mark``, "" the first."""

    known: int | None
    mark: str
    certainty: float
    by: str


def marks_of(seat: Seat) -> frozenset[Mark]:
    """Return what a seat says, as marks that can be compared."""
    told = (("nation", seat.nation), ("post", seat.post), ("walk", seat.walk))
    return frozenset((kind, value) for kind, value in told if value)


def may_part(titles: Sequence[str]) -> bool:
    """Tell at little cost whether ``titles`` of one name could be of several people."""
    seats = {seat_of(title) for title in titles}
    kinds: dict[str, set[str]] = defaultdict(set)
    for seat in seats:
        for kind, value in marks_of(seat):
            kinds[kind].add(value)
    beside_office = kinds["walk"] - {OFFICE}
    return (
        len(kinds["nation"]) > 1
        or len(kinds["post"]) > 1
        or bool(beside_office and (len(kinds["walk"]) > 1 or kinds["post"]))
    )


def part(rows: Sequence[Bearing], known: Sequence[KnownPerson] = ()) -> list[Bearer]:
    """Say of each of ``rows`` whom it means."""
    marks = [marks_of(seat_of(row.title)) for row in rows]
    days: dict[Mark, list[int]] = defaultdict(list)
    for row, told in zip(rows, marks, strict=True):
        for mark in told:
            if row.day is not None:
                days[mark].append(row.day)
    clusters = _clusters({mark: sorted(set(seen)) for mark, seen in days.items()}, known)
    sure = [_told(row, told, clusters, known) for row, told in zip(rows, marks, strict=True)]
    return _filled(rows, sure, clusters, known)


@dataclass(frozen=True, slots=True)
class _Cluster:
    """One bearer: the marks that only this one may have."""

    known: int | None
    marks: frozenset[Mark]

    @property
    def name(self) -> str:
        return ":".join(min(self.marks)) if self.marks else ""


def _clusters(days: Mapping[Mark, list[int]], known: Sequence[KnownPerson]) -> list[_Cluster]:
    """Give every mark that conflicts with another to a bearer, the known first."""
    conflicts = {
        frozenset(pair)
        for pair in combinations(sorted(days), 2)
        if _conflict(*pair, days[pair[0]], days[pair[1]])
    }
    decisive = sorted({mark for pair in conflicts for mark in pair}, key=lambda m: (days[m][0], m))
    held = [_offices(person) for person in known]
    if len(known) < 2 and not decisive:
        return [_Cluster(0 if known else None, held[0] if held else frozenset())]
    found = [_Cluster(place, marks) for place, marks in enumerate(held)]
    for mark in decisive:
        if any(mark in one.marks for one in found):
            continue
        free = [
            place
            for place, one in enumerate(found)
            if not any(frozenset((mark, other)) in conflicts for other in one.marks)
        ]
        if free:
            place = min(free, key=lambda one: (_distance(days, found[one].marks, mark), one))
            found[place] = _Cluster(found[place].known, found[place].marks | {mark})
        else:
            found.append(_Cluster(None, frozenset((mark,))))
    return found


def _offices(person: KnownPerson) -> frozenset[Mark]:
    told = [marks_of(seat_of(office.title)) for office in person.offices]
    nation = frozenset((("nation", person.nation),)) if person.nation else frozenset()
    posts = frozenset(mark for marks in told for mark in marks if mark[0] == "post")
    return nation | posts


def _distance(days: Mapping[Mark, list[int]], marks: frozenset[Mark], mark: Mark) -> int:
    """Return how far in days the nearest of ``marks`` was seen from ``mark``."""
    there = [day for one in marks for day in days.get(one, ())]
    return min((abs(day - here) for day in there for here in days[mark]), default=10**6)


def _conflict(one: Mark, other: Mark, here: Sequence[int], there: Sequence[int]) -> bool:
    """Tell whether nobody can have both marks, as they were seen."""
    if one[0] == other[0] == "nation":
        return len(here) >= _WITNESSES and len(there) >= _WITNESSES
    if one[0] == other[0] == "post":
        return _by_turns(here, there)
    office = ("walk", OFFICE)
    lives, places = (here, there) if one[0] == "walk" and one != office else (there, here)
    of_life, of_place = (one, other) if lives is here else (other, one)
    if of_life[0] != "walk" or of_life == office or "nation" in (one[0], other[0]):
        return False
    if of_place[0] == "walk" and of_place != office:
        return False
    first, last = places[0] - _YEARS_ASIDE, places[-1] + _YEARS_ASIDE
    return len(places) >= _WITNESSES and any(first <= day <= last for day in lives)


def _by_turns(here: Sequence[int], there: Sequence[int]) -> bool:
    """Tell whether two posts alternate, A B A B, each turn within `SOON` of the next."""
    seen = sorted({(day, 0) for day in here} | {(day, 1) for day in there})
    turns = 0
    for (day, who), (later, whom) in pairwise(seen):
        if later - day > SOON:
            turns = 0
        elif who != whom:
            turns += 1
            if turns >= 3:
                return True
    return False


def _told(
    row: Bearing, marks: frozenset[Mark], clusters: Sequence[_Cluster], known: Sequence[KnownPerson]
) -> tuple[int, float, str] | None:
    """Return the cluster that the row's own title names, else whoever alone was in office."""
    named = [place for place, one in enumerate(clusters) if marks & one.marks]
    posts = frozenset(mark for mark in marks if mark[0] != "nation")
    if len(named) > 1:
        named = [place for place in named if posts & clusters[place].marks] or named
    named = [place for place in named if not _is_dead(row, clusters[place], known)]
    if len(named) == 1:
        by_file = clusters[named[0]].known is not None
        return named[0], SAYS if by_file else SAYS_SO, "authority" if by_file else "office"
    if len(known) > 1 and row.day is not None:
        day = date.fromordinal(row.day)
        serving = [
            place
            for place, one in enumerate(clusters)
            if one.known is not None and known[one.known].in_office_on(day)
        ]
        if len(serving) == 1:
            return serving[0], NEAR, "days"
    return None


def _is_dead(row: Bearing, cluster: _Cluster, known: Sequence[KnownPerson]) -> bool:
    died = known[cluster.known].died if cluster.known is not None else None
    return died is not None and row.day is not None and row.day > died.toordinal() + _MOURNING


def _filled(
    rows: Sequence[Bearing],
    sure: Sequence[tuple[int, float, str] | None],
    clusters: Sequence[_Cluster],
    known: Sequence[KnownPerson],
) -> list[Bearer]:
    """Give the rows that say nothing to who was seen nearest; name the clusters."""
    witnesses: dict[int, set[int]] = defaultdict(set)
    for row, told in zip(rows, sure, strict=True):
        if told and row.day is not None:
            witnesses[told[0]].add(row.day)
    dated = sorted(
        (day, place)
        for place, days in witnesses.items()
        if len(days) >= _WITNESSES or len(clusters) == 1
        for day in days
    )
    counts: dict[int, int] = defaultdict(int)
    for told in sure:
        if told:
            counts[told[0]] += 1
    names = _names(clusters, counts)
    seen: dict[tuple[int, ...], list[tuple[int, int]]] = {}
    bearers = []
    for row, told in zip(rows, sure, strict=True):
        place, certainty, by = told or _guess(row, dated, seen, counts, clusters, known)
        if place < 0:
            bearers.append(Bearer(None, AFTER_DEATH, certainty, by))
        else:
            bearers.append(Bearer(clusters[place].known, names[place], certainty, by))
    return bearers


def _names(clusters: Sequence[_Cluster], counts: Mapping[int, int]) -> list[str]:
    """Name the clusters: whoever is seen most often, and is not of the file, is the plain one."""
    own = [place for place, one in enumerate(clusters) if one.known is None]
    file = any(one.known is not None for one in clusters)
    plain = None if file or not own else max(own, key=lambda place: (counts[place], -place))
    return ["" if place == plain else one.name for place, one in enumerate(clusters)]


def _guess(
    row: Bearing,
    dated: Sequence[tuple[int, int]],
    seen_of: dict[tuple[int, ...], list[tuple[int, int]]],
    counts: Mapping[int, int],
    clusters: Sequence[_Cluster],
    known: Sequence[KnownPerson],
) -> tuple[int, float, str]:
    alive = [place for place, one in enumerate(clusters) if not _is_dead(row, one, known)]
    if not alive:
        return -1, SAYS_SO, "days"
    if len(alive) == 1 and len(clusters) == 1:
        return alive[0], SAYS_SO, "spelling"
    seen = seen_of.get(tuple(alive))
    if seen is None:  # once for all rows of a time: there may be 20,000
        seen = seen_of[tuple(alive)] = [one for one in dated if one[1] in alive]
    if row.day is not None and seen:
        day = row.day
        at = bisect_left(seen, (day, -1))
        near = min(seen[max(0, at - 1) : at + 1], key=lambda one: (abs(one[0] - day), one))
        return near[1], NEAR, "days"
    return max(alive, key=lambda place: (counts[place], -place)), UNSURE, "spelling"

"""What the archive holds day by day, so that silence is not taken for a missing file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.messages import Message, message
from desktop_app.query.conditions.columns import Column, ColumnIs
from desktop_app.query.query import Everything, Query
from desktop_app.query.result import DayCounts

THIN_BELOW = 0.5
"""A day with less than half of its year's usual number is likely to be incomplete."""


class Held(StrEnum):
    """How much of one day the archive holds."""

    USUAL = "usual"
    THIN = "thin"
    MENTIONED = "mentioned"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring days that are held alike, both included."""

    first: date
    last: date
    held: Held

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is held and mentioned of each day, and how many a day are usual in each year.

    ``usual`` is the median of the days that have any: days that are missing altogether do
    not make the others look complete.
    """

    have: DayCounts
    mentioned: DayCounts
    usual: Mapping[int, float]

    def of(self, day: date) -> Held:
        """Return how much of ``day`` is held."""
        count = self.have.get(day, 0)
        if not count:
            return Held.MENTIONED if self.mentioned.get(day, 0) else Held.NOTHING
        return Held.THIN if count < THIN_BELOW * self.usual[day.year] else Held.USUAL

    def stretches(self, first: date, last: date) -> Iterator[Stretch]:
        """Yield ``first`` to ``last`` as stretches of days that are held alike."""
        begun, held = first, self.of(first)
        for number in range(1, (last - first).days + 1):
            day = first + timedelta(days=number)
            if (now := self.of(day)) is not held:
                yield Stretch(begun, day - timedelta(days=1), held)
                begun, held = day, now
        yield Stretch(begun, last, held)

    def says(self, first: date | None = None, last: date | None = None) -> Message:
        """Say what is covered from ``first`` to ``last``: the footnote of charts and exports."""
        span = self.have.span()
        if span is None:
            return message("The archive holds no dated dispatches.")
        first, last = first or span[0], last or span[1]
        if last < first:
            return message("The archive holds no dated dispatches.")
        days = dict.fromkeys(Held, 0)
        for stretch in self.stretches(first, last):
            days[stretch.held] += stretch.days
        return message(
            "Within the archive, which holds dispatches of {held} of the {days} days from {first}"
            " to {last}; on {thin} of them fewer than usual; {mentioned} more days are known"
            " only from listings.",
            held=days[Held.USUAL] + days[Held.THIN],
            days=sum(days.values()),
            first=first.isoformat(),
            last=last.isoformat(),
            thin=days[Held.THIN],
            mentioned=days[Held.MENTIONED],
        )


def coverage(library: Library, job: Job, outlet: str | None = None) -> Coverage:
    """Return what ``library`` holds, of one outlet or of all."""
    where = Everything() if outlet is None else ColumnIs(Column.OUTLET, outlet)
    have = library.find(Query(where), job).by_day
    by_year: dict[int, list[int]] = defaultdict(list)
    for day, count in have.items():
        by_year[day.year].append(count)
    usual = {year: float(median(counts)) for year, counts in by_year.items()}
    return Coverage(have, library.mentioned_days(), usual)

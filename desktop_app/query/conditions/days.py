"""On which days: published, by the dateline, happened, captured."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np

from desktop_app.messages import Message, message
from desktop_app.query.arrays import NO_DAY, Arrays, Ints, Mask
from desktop_app.query.query import ArrayCondition, Axis
from desktop_app.query.result import EPOCH


def field_of_axis(axis: Axis) -> str:
    """Return the word of the query language for the days of ``axis``."""
    return "date" if axis is Axis.PUBLISHED else str(axis)


def days_on(arrays: Arrays, axis: Axis) -> Ints:
    """Return the day of every article on ``axis``; an event counts on its first day."""
    return {
        Axis.PUBLISHED: arrays.published,
        Axis.DATELINE: arrays.dateline,
        Axis.HAPPENED: arrays.happened_first,
        Axis.CAPTURED: arrays.captured,
    }[axis]


_SAYS = {
    Axis.PUBLISHED: "published {when}",
    Axis.DATELINE: "dateline {when}",
    Axis.HAPPENED: "happened {when}",
    Axis.CAPTURED: "captured {when}",
}


@dataclass(frozen=True, slots=True)
class DaysIn(ArrayCondition):
    """From ``first`` to ``last``, both days included; None leaves that end open.

    With both ends open: the day is known.
    """

    first: date | None
    last: date | None
    axis: Axis = Axis.PUBLISHED

    @property
    def field(self) -> str:
        return field_of_axis(self.axis)

    def mask(self, arrays: Arrays) -> Mask:
        days = days_on(arrays, self.axis)
        mask: Mask = days != NO_DAY
        if self.first is not None:
            mask = mask & (days >= (self.first - EPOCH).days)
        if self.last is not None:
            mask = mask & (days <= (self.last - EPOCH).days)
        return mask

    def words(self) -> Message:
        return message(_SAYS[self.axis], when=self._when())

    def _when(self) -> Message:
        if self.first is None and self.last is None:
            return message("on a known day")
        first, dots, last = span_written(self.first, self.last).partition("..")
        if not dots:
            return message("on {day}" if len(first) == 10 else "in {day}", day=first)
        if not last:
            return message("from {first}", first=first)
        if not first:
            return message("to {last}", last=last)
        return message("from {first} to {last}", first=first, last=last)

    def text(self) -> str:
        if self.first is None and self.last is None:
            return f"{self.field}:known"
        return f"{self.field}:{span_written(self.first, self.last)}"


@dataclass(frozen=True, slots=True)
class DayUnknown(ArrayCondition):
    """The day is not known: what stands in the undated bucket."""

    axis: Axis = Axis.PUBLISHED

    @property
    def field(self) -> str:
        return field_of_axis(self.axis)

    def mask(self, arrays: Arrays) -> Mask:
        return np.asarray(days_on(arrays, self.axis) == NO_DAY)

    def words(self) -> Message:
        return message(_SAYS[self.axis], when=message("on an unknown day"))

    def text(self) -> str:
        return f"{self.field}:unknown"


@dataclass(frozen=True, slots=True)
class Anniversary(ArrayCondition):
    """Published on this month and day of any year."""

    month: int
    day: int
    field: ClassVar[str] = "anniversary"

    def mask(self, arrays: Arrays) -> Mask:
        days = arrays.published
        known = days != NO_DAY
        dates = np.datetime64(EPOCH) + np.where(known, days, 0).astype("timedelta64[D]")
        months = dates.astype("datetime64[M]")
        in_month = (months.astype(np.int64) % 12) + 1 == self.month
        on_day = (dates - months.astype("datetime64[D]")).astype(np.int64) + 1 == self.day
        return np.asarray(known & in_month & on_day)

    def words(self) -> Message:
        return message("on {day} of any year", day=f"{self.month:02}-{self.day:02}")

    def text(self) -> str:
        return f"anniversary:{self.month:02}-{self.day:02}"


def on_day(day: date, axis: Axis = Axis.PUBLISHED) -> DaysIn:
    """Return the condition of one day: a click in the calendar."""
    return DaysIn(day, day, axis)


def in_month(year: int, month: int, axis: Axis = Axis.PUBLISHED) -> DaysIn:
    """Return the condition of one month."""
    return DaysIn(date(year, month, 1), date(year, month, monthrange(year, month)[1]), axis)


def in_year(year: int, axis: Axis = Axis.PUBLISHED) -> DaysIn:
    """Return the condition of one year."""
    return DaysIn(date(year, 1, 1), date(year, 12, 31), axis)


def in_span(first: date | None, last: date | None, axis: Axis = Axis.PUBLISHED) -> DaysIn:
    """Return the condition of a span of days, both included: a drag on the timeline."""
    return DaysIn(first, last, axis)


def span_written(first: date | None, last: date | None) -> str:
    """Write a span as shortly as it reads back the same: 2023, 2023-09, 2023-09..2024-12."""
    length = 10
    if first is None or last is None or first <= last:
        length = min(10, max(_start_length(first), _end_length(last)))
    start = "" if first is None else first.isoformat()[:length]
    end = "" if last is None else last.isoformat()[:length]
    return start if start == end else f"{start}..{end}"


def _start_length(first: date | None) -> int:
    """Return how much of ``first`` must be written: a year, a month or all of it."""
    if first is None or (first.month, first.day) == (1, 1):
        return 4
    return 7 if first.day == 1 else 10


def _end_length(last: date | None) -> int:
    if last is None or (last.month, last.day) == (12, 31):
        return 4
    return 7 if last.day == monthrange(last.year, last.month)[1] else 10

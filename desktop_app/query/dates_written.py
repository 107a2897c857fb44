"""Days as people type them in a query: 2023, 2023-09, 2023-9-13, 13.9.2023, juche 112, spans."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date

from desktop_app.messages import Message, message
from desktop_app.model.days import JUCHE_BEFORE_FIRST

_YEAR_FIRST = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_JUCHE = re.compile(r"(?:juche\s*)?(\d{1,3})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?", re.IGNORECASE)
_MONTH_DAY = re.compile(r"-{0,2}(\d{1,2})[-./](\d{1,2})")
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class Span:
    """From ``first`` to ``last``, both included; None is an open end."""

    first: date | None
    last: date | None


def read_span(text: str, *, juche: bool = False) -> Span | Message:
    """Read a day, month, year, or a span of them; a `Message` says what is wrong with it."""
    start, dots, end = text.strip().partition("..")
    if not dots:
        return _one(start, juche=juche)
    first = _one(start, juche=juche) if start.strip() else Span(None, None)
    last = _one(end, juche=juche) if end.strip() else Span(None, None)
    if isinstance(first, Message):
        return first
    if isinstance(last, Message):
        return last
    if not start.strip() and not end.strip():
        return message("a span wants at least one end: 2012..2014, 2012.. or ..2014")
    return Span(first.first, last.last)


def read_month_day(text: str) -> tuple[int, int] | Message:
    """Read a month and day, as in 09-09 or 9.9."""
    match = _MONTH_DAY.fullmatch(text.strip())
    if match is None:
        return message("write month and day: anniversary:09-09")
    month, day = int(match[1]), int(match[2])
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(_LEAP, month)[1]:
        return message("there is no day {day} in month {month}", day=day, month=month)
    return month, day


def _one(text: str, *, juche: bool) -> Span | Message:
    text = text.strip()
    if match := _DAY_FIRST.fullmatch(text):
        return _span(int(match[3]), match[2], match[1])
    if not juche and (match := _YEAR_FIRST.fullmatch(text)):
        return _span(int(match[1]), match[2], match[3])
    if (juche or text.casefold().startswith("juche")) and (match := _JUCHE.fullmatch(text)):
        year = int(match[1])
        if not year:
            return message("there is no Juche year 0; Juche 1 is 1912")
        return _span(year + JUCHE_BEFORE_FIRST, match[2], match[3])
    if juche:
        return message("a Juche year is a number: juche:112 is 2023")
    return message("“{day}” is no day: write 2023, 2023-09, 2023-09-13 or 2012..2014", day=text)


def _span(year: int, month: str | None, day: str | None) -> Span | Message:
    if not 1 <= year <= MAXYEAR:
        return message("there is no year {year}", year=year)
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if not 1 <= int(month) <= 12:
        return message("there is no month {month}", month=month)
    longest = monthrange(year, int(month))[1]
    if day is None:
        return Span(date(year, int(month), 1), date(year, int(month), longest))
    if not 1 <= int(day) <= longest:
        return message(
            "{year}-{month} has no day {day}", year=year, month=f"{int(month):02}", day=day
        )
    one = date(year, int(month), int(day))
    return Span(one, one)

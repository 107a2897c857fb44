"""Days as pages and records write them: Juche or Gregorian, in the six languages and any order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from desktop_app.model.days import JUCHE_BEFORE_FIRST, DayFrom
from desktop_app.reading.months import month_number

_JUCHE = r"(?:[Jj][Uu][Cc][Hh][Ee]|주체|チュチェ|主体|主體|[Чч][Уу][Чч][Хх][Ее])"
_YEARS = range(1900, 2200)
_WIDE = str.maketrans("０１２３４５６７８９（）．／：　－", "0123456789()./: -")


@dataclass(frozen=True, slots=True)
class DayFound:
    """A whole day in a text, what said it, and where; [start, end) in code points.

    ``disagrees`` holds the year that the Juche number would give where it contradicts
    the Gregorian one; the Gregorian is trusted.
    """

    day: date
    day_from: DayFrom
    start: int
    end: int
    disagrees: int | None = None


class _Parts(NamedTuple):
    year: int
    month: int
    day: int
    juche: int | None = None


def find_day(text: str) -> DayFound | None:
    """Return the first whole day that ``text`` names, or None."""
    return next(find_days(text), None)


def find_days(text: str) -> Iterator[DayFound]:
    """Give every whole day that ``text`` names, in order, none inside another."""
    plain = text.translate(_WIDE)
    for match in _ANY.finditer(plain):
        shape = next(name for name in _READ if match[name] is not None)
        parts = _READ[shape](match[shape])
        found = parts and _whole(parts, shape, match.start(), match.end())
        if found:
            yield found


def find_juche_year(text: str) -> int | None:
    """Return the Gregorian year of the first "Juche 110", "주체110(2021)년" …, or None."""
    match = _YEAR_ONLY.search(text.translate(_WIDE))
    if match is None:
        return None
    gregorian = int(match["gregorian"]) if match["gregorian"] else None
    if gregorian in _YEARS:
        return gregorian
    year = int(match["juche"]) + JUCHE_BEFORE_FIRST
    return year if year in _YEARS else None


def read_day(value: object) -> DayFound | None:
    """Read the day that a record's date field holds: text, epoch seconds or milliseconds."""
    if isinstance(value, datetime):
        return DayFound(value.date(), DayFrom.RECORD, 0, 0)
    if isinstance(value, date):
        return DayFound(value, DayFrom.RECORD, 0, 0)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_epoch(value)
    return _read_written(value) if isinstance(value, str) else None


@lru_cache(maxsize=1024)  # one day has many dispatches
def _read_written(value: str) -> DayFound | None:
    written = value.strip()
    if re.fullmatch(r"-?\d{9,14}(?:\.\d+)?", written):
        return _from_epoch(float(written))
    compact = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", written)
    if compact:
        return _whole(_Parts(*map(int, compact.groups())), "iso", 0, len(value), DayFrom.RECORD)
    found = find_day(value)
    if found is None or found.day_from is DayFrom.JUCHE:
        return found
    return DayFound(found.day, DayFrom.RECORD, found.start, found.end, found.disagrees)


def _from_epoch(value: float) -> DayFound | None:
    # Seconds of 1973 and milliseconds of 5138 part at 1e11.
    seconds = value / 1000 if abs(value) >= 1e11 else value
    try:
        day = datetime.fromtimestamp(seconds, UTC).date()
    except (OverflowError, ValueError, OSError):
        return None
    return DayFound(day, DayFrom.RECORD, 0, 0) if day.year in _YEARS else None


def _whole(
    parts: _Parts, shape: str, start: int, end: int, day_from: DayFrom = DayFrom.PAGE
) -> DayFound | None:
    if parts.year not in _YEARS:
        return None
    try:
        day = date(parts.year, parts.month, parts.day)
    except ValueError:
        return None
    said = None if parts.juche is None else parts.juche + JUCHE_BEFORE_FIRST
    return DayFound(
        day,
        DayFrom.JUCHE if shape.startswith("juche") else day_from,
        start,
        end,
        None if said == parts.year else said,
    )


def _numbers(written: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", written)]


def _juche_numbers(written: str) -> _Parts | None:
    juche, *rest = _numbers(written)
    if len(rest) == 3:  # with the Gregorian year in brackets
        return _Parts(rest[0], rest[1], rest[2], juche)
    return _Parts(juche + JUCHE_BEFORE_FIRST, rest[0], rest[1], juche)


def _year_first(written: str) -> _Parts | None:
    year, month, day = _numbers(written)[:3]
    return _Parts(year, month, day)


def _day_first(written: str) -> _Parts | None:
    day, month, year = _numbers(written)[:3]
    return _Parts(year, month, day)


def _month_named(written: str) -> _Parts | None:
    month = month_number(re.findall(r"[^\W\d_]+", written)[0])
    day, year, *juche = _numbers(written)
    return None if month is None else _Parts(year, month, day, juche[0] if juche else None)


def _with_juche_year(written: str) -> _Parts | None:
    """Read "January 14, Juche 110 (2021)" and "14 сентября 112 года чучхе (2023)"."""
    words = re.findall(r"[^\W\d_]+", written)
    month = next((number for number in map(month_number, words) if number), None)
    gregorian = next((number for number in _numbers(written) if number > 999), None)
    day, juche = [number for number in _numbers(written) if number <= 999]
    if re.match(_JUCHE, written):
        day, juche = juche, day
    year = gregorian or juche + JUCHE_BEFORE_FIRST
    return None if month is None else _Parts(year, month, day, juche)


def _day_then_month(written: str) -> _Parts | None:
    words = [word for word in re.findall(r"[^\W\d_]+", written) if word not in ("de", "del")]
    day, year = _numbers(written)[:2]
    month = month_number(words[-1])
    return None if month is None else _Parts(year, month, day)


_GREGORIAN = r"(?:\s?[(]\s?\d{4}\s?[)])?"
_MONTHS = r"[^\W\d_]{3,10}"
_SHAPES: dict[str, tuple[str, Callable[[str], _Parts | None]]] = {
    "juche_dotted": (
        rf"{_JUCHE}\s?\d{{1,3}}\s?[.,]\s?\d{{1,2}}\s?[.,]\s?\d{{1,2}}(?!\d)",
        _juche_numbers,
    ),
    "juche_doubled": (
        rf"{_JUCHE}\s?\d{{1,3}}\s?[(]\s?\d{{4}}\s?[)]\s?[.,-]\s?\d{{1,2}}\s?[.,-]\s?\d{{1,2}}(?!\d)",
        _juche_numbers,
    ),
    "juche_named": (
        rf"{_JUCHE}\s?\d{{1,3}}\s?{_GREGORIAN},?\s{{0,2}}{_MONTHS}\.?\s\d{{1,2}}(?!\d)",
        _with_juche_year,
    ),
    "juche_after": (
        rf"\b{_MONTHS}\.?\s\d{{1,2}}\s?,?\s?{_JUCHE}\s?\d{{1,3}}(?!\d){_GREGORIAN}",
        _with_juche_year,
    ),
    "juche_spoken": (
        rf"(?<!\d)\d{{1,2}}\s(?:de\s)?{_MONTHS},?\s(?:(?:de(?:l año)?\s)?{_JUCHE}\s\d{{1,3}}"
        rf"|\d{{2,3}}\s(?:года?\s)?{_JUCHE})(?!\d){_GREGORIAN}",
        _with_juche_year,
    ),
    "juche_eastern": (
        rf"{_JUCHE}\s?\d{{1,3}}\s?(?:[(]\s?\d{{4}}\s?[)])?\s?[년年]"
        r"\s?\d{1,2}\s?[월月]\s?\d{1,2}\s?[일日]",
        _juche_numbers,
    ),
    "eastern": (r"(?<!\d)\d{4}\s?[년年]\s?\d{1,2}\s?[월月]\s?\d{1,2}\s?[일日]", _year_first),
    "iso": (r"(?<![\d.])\d{4}(?P<mark>[-./])\s?\d{1,2}(?P=mark)\s?\d{1,2}(?!\d)", _year_first),
    "slashed": (r"(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?!\d)", _day_first),
    "dotted": (r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?!\d)", _day_first),
    "american": (
        rf"\b{_MONTHS}(?:\.\s?|\s)\d{{1,2}}(?:st|nd|rd|th)?\s?[.,]\s?\d{{4}}(?!\d)"
        r"(?:\s{1,3}Juche\s?\d{2,3}(?!\d))?",
        _month_named,
    ),
    "spoken": (
        rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s(?:de\s)?{_MONTHS}\.?,?\s(?:del?\s)?\d{{4}}(?!\d)",
        _day_then_month,
    ),
}
_READ = {name: read for name, (_, read) in _SHAPES.items()}
_ANY = re.compile("|".join(f"(?P<{name}>{shape})" for name, (shape, _) in _SHAPES.items()))
_YEAR_ONLY = re.compile(
    rf"{_JUCHE}\s?(?P<juche>\d{{1,3}})(?!\d)(?:\s?[(]\s?(?P<gregorian>\d{{4}})\s?[)])?"
)

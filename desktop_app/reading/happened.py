"""When an event took place: the day that its sentence names, told from the day of the dispatch."""

from __future__ import annotations

import re
from datetime import date, timedelta

from desktop_app.model.participant import Happened
from desktop_app.reading.months import month_number

_MONTHS = (
    r"(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]u[nl]|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)[a-z]{0,6}"
)
_MONTH = rf"(?P<month>{_MONTHS})\.?\s(?P<day>\d{{1,2}})"
_UNTIL = (
    r"(?:\s?(?:to|and|through|-|till|until)\s?"
    rf"(?:(?P<month2>{_MONTHS})\.?\s)?"
    r"(?P<day2>\d{1,2}))?"
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SAID = re.compile(
    r"\b(?:on|from|between|of|by)\s(?:the\s)?(?:(?:morning|afternoon|evening|night)\sof\s)?"
    rf"{_MONTH}{_UNTIL}(?!\d)(?:,?\s(?P<year>(?:19|20)\d\d))?(?P<juche>,?\sJuche)?"
    r"|\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"(?:\s(?:to|and|through|till|until)\s"
    r"(?P<weekday2>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)?"
    r"|\b(?P<relative>today|yesterday|last (?:evening|night)"
    r"|(?:this|in the) (?:morning|afternoon|evening)|tonight)\b"
    r"|\bOne day in (?P<season>[A-Z][a-z]+),? Juche \d{1,3} \((?P<then>\d{4})\)"
    r"|\bone day in (?P<season2>[A-Z][a-z]+),? Juche \d{1,3} \((?P<then2>\d{4})\)"
)
# A day that a work, a declaration or an anniversary is named after is not the event's.
_NOT_ITS = re.compile(
    r"(?:published|anniversary|birthday|founded|declaration|since|dated|issued)\W+(?:\w+\W+){0,2}$"
)
_DAY_BEFORE = ("yesterday", "last evening", "last night")
_LATER = timedelta(days=3)


def happened_in(text: str, start: int, end: int, anchor: date | None) -> Happened | None:
    """Return the days of the event in ``text[start:end]``, told from the ``anchor`` day."""
    for match in _SAID.finditer(text, start, end):
        if _NOT_ITS.search(text, max(start, match.start() - 40), match.start()):
            continue
        found = _read(match, anchor)
        if found is not None:
            return found
    return None


def _read(match: re.Match[str], anchor: date | None) -> Happened | None:
    how = " ".join(match[0].split())
    season = match["season"] or match["season2"]
    if season:
        return _month(season, int(match["then"] or match["then2"]), how)
    if match["month"]:
        return _day_of_month(match, anchor, how)
    if anchor is None:
        return None
    if match["weekday"]:
        last = _weekday(match["weekday2"] or match["weekday"], anchor)
        return Happened(_weekday(match["weekday"], last), last, how)
    day = anchor - timedelta(days=match["relative"] in _DAY_BEFORE)
    return Happened(day, day, how)


def _weekday(name: str, until: date) -> date:
    """Return the last day of that name that is not later than ``until``."""
    return until - timedelta(days=(until.weekday() - _DAYS.index(name.lower())) % 7)


def _day_of_month(match: re.Match[str], anchor: date | None, how: str) -> Happened | None:
    month = month_number(match["month"])
    if month is None or match["juche"]:
        return None
    if match["year"]:
        first = _date(int(match["year"]), month, int(match["day"]))
        return Happened(first, first, how) if first else None
    if anchor is None:
        return None
    first = _before(anchor, month, int(match["day"]))
    last = first
    if first and match["day2"]:
        month2 = month_number(match["month2"]) if match["month2"] else month
        last = _before(anchor, month2 or month, int(match["day2"])) or first
    if first is None or last is None:
        return None
    return Happened(first, max(first, last), how)


def _before(anchor: date, month: int, day: int) -> date | None:
    """Return the last such day that lies no more than three days after the dispatch."""
    found = _date(anchor.year, month, day)
    if found is not None and found > anchor + _LATER:
        found = _date(anchor.year - 1, month, day)
    return found


def _month(season: str, year: int, how: str) -> Happened | None:
    month = month_number(season)
    if month is None or not 1900 < year < 2200:
        return None
    following = date(year + month // 12, month % 12 + 1, 1)
    return Happened(date(year, month, 1), following - timedelta(days=1), how)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""When an event took place: the days that its sentence names, told from the day of the dispatch."""

from __future__ import annotations

import re
from datetime import date, timedelta

from desktop_app.model.participant import Happened

_AFTER = r"(?=[\s,.]|에|부터|까지|과|와|이|저녁|밤|$)"
_DAY = re.compile(
    r"(?:(?:주체\s?\d+\s?\()?(?P<year>(?:19|20)\d\d)\)?년 )?"
    r"(?<![\d.])(?:(?P<month>\d{1,2})월 ?)?(?P<day>\d{1,2})일"
    r"(?:부터|과|와|~)? ?(?:(?:(?P<month2>\d{1,2})월 ?)?(?P<day2>\d{1,2})일(?:까지)?)?" + _AFTER
)
_NOT_ITS = re.compile(r"^(?:에 있은|에 진행된|에 발표|에 채택|자 )")
_LATER = timedelta(days=1)


def happened_in(text: str, start: int, end: int, published: date | None) -> Happened | None:
    """Return the days that ``text[start:end]`` says, the last such before the dispatch."""
    for found in _DAY.finditer(text, start, end):
        if _NOT_ITS.match(text[found.end() : found.end() + 6]):
            continue
        if published is None and not (found["year"] and found["month"]):
            continue
        first = _day(found["year"], found["month"], found["day"], published)
        if first is None:
            continue
        last = first
        if found["day2"]:
            month = found["month2"] or (found["month"] or str(first.month))
            last = _day(str(first.year), month, found["day2"], None) or first
        return Happened(first, max(first, last), found[0].strip())
    return None


def _day(year: str | None, month: str | None, day: str, published: date | None) -> date | None:
    if year and month:
        return _date(int(year), int(month), int(day))
    if published is None:
        return None
    years = (int(year),) if year else (published.year, published.year - 1)
    months = (int(month),) if month else (published.month, (published.month - 2) % 12 + 1)
    for found in (_date(y, m, int(day)) for y in years for m in months):
        if found is not None and found <= published + _LATER:
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

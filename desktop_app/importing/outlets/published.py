"""Which day a dispatch was published, and how that is known; an unknown year stays unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.importing.outlets import kcna_watch
from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.sites import day_in
from desktop_app.model.days import DayFrom, MonthDay
from desktop_app.reading.juche import find_day

_PYONGYANG = timedelta(hours=9)
_KNOWN_YEARS = range(1946, 2100)
# Page days of 2003 to 2008 stand a day or two behind the dateline; four days are no error.
_NO_ERROR = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Published:
    """A day and what said it (both None where unknown), and whether the dateline agrees."""

    day: date | None
    day_from: DayFrom | None
    dateline_disagrees: bool = False


def published(draft: Draft, dateline: MonthDay | None) -> Published:
    """Settle the day: the page's or record's own, the address, Juche, the dateline's."""
    given = draft.given
    if given is not None:
        return Published(given, draft.given_from, _disagrees(given, dateline))
    by_address = day_in(draft.url)
    if by_address is not None:
        return Published(by_address, DayFrom.URL, _disagrees(by_address, dateline))
    if dateline is None:
        return Published(None, None)
    day = _near_taking_in(draft.url, dateline) or _in_known_year(draft, dateline)
    return Published(day, DayFrom.DATELINE if day else None)


def _disagrees(given: date, dateline: MonthDay | None) -> bool:
    if dateline is None:
        return False
    near = nearest_to(dateline, given)
    return near is not None and abs(near - given) > _NO_ERROR


def nearest_to(dateline: MonthDay, day: date) -> date | None:
    """Return the dateline's day in the year that brings it nearest to ``day``.

    Around New Year that is the year before the page's.
    """
    days = [dateline.in_year(day.year + step) for step in (-1, 0, 1) if day.year + step > 0]
    return min((d for d in days if d is not None), key=lambda d: abs(d - day), default=None)


def _near_taking_in(url: str, dateline: MonthDay) -> date | None:
    """Use the number in a KCNA Watch address only where it is within three days."""
    taken = kcna_watch.address(url)
    if taken is None:
        return None
    day = (taken.taken_in + _PYONGYANG).date()
    near = nearest_to(dateline, day)
    return near if near is not None and abs(near - day) <= timedelta(days=3) else None


def _in_known_year(draft: Draft, dateline: MonthDay) -> date | None:
    if draft.nearest is not None:
        near = nearest_to(dateline, draft.nearest)
        if near is not None and near > draft.nearest + timedelta(days=1):
            near = dateline.in_year(near.year - 1)
        return near
    for year in draft.years:
        day = dateline.in_year(year)
        if day is not None:
            return day
    return None


def day_of_name(name: str) -> date | None:
    """Return the day that a file is named by and by nothing else ("2019-01-01.txt")."""
    stem = re.sub(r"\.[A-Za-z]{1,6}$", "", name.rsplit("/", 1)[-1])
    compact = re.fullmatch(r"((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?:[_-]\w{1,12})?", stem)
    if not compact:
        return None
    found = find_day("-".join(compact.groups()))
    return found.day if found else None


def years_of_name(name: str) -> tuple[int, ...]:
    """Return the years that a file or its folders are named by, the nearest name first."""
    years = []
    for part in reversed(name.split("/")):
        found = {int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d{5})", part)}
        if len(found) == 1 and next(iter(found)) in _KNOWN_YEARS:
            years.append(next(iter(found)))
    return tuple(years)

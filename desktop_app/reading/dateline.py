"""The opening "Pyongyang, September 14 (KCNA) --", in the six languages of the outlets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.model.days import Dateline, MonthDay
from desktop_app.reading.months import month_number

# Titles, capture lines and site names stand before a dateline; teasers stand after the article.
_SEARCHED = 3_000
_LINES = 24
_GLUED = 400
_FAR = 200  # no tag stands further behind the beginning of its line
_TAGGED = re.compile(r"[(\[{（［<【〔\ufffd]|\d\s?--")
_MARKS = ("(", "[", "{", "<", "--")  # one of them stands in every tag in Latin letters

_EDGE = r"(?:&?n[bs]{0,2}sp[l;]*|[\s\u3000\ufeff|>*?•·\-]|\ufffd@)*"
_OPEN = r"(?:[(\[{（［<]|\ufffdi)"
_CLOSE = r"(?:[)\]}）］>]|\ufffdj)"
_SEPARATOR = r"(?:\s{0,3}[-\u2010-\u2015\uff0d\u2212]+){0,3}"
# Three or four capitals, however mistyped, with a bureau before or a correspondent after them.
_AGENCY = (
    r"(?:(?:[A-Za-z]{3,14}\.?(?: de)?[ \-/]{1,2})?[A-Za-z]{3,5}(?:[ \-]{1,2}[A-Za-z]{3,14})?"
    r"|Yonhap|Xinhua|Sputnik|Reuters)"
)
_TAG = rf"{_OPEN}\s*(?P<agency>{_AGENCY})\s*(?:{_CLOSE}|(?=\s*[-\u2010-\u2015]))"
_NAME = r"[^\W\d_][^\n\d,()\[\]:;\"“”|]{0,38}?"
_PLACE = rf"(?P<place>{_NAME}(?:,\s?{_NAME})?)"
_MONTH = r"[^\W\d_](?:[^\W\d_]|0){2,9}"  # "D0cember" is among those found

_ENGLISH = re.compile(
    rf"{_EDGE}(?:{_PLACE}(?:\s*[,.]\s*|\s+))??(?P<month>{_MONTH})\.?\s*"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    rf"[\s,.:]*(?:{_TAG}|(?=\s?-{{2}}))[:.]?{_SEPARATOR}"
)
_NO_MONTH = re.compile(rf"{_EDGE}(?:{_PLACE}\s*,\s*)?(?P<day>\d{{1,2}})\s?{_TAG}{_SEPARATOR}")
_AFTER_TITLE = re.compile(
    rf"(?<=[\s;])(?P<place>[^\W\d_][^\W\d_]{{1,20}})\s?,\s?(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})"
    rf"\s?{_TAG}{_SEPARATOR}"
)
_DAY_FIRST = re.compile(
    rf"{_EDGE}(?:{_PLACE}\s*,?\s+)??(?P<day>\d{{1,2}}|primero|primer)(?:ro|o|º|°)?"
    rf"\s+(?:dia\s+)?(?:de\s+)?(?P<month>{_MONTH})[\s,.]*{_TAG}[:.]?{_SEPARATOR}"
)
_KOREAN = re.compile(
    r"[(（【〔\[]\s*(?P<place>[가-힣]{0,12}?)\s*(?P<month>\d{1,2})\s*월\s*(?P<day>\d{1,2})\s*일"
    r"\s*발\s*(?P<agency>[가-힣]{2,12})\s*[)）】〕\]]"
)
_JAPANESE = re.compile(
    r"[(（【〔\[]\s*(?P<place>[^\d\s()（）【】〔〕]{0,12}?)\s*(?P<month>\d{1,2})\s*月"
    r"\s*(?P<day>\d{1,2})\s*日\s*発\s*[=＝]?\s*(?P<agency>[^\s()（）【】〔〕]{2,12})[)）】〕\]]"
)
_CHINESE = re.compile(
    r"[(（【〔\[]?\s*(?P<agency>朝中社|朝鲜中央通讯社|朝鮮中央通訊社)\s*(?P<place>[^\W\d_]{0,8}?)"
    r"\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日\s*[电電讯訊][)）】〕\]]?"
)
_RUSSIAN = re.compile(
    r"(?P<place>[А-ЯЁ][А-Яа-яё-]{1,20})\s?,?\s*(?P<day>\d{1,2})\s+(?P<month>[А-Яа-я]{3,8})\s?\.?"
    rf"\s*[(/]\s?(?P<agency>[А-Я]{{3,5}})\s?[)/]{_SEPARATOR}"
)
_FULL_WIDTH = re.compile("[０-９]")
_HALF_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)}
_FOREIGN_TAG = re.compile(r"朝中社|朝鲜中央通讯社|朝鮮中央通訊社|/\s?[А-Я]{3,5}\s?/")
_DAY_IN = re.compile(r"\d|primer", re.I)
_AGENCY_LETTERS = frozenset("KCNASTP")


def find_dateline(text: str) -> Dateline | None:
    """Return the first dateline near the beginning of ``text``; None where there is none."""
    head = text[:_SEARCHED]
    if head.isascii() and not any(mark in head for mark in _MARKS):
        return None
    if not _TAGGED.search(head) and (head.isascii() or not _FOREIGN_TAG.search(head)):
        return None
    for start, line in _lines(head):
        if not _DAY_IN.search(line, 0, _GLUED):
            continue
        found = _at_line_start(head, start) or _eastern(head, start, start + len(line))
        if found is not None:
            return found
    return _after_title(head)


def _lines(head: str) -> Iterator[tuple[int, str]]:
    start = 0
    for number, line in enumerate(head.splitlines(keepends=True)):
        if number >= _LINES:
            return
        if line.strip():
            yield start, line
        start += len(line)


def _at_line_start(head: str, start: int) -> Dateline | None:
    if not _TAGGED.search(head, start, start + _FAR):
        return None
    for shape in (_ENGLISH, _DAY_FIRST, _NO_MONTH):
        match = shape.match(head, start)
        if match is None:
            continue
        said = match.groupdict()
        agency = " ".join((said["agency"] or "").split())
        known = _looks_like_agency(agency)
        day = _day(said.get("month"), said["day"], loosely=known)
        if day is not None or known:
            first = min(match.start(name) for name in ("place", "month", "day") if said.get(name))
            return Dateline(_place(said["place"]), day, agency, first, match.end())
    return None


def _after_title(head: str) -> Dateline | None:
    """Read a dateline that a lost line break glued to the title before it."""
    match = _AFTER_TITLE.search(head, 0, _GLUED)
    if match is None or not _looks_like_agency(match["agency"]):
        return None
    day = _day(match["month"], match["day"], loosely=True)
    return Dateline(_place(match["place"]), day, match["agency"], match.start(), match.end())


def _eastern(head: str, start: int, end: int) -> Dateline | None:
    if head.isascii():
        return None
    line = head[start:end]
    if _FULL_WIDTH.search(line):
        line = line.translate(_HALF_WIDTH)
    shapes = (_KOREAN, _JAPANESE, _CHINESE, _RUSSIAN)
    match = next((found for shape in shapes if (found := shape.search(line))), None)
    if match is None:
        return None
    written = match["month"]
    month = int(written) if written.isdigit() else month_number(written.casefold())
    return Dateline(
        match["place"],
        _month_day(month, int(match["day"])) if month else None,
        match["agency"],
        start + match.start(),
        start + match.end(),
    )


def _looks_like_agency(tag: str) -> bool:
    return any(
        3 <= len(word) <= 4 and sum(letter in _AGENCY_LETTERS for letter in word.upper()) >= 3
        for word in re.split(r"[ \-/.]+", tag)
    )


def _day(month: str | None, day: str, *, loosely: bool) -> MonthDay | None:
    number = month_number(month.replace("0", "o"), loosely=loosely) if month else None
    if number is None:
        return None
    return _month_day(number, int(day) if day.isdigit() else 1)


def _month_day(month: int, day: int) -> MonthDay | None:
    # 2000 was a leap year: 29 February stays possible where the year is not said.
    found = MonthDay(month, day)
    return found if found.in_year(2000) is not None else None


def _place(written: str | None) -> str:
    place = " ".join((written or "").split()).strip(" ,.")
    first, _, second = place.partition(", ")
    place = first if first == second else place
    return place.title() if place.isupper() or place.islower() else place

"""What stands above a dispatch's first sentence: a title, a day, the name of the outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desktop_app.importing.outlets.lines import clean, is_chrome, same_words
from desktop_app.importing.outlets.names import known_outlet
from desktop_app.model.days import Dateline, DayFrom
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.juche import DayFound, find_day

_LONGEST_TITLE = 200
_DEEPEST = 8
_LOOKED_AT = 220
_DIGIT = re.compile(r"\d|primero?", re.I)
_CALENDAR = re.compile(r"^calendar\s*(?:>|&gt;|»|›)*\s*(?=\S)", re.I)
_BYLINE = re.compile(r"^(?:By|by) [A-Z]|^(?:본사기자|특파기자)\b")
# "Dear comrades!" opens a speech and is no title.
_SENTENCE_END = re.compile(r"[.。．][\"”』」]?$|들\s?[!！]$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]{1,3}\.|\b(?:Jr|Co|Ltd|Inc|etc|No|Mt|St)\.)$")
# News agencies of the South end a headline with the moment at which they sent it.
_SENT = re.compile(r"\s+(?P<day>\d{4}/\d{1,2}/\d{1,2})\s+\d{1,2}:\d{2}\s?송고$")
_TIME = re.compile(r"(?:\d{1,2}\s*[:시]\s*\d{0,2}\s*분?(?::\d{2})?|[ap]m|UTC)", re.I)
_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[월화수목금토일]요일|\[Photo\]|\[Video\]", re.I
)


@dataclass(frozen=True, slots=True)
class Head:
    """What was read above the text, and the lines that are the text."""

    title: str
    text: list[str]
    day: DayFound | None
    outlet: str
    dateline_follows: bool


def read_head(lines: list[str], listed_title: str) -> Head:
    """Divide ``lines`` into what stands above the dispatch and the dispatch.

    ``listed_title`` is what a list or record calls it; without a dateline only a first
    line that says the same, or that plainly is a headline, is taken for its title.
    """
    at = _dateline_line(lines)
    if at is not None and at[0] <= _DEEPEST:
        number, offset = at
        above, text = lines[:number], lines[number:]
        glued = clean(text[0][:offset])
        if len(glued) > 3:
            above, text = [*above, glued], [text[0][offset:], *text[1:]]
        day, outlet, titles = _sorted_out(above)
        title, left = _title_above(titles, listed_title)
        return Head(title, [*left, *text], day, outlet, dateline_follows=True)
    return _without_dateline(lines, listed_title)


def _dateline_line(lines: list[str]) -> tuple[int, int] | None:
    # A dateline stands at the beginning of its line; long paragraphs need no further look.
    head = [line[:_LOOKED_AT] for line in lines[: _DEEPEST + 1]]
    if not any(_DIGIT.search(line) for line in head):
        return None
    dateline: Dateline | None = find_dateline("\n".join(head))
    if dateline is None:
        return None
    start = dateline.start
    for number, line in enumerate(head):
        if start <= len(line):
            return number, start
        start -= len(line) + 1
    return None


def _title_above(titles: list[str], listed: str) -> tuple[str, list[str]]:
    """Return the title and the lines above the dateline that belong to the text."""
    if not titles:
        return "", []
    if listed and same_words(" ".join(titles), listed):
        return " ".join(titles), []
    if not is_headline(titles[-1]):
        return "", titles
    if len(titles) > 1 and same_words(titles[-1], titles[-2]):
        return titles[-1], titles[:-2]
    return titles[-1], [line for line in titles[:-1] if not is_headline(line)]


def _without_dateline(lines: list[str], listed: str) -> Head:
    day, outlet, rest = _sorted_out(lines[:_DEEPEST])
    rest = [*rest, *lines[_DEEPEST:]]
    if not rest:
        return Head("", [], day, outlet, dateline_follows=False)
    first = rest[0]
    if listed:
        if same_words(first, listed):
            rest = _after_doubled(rest)
            return Head(first, rest, day, outlet, dateline_follows=False)
        return Head("", rest, day, outlet, dateline_follows=False)
    if len(rest) > 1 and is_headline(first) and len(first) < len("".join(rest[1:])):
        return Head(first, _after_doubled(rest), day, outlet, dateline_follows=False)
    return Head("", rest, day, outlet, dateline_follows=False)


def _after_doubled(rest: list[str]) -> list[str]:
    """Return the lines after a title that some pages print twice."""
    title, *text = rest
    while text and same_words(text[0], title):
        text = text[1:]
    return text


def is_headline(line: str) -> bool:
    """Say whether ``line`` may be a title: short, and no sentence."""
    if not line or len(line) > _LONGEST_TITLE or _BYLINE.match(line):
        return False
    return not _SENTENCE_END.search(line) or bool(_ABBREVIATION.search(line))


def _sorted_out(above: list[str]) -> tuple[DayFound | None, str, list[str]]:
    """Take the day, the outlet and chrome out of the first lines; keep the others."""
    day: DayFound | None = None
    outlet = ""
    kept: list[str] = []
    for number, whole in enumerate(above):
        sent = _SENT.search(whole)
        day = day or (find_day(sent["day"]) if sent else None)
        line = whole[: sent.start()] if sent else whole
        said = day_line(line)
        if said is not None:
            # A line with the outlet's name is the dispatch's own; a blog's day stands alone.
            day = said[0] if day is None or (said[1] and not outlet) else day
            outlet = outlet or said[1]
        elif len(kept) < 2 and known_outlet(line):
            outlet = outlet or known_outlet(line)
        elif not is_chrome(line):
            kept.append(line)
            if len(line) > _LONGEST_TITLE:  # the text has begun
                return day, outlet, [*kept, *above[number + 1 :]]
    return day, outlet, kept


def day_line(line: str) -> tuple[DayFound, str] | None:
    """Read a line that says a day, perhaps with the outlet's name, and nothing else."""
    if not line or len(line) > 90:
        return None
    plain = _CALENDAR.sub("", line)
    found = find_day(plain)
    if found is None:
        return None
    rest = plain[: found.start] + " " + plain[found.end :]
    rest = _WEEKDAY.sub(" ", _TIME.sub(" ", rest))
    rest = re.sub(
        r"(?i)\bju[a-z]{2,5}\s?\d{2,3}\b|\b(?:date|published|updated|posted|today'?s\s+news)\b",
        " ",
        rest,
    )
    rest = re.sub(r"^\s*(?:www\.)?kcna\.kp\b", " ", rest)
    name = rest.strip(" \t()[]（）·:|,.-–—~")
    if re.search(r"[(（]\s*\d{4}\s*[)）]", plain):
        found = replace(found, day_from=DayFrom.PAGE)  # the Gregorian year stands there as well
    if not name:
        return found, ""
    outlet = known_outlet(name)
    return (found, outlet) if outlet else None

"""KCNA Watch: its own pages of many outlets, saved as text or as HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from urllib.parse import unquote

from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.heads import day_line
from desktop_app.importing.outlets.lines import END_MARK, clean, same_words
from desktop_app.importing.outlets.names import outlet_named
from desktop_app.model.capture import Mention
from desktop_app.model.days import DayFrom
from desktop_app.reading.juche import find_day, find_days

SITE = "kcnawatch.org"
_MORE = re.compile(r"^More (?:From (?P<outlet>.{2,60})|Articles)$", re.I)
_SOURCE = re.compile(
    r"Date:\s*(?P<day>\d{1,2}/\d{1,2}/\d{4})\s*\|?\s*Source:\s*(?P<outlet>[^|\n]{2,60}?)\s*"
    r"(?:\|.*)?$",
    re.I,
)
_SAID = re.compile(r"Read original version at source|KCNA Watch|kcnawatch\.", re.I)
_JUCHE_LINE = re.compile(r"^\(?\s*www\.kcna\.kp\s*[(（][^)）]{4,30}[)）]\s*\)?$", re.I)
_NUMBER = re.compile(r"/newstream/(?P<unix>\d{9,10})-(?P<id>\d+)(?:/(?P<slug>[^/?#]*))?")


@dataclass(frozen=True, slots=True)
class Address:
    """A KCNA Watch address: when the text was taken in, and the beginning of its title."""

    taken_in: datetime
    title: str


def address(url: str) -> Address | None:
    """Read an article's address; its number is the time of taking in, not of publication."""
    match = _NUMBER.search(url)
    if match is None:
        return None
    words = unquote(match["slug"] or "").replace("-", " ").strip()
    return Address(datetime.fromtimestamp(int(match["unix"]), UTC), words[:1].upper() + words[1:])


def is_page(lines: list[str]) -> bool:
    """Say whether a page saved as text is one of KCNA Watch."""
    head = lines[:30]
    return any(_SOURCE.search(line) or _SAID.search(line) for line in head) or any(
        _MORE.match(line) and "articles" not in line.lower() for line in lines
    )


def draft(lines: list[str], draft_: Draft) -> Draft:
    """Read a page saved as text: one dispatch, its teasers and its capture time."""
    end = next((i for i, line in enumerate(lines) if _MORE.match(line)), len(lines))
    outlet = next((m["outlet"] for m in map(_MORE.match, lines) if m and m["outlet"]), "")
    teasers = tuple(mentions(lines[end:]))
    body = replace(draft_, site=SITE, mentions=(*draft_.mentions, *teasers))
    head = next((i for i, line in enumerate(lines[:20]) if _SOURCE.search(line)), None)
    if head is not None:
        body = _with_header(lines[: head + 1], body)
        source = _SOURCE.search(lines[head])
        outlet = source["outlet"] if source else outlet
        lines, end = lines[head + 1 :], end - head - 1
    if outlet:
        body = replace(body, outlet=outlet_named(outlet))
    body = _with_capture_time(body, teasers)
    return _up_to_the_end(lines[:end], body)


def _with_header(lines: list[str], body: Draft) -> Draft:
    """Read capture day, outlet, title and source line; the title may be printed twice."""
    *above, source = lines
    title = ""
    for line in above:
        said = day_line(line) or _doubled_day(line)
        if said is not None:
            if body.captured_at is None:
                body = replace(body, captured_at=_at(said), captured_from="page")
        elif line and not re.match(r"^KCNA\s+\S", line) and not _SAID.search(line):
            title = line
    day = find_day(source)
    return replace(
        body,
        title=title or body.title,
        given=day.day if day else body.given,
        given_from=DayFrom.PAGE if day else body.given_from,
    )


def _doubled_day(line: str) -> tuple[object, str] | None:
    """Read "December 09, 20239 December 2023": one day in two spellings, no space between."""
    if len(line) > 60:
        return None
    found = find_day(re.sub(r"(?<=\d{4})(?=\d)", " ", line))
    letters = sum(letter.isalpha() for letter in line)
    return (found, "") if found and letters < 24 else None


def _at(said: tuple[object, str]) -> datetime | None:
    day = getattr(said[0], "day", None)
    return datetime.combine(day, time(), UTC) if isinstance(day, date) else None


def _with_capture_time(body: Draft, teasers: tuple[Mention, ...]) -> Draft:
    """Take the newest teaser's day for the capture's where nothing better is known."""
    days = [teaser.day for teaser in teasers if teaser.day]
    if body.captured_at is not None or not days:
        return body
    newest = datetime.combine(max(days), time(), UTC)
    return replace(body, captured_at=newest, captured_from="teasers")


def _up_to_the_end(lines: list[str], body: Draft) -> Draft:
    """Stop at the end mark or the line with the Juche day, whichever is first."""
    kept: list[str] = []
    ended = False
    for line in lines:
        if _JUCHE_LINE.match(line):
            day = next(find_days(line), None)
            if day is not None and body.given is None:
                body = replace(body, given=day.day, given_from=day.day_from)
            ended = True
        elif not ended:
            kept.append(line)
            ended = bool(END_MARK.search(line)) and len(line) > 3
    return replace(body, text="\n".join(kept))


def mentions(lines: list[str]) -> list[Mention]:
    """Read teasers: each is printed twice, round its date."""
    found: list[Mention] = []
    waiting = ""
    day: date | None = None
    for line in map(clean, lines):
        if not line or _MORE.match(line) or _SAID.search(line):
            continue
        said = day_line(line)
        if said is not None:
            day = said[0].day
        elif waiting and same_words(line, waiting) and day is not None:
            found.append(Mention(waiting, day))
            waiting, day = "", None
        else:
            if waiting and day is not None:  # cut off before it was printed again
                found.append(Mention(waiting, day))
                day = None
            waiting = line
    if waiting and day is not None:
        found.append(Mention(waiting, day))
    return found

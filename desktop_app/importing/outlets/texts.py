"""Pages that came as plain text: told apart by what they say, in a table; else dispatches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop_app.importing.outlets import kcna_watch, new_year
from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.heads import day_line, is_headline
from desktop_app.importing.outlets.lines import CHROME, END_MARK, is_chrome, lines_of
from desktop_app.importing.outlets.sites import site_of
from desktop_app.model.capture import Listing, Mention
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.juche import find_day

_CALENDAR = re.compile(r"^calendar\b", re.I)
_TOKYO = re.compile(r"KOREA\s+NEWS\s+SERVICE\s*\(KNS\)", re.I)
_BETWEEN = re.compile(
    r"^(?:Submitted\s+by\b.{0,60}|(?:Originally\s+)?(?:posted|published)\s+(?:on|by)\b.{0,120})$",
    re.I,
)
_DAY_AT_END = re.compile(r"^\W*(?P<words>\w.{4,200}?)\s*[\[［](?P<day>[^\[\]\n]{6,28})[\]］]$")
_RULE = re.compile(r"^[-=*_#~\u2500]{3,}$")


@dataclass(frozen=True, slots=True)
class Layout:
    """How one kind of page is recognised in its lines, and what it gives."""

    name: str
    recognises: Callable[[list[str]], bool]
    drafts: Callable[[list[str], Draft], Draft]


def _is_tokyo_page(lines: list[str]) -> bool:
    said = any(_CALENDAR.match(line) for line in lines[:6])
    return said or any(_TOKYO.search(line) for line in lines[-6:])


def _tokyo_page(lines: list[str], whole: Draft) -> Draft:
    """One dispatch of the Tokyo mirror; its address is not in the text."""
    return replace(whole, text="\n".join(lines), outlet="KCNA", site="kcna.co.jp")


LAYOUTS = (
    Layout("KCNA Watch", kcna_watch.is_page, kcna_watch.draft),
    Layout("New Year collection", new_year.is_page, new_year.draft),
)
TOKYO = Layout("kcna.co.jp", _is_tokyo_page, _tokyo_page)


def drafts_of_text(text: str, whole: Draft) -> Iterator[Draft | Listing]:
    """Yield the dispatches of a page saved as text, or the list that it is.

    ``whole`` holds what is known of the page.
    """
    lines = lines_of(paragraphs_joined(text))
    for layout in LAYOUTS:
        if layout.recognises(lines):
            yield layout.drafts(lines, whole)
            return
    listed = headlines(lines)
    if listed:
        yield Listing(site_of(whole.url).name, None, complete=False, mentions=listed)
        return
    parts = divided(lines)
    if TOKYO.recognises(lines):
        whole = TOKYO.drafts(lines, whole)
    if len(parts) == 1:
        yield replace(whole, text="\n".join(lines))
        return
    day = next((said[0] for line in lines[:4] if (said := day_line(line))), None)
    for number, part in enumerate(parts, 1):
        draft = replace(whole, text="\n".join(part), title="", item=number)
        if day is not None and draft.given is None and number > 1:
            draft = replace(draft, given=day.day, given_from=day.day_from)
        yield replace(draft, locator=f"{whole.locator}#{number}")


def headlines(lines: list[str]) -> tuple[Mention, ...]:
    """Return the headlines of a site's list: the day hangs on each, and little else is there."""
    found = []
    for match in map(_DAY_AT_END.match, lines):
        day = find_day(match["day"]) if match else None
        if match and day:
            found.append(Mention(match["words"], day.day))
    written = sum(1 for line in lines if line)
    return tuple(dict.fromkeys(found)) if len(found) > 3 and len(found) * 3 > written else ()


def paragraphs_joined(text: str) -> str:
    """Join lines broken at a width, as in mail, where only an indent begins a paragraph."""
    lines = text.replace("\r\n", "\n").split("\n")
    indented = sum(1 for line in lines if line.startswith("   ") and line.strip())
    flush = sum(1 for line in lines if line[:1].strip())
    if not indented or flush <= indented or max(map(len, lines)) > _WIDEST:
        return text
    joined: list[str] = []
    for line in lines:
        goes_on = line[:1].strip() and joined and joined[-1].strip()
        if goes_on and not joined[-1].strip().startswith(_BULLETS):
            joined[-1] = f"{joined[-1].rstrip()} {line}"
        else:
            joined.append(line)
    return "\n".join(joined)


_WIDEST = 100
_BULLETS = ("*", "-", "=", "#")


def divided(lines: list[str]) -> list[list[str]]:
    """Divide lines into dispatches: each begins at a dateline, or at the title above it.

    A second dateline in the middle of a text divides nothing: some hold two reports.
    """
    found = [_title_start(lines, i) for i, line in enumerate(lines) if _opens(lines, i, line)]
    starts = sorted({start for start in found if start is not None})
    if len(starts) < 2:
        return [lines]
    edges = [0, *starts[1:], len(lines)]
    return [lines[a:b] for a, b in pairwise(edges)]


def _opens(lines: list[str], number: int, line: str) -> bool:
    """Say whether a dispatch's first sentence stands on this line."""
    if not any(letter.isdigit() for letter in line[:120]):
        return False
    dateline = find_dateline(line[:300])
    if dateline is None or dateline.start > 3 or not dateline.agency:
        return False
    return len(line) > dateline.end + 20 or number + 1 < len(lines)


def _title_start(lines: list[str], dateline: int) -> int | None:
    """Return where the dispatch with this dateline begins; None where it goes on another's."""
    before = dateline - 1
    blank = False
    while before >= 0 and (not lines[before] or _BETWEEN.match(lines[before])):
        before, blank = before - 1, True
    if before < 0:
        return dateline
    above = lines[before]
    if END_MARK.search(above) or _RULE.match(above) or CHROME.match(above):
        return dateline
    if not is_headline(above):
        return dateline if blank else None
    start = before
    while start > 0 and _is_second_title_line(lines, start - 1):
        start -= 1
    return start


def _is_second_title_line(lines: list[str], number: int) -> bool:
    """Say whether a line above a title belongs to it: no gap, short, after a gap itself."""
    line = lines[number]
    if not line or is_chrome(line) or not is_headline(line) or len(line) > 90:
        return False
    return number == 0 or not lines[number - 1]

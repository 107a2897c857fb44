"""From a draft to a capture: the rules of text that hold for every outlet and era."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz

from desktop_app.importing.language import language_of
from desktop_app.importing.outlets import kcna_watch
from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.heads import Head, day_line, read_head
from desktop_app.importing.outlets.lines import (
    CUT_MARK,
    END_MARK,
    ends_page,
    lines_of,
    one_line,
    same_words,
    unwrapped,
    without_edges,
)
from desktop_app.importing.outlets.names import outlet_named
from desktop_app.importing.outlets.published import published
from desktop_app.importing.outlets.sites import is_own_address, site_of
from desktop_app.model.capture import Capture
from desktop_app.model.days import DayFrom
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.juche import find_day

TITLES_DIFFER = "The title in the list and the one above the text have few words in common."
DAYS_DIFFER = "The day of the page and the dateline are more than four days apart."

_HUNG_DAY = re.compile(r"\s*[\[［](?P<day>[^\[\]\n]{6,28})[\]］]\s*$")
_MARKUP = re.compile(
    r"</?(?:nobr|strong|b|i|em|u|span|font|p|sup|sub)\b[^<>]{0,200}>|<br\s*/?>", re.I
)
_SITE_BEFORE = re.compile(
    r"^(?:조선중앙통신|KCNA|로동신문|Rodong Sinmun|朝鮮中央通信|朝中社|КЦТАК|ЦТАК)\s*[|｜]\s*"
)
_SENTENCE = re.compile(r"[.!?…。．！？:;][\"'”’」』》)\]]*$")
_CLOSING = re.compile(r"[\"'”’」』》)\]]$")
_UNFINISHED = re.compile(
    r"(?:^|\s)(?:the|an?|of|and|or|to|in|for|with|by|at|from|on|el|l[ao]s?|del?|y|en|con|por|que)$"
)
_KOREAN_UNFINISHED = re.compile(r"(?:[을를은는의에과와]|우리|하고|하는|하며)$")
_LONGEST_MARK = 60  # with the spaces round it; a paragraph is not searched whole for one
_JUCHE_TAIL = re.compile(r"^[(（]?\s*(?:www\.kcna\.kp\s*)?[(（][^()（）]{6,26}[)）]\s*[)）]?$")


def settle(draft: Draft) -> Capture | None:
    """Return the capture that ``draft`` is; None where nothing but chrome is left."""
    title, hung = listed_title(draft.title)
    if hung is not None and draft.given is None:
        draft = replace(draft, given=hung[0], given_from=hung[1])
    lines, draft, ended = _without_tail(without_edges(lines_of(draft.text)), draft)
    head = read_head(lines, title)
    draft = _with_head(draft, head)
    title, second = _titles(head, title)
    if draft.second_title and not same_words(draft.second_title, title):
        second = second or one_line(draft.second_title)
    text_lines, cut = _cut(without_edges(head.text))
    text_lines = unwrapped(text_lines, by_windows="\r\n" in draft.text)
    text = "\n".join(text_lines)
    if not title and not text:
        return None
    language = language_of(text or title, draft.language)
    dateline = find_dateline(text[:500]) if head.dateline_follows else None
    day = published(draft, dateline.day if dateline else None)
    doubts = list(draft.doubts)
    if day.dateline_disagrees:
        doubts.append(DAYS_DIFFER)
    if second and _few_words_shared(title, second):
        doubts.append(TITLES_DIFFER)
    site = site_of(draft.url)
    return Capture(
        locator=draft.locator,
        title=title or _from_address(draft.url),
        text=text,
        outlet=_outlet(draft, site.outlet, dateline is not None and bool(dateline.agency)),
        site=draft.site or site.name,
        language=language,
        item_on_page=draft.item,
        second_title=second,
        published=day.day,
        published_from=day.day_from,
        dateline=dateline,
        url=draft.url or None,
        address_is_its_own=bool(draft.url) and is_own_address(draft.url),
        captured_at=draft.captured_at,
        captured_from=draft.captured_from,
        complete=not (draft.cut or cut or (bool(text) and not ended and breaks_off(text_lines))),
        doubts=tuple(doubts),
        captions=draft.captions,
        topics=draft.topics,
        mentions=draft.mentions,
    )


def listed_title(written: str) -> tuple[str, tuple[date, DayFrom] | None]:
    """Return a list's title without markup, site name and the day that hangs on it."""
    title = one_line(html.unescape(_MARKUP.sub("", written)))
    title = _SITE_BEFORE.sub("", title)
    hung = _HUNG_DAY.search(title)
    found = find_day(hung["day"]) if hung else None
    if hung and found:
        title = title[: hung.start()]
    title = title.removeprefix("·").strip()
    return title, (found.day, found.day_from) if found else None


def _without_tail(lines: list[str], draft: Draft) -> tuple[list[str], Draft, bool]:
    """Cut what the page prints after the text; say whether an end mark closed it."""
    for number, line in enumerate(lines):
        if number and ends_page(line):
            lines = without_edges(lines[:number])
            break
    while len(lines) > 1 and _JUCHE_TAIL.match(lines[-1]) and (day := find_day(lines[-1])):
        if draft.given is None:
            draft = replace(draft, given=day.day, given_from=day.day_from)
        said = day_line(lines[-1])
        if said is not None and said[1] and not draft.outlet:
            draft = replace(draft, outlet=said[1])
        lines = without_edges(lines[:-1])
    ended = False
    while lines and (mark := END_MARK.search(lines[-1], len(lines[-1]) - _LONGEST_MARK)):
        ended = True
        lines = without_edges([*lines[:-1], lines[-1][: mark.start()]])
    return lines, draft, ended


def _with_head(draft: Draft, head: Head) -> Draft:
    if head.outlet and not draft.outlet:
        draft = replace(draft, outlet=head.outlet)
    if head.day is not None and draft.given is None:
        draft = replace(draft, given=head.day.day, given_from=head.day.day_from)
    return draft


def _titles(head: Head, listed: str) -> tuple[str, str]:
    """Return title and second title: above the text counts, unless the text is the list's."""
    if not head.title:
        return listed, ""
    above = one_line(head.title).removeprefix("·").strip()
    if not listed or same_words(above, listed):
        return above, ""
    if _few_words_shared(above, listed):
        first = " ".join(head.text)[:600]
        if fuzz.token_set_ratio(listed, first) > fuzz.token_set_ratio(above, first) + 20:
            return listed, above
    return above, listed


def _few_words_shared(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(one.casefold(), other.casefold()) < 45


def _cut(lines: list[str]) -> tuple[list[str], bool]:
    if lines and (mark := CUT_MARK.search(lines[-1], len(lines[-1]) - _LONGEST_MARK)):
        return without_edges([*lines[:-1], lines[-1][: mark.start()]]), True
    return lines, False


def breaks_off(lines: list[str]) -> bool:
    """Say whether a text plainly stops in the middle of a sentence, as one cut at a size does.

    A lost full stop is no proof: hundreds of whole texts lack theirs.
    """
    last = lines[-1]
    if _SENTENCE.search(last) or _CLOSING.search(last):
        return False
    if last.isascii():
        stump = len(last) < 3 and len(lines) > 1
        return stump or last.endswith(",") or _UNFINISHED.search(last.casefold()) is not None
    return " " in last and _KOREAN_UNFINISHED.search(last) is not None


def _from_address(url: str) -> str:
    """Return what a KCNA Watch address says of the title: cut short, but better than none."""
    taken_in = kcna_watch.address(url)
    return taken_in.title if taken_in else ""


def _outlet(draft: Draft, of_site: str, by_agency: bool) -> str:
    if draft.outlet:
        return outlet_named(draft.outlet)
    return of_site or ("KCNA" if by_agency else "")

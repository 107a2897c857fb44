"""Records and pages to captures: which rules apply, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

from desktop_app.importing.outlets.archived import at_its_outlet
from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.layouts import Found
from desktop_app.importing.outlets.lines import only_chrome
from desktop_app.importing.outlets.pages import found_in_page
from desktop_app.importing.outlets.published import day_of_name, years_of_name
from desktop_app.importing.outlets.settle import settle
from desktop_app.importing.outlets.texts import drafts_of_text
from desktop_app.importing.records import Page, Piece, Record, Refused
from desktop_app.messages import message
from desktop_app.model.capture import Capture, Listing
from desktop_app.model.days import DayFrom
from desktop_app.reading.juche import DayFound, read_day

Dispatch = Capture | Listing | Refused

_SURROGATE = re.compile("[\ud800-\udfff]")

ONLY_CHROME = message("Only the page's own words are there, no dispatch.")
NOTHING_LEFT = message("Neither a title nor a text is there.")


def dispatches(pieces: Iterator[Piece], name: str) -> Iterator[Dispatch]:
    """Turn what a reader found in the file called ``name`` into captures, one by one."""
    composer = Composer(name)
    for piece in pieces:
        yield from composer.dispatches_of(piece)


class Composer:
    """Composes captures of one file's pieces; the file's own name says something of them all."""

    def __init__(self, name: str) -> None:
        self._years = years_of_name(name)
        self._day = day_of_name(name)

    def dispatches_of(self, piece: Piece) -> Iterator[Dispatch]:
        """Yield the captures in one piece, or why there are none."""
        if isinstance(piece, Refused):
            yield piece
        elif isinstance(piece, Record):
            yield self._of_record(piece)
        else:
            yield from self._of_page(piece)

    def _of_record(self, record: Record) -> Dispatch:
        title, text = storable(record.title), storable(record.text)
        doubts: tuple[str, ...] = ()
        if text.strip() and only_chrome(text):
            if not title.strip():
                return Refused(record.locator, ONLY_CHROME)
            if "spanish" in text.casefold():
                return Refused(record.locator, _HEADING)
            doubts = (NO_TEXT_THERE,)
        day = _day_of(record.day, record.page_day)
        draft = Draft(
            text=text,
            locator=record.locator,
            title=title,
            given=day.day if day else None,
            given_from=day.day_from if day else None,
            second_title=record.second_title,
            url=record.url.strip(),
            outlet=record.outlet,
            site=record.site,
            language=record.language,
            item=record.item,
            topics=record.topics,
            doubts=doubts,
            years=self._years,
        )
        draft = at_its_outlet(_captured(draft, record.captured))
        return settle(draft) or Refused(record.locator, NOTHING_LEFT)

    def _of_page(self, page: Page) -> Iterator[Dispatch]:
        page = replace(
            page, title=storable(page.title), text=storable(page.text), html=storable(page.html)
        )
        day = _day_of(page.day)
        draft = Draft(
            text=page.text,
            locator=page.locator,
            title=page.title,
            given=day.day if day else None,
            given_from=day.day_from if day else None,
            url=page.url,
            captured_at=page.captured_at,
            captured_from=page.captured_from,
            doubts=page.doubts,
            outlet=page.outlet,
            nearest=page.nearest,
            item=page.item,
            years=self._years,
        )
        draft = at_its_outlet(draft)
        taken = False
        for part in self._parts(page, draft):
            one = settle(self._named(part)) if isinstance(part, Draft) else part
            if one is not None:
                taken = True
                yield one
        if not taken:
            there = page.text.strip() or page.html.strip()
            yield Refused(page.locator, ONLY_CHROME if there else NOTHING_LEFT)

    def _parts(self, page: Page, draft: Draft) -> Iterator[Found]:
        if page.html:
            return found_in_page(page.html, draft)
        return drafts_of_text(page.text, draft)

    def _named(self, draft: Draft) -> Draft:
        """Give a text the day that its file is named by, where it says none of its own."""
        if self._day is None or draft.given is not None:
            return draft
        capture = settle(draft)
        if capture is None or capture.published is not None:
            return draft
        if capture.dateline is not None and capture.dateline.day is not None:
            return replace(draft, nearest=self._day)
        return replace(draft, given=self._day, given_from=DayFrom.RECORD)


NO_TEXT_THERE = "The page held only its own words, so the headline is without its text."
_HEADING = message("“For Spanish-speaking people” is a heading, not a dispatch.")


def storable(text: str) -> str:
    """Mend halves of surrogate pairs, which no database can hold; the original keeps them."""
    if text.isascii() or not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _day_of(*days: object) -> DayFound | None:
    """Return the first of ``days`` that can be read."""
    read = (read_day(day) for day in days if day not in (None, ""))
    return next((found for found in read if found is not None), None)


def _captured(draft: Draft, value: object) -> Draft:
    found = read_day(value) if value not in (None, "") else None
    if found is None:
        return draft
    at = datetime.combine(found.day, time(), UTC)
    if isinstance(value, str):
        at = _moment(value) or at
    return replace(draft, captured_at=at, captured_from="record")


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

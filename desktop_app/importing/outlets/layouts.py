"""What a site's page looks like in one era: selectors, as a value in a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.html_page import HtmlPage, Link, text_of
from desktop_app.importing.outlets.settle import listed_title
from desktop_app.importing.outlets.sites import day_in, is_own_address, site_of
from desktop_app.importing.records import Refused
from desktop_app.messages import message
from desktop_app.model.capture import Listing, Mention
from desktop_app.model.days import DayFrom
from desktop_app.reading.juche import DayFound, find_day

Found = Draft | Listing | Refused
NOT_FOUND = message("The site answered that there is no such page.")


@dataclass(frozen=True, slots=True)
class Layout:
    """One site's pages of one era.

    ``signs`` are selectors of which any tells the era; those in ``alone`` are enough where
    the address is not known. Of the other selectors the first that finds something
    counts. ``index_is_complete`` says that a list names all dispatches of its day.
    ``read`` replaces the reading by selectors where a page needs more than that.
    """

    name: str
    site: str
    outlet: str = ""
    signs: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    listed: re.Pattern[str] | None = None
    index_is_complete: bool = False
    read: Callable[[Layout, HtmlPage, Draft], Iterator[Found]] | None = None

    def recognises(self, page: HtmlPage) -> bool:
        by_address = site_of(page.url).name == self.site if page.url else False
        if page.url and not by_address:
            return False
        if by_address:
            return not (self.signs or self.alone) or page.has((*self.alone, *self.signs))
        return page.has(self.alone)

    def found(self, page: HtmlPage, whole: Draft) -> Iterator[Found]:
        whole = replace(whole, site=whole.site or self.site, outlet=whole.outlet or self.outlet)
        if self.read is not None:
            yield from self.read(self, page, whole)
        else:
            yield from self.by_selectors(page, whole)

    def by_selectors(self, page: HtmlPage, whole: Draft) -> Iterator[Found]:
        """Yield the page's dispatch, or the list that it is where it has no text."""
        title = page.first(self.title)
        bodies = page.all(self.body)
        text = "\n".join(text_of(node) for node in bodies)
        mentions = self.mentions(page)
        if title is None and not text.strip():
            if mentions:
                yield self.listing(page, mentions)
            return
        draft = replace(
            whole,
            text=text,
            title=text_of(title) if title is not None else whole.title,
            mentions=mentions,
            captions=self.captions(page),
        )
        yield with_day(draft, self.day_of(page), page_wins=True)

    def day_of(self, page: HtmlPage) -> DayFound | None:
        """Return the day that the page gives itself."""
        for selector in self.day:
            for node in page.all((selector,)):
                found = find_day(text_of(node))
                if found is not None:
                    return found
        return None

    def mentions(self, page: HtmlPage) -> tuple[Mention, ...]:
        """Return the dispatches that the page links to, each once."""
        found: dict[str, Mention] = {}
        for link in page.links(page.all(self.links)):
            if self.listed is not None and not self.listed.search(link.url):
                continue
            mention = mention_of(link)
            if mention.first_words and (not link.url or link.url != page.url):
                found.setdefault(link.url or mention.first_words, mention)
        return tuple(found.values())

    def captions(self, page: HtmlPage) -> tuple[str, ...]:
        """Return what is said of pictures; a picture without words says nothing."""
        said = [text_of(node).strip() for node in page.all(self.pictures)]
        said += [
            str(node.attributes.get("alt") or "").strip()
            for picture in page.all(self.pictures)
            for node in picture.css("img[alt]")
        ]
        return tuple(dict.fromkeys(words for words in said if words))

    def listing(self, page: HtmlPage, mentions: tuple[Mention, ...]) -> Listing:
        day = self.day_of(page)
        return Listing(
            self.site,
            day.day if day else day_in(page.url),
            self.index_is_complete,
            mentions,
        )


def mention_of(link: Link) -> Mention:
    """Return the dispatch that a link names: its day hangs on it or stands beside it."""
    words, hung = listed_title(link.words)
    day: date | None = hung[0] if hung else day_in(link.url)
    parent = link.node.parent
    for _ in range(2):
        if day is None and parent is not None and parent.tag not in ("body", "ul", "ol", "main"):
            beside = text_of(parent)
            found = find_day(beside) if len(beside) < len(link.words) + 400 else None
            day = found.day if found else None
            parent = parent.parent
    return Mention(words, day, link.url or None)


def with_day(draft: Draft, day: DayFound | None, *, page_wins: bool = False) -> Draft:
    """Give ``draft`` the page's day; one with a Gregorian year in it is the page's own."""
    if day is None or (draft.given is not None and not page_wins):
        return draft
    day_from = DayFrom.JUCHE if day.day_from is DayFrom.JUCHE else DayFrom.PAGE
    return replace(draft, given=day.day, given_from=day_from)


def own_links(page: HtmlPage) -> tuple[Mention, ...]:
    """Return all links of a page that are some dispatch's own address."""
    if page.body is None:
        return ()
    found = {
        link.url: mention_of(link)
        for link in page.links([page.body])
        if link.url != page.url and is_own_address(link.url)
    }
    return tuple(found.values())

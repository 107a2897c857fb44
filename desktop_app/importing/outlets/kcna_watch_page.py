"""KCNA Watch's own pages as HTML: an article with teasers, or a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.importing.outlets import kcna_watch
from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.html_page import HtmlPage, text_of
from desktop_app.importing.outlets.layouts import Found, Layout, mention_of, with_day
from desktop_app.importing.outlets.lines import lines_of
from desktop_app.importing.outlets.names import outlet_named
from desktop_app.model.capture import Mention
from desktop_app.reading.juche import find_day

_SOURCE = re.compile(r"Source:\s*([^|\n]{2,60}?)\s*(?:\||$)", re.M)
_MORE = re.compile(r"^More From\s+(.{2,60})$", re.M)
_DAY = re.compile(r"Date:\s*\d{1,2}/\d{1,2}/\d{4}")


def _read(layout: Layout, page: HtmlPage, whole: Draft) -> Iterator[Found]:
    body = page.first(layout.body)
    mentions = _mentions(page)
    if body is None:
        if mentions:
            yield layout.listing(page, mentions)
        return
    around = text_of(page.body) if page.body is not None else ""
    title = page.first(layout.title)
    draft = replace(whole, text=text_of(body), title=text_of(title) if title else whole.title)
    source = _SOURCE.search(around) or _MORE.search(around)
    if source is not None:
        draft = replace(draft, outlet=outlet_named(source[1]))
    draft = kcna_watch.draft(lines_of(draft.text), draft)
    said = _DAY.search(around)
    day = find_day(said[0]) if said else layout.day_of(page)
    yield replace(with_day(draft, day, page_wins=True), mentions=mentions)


def _mentions(page: HtmlPage) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    nodes = page.all((".article-desc", ".article-teaser", "section.more a", ".more a"))
    for link in page.links(nodes):
        if kcna_watch.address(link.url) is None and "/newstream/" not in link.url:
            continue
        mention = mention_of(link)
        teaser = kcna_watch.mentions(lines_of(text_of(link.node)))
        if teaser:
            mention = replace(mention, first_words=teaser[0].first_words, day=teaser[0].day)
        if link.url != page.url:
            found.setdefault(link.url, mention)
    return tuple(found.values())


LAYOUT = Layout(
    "KCNA Watch",
    kcna_watch.SITE,
    signs=(".article-content",),
    alone=(".articled-date", "a.more-full-link", ".article-desc", "#search_wrapper"),
    title=("h1.article-title", "article h1", "h1", ".article-title"),
    body=(".article-content",),
    day=("#content > .articled-date", "article .articled-date", ".articled-date"),
    read=_read,
)

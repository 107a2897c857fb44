"""kcna.co.jp, the Tokyo mirror: day pages of many dispatches, item pages, day indexes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.html_page import HtmlPage, text_of
from desktop_app.importing.outlets.layouts import Found, Layout, mention_of, own_links
from desktop_app.importing.outlets.lines import is_chrome, lines_of
from desktop_app.importing.outlets.sites import day_in, site_of
from desktop_app.importing.outlets.texts import divided
from desktop_app.importing.records import Refused
from desktop_app.messages import message
from desktop_app.model.capture import Listing
from desktop_app.model.days import DayFrom
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.juche import find_day

_RULE = re.compile(r"<hr\b[^>]*>", re.I)
_ANCHOR = re.compile(r"<a\b[^>]*\bname\s*=\s*[\"']?(\d{1,3})\b", re.I)
HEADING = message("“For Spanish-speaking people” is a heading, not a dispatch.")


def _read(layout: Layout, page: HtmlPage, whole: Draft) -> Iterator[Found]:
    body = page.body
    if body is None:
        return
    source = body.html or ""
    if len(_ANCHOR.findall(source)) > 1 or _is_day_page(page.url):
        yield from _day_page(page, source, whole)
        return
    text = text_of(body)
    if find_dateline(text) is None and page.all(("ul li h3 a", "ul li a", "h3 a")):
        yield from _index(layout, page, text)
        return
    bold = page.first(("table b", "td b", "b", "strong", "h3"))
    title = " ".join(text_of(bold).split()) if bold is not None else ""
    yield replace(whole, text=text, title=title)


def _is_day_page(url: str) -> bool:
    return site_of(url).name == "kcna.co.jp" and bool(re.search(r"/n\w+\d{1,2}/\d{1,2}\.htm", url))


def _day_page(page: HtmlPage, source: str, whole: Draft) -> Iterator[Found]:
    """Divide at the rules between dispatches; each keeps its anchor in its address."""
    parts = _RULE.split(source)
    day = day_in(page.url)
    number = 0
    for part in parts:
        lines = lines_of(text_of_html(part))
        anchor = _ANCHOR.search(part)
        for lines_here in divided(lines) if anchor is None else [lines]:
            if all(is_chrome(line) for line in lines_here):
                if any("spanish" in line.lower() for line in lines_here):
                    yield Refused(f"{whole.locator}#{number + 1}", HEADING)
                continue
            number += 1
            mark = anchor[1] if anchor else str(number)
            yield replace(
                whole,
                text="\n".join(lines_here),
                locator=f"{whole.locator}#{mark}",
                url=f"{page.url}#{mark}" if page.url else "",
                item=number,
                given=whole.given or day,
                given_from=whole.given_from or (DayFrom.URL if day else None),
            )


def text_of_html(fragment: str) -> str:
    """Return the text of a piece of a page's source."""
    page = HtmlPage(f"<body>{fragment}</body>")
    return text_of(page.body) if page.body is not None else ""


def _index(layout: Layout, page: HtmlPage, text: str) -> Iterator[Found]:
    """Read a day's index: all that the mirror took in that day, in both languages."""
    found = find_day(text[:2000])
    day = day_in(page.url) or (found.day if found else None)
    links = {
        link.url: replace(mention_of(link), day=day or mention_of(link).day)
        for link in page.links(page.all(("ul li h3 a", "ul li a", "h3 a")))
        if link.url
    }
    mentions = tuple(links.values()) or own_links(page)
    yield Listing(layout.site, day, day is not None and bool(day_in(page.url)), mentions)


LAYOUT = Layout("kcna.co.jp", "kcna.co.jp", "KCNA", read=_read)

"""Pages of sites without rules of their own: by the dateline, else where text is densest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborNode

from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.heads import is_headline
from desktop_app.importing.outlets.html_page import HtmlPage, lines_and_links, text_of
from desktop_app.importing.outlets.lines import ends_page
from desktop_app.importing.outlets.texts import divided
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.juche import find_day, read_day

BY_GENERAL_RULES = "The site is not known; the text was found by general rules."
_AROUND = ("nav", "header", "footer", "aside", "menu", "select", "button", "figure")
_CONTENT = (
    ".entry-content",
    ".post-content",
    ".article-body",
    ".article-content",
    '[itemprop="articleBody"]',
    "article",
    "main",
    "#content",
)
_AROUND_SIGNS = re.compile(
    r"\b(?:related|share|social|comment|sidebar|widget|promo|cookie|newsletter|breadcrumb|menu"
    r"|footer|donat\w*)\b",
    re.I,
)
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:[/-]|$)")
_SHORTEST = 40


def drafts_of_general(page: HtmlPage, whole: Draft, *, doubt: bool = True) -> Iterator[Draft]:
    """Yield the dispatches that a page without rules holds; none where it is all links."""
    body = page.body
    if body is None:
        return
    if doubt:
        whole = replace(whole, doubts=(*whole.doubts, BY_GENERAL_RULES))
    whole = _with_hints(page, whole)
    lines = _lines(_densest(body))
    if not any(find_dateline(line[:300]) for line in lines):
        whole_body = _lines(body)
        if any(find_dateline(line[:300]) for line in whole_body):
            lines = whole_body
    if sum(len(line) for line in lines) < _SHORTEST:
        return
    for number, part in enumerate(divided(lines), 1):
        draft = replace(whole, text="\n".join(part))
        if number > 1:
            draft = replace(draft, locator=f"{whole.locator}#{number}", item=number, title="")
        yield draft


def _with_hints(page: HtmlPage, whole: Draft) -> Draft:
    """Add the title, and a day that is near publication: the address's or the site's own."""
    title = whole.title or _title(page)
    near = _DAY_IN_PATH.search(page.url)
    day = find_day("-".join(near.groups())) if near else None
    day = day or read_day(page.meta("article:published_time", "datePublished", "date"))
    return replace(whole, title=title, nearest=whole.nearest or (day.day if day else None))


def _title(page: HtmlPage) -> str:
    node = page.first(
        (".entry-title", ".post-title", "article h1", "article h2", "main h1", "h1", "h2", "h3")
    )
    heading = " ".join(text_of(node).split()) if node is not None else ""
    named = page.meta("og:title") or re.split(r"\s+[|–—·-]\s+", page.title)[0]
    return heading if is_headline(heading) and heading else named.strip()


def _lines(node: LexborNode) -> list[str]:
    """Return the lines of text: those that are only links are no text."""
    kept: list[str] = []
    for line, only_links in lines_and_links(_without_what_is_around(node)):
        if ends_page(line) and kept:
            break
        if not only_links:
            kept.append(line)
    return kept


def _without_what_is_around(node: LexborNode) -> LexborNode:
    for tag in _AROUND:
        for one in node.css(tag):
            if one.mem_id != node.mem_id:
                one.decompose()
    for one in node.css("div[class], section[class], ul[class], div[id], section[id]"):
        named = f"{one.attributes.get('class') or ''} {one.attributes.get('id') or ''}"
        if one.mem_id != node.mem_id and _AROUND_SIGNS.search(named):
            one.decompose()
    return node


def _densest(body: LexborNode) -> LexborNode:
    """Return the node that holds the text: a usual one, else where most paragraphs are."""
    best, most = body, 0.0
    for selector in _CONTENT:
        for node in body.css(selector):
            score = _text_score(node)
            if score > 200 and score > most * 1.5:
                best, most = node, score
        if most:
            return best
    parents: dict[int, tuple[LexborNode, float]] = {}
    for paragraph in body.css("p"):
        parent = paragraph.parent
        if parent is None:
            continue
        _, score = parents.get(parent.mem_id, (parent, 0.0))
        parents[parent.mem_id] = (parent, score + _text_score(paragraph))
    best, most = max(parents.values(), key=lambda pair: pair[1], default=(body, 0.0))
    return best if most > 200 else body


def _text_score(node: LexborNode) -> float:
    text = len(node.text())
    links = sum(len(link.text()) for link in node.css("a"))
    return text - 2 * links

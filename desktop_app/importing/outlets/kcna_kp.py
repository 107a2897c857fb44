"""kcna.kp in its three eras: script calls to 2018, hex addresses to 2026, plain ones since."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.general import drafts_of_general
from desktop_app.importing.outlets.html_page import HtmlPage, text_of
from desktop_app.importing.outlets.layouts import Found, Layout
from desktop_app.importing.outlets.settle import listed_title
from desktop_app.model.capture import Mention

_CALL = re.compile(r"fn_show\w*\(\s*[\"'](?P<code>[A-Z]{2}\d{5,})[\"']")


def _old(layout: Layout, page: HtmlPage, whole: Draft) -> Iterator[Found]:
    """Read a page of the old site: no address, links that are script calls."""
    mentions = []
    for node in page.all(("a.titlebet", "a[href*=fn_show]")):
        code = _CALL.search(node.attributes.get("href") or node.attributes.get("onclick") or "")
        words, hung = listed_title(text_of(node))
        if words and code:
            mentions.append(Mention(words, hung[0] if hung else None, None))
    title, body = page.first(layout.title), page.first(layout.body)
    if body is not None:
        yield from layout.by_selectors(page, replace(whole, mentions=tuple(mentions)))
        return
    if title is not None:
        whole = replace(whole, title=text_of(title))
    taken = False
    for draft in drafts_of_general(page, replace(whole, mentions=tuple(mentions)), doubt=False):
        taken = True
        yield draft
    if not taken and mentions:
        yield layout.listing(page, tuple(mentions))


OLD = Layout(
    "kcna.kp to 2018",
    "kcna.kp",
    "KCNA",
    alone=("a.titlebet", 'a[href*="fn_showArticle"]', 'a[onclick*="fn_showArticle"]'),
    title=(".arttitle", ".article_title", "#artTitle", "h1", "h2"),
    day=(".artdate", ".article_date"),
    read=_old,
)


def _hex(layout: Layout, page: HtmlPage, whole: Draft) -> Iterator[Found]:
    """Read a page of 2018 to 2026; its title may be printed in markup, its day in Juche."""
    yield from layout.by_selectors(page, whole)


HEX = Layout(
    "kcna.kp 2018 to 2026",
    "kcna.kp",
    "KCNA",
    alone=(
        ".article-main-title",
        ".article-content-body",
        "span.publish-time",
        ".article-link",
        ".fSpecCs",
    ),
    title=(".article-main-title strong", ".article-main-title"),
    body=(
        ".article-content-body .content-wrapper p",
        ".article-content-body .content-wrapper",
        ".article-content-body p",
    ),
    day=(
        ".article-content-body .publish-time",
        ".article-main-title .publish-time",
        "body > .publish-time",
        ".media-icon .publish-time",
        "body > * > .publish-time",
    ),
    links=(".article-link li a", ".article-link a"),
    pictures=(".media-icon a",),
    read=_hex,
)


def _since_2026(layout: Layout, page: HtmlPage, whole: Draft) -> Iterator[Found]:
    """Read a page since June 2026: it shows no day, so a known capture gives the year."""
    if whole.captured_at is not None:
        whole = replace(whole, nearest=whole.captured_at.date())
    yield from layout.by_selectors(page, whole)


SINCE_2026 = Layout(
    "kcna.kp since 2026",
    "kcna.kp",
    "KCNA",
    alone=("main article h1.text-danger", "h1.text-center.text-danger", "h5.block a"),
    title=("main article h1", "h1.text-danger"),
    body=("main article p", "article p"),
    links=("div.article h5.block a", "h5.block a"),
    pictures=("a.gallery_button",),
    read=_since_2026,
)
LAYOUTS = (HEX, SINCE_2026, OLD)

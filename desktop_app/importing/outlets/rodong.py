"""rodong.rep.kp in its three eras, told apart by their classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.html_page import HtmlPage, text_of
from desktop_app.importing.outlets.layouts import NOT_FOUND, Found, Layout, own_links
from desktop_app.importing.outlets.lines import same_words
from desktop_app.importing.records import Refused

_GONE = "알수 없는 주소"


def _first_is_title(layout: Layout, page: HtmlPage, whole: Draft) -> Iterator[Found]:
    """Read pages to 2022: title and paragraphs are of one class, some paragraphs doubled."""
    paragraphs: list[str] = []
    for node in page.all(layout.body):
        text = text_of(node).strip()
        if text and not (paragraphs and same_words(paragraphs[-1], text)):
            paragraphs.append(text)
    if not paragraphs:
        return
    title, *rest = paragraphs
    yield replace(whole, title=title, text="\n".join(rest), mentions=own_links(page))


def _gone(_layout: Layout, page: HtmlPage, whole: Draft) -> Iterator[Found]:
    if _GONE in page.title or any(_GONE in text_of(node) for node in page.all(("h1",))):
        yield Refused(whole.locator, NOT_FOUND)


def _with_links(layout: Layout, page: HtmlPage, whole: Draft) -> Iterator[Found]:
    for found in layout.by_selectors(page, whole):
        if isinstance(found, Draft):
            yield replace(found, mentions=own_links(page))
        else:
            yield found


SINCE_2025 = Layout(
    "Rodong Sinmun since 2025",
    "rodong.rep.kp",
    "Rodong Sinmun",
    alone=("#articleContent", "#ContDIV", "p.TextP", ".RevoTitleP", "p.TitleP"),
    title=("p.RevoTitleP", "p.TitleP", ".RevoTitleP", ".TitleP"),
    body=("#ContDIV p.TextP", "p.TextP", "#ContDIV p", "#articleContent p"),
    day=("#article-date",),
    pictures=("#articleContent figure", ".photo"),
    read=_with_links,
)
SINCE_2023 = Layout(
    "Rodong Sinmun 2023",
    "rodong.rep.kp",
    "Rodong Sinmun",
    alone=(".news_Title", "span.NewsDate", ".NewsDate"),
    title=(".news_Title",),
    body=("p.ArticleContent", ".ArticleContent"),
    day=("span.NewsDate", ".NewsDate"),
    pictures=(".photo",),
    read=_with_links,
)
TO_2022 = Layout(
    "Rodong Sinmun to 2022",
    "rodong.rep.kp",
    "Rodong Sinmun",
    alone=("p.ArticleContent",),
    body=("p.ArticleContent",),
    read=_first_is_title,
)
GONE = Layout("Rodong Sinmun, no such page", "rodong.rep.kp", read=_gone, alone=("h1",))
LAYOUTS = (SINCE_2025, SINCE_2023, TO_2022)

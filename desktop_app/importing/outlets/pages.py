"""Web pages to drafts: the table of layouts, and the general rules where none fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.importing.outlets import (
    kcna_cojp,
    kcna_kp,
    kcna_watch_page,
    rodong,
    small_sites,
)
from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.general import drafts_of_general
from desktop_app.importing.outlets.html_page import HtmlPage, is_too_deep
from desktop_app.importing.outlets.layouts import Found, own_links
from desktop_app.importing.outlets.sites import host_of, site_of
from desktop_app.importing.records import Refused
from desktop_app.messages import message
from desktop_app.model.capture import Listing

TOO_DEEP = message("The page nests deeper than any honest page does.")

LAYOUTS = (
    kcna_watch_page.LAYOUT,
    *kcna_kp.LAYOUTS,
    kcna_cojp.LAYOUT,
    *rodong.LAYOUTS,
    rodong.GONE,
    *small_sites.LAYOUTS,
)
"""Every site and era; the first that recognises a page and finds something in it reads it."""


def found_in_page(source: str, whole: Draft) -> Iterator[Found]:
    """Yield what is on a saved page: dispatches, or the list that it is."""
    if is_too_deep(source):
        yield Refused(whole.locator, TOO_DEEP)
        return
    page = HtmlPage(source, whole.url)
    whole = replace(whole, url=whole.url or page.url)
    if page.archived_at is not None:
        whole = replace(whole, captured_at=page.archived_at, captured_from="web archive")
    elif whole.captured_at is None and page.captured_at is not None:
        whole = replace(whole, captured_at=page.captured_at, captured_from="page")
    for layout in LAYOUTS:
        if layout.recognises(page):
            found = list(layout.found(page, whole))
            if any(not isinstance(one, Draft) or one.text.strip() or one.title for one in found):
                yield from (_at_its_time(one, whole) for one in found)
                return
    yield from _by_general_rules(page, whole)


def _by_general_rules(page: HtmlPage, whole: Draft) -> Iterator[Found]:
    site = site_of(page.url)
    known = bool(site.outlet)
    mentions = own_links(page)
    # Removing what is around the text changes the tree, so links were looked for before.
    drafts = list(drafts_of_general(page, whole, doubt=not known))
    if drafts:
        yield from (replace(one, mentions=one.mentions or mentions) for one in drafts[:1])
        yield from drafts[1:]
    elif mentions:
        site_name = site.name or host_of(page.url)
        yield _at_its_time(Listing(site_name, None, complete=False, mentions=mentions), whole)


def _at_its_time(found: Found, whole: Draft) -> Found:
    """Give a listing the page's capture time: what it lacks was gone by then."""
    if isinstance(found, Listing):
        return replace(found, captured_at=whole.captured_at)
    return found

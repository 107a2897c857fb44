"""A stored page as harmless HTML: its words, headings, lists and tables, and nothing else.

What is not in the list of what is kept does not come through, so nothing in a stranger's page
can be run, loaded, sent or followed. Pictures leave the words that stand for them.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from desktop_app.importing.apart import asked_apart
from desktop_app.importing.leaves import DAMAGED
from desktop_app.importing.limits import LIMITS, Limits
from desktop_app.importing.outlets.html_page import is_too_deep
from desktop_app.importing.readers import HEAD, format_of
from desktop_app.importing.records import Page, Source, Unreadable
from desktop_app.library.stored import stored_bytes


def _tags(written: str) -> frozenset[str]:
    return frozenset(written.split())


_KEPT = _tags(
    "p br hr div span h1 h2 h3 h4 h5 h6 b strong i em u s sub sup small center blockquote pre code "
    "ul ol li dl dt dd table caption thead tbody tfoot tr td th nobr article section main header "
    "footer nav aside figure figcaption address"
)
_DROPPED = _tags(
    "script style noscript template iframe frame frameset noframes object embed applet svg math "
    "form input button select textarea video audio source track link meta base head title canvas "
    "map area param portal"
)
_EMPTY = frozenset(("br", "hr"))
_SPANS = ("colspan", "rowspan")
_MOST = 3_000_000  # letters; a longer page is shown up to there


def page_of(library: Path, sha256: str, name: str, limits: Limits = LIMITS) -> str | None:
    """Return the original ``sha256`` as harmless HTML; None where it is no web page."""
    return asked_apart(_page_of, str(library), sha256, name, limits=limits)


def _page_of(library: str, sha256: str, name: str, limits: Limits) -> str | None:
    opened = partial(stored_bytes, library, sha256)
    try:
        with opened() as stream:
            head = stream.read(HEAD)
        source = Source(name, opened, None, limits)
        kind = format_of(head, source.suffix)
        if kind is None or kind.many:
            return None
        pages = (one for one in kind.read(source) if isinstance(one, Page))
        page = next(pages, None)
    except (Unreadable, OSError, *DAMAGED):
        return None
    return harmless(page.html) if page is not None and page.html else None


def harmless(source: str) -> str:
    """Return ``source`` with nothing but the tags that are kept, and none of their attributes."""
    if is_too_deep(source):
        return ""
    body = LexborHTMLParser(source).body
    pieces: list[str] = []
    size = 0
    for piece in _pieces(body) if body is not None else ():
        pieces.append(piece)
        size += len(piece)
        if size > _MOST:
            break
    return "".join(pieces)


def _pieces(body: LexborNode) -> Iterator[str]:
    # No recursion: a page nests as deep as its maker likes.
    waiting: list[LexborNode | str] = [body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
            continue
        tag = node.tag or ""
        if tag == "-text":
            yield html.escape(node.text_content or "")
        elif tag == "img":
            words = str(node.attributes.get("alt") or "").strip()
            yield f"<i>[{html.escape(words)}]</i>" if words else ""
        elif tag not in _DROPPED and not tag.startswith("-"):
            if tag in _KEPT:
                yield f"<{tag}{_spans(node)}>"
                if tag not in _EMPTY:
                    waiting.append(f"</{tag}>")
            waiting.extend(reversed(list(node.iter(include_text=True))))


def _spans(node: LexborNode) -> str:
    if node.tag not in ("td", "th"):
        return ""
    given = ((name, str(node.attributes.get(name) or "")) for name in _SPANS)
    return "".join(f' {name}="{n}"' for name, n in given if n.isdecimal() and 0 < int(n[:4]) < 100)

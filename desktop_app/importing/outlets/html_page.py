"""A saved web page: its address, its text with breaks where a browser breaks, its links.

Nothing in it is run or loaded: scripts, styles, frames and forms are taken out first.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from desktop_app.importing.outlets.archived import filed_at, original_of, without_bar
from desktop_app.importing.outlets.lines import lines_of

_NEVER_TEXT = ["script", "style", "noscript", "template", "iframe", "svg", "object", "form"]
_SPACE = re.compile(r"[\t\r\n\f ]+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"<a\b[^>]{0,4000}>|</a\s*>", re.I)
_BLOCK = re.compile(
    r"<\s*/?\s*(?:br|p|div|tr|td|th|table|tbody|li|ul|ol|dl|dt|dd|h[1-6]|hr|section|article|main"
    r"|header|footer|nav|aside|blockquote|figure|figcaption|pre|center|body|title)\b[^>]{0,4000}>",
    re.I,
)
# Before and after a leader's name in tags some pages have no space, though a letter follows.
_GLUED = re.compile(r"(?<=[A-Za-z,;])(?=<nobr\b)|(?<=</nobr>)(?=[A-Za-z(])", re.I)
_TAG = re.compile(r"<[^<>]{0,4000}>")
_OPEN, _CLOSE = "\ue000", "\ue001"
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.I)
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S+)"
    r"(?:\s+saved date:\s*(?P<date>[^\n]+?)\s*(?:\n|-->))?",
    re.I,
)
_HEAD = 8192


# Parsing takes the square of the depth: a million unclosed tags would take an hour.
_DEEPEST = 5_000
_NESTING = (
    "div",
    "span",
    "b",
    "i",
    "em",
    "strong",
    "font",
    "table",
    "ul",
    "ol",
    "center",
    "section",
)


def is_too_deep(source: str) -> bool:
    """Say whether a page leaves more tags open than any honest one nests."""
    if source.count("<") < _DEEPEST:
        return False
    lower = source.lower()
    return any(lower.count(f"<{tag}") - lower.count(f"</{tag}") > _DEEPEST for tag in _NESTING)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: its words and where it leads."""

    words: str
    url: str
    node: LexborNode


class HtmlPage:
    """One page, parsed; selectors are tried on it, and text is taken out of its nodes."""

    def __init__(self, source: str, url: str = "") -> None:
        source = without_bar(source)
        head = source[:_HEAD]
        self._saved = _SINGLE_FILE.search(head)
        self._tree = LexborHTMLParser(source)
        self.url = url or self._address(head)
        archived = original_of(self.url)
        self.url = archived.url if archived else self.url
        self.archived_at = filed_at(source) or (archived.taken_at if archived else None)
        self._tree.strip_tags(_NEVER_TEXT)

    def _address(self, head: str) -> str:
        if self._saved is not None:
            return html.unescape(self._saved["url"])
        saved = _SAVED_FROM.search(head)
        if saved is not None and saved[1].startswith("http"):
            return html.unescape(saved[1])
        for selector, attribute in (
            ('link[rel="canonical"]', "href"),
            ('meta[property="og:url"]', "content"),
        ):
            node = self._tree.css_first(selector)
            url = (node.attributes.get(attribute) or "") if node is not None else ""
            if url.startswith("http"):
                return url
        return ""

    @property
    def captured_at(self) -> datetime | None:
        """Return when SingleFile saved the page, where it says so."""
        if self._saved is None or not self._saved["date"]:
            return None
        plain = re.sub(r"\s*\(.*\)$", "", self._saved["date"])
        for form in ("%a %b %d %Y %H:%M:%S GMT%z", "%Y-%m-%dT%H:%M:%S.%f%z"):
            try:
                return datetime.strptime(plain, form).astimezone(UTC)
            except ValueError:
                continue
        return None

    def first(self, selectors: Iterable[str]) -> LexborNode | None:
        """Return the first node that one of ``selectors`` finds, in their order."""
        for selector in selectors:
            node = self._tree.css_first(selector)
            if node is not None:
                return node
        return None

    def all(self, selectors: Iterable[str]) -> list[LexborNode]:
        """Return the nodes of the first selector that finds any."""
        for selector in selectors:
            nodes = self._tree.css(selector)
            if nodes:
                return nodes
        return []

    def has(self, selectors: Iterable[str]) -> bool:
        return self.first(selectors) is not None

    @property
    def body(self) -> LexborNode | None:
        return self._tree.body

    @cached_property
    def title(self) -> str:
        """Return what ``<title>`` says; some sites wrote markup into it as text."""
        node = self._tree.css_first("title")
        return _TAG.sub("", node.text()).strip() if node is not None else ""

    def meta(self, *names: str) -> str:
        for name in names:
            for kind in ("property", "name", "itemprop"):
                node = self._tree.css_first(f'meta[{kind}="{name}"]')
                if node is not None and node.attributes.get("content"):
                    return str(node.attributes["content"])
        return ""

    def absolute(self, address: str) -> str:
        """Return where a link leads, "" for what is no web address."""
        try:
            archived = original_of(address) if "/web/" in address or "archive." in address else None
            address = archived.url if archived else address.strip()
            url = urljoin(self.url, address) if self.url else address
            return url if urlsplit(url).scheme in ("http", "https") else ""
        except ValueError:
            return ""

    def links(self, nodes: Iterable[LexborNode]) -> Iterator[Link]:
        """Yield the links in ``nodes``, those without words left out."""
        for node in nodes:
            for link in [node] if node.tag == "a" else node.css("a"):
                words = " ".join(text_of(link).split())
                if words:
                    yield Link(words, self.absolute(link.attributes.get("href") or ""), link)


def text_of(node: LexborNode) -> str:
    """Return the text of ``node``: lines where a browser breaks, names in tags in place."""
    return _text(node)[0]


def lines_and_links(node: LexborNode) -> list[tuple[str, bool]]:
    """Return the lines of ``node``, each with whether it is nothing but links."""
    _, marked = _text(node)
    found = []
    for line in marked.split("\n"):
        outside = re.sub(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}?", "", line)
        plain = line.replace(_OPEN, "").replace(_CLOSE, "")
        for cleaned in lines_of(plain):
            only_links = _OPEN in line and not re.search(r"\w", outside)
            found.append((cleaned, only_links and bool(cleaned)))
    return found


def _text(node: LexborNode) -> tuple[str, str]:
    source = _COMMENT.sub("", node.html or "")
    source = _SPACE.sub(" ", source)
    if "nobr" in source:
        source = _GLUED.sub(" ", source)
    source = _LINK.sub(lambda tag: _CLOSE if tag[0].startswith("</") else _OPEN, source)
    source = _BLOCK.sub("\n", source)
    marked = html.unescape(_TAG.sub("", source)).replace("\xa0", " ")
    return marked.replace(_OPEN, "").replace(_CLOSE, ""), marked

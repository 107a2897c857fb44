"""HTML: saved pages, complete ones, and those in a single file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.importing.encodings import decode
from desktop_app.importing.readers.text import BROKEN_LETTERS
from desktop_app.importing.readers.whole import read_whole
from desktop_app.importing.records import Page, Piece, Source

_BEGINS = re.compile(
    rb"^\s*(?:<!--.{0,20000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|table|div|article|script|link|center|font)\b",
    re.I | re.DOTALL,
)


def sniff(head: bytes, suffix: str) -> bool:
    """Say whether bytes begin as a page does, whatever their encoding."""
    plain = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe")
    if _BEGINS.match(plain):
        return True
    return suffix in (".html", ".htm", ".xhtml", ".shtml") and b"<" in plain


def read(source: Source) -> Iterator[Piece]:
    """Yield the page."""
    found = decode(read_whole(source))
    yield Page("", html=found.text, doubts=(BROKEN_LETTERS,) if found.doubtful else ())

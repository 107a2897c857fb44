"""DOCX and HWPX: the paragraphs of a text document, taken out of its zip by pattern.

No XML parser runs, so no entity and no depth can do harm.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from desktop_app.importing.limits import Limits
from desktop_app.importing.readers.whole import too_large
from desktop_app.importing.records import Page, Piece, Source, Unreadable
from desktop_app.messages import message

_PIECE = re.compile(
    r"<(?:\w+:)?t(?:\s[^<>]*)?>(?P<text>[^<]*)</(?:\w+:)?t>"
    r"|<(?:\w+:)?(?P<break>br|cr|lineBreak)\b[^<>]*>"
    r"|<(?:\w+:)?(?P<tab>tab)\b[^<>]*/>"
    r"|</(?:\w+:)?(?P<end>p)>"
)
_INSIDE = re.compile(r"<(?:\w+:)?(?:lineBreak|tab|fwSpace|nbSpace)\b[^<>]*/>")
NO_TEXT = message("The document holds no text.")


def sniff_docx(head: bytes, suffix: str) -> bool:
    return head.startswith(b"PK\x03\x04") and (b"word/" in head or suffix == ".docx")


def sniff_hwpx(head: bytes, suffix: str) -> bool:
    return head.startswith(b"PK\x03\x04") and (b"hwp+zip" in head or suffix == ".hwpx")


def read_docx(source: Source) -> Iterator[Piece]:
    """Yield the document as one page of text."""
    yield _page(source, re.compile(r"^word/document\.xml$"))


def read_hwpx(source: Source) -> Iterator[Piece]:
    """Yield all sections of the document as one page of text."""
    yield _page(source, re.compile(r"^Contents/section\d+\.xml$"))


def opened_office(stream: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """Open a document's zip; raises `Unreadable` where it inflates to too much."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable(message("The document is damaged ({why}).", why=str(error))) from error
    # zipfile reads no more of a member than its directory declares, so these sizes hold.
    if sum(info.file_size for info in archive.infolist()) > limits.whole * 4:
        raise too_large(limits.whole * 4)
    return archive


def _page(source: Source, wanted: re.Pattern[str]) -> Page:
    with source.opened() as stream, opened_office(stream, source.limits) as archive:
        names = sorted((n for n in archive.namelist() if wanted.match(n)), key=_in_order)
        text = "\n".join(_text(archive.read(name)) for name in names)
    if not text.strip():
        raise Unreadable(NO_TEXT)
    return Page("", text=text)


def _in_order(name: str) -> tuple[int, str]:
    number = re.search(r"\d+", name)
    return int(number[0]) if number else 0, name


def _text(raw: bytes) -> str:
    source = _INSIDE.sub(" ", raw.decode("utf-8", "replace"))
    pieces = []
    for match in _PIECE.finditer(source):
        if match["text"] is not None:
            pieces.append(html.unescape(match["text"]))
        else:
            pieces.append("\t" if match["tab"] else "\n")
    return "".join(pieces)

"""Safari's .webarchive: a property list with the page and its address."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from desktop_app.importing.encodings import decode
from desktop_app.importing.readers.whole import read_whole
from desktop_app.importing.records import Page, Piece, Source, Unreadable
from desktop_app.messages import message

NO_PAGE = message("The web archive holds no page.")


def sniff(head: bytes, suffix: str) -> bool:
    if head.startswith(b"bplist00"):
        return b"WebMainResource" in head or suffix == ".webarchive"
    return head.lstrip().startswith(b"<?xml") and b"WebMainResource" in head


def read(source: Source) -> Iterator[Piece]:
    """Yield the page that the archive was made of."""
    raw = read_whole(source)
    if b"<!ENTITY" in raw[:4096]:
        raise Unreadable(NO_PAGE)
    try:
        archive: Any = plistlib.loads(raw)
    except (plistlib.InvalidFileException, ExpatError, ValueError, RecursionError) as error:
        raise Unreadable(message("The web archive is damaged ({why}).", why=str(error))) from error
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    content = main.get("WebResourceData") if isinstance(main, dict) else None
    if not isinstance(main, dict) or not isinstance(content, bytes):
        raise Unreadable(NO_PAGE)
    text = decode(content, str(main.get("WebResourceTextEncodingName") or "")).text
    is_text = str(main.get("WebResourceMIMEType") or "").startswith("text/plain")
    url = str(main.get("WebResourceURL") or "")
    yield Page(
        "",
        text=text if is_text else "",
        html="" if is_text else text,
        url=url if url.startswith("http") else "",
    )

"""MIME: pages saved as MHTML by browsers, and mails (EML) that carry a dispatch."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.header import decode_header
from email.message import Message as Mail
from email.utils import parsedate_to_datetime

from desktop_app.importing.encodings import decode
from desktop_app.importing.readers.whole import read_whole
from desktop_app.importing.records import Page, Piece, Source, Unreadable
from desktop_app.messages import message

_HEADER = re.compile(
    rb"\A(?:[\s>]*)(?:From|MIME-Version|Return-Path|Received|Date|Subject|To|Message-ID|X-[\w-]+"
    rb"|Delivered-To|Content-Type|Snapshot-Content-Location)\s*:",
    re.I,
)
_TELLING = re.compile(rb"^(?:MIME-Version|Content-Type|Message-ID|Received)\s*:", re.I | re.M)
NO_PAGE = message("The saved page or mail holds neither HTML nor text.")


def sniff(head: bytes, _suffix: str) -> bool:
    plain = head.removeprefix(b"\xef\xbb\xbf")
    return _HEADER.match(plain) is not None and _TELLING.search(plain[:8192]) is not None


def read(source: Source) -> Iterator[Piece]:
    """Yield the page, or the mail's text."""
    mail = email.message_from_bytes(read_whole(source))
    saved_from = _header(mail, "Snapshot-Content-Location")
    parts = [part for part in mail.walk() if not part.is_multipart()]
    part = _first(parts, "text/html") or _first(parts, "text/plain")
    if part is None:
        raise Unreadable(NO_PAGE)
    raw = part.get_payload(decode=True)
    content = decode(raw if isinstance(raw, bytes) else b"", part.get_content_charset() or "")
    is_page = bool(saved_from) or mail.get_content_type() == "multipart/related"
    at = _moment(mail)
    url = saved_from or (_header(part, "Content-Location") if is_page else "")
    text = content.text
    is_html = part.get_content_type() == "text/html"
    yield Page(
        "",
        text="" if is_html else text,
        html=text if is_html else "",
        title="" if is_page else _header(mail, "Subject"),
        url=url if url.startswith("http") else "",
        captured_at=at,
        captured_from=("page" if is_page else "mail") if at else None,
        nearest=at.date() if at and not is_page else None,
    )


def _first(parts: list[Mail], kind: str) -> Mail | None:
    return next((part for part in parts if part.get_content_type() == kind), None)


def _header(mail: Mail, name: str) -> str:
    """Return a header's words; those that cannot be decoded stay as they are written."""
    written = mail.get(name)
    if written is None:
        return ""
    try:
        pieces = decode_header(str(written))
    except (ValueError, LookupError):
        return str(written)
    said = [
        piece if isinstance(piece, str) else decode(piece, encoding or "").text
        for piece, encoding in pieces
    ]
    return " ".join("".join(said).split())


def _moment(mail: Mail) -> datetime | None:
    try:
        moment = parsedate_to_datetime(str(mail.get("Date", "")))
    except (ValueError, TypeError, IndexError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)

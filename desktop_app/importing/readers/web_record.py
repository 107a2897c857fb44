"""One record of a web archive (WARC): a page with its address and capture time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from desktop_app.importing.encodings import decode
from desktop_app.importing.readers import json_file, text
from desktop_app.importing.readers.whole import read_whole
from desktop_app.importing.records import Page, Piece, Source, Unreadable
from desktop_app.messages import message

NOT_WHOLE = message("The web record has no content.")


def sniff(head: bytes, _suffix: str) -> bool:
    return head.startswith(b"WARC/1.")


def read(source: Source) -> Iterator[Piece]:
    """Yield the page of the record."""
    head, mark, content = read_whole(source).partition(b"\r\n\r\n")
    if not mark or not content.strip():
        raise Unreadable(NOT_WHOLE)
    headers = dict(re.findall(r"(?m)^([\w-]+):[ \t]*(.*?)\r?$", head.decode("utf-8", "replace")))
    mime = headers.get("Content-Type", "").lower()
    charset = re.search(r"charset\s*=\s*[\"']?([\w-]+)", mime)
    found = decode(content, charset[1] if charset else "")
    is_html = "html" in mime or (
        not json_file.sniff(content[:4096], "") and "<" in found.text[:200]
    )
    yield Page(
        "",
        html=found.text if is_html else "",
        text="" if is_html else found.text,
        url=headers.get("WARC-Target-URI", "").strip("<> "),
        captured_at=_moment(headers.get("WARC-Date", "")),
        captured_from="web archive" if _moment(headers.get("WARC-Date", "")) else None,
        doubts=(text.BROKEN_LETTERS,) if found.doubtful else (),
    )


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)

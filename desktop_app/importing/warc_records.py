"""Web archives (WARC): one leaf a saved page, its headers with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from desktop_app.messages import Message, message

NOT_A_PAGE = message("The web record is not a page (an image, a script, a redirect, a request).")
TOO_LARGE = message("The web record is too large for a page.")
_PAGE = 32 << 20
_READ = ("text/html", "application/xhtml", "text/plain", "application/json", "text/xml")


def is_warc(head: bytes) -> bool:
    return head.startswith(b"WARC/1.")


def records_of_warc(stream: BinaryIO) -> Iterator[tuple[str, bytes | Message]]:
    """Yield name and bytes of every record: whole, headers included, transfer undone.

    The headers of a record say its address and capture time; kept with it, they are there
    whenever the record is read again.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            name = f"{number}:{address}" if address else str(number)
            yield name, _page(record)
    except ArchiveLoadFailed as error:
        yield "?", message("The web archive is damaged ({why}).", why=str(error))


def _page(record: object) -> bytes | Message:
    kind = getattr(record, "rec_type", "")
    http = getattr(record, "http_headers", None)
    mime = (http.get_header("Content-Type") or "") if http else ""
    status = http.get_statuscode() if http else "200"
    if kind not in ("response", "resource", "conversion") or not status.startswith("2"):
        return NOT_A_PAGE
    headers = getattr(record, "rec_headers")  # noqa: B009 - warcio has no types
    mime = mime or headers.get_header("Content-Type") or ""
    if not mime.strip().lower().startswith(_READ):
        return NOT_A_PAGE
    content: bytes = record.content_stream().read(_PAGE + 1)  # type: ignore[attr-defined]
    if len(content) > _PAGE:
        return TOO_LARGE
    lines = [
        "WARC/1.0",
        *(
            f"{name}: {headers.get_header(name)}"
            for name in ("WARC-Type", "WARC-Target-URI", "WARC-Date", "WARC-Record-ID")
            if headers.get_header(name)
        ),
        f"Content-Type: {mime}",
    ]
    return "\r\n".join(lines).encode("utf-8", "replace") + b"\r\n\r\n" + content

"""One file a format: bytes to records and pages, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.importing.readers import (
    html_file,
    json_file,
    json_lines,
    kcna_xml,
    listing_lines,
    markdown,
    mime,
    office,
    pdf,
    rtf,
    spreadsheet,
    table,
    text,
    web_record,
    webarchive,
)
from desktop_app.importing.records import Piece, Source
from desktop_app.messages import Message, message


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: how its first bytes (and only then its name) tell it, and its reader.

    ``many`` says that one file holds many records, so that two children may share it.
    """

    name: str
    sniff: Callable[[bytes, str], bool]
    read: Callable[[Source], Iterator[Piece]]
    many: bool = False


FORMATS = (
    Format("web record", web_record.sniff, web_record.read),
    Format("Safari web archive", webarchive.sniff, webarchive.read),
    Format("XLSX", spreadsheet.sniff, spreadsheet.read, many=True),
    Format("DOCX", office.sniff_docx, office.read_docx),
    Format("HWPX", office.sniff_hwpx, office.read_hwpx),
    Format("RTF", rtf.sniff, rtf.read),
    Format("PDF", pdf.sniff, pdf.read),
    Format("MHTML or mail", mime.sniff, mime.read),
    Format("kcna.kp XML", kcna_xml.sniff, kcna_xml.read),
    Format("HTML", html_file.sniff, html_file.read),
    Format("JSON Lines", json_lines.sniff, json_lines.read, many=True),
    Format("JSON", json_file.sniff, json_file.read, many=True),
    Format("Markdown", markdown.sniff, markdown.read),
    Format("headline lines", listing_lines.sniff, listing_lines.read, many=True),
    Format("CSV", table.sniff, table.read, many=True),
    Format("text", text.sniff, text.read),
)
"""The first that recognises the bytes reads them; text is last, as nearly all is text."""

HEAD = 65536


def format_of(head: bytes, suffix: str) -> Format | None:
    """Return the format of a file that begins with ``head``; None where none knows it."""
    if any(head.startswith(mark) for mark, _ in _NAMED):
        return None  # some of these look like text from afar
    return next((kind for kind in FORMATS if kind.sniff(head, suffix)), None)


_NAMED = (
    (
        b"\xd0\xcf\x11\xe0",
        message("An old document (.hwp, .doc, .xls): save it as HWPX, DOCX or XLSX."),
    ),
    (b"\xff\xd8\xff", message("A picture, not a text.")),
    (b"\x89PNG", message("A picture, not a text.")),
    (b"GIF8", message("A picture, not a text.")),
    (b"RIFF", message("A picture or a recording, not a text.")),
    (b"SQLite format 3", message("A database; Dateline opens libraries, and imports no tables.")),
    (b"7z\xbc\xaf", message("A 7-Zip archive: unpack it first.")),
    (b"Rar!", message("A RAR archive: unpack it first.")),
)
UNKNOWN = message("Nothing here can read this kind of file.")


def why_unknown(head: bytes) -> Message:
    """Say what a file is that no format reads, and what its owner could do about it."""
    return next((reason for mark, reason in _NAMED if head.startswith(mark)), UNKNOWN)

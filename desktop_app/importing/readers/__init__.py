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
    table,
    text,
)
from desktop_app.importing.records import Piece, Source


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
    Format("kcna.kp XML", kcna_xml.sniff, kcna_xml.read),
    Format("HTML", html_file.sniff, html_file.read),
    Format("JSON Lines", json_lines.sniff, json_lines.read, many=True),
    Format("JSON", json_file.sniff, json_file.read, many=True),
    Format("headline lines", listing_lines.sniff, listing_lines.read, many=True),
    Format("CSV", table.sniff, table.read, many=True),
    Format("text", text.sniff, text.read),
)
"""The first that recognises the bytes reads them; text is last, as nearly all is text."""

HEAD = 65536


def format_of(head: bytes, suffix: str) -> Format | None:
    """Return the format of a file that begins with ``head``; None where none knows it."""
    return next((kind for kind in FORMATS if kind.sniff(head, suffix)), None)

"""JSON Lines: one record a line, read one at a time however long the file is."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from desktop_app.importing.encodings import encoding_of
from desktop_app.importing.readers.fields import records_of_rows
from desktop_app.importing.readers.json_file import BROKEN, NO_RECORD
from desktop_app.importing.readers.json_text import NotJson, parsed
from desktop_app.importing.readers.whole import lines_in
from desktop_app.importing.records import Piece, Refused, Source
from desktop_app.messages import message

TOO_LONG = message("The line is longer than any record may be.")


def sniff(head: bytes, suffix: str) -> bool:
    """Say whether objects stand one to a line."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        return False
    if suffix in (".jsonl", ".ndjson", ".jl"):
        return True
    first, _, rest = start.partition(b"\n")
    return first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")


def read(source: Source) -> Iterator[Piece]:
    """Yield the records of ``source``; a broken line costs itself alone."""
    yield from records_of_rows(_rows(source), source)


def _rows(source: Source) -> Iterator[tuple[str, Mapping[str, object] | Refused]]:
    with source.opened() as raw, io.BufferedReader(raw, 1 << 18) as stream:  # type: ignore[type-var]
        encoding = encoding_of(stream.peek(4096)[:65536])
        if encoding.startswith(("utf-16", "utf-32")):
            yield from _wide(stream.read(source.limits.whole), encoding)
            return
        for number, (line, too_long) in enumerate(lines_in(stream, source.limits.line), 1):
            locator = f"line {number}"
            if too_long:
                yield locator, Refused(locator, TOO_LONG)
            elif line.strip():
                yield locator, _row(line.decode(encoding, "replace"), locator)


def _wide(raw: bytes, encoding: str) -> Iterator[tuple[str, Mapping[str, object] | Refused]]:
    for number, line in enumerate(raw.decode(encoding, "replace").splitlines(), 1):
        if line.strip():
            yield f"line {number}", _row(line, f"line {number}")


def _row(line: str, locator: str) -> Mapping[str, object] | Refused:
    try:
        value = parsed(line.lstrip("\ufeff"))
    except NotJson:
        return Refused(locator, BROKEN)
    return value if isinstance(value, dict) else Refused(locator, NO_RECORD)

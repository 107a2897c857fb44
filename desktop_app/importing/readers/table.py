"""CSV and TSV: columns recognised by name and content, with or without a header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from desktop_app.importing.columns import guess, looks_like_header
from desktop_app.importing.encodings import decode, encoding_of
from desktop_app.importing.readers.fields import UNKNOWN_COLUMNS, records_of_rows
from desktop_app.importing.records import Piece, Refused, Source, Unreadable
from desktop_app.messages import message

_DELIMITERS = "\t,;|"
_LOOKED_AT = 65536


def sniff(head: bytes, suffix: str) -> bool:
    """Say whether the first lines are rows of a table with the same number of cells."""
    text = decode(head).text
    if suffix in (".csv", ".tsv"):
        return bool(text.strip())
    if suffix not in (".txt", ".tab", ".dat", ""):
        return False
    lines = [line for line in text.splitlines()[:12] if line.strip()]
    if len(lines) < 3:
        return False
    for delimiter in "\t,;":
        cells = next(csv.reader(lines[:1], delimiter=delimiter))
        if len(cells) >= 3 and _header(cells) and _even(lines, delimiter):
            return True
    return False


def _header(cells: list[str]) -> bool:
    return not guess(cells, []).by_field.keys().isdisjoint({"title", "text"})


def _even(lines: list[str], delimiter: str) -> bool:
    return len({len(row) for row in csv.reader(lines[:-1], delimiter=delimiter)}) == 1


def read(source: Source) -> Iterator[Piece]:
    """Yield the rows of ``source``; a ragged one costs itself alone."""
    csv.field_size_limit(source.limits.line)
    with source.opened() as raw, io.BufferedReader(raw, 1 << 18) as stream:  # type: ignore[type-var]
        head = stream.peek(_LOOKED_AT)[:_LOOKED_AT]
        encoding = encoding_of(head)
        delimiter = delimiter_of(decode(head).text, source.suffix)
        lines = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        yield from records_of_rows(_rows(lines, delimiter, source), source)


def delimiter_of(text: str, suffix: str) -> str:
    """Return what divides cells: what stands equally often in the first lines."""
    lines = [line for line in text.splitlines()[:20] if line.strip()][:-1] or text.splitlines()[:1]
    best, most = ("\t" if suffix == ".tsv" else ","), 0.0
    for delimiter in _DELIMITERS:
        counts = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        usual = max(counts, key=counts.count, default=1)
        if usual > 1 and counts.count(usual) / len(counts) * min(usual, 6) > most:
            best, most = delimiter, counts.count(usual) / len(counts) * min(usual, 6)
    return best


def _rows(
    lines: Iterable[str], delimiter: str, source: Source
) -> Iterator[tuple[str, Mapping[str, object] | Refused]]:
    table = csv.reader(lines, delimiter=delimiter)
    first = next(_cells(table), None)
    if first is None:
        raise Unreadable(message("The table is empty."))
    number, cells = first
    if isinstance(cells, Refused):
        raise Unreadable(cells.reason)
    pairs = _cells(table)
    if looks_like_header(cells) or set(source.mapping.values()) & set(cells):
        names = named(cells)
    else:
        names = [f"column {place}" for place in range(1, len(cells) + 1)]
        pairs = chain([(number, cells)], pairs)
    if len(names) < 2 and not guess(names, []).recognised:
        raise Unreadable(UNKNOWN_COLUMNS)
    for line, row in pairs:
        locator = f"line {line}"
        yield locator, _row(row, names, locator)


def named(cells: list[str]) -> list[str]:
    """Return column names, each once; crawls leave the first one empty."""
    names: list[str] = []
    for place, cell in enumerate(cells, 1):
        name = re.sub(r"\s+", " ", cell.lstrip("\ufeff")).strip() or f"column {place}"
        names.append(name if name not in names else f"{name} ({place})")
    return names


def _row(
    cells: list[str] | Refused, names: list[str], locator: str
) -> Mapping[str, object] | Refused:
    if isinstance(cells, Refused):
        return cells
    while len(cells) > len(names) and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > len(names):
        return Refused(
            locator,
            message(
                "The row has {cells} cells where the table has {columns} columns.",
                cells=len(cells),
                columns=len(names),
            ),
        )
    return dict(zip(names, cells, strict=False))


def _cells(table: Iterator[list[str]]) -> Iterator[tuple[int, list[str] | Refused]]:
    """Yield rows with the number of the line that they end on; empty lines are none."""
    while True:
        try:
            row = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            line = getattr(table, "line_num", 0)
            reason = message("The row cannot be read: {why}.", why=str(error))
            yield line, Refused(f"line {line}", reason)
            continue
        if any(cell.strip() for cell in row):
            yield getattr(table, "line_num", 0), row

"""XLSX: the rows of every sheet, as a table."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import chain
from typing import Any

from desktop_app.importing.columns import guess, looks_like_header
from desktop_app.importing.readers.fields import UNKNOWN_COLUMNS, records_of_rows
from desktop_app.importing.readers.office import opened_office
from desktop_app.importing.readers.table import named
from desktop_app.importing.records import Piece, Refused, Source, Unreadable
from desktop_app.messages import message

_MARK = b"xl/"


def sniff(head: bytes, suffix: str) -> bool:
    return head.startswith(b"PK\x03\x04") and (_MARK in head or suffix in (".xlsx", ".xlsm"))


def read(source: Source) -> Iterator[Piece]:
    """Yield the rows of all sheets."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    with source.opened() as stream:
        opened_office(stream, source.limits)  # refuses bombs and what is no such file
        stream.seek(0)
        try:
            book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        except (InvalidFileException, KeyError, ValueError, zipfile.BadZipFile) as error:
            reason = message("The spreadsheet is damaged ({why}).", why=str(error))
            raise Unreadable(reason) from error
        try:
            for sheet in book.worksheets:
                yield from _records(sheet, source)
        finally:
            book.close()


def _records(sheet: Any, source: Source) -> Iterator[Piece]:
    """Yield a sheet's records; one without known columns costs itself alone."""
    try:
        yield from records_of_rows(_rows(sheet, source), source)
    except Unreadable as why:
        yield Refused(f"{sheet.title}", why.reason)


def _rows(sheet: Any, source: Source) -> Iterator[tuple[str, Mapping[str, object] | Refused]]:
    cells = _filled(sheet)
    first = next(cells, None)
    if first is None:
        return
    number, row = first
    written = [_written(cell) for cell in row]
    if looks_like_header(written) or set(source.mapping.values()) & set(written):
        names, rows = named(written), cells
    else:
        names = [f"column {place}" for place in range(1, len(row) + 1)]
        rows = chain([(number, row)], cells)
    if len(names) < 2 and not guess(names, []).recognised:
        yield f"{sheet.title}", Refused(f"{sheet.title}", UNKNOWN_COLUMNS)
        return
    for line, values in rows:
        yield f"{sheet.title} row {line}", dict(zip(names, values, strict=False))


def _filled(sheet: Any) -> Iterator[tuple[int, tuple[object, ...]]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if any(cell is not None and str(cell).strip() for cell in row):
            yield number, row


def _written(cell: object) -> str:
    if cell is None:
        return ""
    return cell.date().isoformat() if isinstance(cell, datetime) else str(cell)

"""JSON: arrays of records, day pages with their articles, objects keyed by id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from desktop_app.importing.columns import Columns, guess
from desktop_app.importing.encodings import decode
from desktop_app.importing.readers.fields import (
    UNKNOWN_COLUMNS,
    record_of,
    records_of_rows,
    with_page,
)
from desktop_app.importing.readers.json_stream import BROKEN as BROKEN_RECORD
from desktop_app.importing.readers.json_stream import elements_of
from desktop_app.importing.readers.json_text import NotJson, elements, parsed
from desktop_app.importing.readers.whole import read_whole
from desktop_app.importing.records import Piece, Refused, Source, Unreadable
from desktop_app.messages import Message, message

_NESTED = ("articles", "items", "data", "records", "rows", "results", "news", "posts", "entries")

NOTHING = message("The entry is empty.")
NO_RECORD = message("The entry is not a record with fields.")
BROKEN = message("The record is broken or cut short.")
NOT_JSON = message("The file is not JSON that can be read, and nothing in it can be saved.")


def sniff(head: bytes, _suffix: str) -> bool:
    """Say whether a file begins as JSON of one value does."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\0", b"")
    return re.match(rb"\xff?\xfe?\s*(?:\[\s*[\[{\]\"tfn\d]|\{\s*[\"}])", start) is not None


def read(source: Source) -> Iterator[Piece]:
    """Yield the records of ``source``; a broken one costs itself alone."""
    if (source.size or 0) > source.limits.whole:
        yield from _streamed(source)
        return
    text = decode(read_whole(source)).text
    try:
        value = parsed(text)
    except NotJson:
        yield from _saved(text, source)
        return
    yield from _records(value, "", source)


def _streamed(source: Source) -> Iterator[Piece]:
    """Read a file of any size record by record; days of pages are told by the first."""
    values = elements_of(source, _NESTED)
    first = next(values, None)
    if first is None:
        raise Unreadable(NOT_JSON)
    values = chain([first], values)
    if not (isinstance(first[1], dict) and _nested(first[1])):
        yield from records_of_rows(((at, _row(value, at)) for at, value in values), source)
        return
    for at, value in values:
        if isinstance(value, dict):
            yield from _object({"date": at, **value} if "[" not in at else value, at, source)
        else:
            yield Refused(at, BROKEN if value is BROKEN_RECORD else NOTHING)


def _records(value: Any, at: str, source: Source) -> Iterator[Piece]:
    if isinstance(value, list):
        yield from _array(value, at, source)
    elif isinstance(value, dict):
        yield from _object(value, at, source)
    else:
        raise Unreadable(NO_RECORD)


def _array(values: list[Any], at: str, source: Source) -> Iterator[Piece]:
    if values and not any(isinstance(value, dict) for value in values):
        raise Unreadable(UNKNOWN_COLUMNS)  # a list of words: one sentence is enough
    if values and all(isinstance(value, dict) and _nested(value) for value in values):
        for number, page in enumerate(values):
            yield from _object(page, f"{at}[{number}]", source)
        return
    yield from records_of_rows(
        (
            (f"{at}[{number}]", _row(value, f"{at}[{number}]"))
            for number, value in enumerate(values)
        ),
        source,
    )


def _row(value: Any, locator: str) -> Mapping[str, object] | Refused:
    if isinstance(value, dict):
        return value
    if value is BROKEN_RECORD:
        return Refused(locator, BROKEN)
    return Refused(locator, NOTHING if value is None else NO_RECORD)


def _nested(value: Mapping[str, Any]) -> str:
    """Return the key under which a page keeps its records, "" where it keeps none."""
    for key in _NESTED:
        inner = value.get(key)
        if isinstance(inner, list) and all(isinstance(v, (dict, type(None))) for v in inner):
            return key
        if isinstance(inner, dict) and inner and all(isinstance(v, dict) for v in inner.values()):
            return key
    return ""


def _object(value: dict[str, Any], at: str, source: Source) -> Iterator[Piece]:
    key = _nested(value)
    if key:
        inner = value[key]
        place = f"{at}.{key}".lstrip(".")
        if isinstance(inner, dict):
            yield from _keyed(inner, place, source)
        else:
            yield from _page(value, inner, place, source)
        return
    columns = guess(list(value), [value], source.mapping, by_content=False)
    if columns.recognised:
        yield record_of(value, columns, at)
        return
    if value and all(isinstance(v, (dict, type(None))) for v in value.values()):
        yield from _keyed(value, at, source)
        return
    if value and all(isinstance(v, list) for v in value.values()):
        for name, inner in value.items():
            yield from _array(inner, f"{at}.{name}".lstrip("."), source)
        return
    raise Unreadable(UNKNOWN_COLUMNS)


def _keyed(values: dict[str, Any], at: str, source: Source) -> Iterator[Piece]:
    """Records keyed by their ids; one may be a page of several, as days keyed by date are."""
    if any(isinstance(value, dict) and _nested(value) for value in values.values()):
        for key, value in values.items():
            place = f"{at}.{key}".lstrip(".")
            if isinstance(value, dict):
                yield from _object({"date": key, **value}, place, source)
            else:
                yield Refused(place, NOTHING)
        return
    rows = (
        (place := f"{at}.{key}".lstrip("."), _row(value, place)) for key, value in values.items()
    )
    yield from records_of_rows(rows, source)


def _page(page: Mapping[str, Any], values: list[Any], at: str, source: Source) -> Iterator[Piece]:
    """Records listed on a page of a day: the order there and the page's day are kept."""
    names = list(dict.fromkeys(k for value in values if value for k in value))
    columns = guess(names, [value for value in values if value], source.mapping)
    for number, value in enumerate(values):
        locator = f"{at}[{number}]"
        reason = _why_not(value, columns)
        if reason is not None:
            yield Refused(locator, reason)
        else:
            yield with_page(record_of(value, columns, locator), page, number + 1)


def _why_not(value: Any, columns: Columns) -> Message | None:
    if value is None:
        return NOTHING
    return None if columns.recognised else UNKNOWN_COLUMNS


def _saved(text: str, source: Source) -> Iterator[Piece]:
    """Save the records that are whole out of a file that is not."""
    rows: list[tuple[str, Mapping[str, object] | Refused]] = []
    for element in elements(text):
        locator = f"[{element.number - 1}]"
        try:
            value = parsed(element.text) if element.whole else None
        except NotJson:
            value = None
        if isinstance(value, dict):
            rows.append((locator, value))
        else:
            rows.append((locator, Refused(locator, BROKEN)))
    if not any(not isinstance(row, Refused) for _, row in rows):
        raise Unreadable(NOT_JSON)
    yield from records_of_rows(iter(rows), source)

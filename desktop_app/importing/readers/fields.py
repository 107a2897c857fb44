"""Rows of named fields to records: shared by every format that holds data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from desktop_app.importing.columns import Columns, Row, as_text, guess, header_of
from desktop_app.importing.records import Guess, Piece, Record, Refused, Source, Unreadable
from desktop_app.messages import message

UNKNOWN_COLUMNS = message(
    "No column is recognised as a title or a text. Name one, as in --map title=COLUMN."
)
_SAMPLE = 50
_SHOWN = 20
_CELL = 500
_WAITING = 2_000


def record_of(row: Row, columns: Columns, locator: str, item: int = 0) -> Record:
    """Return the record that ``row`` is, by ``columns``."""
    topics = columns.value(row, "topic")
    return Record(
        locator=locator,
        title=columns.written(row, "title"),
        second_title=columns.written(row, "second_title"),
        text=columns.written(row, "text"),
        day=columns.value(row, "day"),
        url=columns.written(row, "url").strip(),
        language=language_code(columns.written(row, "language")),
        outlet=columns.written(row, "outlet"),
        topics=tuple(map(as_text, topics)) if isinstance(topics, list) else _one(as_text(topics)),
        captured=columns.value(row, "captured"),
        item=item,
        has_text_field="text" in columns.by_field,
    )


def _one(topic: str) -> tuple[str, ...]:
    return (topic,) if topic else ()


_LANGUAGES = {
    "english": "en",
    "eng": "en",
    "korean": "ko",
    "kor": "ko",
    "kr": "ko",
    "kp": "ko",
    "chinese": "zh",
    "chn": "zh",
    "cn": "zh",
    "japanese": "ja",
    "jpn": "ja",
    "jp": "ja",
    "russian": "ru",
    "rus": "ru",
    "spanish": "es",
    "spn": "es",
    "spa": "es",
}


def language_code(written: str) -> str:
    """Return our code for a language field; "" for what is none of ours."""
    name = written.strip().casefold()
    name = _LANGUAGES.get(name, name[:2])
    return name if name in {"en", "ko", "zh", "ja", "ru", "es"} else ""


def records_of_rows(rows: Iterable[tuple[str, Row | Refused]], source: Source) -> Iterator[Piece]:
    """Recognise the columns on the first rows, then yield every row's record.

    Rows come with their locators; refused ones pass through in their place. Raises
    `Unreadable` where the first rows show no dispatches: the rest would not either.
    """
    waiting: list[tuple[str, Row | Refused]] = []
    columns: Columns | None = None
    good = 0
    for pair in rows:
        if columns is None:
            waiting.append(pair)
            good += not isinstance(pair[1], Refused)
            if good < _SAMPLE and len(waiting) < _WAITING:
                continue
            columns = _columns(waiting, source)
            for locator, row in waiting:
                yield _piece(locator, row, columns)
            waiting = []
            continue
        yield _piece(*pair, columns)
    if columns is None:
        columns = _columns(waiting, source)
        for locator, row in waiting:
            yield _piece(locator, row, columns)


def _columns(pairs: list[tuple[str, Row | Refused]], source: Source) -> Columns:
    rows = [row for _, row in pairs if not isinstance(row, Refused)]
    names = list(dict.fromkeys(name for row in rows for name in row))
    mapping = source.mapping or source.remembered.get(header_of(names), {})
    columns = guess(names, rows, mapping)
    if source.guessed is not None:
        shown = tuple(tuple(as_text(row.get(n))[:_CELL] for n in names) for row in rows[:_SHOWN])
        source.guessed(Guess(tuple(names), dict(columns.by_field), shown))
    if not columns.recognised and rows and not any(_on_its_own(row, columns) for row in rows):
        raise Unreadable(UNKNOWN_COLUMNS)
    return columns


def _piece(locator: str, row: Row | Refused, columns: Columns) -> Piece:
    if isinstance(row, Refused):
        return row
    if not columns.recognised or not _fills(row, columns):
        own = _on_its_own(row, columns)
        if own is None and not columns.recognised:
            return Refused(locator, UNKNOWN_COLUMNS)
        columns = own or columns
    return record_of(row, columns, locator)


def _on_its_own(row: Row, columns: Columns) -> Columns | None:
    """Return the columns of a row unlike the others, as in a file of several makers."""
    if columns.recognised and columns.names.issuperset(row):
        return None
    own = guess(list(row), [row], by_content=False)
    return own if own.recognised else None


def _fills(row: Row, columns: Columns) -> bool:
    return any(columns.written(row, field).strip() for field in ("title", "text"))


def with_page(record: Record, page: Mapping[str, object], item: int) -> Record:
    """Add what the page that lists a record says: its day, and the place on it."""
    day = page.get("date") or page.get("day")
    return replace(record, page_day=day, item=item)

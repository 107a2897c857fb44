"""Puts a new reading of a text in the place of the old one; the user's layer stays on top."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.library import articles, layer
from desktop_app.library.corrections import as_read, forget_reading
from desktop_app.library.facts import write_event
from desktop_app.library.people import People
from desktop_app.model.participant import Reading

Cells = tuple[str, str, str, str]
"""Name, title, side and role of a row."""


@dataclass(frozen=True, slots=True)
class StoredText:
    """A text that can be read again, with what a reader is told of it and what was read."""

    version: int
    article: int
    public_id: str
    title: str
    text: str
    published: date | None
    language: str
    rows: tuple[Cells, ...]
    kinds: tuple[str, ...]


def versions_to_read(connection: sqlite3.Connection, reader: str | None) -> list[int]:
    """Return the versions that another reader than ``reader`` read; None is every version."""
    return [
        row[0]
        for row in connection.execute(
            "SELECT id FROM version WHERE ? IS NULL OR read_with IS NOT ? ORDER BY id",
            (reader, reader),
        )
    ]


def stored_texts(connection: sqlite3.Connection, versions: Iterable[int]) -> list[StoredText]:
    """Return the texts of ``versions``."""
    return [text for one in versions if (text := _stored_text(connection, one)) is not None]


def _stored_text(connection: sqlite3.Connection, version: int) -> StoredText | None:
    row = connection.execute(
        "SELECT v.article, a.public_id, coalesce(v.title, a.title), v.text, a.language,"
        " lower(hex(v.text_sha256)),"
        " (SELECT c.published FROM capture c WHERE c.article = a.id AND c.version = v.id"
        " ORDER BY c.id LIMIT 1)"
        " FROM version v JOIN article a ON a.id = v.article WHERE v.id = ?",
        (version,),
    ).fetchone()
    if row is None:
        return None
    article, public_id, title, text, language, sha256, published = row
    read = as_read(connection, version, sha256)
    return StoredText(
        version,
        article,
        public_id,
        title,
        text,
        date.fromisoformat(published) if published else None,
        language or "",
        tuple((r.name, r.title, r.side or "", r.role) for event in read for r in event.rows),
        tuple(str(event.said["kind"]) for event in read),
    )


def read_anew(
    connection: sqlite3.Connection, readings: Sequence[tuple[StoredText, Reading]]
) -> None:
    """Put each reading in the place of what was read before."""
    people, touched = People(connection), set()
    for text, reading in readings:
        there = connection.execute("SELECT 1 FROM version WHERE id = ?", (text.version,))
        if there.fetchone() is None:
            continue  # it went away while it was being read
        forget_reading(connection, text.version)
        for position, event in enumerate(reading.events):
            write_event(connection, people, text.article, text.version, position, event)
        connection.execute(
            "UPDATE version SET read_with = ? WHERE id = ?", (reading.reader, text.version)
        )
        touched.add(text.article)
    for article in touched:
        articles.refresh_facts(connection, article)
    touched |= layer.replay_for(connection, touched)
    articles.log_changes(connection, articles.next_generation(connection), touched)

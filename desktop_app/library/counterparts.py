"""Keeps which dispatches report one event in other outlets and languages."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.library.folding import hashes_in
from desktop_app.model.counterpart import Counterpart, CounterpartWork, Dispatch, Link
from desktop_app.query.result import EPOCH

if TYPE_CHECKING:
    from sqlite_utils import Database

REACH = 4
"""Days around a change whose links may be others now: two to a counterpart, two to its rivals."""
_DAY = "CASE WHEN a.day_told LIKE '____-__-__' THEN a.day_told ELSE a.published END"
_OF_DAY = (
    "SELECT id FROM article WHERE day_told = ?"
    " UNION SELECT id FROM article WHERE published = ? AND day_told NOT LIKE '____-__-__'"
)
TWO_LANGUAGES = (
    "SELECT c.article, c.other, c.certainty FROM counterpart c"
    " JOIN article a ON a.id = c.article JOIN article b ON b.id = c.other"
    " WHERE (a.language = 'ko') <> (b.language = 'ko') AND NOT a.binned AND NOT b.binned AND "
)
_MANY = 20_000  # articles; of more, whoever is linked is concerned
_OF_DAYS = _OF_DAY.replace("= ?", "IN (SELECT value FROM json_each(?))")


def tables(database: Database) -> None:
    """Make the table of links, and the mark up to which generation they are known."""
    database.create_table(
        "counterpart",
        {"id": int, "article": int, "other": int, "certainty": float, "shared": str},
        pk="id",
        not_null={"id"},
    )
    table = database.table("counterpart")
    table.create_index(("article", "other"), unique=True)
    table.create_index(("other",))
    database.execute("ALTER TABLE generation ADD COLUMN linked INTEGER NOT NULL DEFAULT 0")


def work(connection: sqlite3.Connection) -> CounterpartWork:
    """Return the days that changed since the links were last made and may have any."""
    number, linked = connection.execute("SELECT number, linked FROM generation").fetchone()
    if number == linked:
        return CounterpartWork((), number, frozenset())
    first_kept = connection.execute("SELECT min(generation) FROM change").fetchone()[0]
    if first_kept is None or first_kept > linked + 1:
        groups = _groups(connection, "SELECT id FROM article")
        wanted = set(groups)
        changed = None
    else:
        # Only of the days around: an import is not to read all of the library.
        touched = connection.execute(
            f"SELECT DISTINCT {_DAY} FROM change c JOIN article a ON a.id = c.article"
            " WHERE c.generation > ?",
            (linked,),
        ).fetchall()
        days = [_number(row[0]) for row in touched if row[0]]
        wanted = {day + by for day in days for by in range(-REACH, REACH + 1)}
        around = {_iso(day + by) for day in wanted for by in range(-2, 3)}
        groups = _groups(connection, _OF_DAYS, json.dumps(sorted(around)))
        changed = _changed(connection, linked)
    several = (
        day
        for day in sorted(wanted & groups.keys())
        if len(set().union(*(groups[day + by] for by in range(-2, 3) if day + by in groups))) > 1
    )
    return CounterpartWork(tuple(several), number, changed)


def _changed(connection: sqlite3.Connection, linked: int) -> frozenset[int] | None:
    """Return the articles that changed since; None where they are too many to tell apart."""
    rows = connection.execute(
        "SELECT article FROM change WHERE generation > ? LIMIT ?", (linked, _MANY + 1)
    ).fetchall()
    return frozenset(row[0] for row in rows) if len(rows) <= _MANY else None


def _groups(
    connection: sqlite3.Connection, which: str, days: str | None = None
) -> dict[int, set[tuple[str, str]]]:
    """Return the outlets and languages of each day of the articles that ``which`` gives."""
    groups: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for day, outlet, language in connection.execute(
        f"SELECT DISTINCT {_DAY}, a.outlet, a.language FROM article a"
        f" WHERE a.has_text AND a.id IN ({which})",
        (days, days) if days else (),
    ):
        if day:
            groups[_number(day)].add((outlet or "", language or ""))
    return groups


def dispatches_of(connection: sqlite3.Connection, day: int) -> list[Dispatch]:
    """Return the dispatches of one day that have a text, as they are compared."""
    iso = _iso(day)
    rows = connection.execute(
        "SELECT a.id, a.outlet, a.language, a.kind, a.title, v.text, v.sketch FROM article a"
        " JOIN version v ON v.id = a.reading_version WHERE NOT a.binned AND "
        f" a.id IN ({_OF_DAY}) ORDER BY a.id",
        (iso, iso),
    ).fetchall()
    names: dict[int, list[str]] = defaultdict(list)
    marks = ",".join("?" * len(rows))
    for article, name in connection.execute(
        "SELECT DISTINCT a.id, p.name FROM article a JOIN event e ON e.version = a.reading_version"
        f" JOIN participant p ON p.event = e.id WHERE a.id IN ({marks}) ORDER BY p.id",
        [row[0] for row in rows],
    ):
        names[article].append(name)
    return [
        Dispatch(
            article,
            day,
            outlet or "",
            language or "",
            kind or "",
            title or "",
            text,
            tuple(names[article]),
            hashes_in(sketch or b""),
        )
        for article, outlet, language, kind, title, text, sketch in rows
    ]


def store(connection: sqlite3.Connection, links: Mapping[int, Iterable[Link]]) -> None:
    """Put ``links`` in place of those of their days."""
    days = json.dumps([_iso(day) for day in links])
    connection.execute(
        f"DELETE FROM counterpart WHERE article IN ({_OF_DAYS}) OR other IN ({_OF_DAYS})",
        (days, days, days, days),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO counterpart (article, other, certainty, shared) VALUES (?, ?, ?, ?)",
        (
            (x.article, x.other, x.certainty, "\n".join(x.shared))
            for found in links.values()
            for x in found
        ),
    )


def note_linked(connection: sqlite3.Connection, generation: int) -> None:
    """Say up to which state of the library all links are known."""
    connection.execute("UPDATE generation SET linked = ?", (generation,))


def between_languages(
    connection: sqlite3.Connection, days: Iterable[int]
) -> set[tuple[int, int, float]]:
    """Return the links of ``days`` between a dispatch in Korean and one in another language."""
    told = json.dumps([_iso(day) for day in days])
    return {
        (int(article), int(other), float(certainty))
        for article, other, certainty in connection.execute(
            f"{TWO_LANGUAGES} (c.article IN ({_OF_DAYS}) OR c.other IN ({_OF_DAYS}))",
            (told, told, told, told),
        )
    }


def counterparts_of(connection: sqlite3.Connection, article: int) -> tuple[Counterpart, ...]:
    """Return the counterparts of one article, other languages of the same outlet first."""
    return tuple(
        Counterpart(
            number,
            public_id,
            title,
            outlet or "",
            language or "",
            date.fromisoformat(published) if published else None,
            certainty,
            tuple(shared.split("\n")) if shared else (),
        )
        for number, public_id, title, outlet, language, published, certainty, shared in (
            connection.execute(
                "SELECT a.id, a.public_id, a.title, a.outlet, a.language, a.published,"
                " c.certainty, c.shared FROM"
                " (SELECT other AS id, certainty, shared FROM counterpart WHERE article = ?"
                " UNION SELECT article, certainty, shared FROM counterpart"
                " WHERE other = ?) c JOIN article a ON a.id = c.id WHERE NOT a.binned"
                " ORDER BY a.outlet <> (SELECT outlet FROM article WHERE id = ?), a.language, a.id",
                (article, article, article),
            )
        )
    )


def _iso(day: int) -> str:
    return (EPOCH + timedelta(days=day)).isoformat()


def _number(day: str) -> int:
    return (date.fromisoformat(day) - EPOCH).days

"""What is kept so that who is who can be said anew of few: titles by name, and who awaits it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from desktop_app.jobs import Job
from desktop_app.library.leaner import BRINGING_UP

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN = "IN (SELECT value FROM json_each(?))"


def tables(database: Database, job: Job) -> None:
    """Make ``said``, which titles each name was ever given, and ``awaiting``, whom links concern.

    Triggers keep ``said``, so that whoever writes rows need not know of it. What it holds may be
    gone since: a title too many only has more rows read.
    """
    for statement in job.each(_STATEMENTS, BRINGING_UP):
        database.execute(statement)


def titles_of(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, list[str]]:
    """Return the titles that each of ``names`` was ever given."""
    told: dict[str, list[str]] = {name: [] for name in names}
    for name, title in connection.execute(
        f"SELECT name, title FROM said WHERE name {_IN}", (json.dumps(list(told)),)
    ):
        told[name].append(title)
    return told


def wait(connection: sqlite3.Connection, persons: str, values: Sequence[object] = ()) -> None:
    """Note that who is who is to be said anew, over all rows, of those whom a SELECT gives."""
    connection.execute(f"INSERT OR IGNORE INTO awaiting (person) {persons}", tuple(values))


def everybody(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Return who awaits it, each with the number of rows."""
    return [
        (int(person), int(count))
        for person, count in connection.execute(
            "SELECT person, count(*) FROM participant WHERE person IN (SELECT person FROM awaiting)"
            " GROUP BY person ORDER BY person"
        )
    ]


def served(connection: sqlite3.Connection, persons: Iterable[int]) -> None:
    """Note that it was said of ``persons``."""
    connection.executemany("DELETE FROM awaiting WHERE person = ?", ((one,) for one in persons))


def forget_unsaid(connection: sqlite3.Connection) -> None:
    """Forget the titles that no row gives a name any more, as a purge must."""
    gone = connection.execute(
        "SELECT name, title FROM said EXCEPT SELECT name, title FROM participant"
    ).fetchall()
    # What parted their bearers may be gone with them: all rows of the others are read once more.
    names = json.dumps(sorted({name for name, _ in gone}))
    wait(connection, f"SELECT person FROM person_name WHERE name {_IN}", (names,))
    connection.executemany("DELETE FROM said WHERE name = ? AND title = ?", gone)


_STATEMENTS = (
    "CREATE TABLE said (name TEXT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (name, title))"
    " WITHOUT ROWID",
    "INSERT OR IGNORE INTO said SELECT DISTINCT name, title FROM participant WHERE title <> ''",
    "CREATE TRIGGER said_of_new AFTER INSERT ON participant WHEN NEW.title <> '' BEGIN"
    " INSERT OR IGNORE INTO said VALUES (NEW.name, NEW.title); END",
    "CREATE TRIGGER said_of_changed AFTER UPDATE OF name, title ON participant"
    " WHEN NEW.title <> '' BEGIN"
    " INSERT OR IGNORE INTO said VALUES (NEW.name, NEW.title); END",
    "CREATE TABLE awaiting (person INTEGER PRIMARY KEY)",
    # The numbers of the last rows are given again once these are gone: to rows not yet settled.
    "CREATE TRIGGER last_row_gone AFTER DELETE ON participant"
    " WHEN OLD.id = (SELECT participant FROM settled) BEGIN"
    " UPDATE settled SET participant = (SELECT coalesce(max(id), 0) FROM participant); END",
)

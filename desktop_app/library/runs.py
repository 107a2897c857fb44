"""Import runs: what became of every file, kept with the library."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TypeVar

from desktop_app.library.taking import now

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import: ``state`` is "running" (or was cut off), "done" or "cancelled"."""

    id: int
    started_at: str
    finished_at: str | None
    source: str
    state: str


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """What became of one file, or of one member of an archive (``member``).

    The four counts are of its dispatches; ``reason`` says why it was skipped, in English
    with its values filled in.
    """

    path: str
    member: str
    outcome: str
    reason: str
    new: int = 0
    new_version: int = 0
    duplicate: int = 0
    skipped: int = 0


def begin(connection: sqlite3.Connection, source: str) -> int:
    """Begin an import run; return its id."""
    cursor = connection.execute(
        "INSERT INTO import_run (started_at, source, state) VALUES (?, ?, 'running')",
        (now(), source),
    )
    return int(cursor.lastrowid or 0)


def runs(connection: sqlite3.Connection) -> tuple[ImportRun, ...]:
    """Return every import, newest first."""
    return tuple(
        ImportRun(*row)
        for row in connection.execute(
            "SELECT id, started_at, finished_at, source, state FROM import_run ORDER BY id DESC"
        )
    )


def read_at(connection: sqlite3.Connection, folder: str) -> dict[str, str]:
    """Return when each file under ``folder`` was read last: when that import began."""
    rows = connection.execute(
        "SELECT e.path, max(r.started_at) FROM import_entry e JOIN import_run r ON r.id = e.run"
        " WHERE substr(e.path, 1, ?) = ? GROUP BY e.path",
        (len(folder), folder),
    )
    return {str(path): str(at) for path, at in rows}


def entries(connection: sqlite3.Connection, run: int) -> tuple[ImportEntry, ...]:
    """Return what became of every file of ``run``."""
    return tuple(
        ImportEntry(*row)
        for row in connection.execute(
            "SELECT path, member, outcome, reason, new, new_version, duplicate, skipped"
            " FROM import_entry WHERE run = ? ORDER BY id",
            (run,),
        )
    )

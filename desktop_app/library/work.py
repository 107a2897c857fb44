"""``work.db``: what the user did, as a log that is only ever added to.

It is keyed by what outlives a rebuild (original hash + locator, text hash, public ids), so
that it can be replayed over a library made anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

SCHEMA = """
CREATE TABLE IF NOT EXISTS log (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL,
    before TEXT, after TEXT, step INTEGER NOT NULL, says TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS log_step ON log (step);
CREATE INDEX IF NOT EXISTS log_target ON log (action, target);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing done: ``before`` and ``after`` are what JSON can hold."""

    id: int
    at: str
    action: str
    target: str
    before: object
    after: object
    step: int


def write(
    connection: sqlite3.Connection,
    action: str,
    target: str,
    before: object,
    after: object,
    step: int | None = None,
) -> int:
    """Add an entry; entries of one ``step`` are undone together. Returns the step."""
    if step is None:
        step = int(connection.execute("SELECT coalesce(max(step), 0) + 1 FROM log").fetchone()[0])
    connection.execute(
        "INSERT INTO log (at, action, target, before, after, step) VALUES (?, ?, ?, ?, ?, ?)",
        (
            datetime.now(UTC).isoformat(timespec="seconds"),
            action,
            target,
            json.dumps(before, ensure_ascii=False),
            json.dumps(after, ensure_ascii=False),
            step,
        ),
    )
    return step


def entries(connection: sqlite3.Connection, action: str | None = None) -> Iterator[Entry]:
    """Yield what was done, oldest first; only of one kind of action where it is given."""
    for number, at, what, target, before, after, step in connection.execute(
        "SELECT id, at, action, target, before, after, step FROM log"
        " WHERE ? IS NULL OR action = ? ORDER BY id",
        (action, action),
    ):
        yield Entry(number, at, what, target, json.loads(before), json.loads(after), step)

"""Stars and what has been read: the plainest marks on a dispatch."""

from __future__ import annotations

import sqlite3

STAR, READ, BIN = "star", "read", "bin"


def star(connection: sqlite3.Connection, target: str, state: object) -> list[int]:
    """Apply a star; the target is an article's public id."""
    return _set(connection, "starred", target, bool(state))


def read(connection: sqlite3.Connection, target: str, state: object) -> list[int]:
    """Apply having read; the target is an article's public id."""
    return _set(connection, "unread", target, not state)


def binned(connection: sqlite3.Connection, target: str, state: object) -> list[int]:
    """Apply lying in the bin; the target is an article's public id."""
    return _set(connection, "binned", target, bool(state))


def _set(connection: sqlite3.Connection, column: str, target: str, value: bool) -> list[int]:
    return [
        int(row[0])
        for row in connection.execute(
            f"UPDATE article SET {column} = ? WHERE public_id = ? AND {column} <> ? RETURNING id",
            (value, target, value),
        )
    ]

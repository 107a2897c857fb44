"""Stars and what has been read: the plainest marks on a dispatch."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from desktop_app.library.work import Change
from desktop_app.messages import Message, message

STAR, READ = "star", "read"


def star(connection: sqlite3.Connection, target: str, state: object) -> list[int]:
    """Apply a star; the target is an article's public id."""
    return _set(connection, "starred", target, bool(state))


def read(connection: sqlite3.Connection, target: str, state: object) -> list[int]:
    """Apply having read; the target is an article's public id."""
    return _set(connection, "unread", target, not state)


def starring(articles: Iterable[str], *, on: bool = True) -> list[Change]:
    """Return what stars the articles of these public ids, or takes their stars away."""
    return [Change(STAR, article, on or None) for article in articles]


def reading(articles: Iterable[str], *, on: bool = True) -> list[Change]:
    """Return what marks the articles of these public ids as read, or as unread."""
    return [Change(READ, article, on or None) for article in articles]


def says_star(count: int, *, on: bool = True) -> Message:
    """Say the step."""
    return message("star {count} articles" if on else "take {count} stars away", count=count)


def _set(connection: sqlite3.Connection, column: str, target: str, value: bool) -> list[int]:
    return [
        int(row[0])
        for row in connection.execute(
            f"UPDATE article SET {column} = ? WHERE public_id = ? AND {column} <> ? RETURNING id",
            (value, target, value),
        )
    ]

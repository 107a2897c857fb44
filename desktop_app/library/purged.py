"""What was purged is known by its hashes, so that no import brings it back."""

from __future__ import annotations

import sqlite3

PURGE = "purge"


def purged(connection: sqlite3.Connection, _: str, state: object) -> list[int]:
    """Apply a purge: keep the hashes; the rows themselves are gone, or never come."""
    if isinstance(state, dict):
        connection.executemany(
            "INSERT OR IGNORE INTO purged (hash) VALUES (?)",
            [(one,) for kind in ("captures", "texts", "originals") for one in state.get(kind, ())],
        )
    return []


def purged_hashes(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the hashes of everything that was purged: captures, folded texts, originals."""
    return frozenset(row[0] for row in connection.execute("SELECT hash FROM purged"))

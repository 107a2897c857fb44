"""Notes on dispatches and on passages of them: how they stand in the tables."""

from __future__ import annotations

import sqlite3

from desktop_app.model.own import Note
from desktop_app.model.passage import Passage
from desktop_app.query.conditions.own import folded_label

NOTE = "note"


def note(connection: sqlite3.Connection, target: str, state: object) -> list[int]:
    """Apply a note; the target is an article's public id and the note's own."""
    public, _, key = target.partition(" ")
    row = connection.execute("SELECT id FROM article WHERE public_id = ?", (public,)).fetchone()
    if row is None:
        return []
    connection.execute("DELETE FROM note WHERE key = ?", (key,))
    if isinstance(state, dict):
        words = str(state.get("words", ""))
        connection.execute(
            "INSERT INTO note (article, key, words, folded, quote, before, after)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                row[0],
                key,
                words,
                folded_label(f"{words} {state.get('quote', '')}"),
                state.get("quote"),
                state.get("before", ""),
                state.get("after", ""),
            ),
        )
    return [row[0]]


def written(words: str, passage: Passage | None) -> dict[str, str]:
    """Return a note as the log keeps it."""
    if passage is None:
        return {"words": words}
    return {
        "words": words,
        "quote": passage.quote,
        "before": passage.before,
        "after": passage.after,
    }


def notes(connection: sqlite3.Connection, article: int) -> tuple[Note, ...]:
    """Return the notes on ``article``, in the order of writing."""
    return tuple(
        Note(key, words, Passage(quote, before, after) if quote else None)
        for key, words, quote, before, after in connection.execute(
            "SELECT key, words, quote, before, after FROM note WHERE article = ? ORDER BY id",
            (article,),
        )
    )

"""The pieces of text under the lines of a list, and the hits to light in a whole text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from desktop_app.query.hits import Snippet, hits_in, snippet
from desktop_app.query.query import Query, Versions
from desktop_app.reading.preparation import prepare


def snippets(
    connection: sqlite3.Connection, ids: Iterable[int], query: Query
) -> dict[int, Snippet]:
    """Return, by article, the text around its first hit; articles without one are left out."""
    version = "latest_version" if query.versions is Versions.LATEST else "reading_version"
    wanted = [int(one) for one in ids]
    marks = ",".join("?" * len(wanted))
    found = {}
    for number, text in connection.execute(
        f"SELECT a.id, v.text FROM article a JOIN version v ON v.id = a.{version}"
        f" WHERE a.id IN ({marks})",
        wanted,
    ):
        # Searched and shown as prepared, as the index was made.
        shown = prepare(text).text
        piece = snippet(shown, hits_in(shown, query))
        if piece is not None:
            found[number] = piece
    return found


def hits_in_stored(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Return the hits of ``query`` as [start, end) of the stored text, for the article's view."""
    prepared = prepare(text)
    return tuple(prepared.stored(start, end) for start, end in hits_in(prepared.text, query))

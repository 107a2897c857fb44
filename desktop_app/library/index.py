"""The search index: what stands in it, whether it is whole, and making it again.

It is derived from the texts in ``version``, so damage costs a while and nothing else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

from desktop_app.jobs import Job
from desktop_app.library.found import Indexed, indexed
from desktop_app.reading.preparation import PREPARATION

TABLES = ("words", "pairs")
_TOGETHER = 200  # texts; a turn of a tenth of a second, so that the user's changes never wait
_COUNTS = 1  # the row of FTS5's own table whose first number is how many texts were put in
_TEXTS = (
    "SELECT v.id, coalesce(v.title, a.title) AS title, v.text FROM version v"
    " LEFT JOIN article a ON a.id = v.article"
)
_BARE = "SELECT id, title, '' AS text FROM article WHERE has_text = 0"

Change = Callable[[Callable[[sqlite3.Connection], Any]], Any]
"""Runs a change in the writer's turn and returns its answer."""


def put(connection: sqlite3.Connection, number: int, what: Indexed) -> None:
    """Index a version, or under its negative number an article that is only a headline."""
    connection.execute(
        "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
        (number, what.title_words, what.text_words),
    )
    if what.title_pairs or what.text_pairs:
        connection.execute(
            "INSERT INTO pairs (rowid, title, text) VALUES (?, ?, ?)",
            (number, what.title_pairs, what.text_pairs),
        )


def take_out(connection: sqlite3.Connection, number: int, what: Indexed) -> None:
    """Take out what `put` put in: it must be told the same words."""
    for table, title, text in (
        ("words", what.title_words, what.text_words),
        ("pairs", what.title_pairs, what.text_pairs),
    ):
        if table == "words" or title or text:
            connection.execute(
                f"INSERT INTO {table} ({table}, rowid, title, text) VALUES ('delete', ?, ?, ?)",
                (number, title, text),
            )


def is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether the index can be read and holds as many texts as there are."""
    try:
        row = connection.execute("SELECT block FROM words_data WHERE id = ?", (_COUNTS,)).fetchone()
        connection.execute("SELECT 1 FROM words WHERE words MATCH 'a' LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        return False
    (texts,) = connection.execute("SELECT count(*) FROM version").fetchone()
    (headlines,) = connection.execute(f"SELECT count(*) FROM ({_BARE})").fetchone()
    held = _number(row[0]) if row else 0
    return held == int(texts) + int(headlines)


def prepared_otherwise(connection: sqlite3.Connection, article: int | None = None) -> bool:
    """Tell whether a text, or one of ``article``, was put in with the words of another day.

    What words those were nobody knows any more, so that it cannot be taken out by itself.
    """
    found = connection.execute(
        "SELECT 1 FROM version WHERE prepared_with IS NOT ? AND (? IS NULL OR article = ?) LIMIT 1",
        (PREPARATION, article, article),
    )
    return found.fetchone() is not None


def _number(block: bytes) -> int:
    """Read the first of SQLite's numbers of seven bits a byte."""
    number = 0
    for byte in block:
        number = number << 7 | byte & 0x7F
        if not byte & 0x80:
            break
    return number


def make_again(change: Change, job: Job) -> None:
    """Empty the index and put every text in anew, a few in a turn.

    Stopped on the way it holds too few texts, which the next opening notices.
    """
    total = change(_emptied)
    done = 0
    for source, sign in ((f"({_TEXTS})", 1), (f"({_BARE})", -1)):
        last: int | None = 0
        while last is not None:
            job.check()
            last, count = change(partial(_put_next, source=source, sign=sign, after=last))
            done += count
            job.report("Making the search index again", done, total)


def _emptied(connection: sqlite3.Connection) -> int:
    for table in TABLES:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    (texts,) = connection.execute("SELECT count(*) FROM version").fetchone()
    (headlines,) = connection.execute(f"SELECT count(*) FROM ({_BARE})").fetchone()
    return int(texts) + int(headlines)


def _put_next(
    connection: sqlite3.Connection, source: str, sign: int, after: int
) -> tuple[int | None, int]:
    """Put the next texts of ``source`` in; return the last one's number and how many."""
    rows = connection.execute(
        f"SELECT id, title, text FROM {source} WHERE id > ? ORDER BY id LIMIT ?",
        (after, _TOGETHER),
    ).fetchall()
    for number, title, text in rows:
        put(connection, sign * number, indexed(title or "", text or ""))
    if rows and sign > 0:
        connection.execute(
            "UPDATE version SET prepared_with = ? WHERE id BETWEEN ? AND ?",
            (PREPARATION, rows[0][0], rows[-1][0]),
        )
    return (rows[-1][0] if rows else None), len(rows)

"""The user's layer: how each kind of action in the log stands in the derived tables.

The log (`work`) says what is; ``apply`` of a kind puts one register's state into
``library.db``. So doing, undoing, a rebuild, a new capture and a log that ran ahead of the
tables (a kill between two files) are all the same: apply the present state.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop_app.library import corrections, decisions, labels, marks, notes, placing, purged, work
from desktop_app.library.articles import log_changes, next_generation

Apply = Callable[[sqlite3.Connection, str, object], Iterable[int]]
"""Takes target and state; None is as if never touched. Doing it twice is doing it once, and a
target that is not in the library is left alone. Returns the articles whose rows it changed."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of action: its name in the log, and how it is put into the tables."""

    action: str
    apply: Apply


KINDS: tuple[Kind, ...] = (
    Kind(purged.PURGE, purged.purged),
    Kind(marks.STAR, marks.star),
    Kind(marks.READ, marks.read),
    Kind(marks.BIN, marks.binned),
    Kind(labels.TAG, labels.tag),
    Kind(labels.COLOUR, labels.colour),
    Kind(labels.COLLECTION, labels.collection),
    Kind(notes.NOTE, notes.note),
    Kind(placing.ROW, corrections.correction),
    Kind(placing.EVENT, corrections.correction),
    Kind(placing.ORDER, corrections.correction),
    Kind(decisions.IDENTITY, decisions.apply),
    Kind(decisions.PARTING, decisions.apply),
)
"""Every kind of action that stands in tables, in the order of replaying: later ones build on
earlier ones. What is read from the log itself (saved searches) needs no line here."""

_BY_ACTION = {kind.action: (place, kind) for place, kind in enumerate(KINDS)}


def put(connection: sqlite3.Connection, changes: Iterable[work.Change]) -> set[int]:
    """Put ``changes`` into the tables as one generation; return the articles changed."""
    touched: set[int] = set()
    for change in changes:
        known = _BY_ACTION.get(change.action)
        if known:
            touched.update(known[1].apply(connection, change.target, change.after))
    log_changes(connection, next_generation(connection), touched)
    _applied(connection)
    return touched


def replay(connection: sqlite3.Connection, since: int = 0) -> None:
    """Put the present state of every register that has an entry after ``since`` into the tables."""
    put(
        connection,
        [
            work.Change(kind.action, target, state)
            for kind in KINDS
            for target, state in work.states(connection, kind.action, since=since)
        ],
    )


def replay_for(connection: sqlite3.Connection, articles: Iterable[int]) -> set[int]:
    """Put what the user did to ``articles`` into their rows, which a capture has just changed."""
    touched: set[int] = set()
    if not work.newest(connection):
        return touched
    for article in articles:
        said = [
            one for thing in _names(connection, article) for one in work.about(connection, thing)
        ]
        said = [one for one in said if one[0] in _BY_ACTION]
        for action, target, state in sorted(said, key=lambda one: _BY_ACTION[one[0]][0]):
            touched.update(_BY_ACTION[action][1].apply(connection, target, state))
    return touched


def note_gone(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Log that ``articles`` are no longer there, so that snapshots follow."""
    log_changes(connection, next_generation(connection), articles)


def catch_up(connection: sqlite3.Connection) -> None:
    """Replay what the log has and the tables lack: all of it where the log is another one."""
    applied = int(connection.execute("SELECT log_applied FROM generation").fetchone()[0])
    newest = work.newest(connection)
    if applied == newest:
        return
    connection.execute("BEGIN IMMEDIATE")
    replay(connection, applied if applied < newest else 0)
    connection.execute("COMMIT")


def _names(connection: sqlite3.Connection, article: int) -> list[str]:
    """Return what registers about ``article`` begin with: its public id, its texts' hashes."""
    return [
        row[0]
        for row in connection.execute(
            "SELECT public_id FROM article WHERE id = ?"
            " UNION ALL SELECT lower(hex(text_sha256)) FROM version WHERE article = ?",
            (article, article),
        )
    ]


def _applied(connection: sqlite3.Connection) -> None:
    connection.execute(
        "UPDATE generation SET log_applied = (SELECT coalesce(max(id), 0) FROM work.log)"
    )

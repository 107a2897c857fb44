"""Purging: what lies in the bin is really removed, text, index, bytes and notes; the hash stays.

It is the one deed that cannot be undone, and says so. A later import knows by the hashes what
was purged and leaves it out.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from desktop_app.errors import UserError
from desktop_app.jobs import Job
from desktop_app.library import awaiting, index, layer, settling, work
from desktop_app.library.found import folded_sha256, indexed
from desktop_app.library.health import BACKUPS
from desktop_app.library.library import Library
from desktop_app.library.purged import PURGE
from desktop_app.library.work import Change
from desktop_app.messages import Message, message

_IN = "IN (SELECT value FROM json_each(?))"
_OF_VERSION = ("as_read",)
_OF_ARTICLE = ("article_tag", "article_collection", "note", "astray", "version", "possible_copy")
_TIDIED = ("main", "work")


@dataclass(frozen=True, slots=True)
class Purged:
    """What came of it: originals whose bytes went, and those that hold other dispatches too."""

    articles: int
    originals: int
    kept_in: tuple[str, ...]


def purge(library: Library, articles: Sequence[int]) -> Purged:
    """Remove ``articles``, which lie in the bin, for ever; `UserError` while an import runs.

    An original that other dispatches are read from keeps its bytes, and these texts in them.
    """
    if library.importing:
        raise UserError(
            message("Nothing can be purged while an import runs."),
            message("Wait until it has ended, or cancel it."),
        )
    if any(library.read(partial(index.prepared_otherwise, article=one)) for one in articles):
        library.make_index_again(Job())  # or words of an older preparation would stay in it
    done = library.change(lambda connection: _purge(connection, articles)).result()
    library.change(_tidy).result()
    with suppress(OSError):
        (library.path / BACKUPS / "before-migration-library.db").unlink()
    return done


def told(done: Purged) -> Message:
    """Say what came of a purge."""
    if done.kept_in:
        return message(
            "Purged: {count}. The texts stay in {names}, which hold other dispatches too.",
            count=done.articles,
            names=done.kept_in[:5],
        )
    return message("Purged: {count}.", count=done.articles)


def _purge(connection: sqlite3.Connection, articles: Sequence[int]) -> Purged:
    connection.execute("PRAGMA secure_delete = ON")
    ids = json.dumps([int(one) for one in articles])
    rows = connection.execute(
        f"SELECT id, public_id, binned, title, has_text FROM article WHERE id {_IN}", (ids,)
    ).fetchall()
    if not rows or not all(row[2] for row in rows):
        raise UserError(
            message("Only what lies in the bin can be purged."),
            message("Move it to the bin first."),
        )
    captures = connection.execute(
        "SELECT o.sha256, c.locator, o.id, o.name FROM capture c"
        f" JOIN original o ON o.id = c.original WHERE c.article {_IN}",
        (ids,),
    ).fetchall()
    texts = connection.execute(
        "SELECT v.id, coalesce(v.title, a.title), v.text, lower(hex(v.text_sha256))"
        f" FROM version v JOIN article a ON a.id = v.article WHERE v.article {_IN}",
        (ids,),
    ).fetchall()
    for version, title, text, *_ in texts:
        index.take_out(connection, version, indexed(title, text))
    for number, _, _, title, has_text in rows:
        if not has_text:
            index.take_out(connection, -number, indexed(title, ""))
    _forget_rows(connection, ids)
    gone, kept = _forget_bytes(connection, {(number, name) for *_, number, name in captures})
    awaiting.forget_unsaid(connection)
    settling.forget_nobody(connection)
    things = [row[1] for row in rows] + [sha256 for *_, sha256 in texts]
    _forget_words(connection, things)
    after = {
        "captures": [f"{sha256} {locator}" for sha256, locator, _, _ in captures],
        "texts": [folded_sha256(text, title) for _, title, text, _ in texts],
        "originals": gone,
    }
    changes = [Change(PURGE, rows[0][1], after)]
    says = message("purge {what}", what=message("{count} articles", count=len(rows)))
    layer.put(connection, work.write(connection, changes, says, undoable=False))
    layer.note_gone(connection, [row[0] for row in rows])
    return Purged(len(rows), len(gone), tuple(sorted(kept)))


def _forget_rows(connection: sqlite3.Connection, ids: str) -> None:
    versions = f"(SELECT id FROM version WHERE article {_IN})"
    events = f"(SELECT id FROM event WHERE version IN {versions})"
    for table in ("participant", "group_present"):
        connection.execute(f"DELETE FROM {table} WHERE event IN {events}", (ids,))
    connection.execute(f"DELETE FROM event WHERE version IN {versions}", (ids,))
    connection.execute(
        f"DELETE FROM mention WHERE capture IN (SELECT id FROM capture WHERE article {_IN})", (ids,)
    )
    for table in _OF_VERSION:
        connection.execute(
            f"DELETE FROM {table} WHERE version IN {versions}",
            (ids,),
        )
    for table in (*_OF_ARTICLE, "capture"):
        connection.execute(f"DELETE FROM {table} WHERE article {_IN}", (ids,))
    connection.execute(f"DELETE FROM possible_copy WHERE other {_IN}", (ids,))
    connection.execute(f"DELETE FROM article WHERE id {_IN}", (ids,))


def _forget_bytes(
    connection: sqlite3.Connection, originals: set[tuple[int, str]]
) -> tuple[list[str], set[str]]:
    """Remove the bytes that nothing else is read from; return their hashes, and what stays."""
    gone: list[str] = []
    kept: set[str] = set()
    for number, name in sorted(originals):
        needed = connection.execute(
            "SELECT 1 FROM capture WHERE original = ? UNION ALL"
            " SELECT 1 FROM listing WHERE original = ? LIMIT 1",
            (number, number),
        ).fetchone()
        if needed:
            kept.add(name)
            continue
        gone.append(
            connection.execute("SELECT sha256 FROM original WHERE id = ?", (number,)).fetchone()[0]
        )
        connection.execute("DELETE FROM originals.chunk WHERE original = ?", (number,))
        connection.execute("DELETE FROM originals.mapping WHERE original = ?", (number,))
        connection.execute("DELETE FROM originals.member WHERE original = ?", (number,))
        connection.execute("DELETE FROM originals.original WHERE id = ?", (number,))
        connection.execute("DELETE FROM main.original WHERE id = ?", (number,))
    return gone, kept


def _forget_words(connection: sqlite3.Connection, things: Sequence[str]) -> None:
    """Take what the log quotes of ``things`` out of it: the one exception to its only growing."""
    for thing in things:
        about = "target = ? OR (target >= ? AND target < ?)"
        places = (thing, thing + " ", thing + "!")
        steps = [
            row[0]
            for row in connection.execute(f"SELECT DISTINCT step FROM log WHERE {about}", places)
        ]
        connection.execute(f"DELETE FROM log WHERE {about}", places)
        for step in steps:
            work.reword_emptied(connection, step, message("something that was purged"))


def _tidy(connection: sqlite3.Connection) -> None:
    """Write the files anew without what was removed: index, freed pages, write-ahead logs."""
    for table in index.TABLES:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    connection.execute("COMMIT")
    for schema in _TIDIED:
        connection.execute(f"VACUUM {schema}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("BEGIN IMMEDIATE")

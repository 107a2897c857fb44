"""Grows an imported library by copying its rows, for questions at sizes nobody waits to import.

``python -m tests.bench.grown FROM SIZE TO``: each copy stands some days later, so that the days
fill up as in an archive of that size, and every text is indexed anew.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from pathlib import Path

from desktop_app.library.connections import connect
from desktop_app.library.found import indexed
from desktop_app.library.index import put
from desktop_app.library.library import Library

_TOGETHER = 1000  # texts in a transaction


def grow(source: Path, goal: int, path: Path) -> None:
    """Copy the library at ``source`` to ``path`` and go on copying until it holds ``goal``."""
    shutil.copytree(source, path)
    (path / "arrays.npz").unlink(missing_ok=True)
    connection = connect(path / "library.db", writing=True)
    connection.execute("INSERT INTO words (words, rank) VALUES ('hashsize', 67108864)")
    articles, versions, events = (
        connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
        for table in ("article", "version", "event")
    )
    for step in range(1, -(-goal // articles)):
        most = min(articles, goal - step * articles)
        _copy_rows(connection, step, most, (articles, versions, events))
        _index(connection, step * versions)
    connection.execute(
        "UPDATE generation SET number = number + 1, linked = number + 1,"
        " made = lower(hex(randomblob(8)))"
    )
    # As after an import: else the next one would look for who is who over all of it.
    connection.execute("UPDATE settled SET participant = (SELECT max(id) FROM participant)")
    connection.execute("DELETE FROM change")
    connection.execute("INSERT INTO words (words, rank) VALUES ('hashsize', 1048576)")
    connection.execute("ANALYZE")
    connection.close()
    with Library.open(path) as library:
        library.arrays()


def _copy_rows(
    connection: sqlite3.Connection, step: int, most: int, every: tuple[int, int, int]
) -> None:
    article, version, event = (step * one for one in every)
    days = f"'+{step} days'"
    first = f"article <= {most}"
    of_event = f"SELECT id FROM event WHERE id <= {every[2]} AND {first}"
    connection.execute("BEGIN")
    for table, changed, which in (
        (
            "article",
            {
                "id": f"id + {article}",
                "public_id": f"public_id || '-{step}'",
                "published": f"date(published, {days})",
                "reading_version": f"reading_version + {version}",
                "latest_version": f"latest_version + {version}",
            },
            f"id <= {most}",
        ),
        (
            "version",
            {"id": f"id + {version}", "article": f"article + {article}"},
            f"id <= {every[1]} AND {first}",
        ),
        (
            "event",
            {
                "id": f"id + {event}",
                "article": f"article + {article}",
                "version": f"version + {version}",
            },
            f"id <= {every[2]} AND {first}",
        ),
        (
            "participant",
            {"id": "NULL", "event": f"event + {event}"},
            f"event IN ({of_event})",
        ),
        (
            "capture",
            {
                "id": "NULL",
                "article": f"article + {article}",
                "version": f"version + {version}",
                "locator": f"locator || '-{step}'",
            },
            f"{first} AND version <= {every[1]}",
        ),
    ):
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        values = ", ".join(changed.get(name, f'"{name}"') for name in names)
        columns = ", ".join(f'"{name}"' for name in names)
        connection.execute(
            f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE {which}"
        )
    connection.execute("COMMIT")


def _index(connection: sqlite3.Connection, after: int) -> None:
    last = after
    while rows := connection.execute(
        "SELECT v.id, coalesce(v.title, a.title), v.text FROM version v"
        " JOIN article a ON a.id = v.article WHERE v.id > ? ORDER BY v.id LIMIT ?",
        (last, _TOGETHER),
    ).fetchall():
        connection.execute("BEGIN")
        for number, title, text in rows:
            put(connection, number, indexed(title or "", text or ""))
        connection.execute("COMMIT")
        last = rows[-1][0]


if __name__ == "__main__":
    source, goal, path = sys.argv[1:]
    grow(Path(source), int(goal), Path(path))

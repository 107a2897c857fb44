"""The floor: the same texts as rows and a full-text index, with nothing but sqlite3."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

_BATCH = 1000


def records(file: Path) -> Iterator[dict[str, str]]:
    """Yield the records of a JSON Lines file, gzipped or not."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def fill_floor(source: Path, database: Path) -> int:
    """Put the records of ``source`` into ``database``; return how many there were."""
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(
        "CREATE TABLE article (id INTEGER PRIMARY KEY, title, published, url, language, text)"
    )
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5(title, text, content='article', content_rowid='id')"
    )
    connection.execute("INSERT INTO words (words, rank) VALUES ('hashsize', 67108864)")
    every = enumerate(records(source), start=1)
    count = 0
    while batch := list(islice(every, _BATCH)):
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)",
            (
                (n, r["title"], r["date"], r.get("url"), r.get("language"), r.get("body"))
                for n, r in batch
            ),
        )
        connection.executemany(
            "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
            ((n, r["title"], r.get("body")) for n, r in batch),
        )
        connection.execute("COMMIT")
        count += len(batch)
    connection.close()
    return count

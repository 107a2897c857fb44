"""Tags and collections: how they stand in the tables, and what they are called."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

import numpy as np

from desktop_app.model.own import Label
from desktop_app.model.shelf import Shelf
from desktop_app.query.arrays import Ids, Mask
from desktop_app.query.conditions.own import folded_label

TAG, COLLECTION, COLOUR = "tag", "collection", "tag_colour"


def tag(connection: sqlite3.Connection, target: str, state: object) -> list[int]:
    """Apply a tag; the target is an article's public id and the tag's name."""
    return _label(connection, Shelf.TAG, target, state)


def collection(connection: sqlite3.Connection, target: str, state: object) -> list[int]:
    """Apply being in a collection; the target is an article's public id and its name."""
    return _label(connection, Shelf.COLLECTION, target, state)


def colour(connection: sqlite3.Connection, target: str, state: object) -> list[int]:
    """Apply a tag's colour; the target is its name. Its articles are shown otherwise."""
    number = _id_of(connection, Shelf.TAG, target)
    connection.execute("UPDATE tag SET colour = ? WHERE id = ?", (state, number))
    rows = connection.execute("SELECT article FROM article_tag WHERE tag = ?", (number,)).fetchall()
    _forget_unused(connection, Shelf.TAG, number)
    return [row[0] for row in rows]


def labels(connection: sqlite3.Connection, shelf: Shelf) -> tuple[Label, ...]:
    """Return every tag or collection by name; those in the bin are not counted."""
    return tuple(
        Label(name, shade or "", count)
        for name, shade, count in connection.execute(
            f"SELECT l.name, l.colour, count(a.id) FROM {shelf} l"
            f" LEFT JOIN article_{shelf} x ON x.{shelf} = l.id"
            " LEFT JOIN article a ON a.id = x.article AND NOT a.binned"
            " GROUP BY l.id ORDER BY l.folded"
        )
    )


def having(
    connection: sqlite3.Connection, shelf: Shelf, articles: Iterable[int]
) -> Mapping[str, int]:
    """Count by label how many of ``articles`` have it."""
    return dict(
        connection.execute(
            f"SELECT l.name, count(*) FROM {shelf} l JOIN article_{shelf} x ON x.{shelf} = l.id"
            " WHERE x.article IN (SELECT value FROM json_each(?)) GROUP BY l.id",
            (json.dumps(list(articles)),),
        ).fetchall()
    )


def articles_with(connection: sqlite3.Connection, shelf: Shelf, name: str) -> list[str]:
    """Return the public ids of the articles with a label."""
    return [
        row[0]
        for row in connection.execute(
            f"SELECT a.public_id FROM {shelf} l JOIN article_{shelf} x ON x.{shelf} = l.id"
            " JOIN article a ON a.id = x.article WHERE l.name = ? ORDER BY a.id",
            (name,),
        )
    ]


def colour_of(connection: sqlite3.Connection, name: str) -> str:
    """Return the colour of a tag; "" where it has none."""
    row = connection.execute("SELECT colour FROM tag WHERE name = ?", (name,)).fetchone()
    return str(row[0] or "") if row else ""


def known_as(connection: sqlite3.Connection, shelf: Shelf, name: str) -> str:
    """Return ``name`` as the label of that name is written, letter case and accents aside."""
    row = connection.execute(
        f"SELECT name FROM {shelf} WHERE folded = ? ORDER BY id", (folded_label(name),)
    ).fetchone()
    return str(row[0]) if row else name


def counts(connection: sqlite3.Connection, shelf: Shelf, mask: Mask) -> Mapping[str, int]:
    """Count the masked articles by label."""
    found = {}
    for name, articles in connection.execute(
        f"SELECT l.name, group_concat(x.article) FROM {shelf} l"
        f" JOIN article_{shelf} x ON x.{shelf} = l.id GROUP BY l.id"
    ):
        ids: Ids = np.fromstring(articles, dtype=np.int64, sep=",")
        found[name] = int(np.count_nonzero(mask[ids[ids < len(mask)]]))
    return found


def _label(connection: sqlite3.Connection, shelf: Shelf, target: str, state: object) -> list[int]:
    public, _, name = target.partition(" ")
    row = connection.execute("SELECT id FROM article WHERE public_id = ?", (public,)).fetchone()
    if row is None:
        return []
    article, number = int(row[0]), _id_of(connection, shelf, name)
    if state:
        connection.execute(
            f"INSERT OR IGNORE INTO article_{shelf} (article, {shelf}) VALUES (?, ?)",
            (article, number),
        )
    else:
        connection.execute(
            f"DELETE FROM article_{shelf} WHERE article = ? AND {shelf} = ?", (article, number)
        )
        _forget_unused(connection, shelf, number)
    return [article]


def _id_of(connection: sqlite3.Connection, shelf: Shelf, name: str) -> int:
    connection.execute(
        f"INSERT OR IGNORE INTO {shelf} (name, folded) VALUES (?, ?)", (name, folded_label(name))
    )
    return int(connection.execute(f"SELECT id FROM {shelf} WHERE name = ?", (name,)).fetchone()[0])


def _forget_unused(connection: sqlite3.Connection, shelf: Shelf, number: int) -> None:
    connection.execute(
        f"DELETE FROM {shelf} WHERE id = ? AND colour IS NULL"
        f" AND NOT EXISTS (SELECT 1 FROM article_{shelf} WHERE {shelf} = ?)",
        (number, number),
    )

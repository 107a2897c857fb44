"""Corrections in the tables: the rows of a text as read, with the user's layer over them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from desktop_app.library import settling, work
from desktop_app.library.articles import refresh_facts
from desktop_app.library.people import People
from desktop_app.library.placing import (
    EVENT,
    ORDER,
    ROW,
    Correction,
    Happening,
    Row,
    keys_of,
    placed,
)

_SAID = ("kind", "place", "happened_first", "happened_last")
_OWN = ("id", "person", "link_certainty", "linked_by")


def correction(connection: sqlite3.Connection, target: str, _: object) -> list[int]:
    """Apply a correction of a row, an order of rows or an event; the target is an article's
    public id and the row's key, or the text and the number of the event.
    """
    public = target.partition(" ")[0]
    row = connection.execute("SELECT id FROM article WHERE public_id = ?", (public,)).fetchone()
    if row is None:
        return []
    correct(connection, row[0], public)
    return [row[0]]


def correct(connection: sqlite3.Connection, article: int, public: str) -> None:
    """Lay every correction of ``article`` over what was read from each of its texts."""
    corrections = [
        Correction(action, target, state)
        for action, target, state in work.about(connection, public)
        if action in (ROW, ORDER, EVENT) and isinstance(state, dict)
    ]
    connection.execute("DELETE FROM astray WHERE article = ?", (article,))
    reading = connection.execute(
        "SELECT reading_version FROM article WHERE id = ?", (article,)
    ).fetchone()[0]
    for version, sha256, text in connection.execute(
        "SELECT id, lower(hex(text_sha256)), text FROM version WHERE article = ?", (article,)
    ).fetchall():
        read = _as_read(connection, version)
        if not corrections and read is None:
            continue
        base = read if read is not None else _keep_as_read(connection, version, sha256)
        events, lost = placed(base, sha256, text, corrections)
        _write(connection, version, base, events)
        if not corrections:
            connection.execute("DELETE FROM as_read WHERE version = ?", (version,))
        if version == reading:
            connection.executemany(
                "INSERT INTO astray (article, target) VALUES (?, ?)",
                [(article, target) for target in lost],
            )
    connection.execute(
        "UPDATE article SET astray = EXISTS (SELECT 1 FROM astray s WHERE s.article = article.id)"
        " WHERE id = ?",
        (article,),
    )
    refresh_facts(connection, article)


def as_read(connection: sqlite3.Connection, version: int, sha256: str) -> list[Happening]:
    """Return what the reader read from ``version``, without the user's corrections."""
    kept = _as_read(connection, version)
    return kept if kept is not None else _in_tables(connection, version, sha256)


def forget_reading(connection: sqlite3.Connection, version: int) -> None:
    """Drop what was read from ``version``, before it is read anew."""
    for table in ("participant", "group_present"):
        connection.execute(
            f"DELETE FROM {table} WHERE event IN (SELECT id FROM event WHERE version = ?)",
            (version,),
        )
    connection.execute("DELETE FROM event WHERE version = ?", (version,))
    connection.execute("DELETE FROM as_read WHERE version = ?", (version,))


def _as_read(connection: sqlite3.Connection, version: int) -> list[Happening] | None:
    row = connection.execute("SELECT events FROM as_read WHERE version = ?", (version,)).fetchone()
    return [_happening(one) for one in json.loads(row[0])] if row else None


def _keep_as_read(connection: sqlite3.Connection, version: int, sha256: str) -> list[Happening]:
    """Keep what the reader read, before the first correction is laid over it."""
    events = _in_tables(connection, version, sha256)
    connection.execute(
        "INSERT INTO as_read (version, events) VALUES (?, ?)",
        (version, json.dumps([asdict(one) for one in events], ensure_ascii=False)),
    )
    return events


def _in_tables(connection: sqlite3.Connection, version: int, sha256: str) -> list[Happening]:
    events = []
    for place, (event, *said) in enumerate(
        connection.execute(
            f"SELECT id, {', '.join(_SAID)} FROM event WHERE version = ? ORDER BY position",
            (version,),
        ).fetchall()
    ):
        rows = connection.execute(
            f"SELECT name, title, side, role, spans, certainty, rule, {', '.join(_OWN)}"
            " FROM participant WHERE event = ? ORDER BY position",
            (event,),
        ).fetchall()
        keys = keys_of(sha256, place, [(row[0], row[3]) for row in rows])
        events.append(
            Happening(
                dict(zip(_SAID, said, strict=True)),
                tuple(
                    Row(
                        key,
                        row[0],
                        row[1] or "",
                        row[2],
                        row[3],
                        tuple((s, e, part) for s, e, part in json.loads(row[4] or "[]")),
                        row[5],
                        row[6] or "",
                        columns=dict(zip(_OWN, row[7:], strict=True)),
                    )
                    for key, row in zip(keys, rows, strict=True)
                ),
            )
        )
    return events


def _happening(said: dict[str, Any]) -> Happening:
    rows = (
        Row(**{**row, "spans": tuple((s, e, part) for s, e, part in row["spans"])})
        for row in said["rows"]
    )
    return Happening(said["said"], tuple(rows))


def _write(
    connection: sqlite3.Connection,
    version: int,
    base: Sequence[Happening],
    events: Sequence[Happening],
) -> None:
    numbers = [
        row[0]
        for row in connection.execute(
            "SELECT id FROM event WHERE version = ? ORDER BY position", (version,)
        ).fetchall()
    ]
    persons: set[int] = set()
    for number, was, now in zip(numbers, base, events, strict=True):
        sets = ", ".join(f"{column} = ?" for column in _SAID)
        connection.execute(
            f"UPDATE event SET {sets}, read_as = ? WHERE id = ?",
            (*(now.said[column] for column in _SAID), _json(now.read_as), number),
        )
        connection.execute("DELETE FROM participant WHERE event = ?", (number,))
        persons |= _write_rows(connection, number, was.rows, now.rows)
    corrected = any(
        was.said != now.said or [_cells(r) for r in was.rows] != [_cells(r) for r in now.rows]
        for was, now in zip(base, events, strict=True)
    )
    connection.execute("UPDATE as_read SET corrected = ? WHERE version = ?", (corrected, version))
    if persons:
        settling.settle_and_log(connection, sorted(persons))


def _write_rows(
    connection: sqlite3.Connection, event: int, was: Iterable[Row], now: Iterable[Row]
) -> set[int]:
    """Write the rows of ``event``; return the persons whose link is to be settled."""
    names = {row.columns["id"]: row.name for row in was}
    people = People(connection)
    unsure: set[int] = set()
    # The rows read go first: a new row's id must not be one of theirs.
    ordered = sorted(enumerate(now), key=lambda one: not one[1].columns)
    for position, row in ordered:
        own = dict(row.columns)
        if own and _is_taken(connection, own["id"]):
            del own["id"]
        if names.get(row.columns.get("id")) != row.name or not _is_person(
            connection, own["person"]
        ):
            link = people.link(row.name)
            own |= {"person": link.person, "link_certainty": link.certainty, "linked_by": link.by}
            unsure.add(link.person)
        if row.by_user:
            unsure.add(own["person"])
        columns = {
            **own,
            "event": event,
            "position": position,
            "name": row.name,
            "title": row.title,
            "side": row.side,
            "role": row.role,
            "spans": json.dumps(row.spans, separators=(",", ":")),
            "certainty": row.certainty,
            "rule": row.rule,
            "read_from": "user" if row.by_user else "reader",
            "confirmed": row.confirmed,
            "key": row.key,
            "read_as": _json(row.read_as),
        }
        connection.execute(
            f"INSERT INTO participant ({', '.join(columns)})"
            f" VALUES ({', '.join('?' * len(columns))})",
            tuple(columns.values()),
        )
    return unsure


def _is_taken(connection: sqlite3.Connection, number: int) -> bool:
    found = connection.execute("SELECT 1 FROM participant WHERE id = ?", (number,)).fetchone()
    return found is not None


def _is_person(connection: sqlite3.Connection, person: int) -> bool:
    return connection.execute("SELECT 1 FROM person WHERE id = ?", (person,)).fetchone() is not None


def _cells(row: Row) -> tuple[object, ...]:
    return row.name, row.title, row.side, row.role, row.spans


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)

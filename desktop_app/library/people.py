"""Persons: human beings over all spellings; the rows of participants point at them."""

from __future__ import annotations

import sqlite3
import uuid

from desktop_app.model.names import name_keys

_DATELINE = uuid.UUID("6f3c2a52-0d8e-5a58-9c58-2f6f3b6f1b11")


def script_of(name: str) -> str:
    """Return the script that a name is written in, as far as persons are told apart by it."""
    if any("가" <= letter <= "힣" for letter in name):
        return "hangul"
    return "cjk" if any("぀" <= letter <= "鿿" for letter in name) else "latin"


class People:
    """Finds the person of a name, making one where there is none; remembers what it found.

    Within one script the spellings of one romanised name are one person until the user, or
    conflicting offices, part them; between scripts a key only proposes. Only the surest key
    of a name links; all of them are kept, because a search may be wider than a link.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, int] = {}

    def person_of(self, name: str) -> int:
        """Return the id of the person whom ``name`` means."""
        person = self._known.get(name)
        if person is None:
            person = self._known[name] = self._find(name) or self._make(name)
        return person

    def _find(self, name: str) -> int | None:
        script, keys = script_of(name), name_keys(name)
        key = keys[0] if keys else name
        row = self._connection.execute(
            "SELECT person, max(name = ?) FROM person_name WHERE key = ? AND script = ? AND surest"
            " GROUP BY person ORDER BY 2 DESC, person LIMIT 1",
            (name, key, script),
        ).fetchone()
        if row is None:
            return None
        if not row[1]:
            self._spell(int(row[0]), name, script, keys)
        return int(row[0])

    def _make(self, name: str) -> int:
        script, keys = script_of(name), name_keys(name)
        key = keys[0] if keys else name
        cursor = self._connection.execute(
            "INSERT INTO person (uuid, name, name_ko) VALUES (?, ?, ?)",
            (
                str(uuid.uuid5(_DATELINE, f"{script}\n{key}")),
                name,
                name if script == "hangul" else None,
            ),
        )
        person = int(cursor.lastrowid or 0)
        self._spell(person, name, script, keys)
        return person

    def _spell(self, person: int, name: str, script: str, keys: tuple[str, ...]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO person_name (person, name, script, key, surest)"
            " VALUES (?, ?, ?, ?, ?)",
            ((person, name, script, key, place == 0) for place, key in enumerate(keys or (name,))),
        )

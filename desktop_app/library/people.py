"""Persons at import: the name links to whoever is known by it; `settling` has the last word."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop_app.library.authority import Authority, authority, surest_key
from desktop_app.model.names import name_keys
from desktop_app.model.person import KnownPerson, person_uuid

SAME_SPELLING, OTHER_SPELLING, UNSURE_SPELLING = 0.9, 0.85, 0.7


def script_of(name: str) -> str:
    """Return the script that a name is written in, as far as persons are told apart by it."""
    if any("가" <= letter <= "힣" for letter in name):
        return "hangul"
    return "cjk" if any("぀" <= letter <= "鿿" for letter in name) else "latin"


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a name means, how sure that is, and what says so."""

    person: int
    certainty: float
    by: str


def spelling_certainty(name: str) -> float:
    """Return how sure a link by spelling alone is: less where the spelling has two readings."""
    keys = [key for key in name_keys(name) if not key.startswith("ko:")]
    if len(keys) > 1:
        return UNSURE_SPELLING if script_of(name) == "latin" else OTHER_SPELLING
    return SAME_SPELLING


class People:
    """Finds the person of a name, making one where there is none; remembers what it found.

    Within one script the spellings of one name are one person; between scripts a key only
    proposes, and the authority file links. Which of several bearers of a name a row means is
    left to `settling`, which sees all of them.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._authority = authority_of(connection)
        self._known: dict[str, Link] = {}

    def forget(self) -> None:
        """Look everybody up anew: somebody else has changed who is who."""
        self._known.clear()

    def link(self, name: str) -> Link:
        """Return whom ``name`` means, as far as the name alone says."""
        link = self._known.get(name)
        if link is None:
            link = self._known[name] = self._find(name)
        return link

    def _find(self, name: str) -> Link:
        known = self._authority.of(name)
        one = known[0] if len(known) == 1 else None
        person = person_numbered(self._connection, one.uuid if one else plain_uuid(name), name, one)
        spell(self._connection, person, name)
        if one:
            sure = SAME_SPELLING if self._authority.spelt(name) else OTHER_SPELLING
            return Link(person, sure, "authority")
        return Link(person, spelling_certainty(name), "spelling")


def authority_of(connection: sqlite3.Connection) -> Authority:
    """Return the authority file as it counts for the library that ``connection`` is open on."""
    return authority(folder_of(connection))


def folder_of(connection: sqlite3.Connection) -> Path | None:
    """Return the folder of the library that ``connection`` is open on."""
    files = {name: file for _, name, file in connection.execute("PRAGMA database_list")}
    return Path(files["main"]).parent if files["main"] else None


@lru_cache(maxsize=65536)
def plain_uuid(name: str) -> str:
    """Return the lasting id of the person whom ``name`` means where nothing else is known."""
    return person_uuid(script_of(name), surest_key(name))


def person_numbered(
    connection: sqlite3.Connection, uuid: str, name: str, known: KnownPerson | None = None
) -> int:
    """Return the id of the person ``uuid``, made with ``name`` where there is none."""
    row = connection.execute("SELECT id FROM person WHERE uuid = ?", (uuid,)).fetchone()
    if row:
        return int(row[0])
    hangul = script_of(name) == "hangul"
    shown = (known.name, known.name_ko or None) if known else (name, name if hangul else None)
    cursor = connection.execute(
        "INSERT INTO person (uuid, name, name_ko) VALUES (?, ?, ?)", (uuid, *shown)
    )
    return int(cursor.lastrowid or 0)


def spell(connection: sqlite3.Connection, person: int, name: str) -> None:
    """Keep ``name`` as a spelling of ``person``, under all its keys: a search may be wider."""
    script = script_of(name)
    connection.executemany(
        "INSERT OR IGNORE INTO person_name (person, name, script, key, surest)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            (person, name, script, key, place == 0)
            for place, key in enumerate(name_keys(name) or (name,))
        ),
    )

"""Whom each row of a name means, and the link that it is given."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.library.authority import Authority, surest_key
from desktop_app.library.decisions import Decisions
from desktop_app.library.pairing import Pairs
from desktop_app.library.parting import Bearer, Bearing, part
from desktop_app.library.people import (
    person_numbered,
    plain_uuid,
    script_of,
    spell,
    spelling_certainty,
)
from desktop_app.model.person import KnownPerson, person_uuid

IN = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Words:
    """Who has a word in who is who, beside the rows: lists of people, counterparts, the user."""

    known: Authority
    decided: Decisions
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class _Row:
    """One participant row as it stands: what it says, and whom it is linked to."""

    bearing: Bearing
    person: int
    dispatch: str
    certainty: float | None
    by: str | None


@dataclass(frozen=True, slots=True)
class _Link:
    uuid: str
    name: str
    known: KnownPerson | None
    certainty: float
    by: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Whom the rows of a name mean now, where that is new, and whom they left with which name."""

    persons: set[int] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    left: set[tuple[int, str]] = field(default_factory=set)


def settle_name(
    connection: sqlite3.Connection, key: str, bearers: Sequence[int], words: Words, after: int = 0
) -> Moved:
    """Link the rows of the name ``key`` that came ``after``; say what that changed.

    Who is given a row bears its spelling from then on.
    """
    rows = _rows(connection, key, bearers, after)
    links = _links(rows, words)
    changes: list[tuple[int, float, str, int]] = []
    moved = Moved()
    numbers: dict[str, int] = {}
    joined: set[tuple[int, str]] = set()
    for row, link in zip(rows, links, strict=True):
        person = numbers.get(link.uuid)
        if person is None:
            person = person_numbered(connection, link.uuid, link.name, link.known)
            numbers[link.uuid] = person
        moved.persons.add(person)
        # Most rows of a frequent name stay as they are at each import: do not write them.
        if (person, link.certainty, link.by) != (row.person, row.certainty, row.by):
            changes.append((person, link.certainty, link.by, row.bearing.row))
        if person != row.person:
            moved.articles.add(row.bearing.article)
            moved.left.add((row.person, row.bearing.name))
            joined.add((person, row.bearing.name))
    connection.executemany(
        "UPDATE participant SET person = ?, link_certainty = ?, linked_by = ? WHERE id = ?",
        changes,
    )
    for person, name in joined:
        spell(connection, person, name)
    return moved


def _rows(
    connection: sqlite3.Connection, key: str, bearers: Sequence[int], after: int
) -> list[_Row]:
    found = []
    for number, name, title, person, certainty, by, article, public, day in connection.execute(
        "SELECT p.id, p.name, p.title, p.person, p.link_certainty, p.linked_by, a.id, a.public_id,"
        " coalesce(a.published, e.happened_first) FROM participant p"
        " JOIN event e ON e.id = p.event JOIN article a ON a.id = e.article"
        # By the index of persons, which holds the ids too: others' new rows may be many.
        f" WHERE p.person {IN} AND +p.id > ? ORDER BY a.day_told, a.public_id, p.id",
        (json.dumps(list(bearers)), after),
    ):
        if surest_key(name) == key:
            ordinal = date.fromisoformat(day).toordinal() if day else None
            bearing = Bearing(number, article, name, title or "", ordinal)
            found.append(_Row(bearing, person, public, certainty, by))
    return found


def _links(rows: Sequence[_Row], words: Words) -> list[_Link]:
    """Say whom each row means; rows of spellings that mean different people apart."""
    known = words.known
    parts: dict[tuple[KnownPerson, ...], list[int]] = defaultdict(list)
    meant = {name: known.of(name) for name in {row.bearing.name for row in rows}}
    for place, row in enumerate(rows):
        parts[meant[row.bearing.name]].append(place)
    links: dict[int, _Link] = {}
    for people, places in parts.items():
        bearings = [rows[place].bearing for place in places]
        for place, bearer in zip(places, part(bearings, people), strict=True):
            link = _link(rows[place].bearing.name, bearer, people)
            links[place] = _as_decided(rows[place], _as_paired(link, words), words)
    return [links[place] for place in range(len(rows))]


def _as_paired(link: _Link, words: Words) -> _Link:
    """Return ``link`` as the counterparts of its dispatches have it."""
    paired = words.pairs.of.get(link.uuid)
    if paired is None:
        return link
    certainty = min(link.certainty, paired.certainty)
    return _Link(paired.uuid, paired.name, None, certainty, "counterpart")


def _as_decided(row: _Row, link: _Link, words: Words) -> _Link:
    """Return ``link`` as the user has it: his word is sure."""
    said = row.bearing
    day = date.fromordinal(said.day) if said.day is not None else None
    meant = words.decided.meant(link.uuid, said.name, said.title, row.dispatch, day)
    if meant == link.uuid:
        return link
    return _Link(meant, said.name, words.known.by_uuid.get(meant), 1.0, "user")


def _link(name: str, bearer: Bearer, people: Sequence[KnownPerson]) -> _Link:
    certainty = min(bearer.certainty, 1.0)
    if bearer.by == "spelling" and not people:
        certainty = min(certainty, spelling_certainty(name))
    if bearer.known is not None:
        one = people[bearer.known]
        by = "authority" if bearer.by == "spelling" else bearer.by
        return _Link(one.uuid, one.name, one, certainty, by)
    if not bearer.mark:
        return _Link(plain_uuid(name), name, None, certainty, bearer.by)
    uuid = person_uuid(script_of(name), surest_key(name), bearer.mark)
    return _Link(uuid, name, None, certainty, bearer.by)

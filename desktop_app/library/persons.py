"""Gives persons out: who is meant, how dispatches write and title them, who may be the same."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

import numpy as np

from desktop_app.library.facets import distinct_articles
from desktop_app.library.people import script_of
from desktop_app.messages import Message, message
from desktop_app.model.names import folded_name
from desktop_app.model.participant import Participant
from desktop_app.model.person import Held, Linked, Person, Proposal, Spelling
from desktop_app.query.arrays import Arrays
from desktop_app.query.conditions.people import person_ids
from desktop_app.query.result import FacetCount, Result
from desktop_app.reading.seats import seat_of

_PERSON = "SELECT id, uuid, name, coalesce(name_ko, '') FROM person"
_COUNTED = (
    " FROM participant p JOIN event e ON e.id = p.event"
    " JOIN article a ON a.id = e.article AND a.reading_version = e.version AND NOT a.binned"
    " WHERE p.person = ?"
)
_SMALL_WORDS = frozenset(("the", "of", "and", "a", "dprk", "s", "del", "de", "la", "y", "el"))
_MOST_PROPOSED = 12
_MOST_TITLES = 2000


def person(connection: sqlite3.Connection, uuid: str) -> Person | None:
    """Return the person who is known for good as ``uuid``."""
    row = connection.execute(f"{_PERSON} WHERE uuid = ?", (uuid,)).fetchone()
    return Person(*row) if row else None


def meant(connection: sqlite3.Connection, value: str) -> tuple[Person, ...]:
    """Return whom ``person:value`` finds, whoever is in most rows first."""
    ids, parameters = person_ids(value)
    found = connection.execute(
        f"{_PERSON} q WHERE id IN ({ids}) ORDER BY"
        " (SELECT count(*) FROM participant p WHERE p.person = q.id) DESC, uuid LIMIT 50",
        parameters,
    )
    return tuple(Person(*row) for row in found)


def of_row(connection: sqlite3.Connection, version: int, row: Participant) -> Person | None:
    """Return whom a row of a version's participants means."""
    found = connection.execute(
        f"{_PERSON} WHERE id = (SELECT p.person FROM participant p JOIN event e ON e.id = p.event"
        " WHERE e.version = ? AND p.name = ?"
        " ORDER BY coalesce(p.title, '') = ? DESC, e.position, p.position LIMIT 1)",
        (version, row.name, row.title),
    ).fetchone()
    return Person(*found) if found else None


def spellings(connection: sqlite3.Connection, number: int) -> tuple[Spelling, ...]:
    """Return how dispatches write the name, the most frequent way first."""
    return tuple(
        Spelling(name, script_of(name), count)
        for name, count in connection.execute(
            f"SELECT p.name, count(DISTINCT a.id) {_COUNTED} GROUP BY 1 ORDER BY 2 DESC, 1",
            (number,),
        )
    )


def titles(connection: sqlite3.Connection, number: int) -> tuple[Held, ...]:
    """Return the titles borne, in the order of first being seen; writings of one are one line."""
    lines: dict[frozenset[str], list[tuple[str, str | None, str | None, int]]] = defaultdict(list)
    for title, first, last, count in connection.execute(
        f"SELECT p.title, min(a.published), max(a.published), count(DISTINCT a.id) {_COUNTED}"
        f" AND p.title <> '' GROUP BY 1 ORDER BY 4 DESC, 1 LIMIT {_MOST_TITLES:d}",
        (number,),
    ):
        lines[_content(title)].append((title, first, last, count))
    held = [_held(line) for line in lines.values()]
    return tuple(sorted(held, key=lambda one: (one.first or date.max, one.title)))


def _content(title: str) -> frozenset[str]:
    """Return the words by which writings of one title are one."""
    words = folded_name(re.sub(r"\bC\.\s?C\.,?", "Central Committee", title)).split()
    return frozenset(words) - _SMALL_WORDS


def _held(line: Sequence[tuple[str, str | None, str | None, int]]) -> Held:
    firsts = [first for _, first, _, _ in line if first]
    lasts = [last for _, _, last, _ in line if last]
    return Held(
        line[0][0],
        date.fromisoformat(min(firsts)) if firsts else None,
        date.fromisoformat(max(lasts)) if lasts else None,
        sum(count for *_, count in line),
        tuple(title for title, *_ in line),
    )


def linked(connection: sqlite3.Connection, number: int) -> tuple[Linked, ...]:
    """Return what linked the rows to this person, and how surely on the average."""
    return tuple(
        Linked(by or "spelling", count, certainty)
        for by, count, certainty in connection.execute(
            "SELECT linked_by, count(*), avg(coalesce(link_certainty, 0.7)) FROM participant"
            " WHERE person = ? GROUP BY 1 ORDER BY 2 DESC",
            (number,),
        )
    )


def roles(arrays: Arrays, result: Result, number: int) -> tuple[FacetCount, ...]:
    """Count the result's dispatches by the roles of this person in them."""
    pairs = arrays.pairs
    own = pairs.person == number
    counts = distinct_articles(
        pairs.article[own],
        pairs.role[own].astype(np.int64),
        arrays.mask_of(result.ids),
        len(arrays.roles),
    )
    lines = [
        FacetCount(role, role, int(count))
        for role, count in zip(arrays.roles, counts, strict=True)
        if count
    ]
    return tuple(sorted(lines, key=lambda line: -line.count))


def proposals(connection: sqlite3.Connection, one: Person) -> tuple[Proposal, ...]:
    """Return who may be the same person: a name that sounds alike, in any script."""
    names = _names(connection, [one.id])[one.id]
    rows = connection.execute(
        "SELECT DISTINCT n.person FROM person_name n JOIN person_name own ON own.key = n.key"
        " WHERE own.person = ? AND n.person <> ?",
        (one.id, one.id),
    ).fetchall()
    others = [int(row[0]) for row in rows]
    known = {
        row[0]: Person(*row)
        for row in connection.execute(
            f"{_PERSON} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(others),)
        )
    }
    spelt = _names(connection, others)
    own_posts = _posts(connection, one.id)
    found = [
        _proposal(connection, known[other], names, spelt[other], own_posts)
        for other in others
        if other in known and spelt[other]
    ]
    found.sort(key=lambda proposal: (-proposal.likeness, -proposal.count, proposal.person.uuid))
    return tuple(found[:_MOST_PROPOSED])


def _names(connection: sqlite3.Connection, persons: Sequence[int]) -> dict[int, Counter[str]]:
    names: dict[int, Counter[str]] = defaultdict(Counter)
    for number, name, count in connection.execute(
        "SELECT person, name, count(*) FROM participant"
        " WHERE person IN (SELECT value FROM json_each(?)) GROUP BY 1, 2",
        (json.dumps(list(persons)),),
    ):
        names[number][name] = count
    return names


def _posts(connection: sqlite3.Connection, number: int) -> set[str]:
    rows = connection.execute(
        "SELECT DISTINCT title FROM participant WHERE person = ? AND title <> ''", (number,)
    )
    return {seat_of(row[0]).post for row in rows} - {""}


def _proposal(
    connection: sqlite3.Connection,
    other: Person,
    names: Counter[str],
    spelt: Counter[str],
    own_posts: set[str],
) -> Proposal:
    shared = own_posts & _posts(connection, other.id)
    scripts = {script_of(name) for name in names}
    here, there = names.most_common(1)[0][0], spelt.most_common(1)[0][0]
    why: list[Message]
    if {folded_name(name) for name in names} & {folded_name(name) for name in spelt}:
        why = [message("the name is the same, but what is told of them parts them")]
        likeness = 0.3
    elif scripts.isdisjoint({script_of(name) for name in spelt}):
        why = [message("“{here}” and “{there}” sound alike in two scripts", here=here, there=there)]
        likeness = 0.5
    else:
        why = [message("“{here}” may be another spelling of “{there}”", here=there, there=here)]
        likeness = 0.4
    if shared:
        why.append(message("both are seen as: {posts}", posts=tuple(sorted(shared))))
        likeness += 0.3
    count = sum(spelt.values())
    return Proposal(other, count, message("{why}", why=tuple(why)), likeness)

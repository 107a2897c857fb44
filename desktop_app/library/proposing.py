"""Proposes who may be the same person: names that sound alike, posts that both are seen in."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from desktop_app.library.pairing import together
from desktop_app.library.people import script_of
from desktop_app.messages import Message, message
from desktop_app.model.names import folded_name
from desktop_app.model.person import Person, Proposal
from desktop_app.reading.seats import seat_of

_MOST_PROPOSED = 12


def proposals(
    connection: sqlite3.Connection, one: Person, titles: Iterable[str]
) -> tuple[Proposal, ...]:
    """Return who may be the same person: a name that sounds alike, in any script.

    ``titles`` are those of ``one``: a post that both are seen in speaks for it.
    """
    others = {
        row[0]: (Person(*row[:4]), row[4])
        for row in connection.execute(
            "SELECT id, uuid, name, coalesce(name_ko, ''),"
            " (SELECT count(*) FROM participant p WHERE p.person = person.id)"
            " FROM person WHERE id IN (SELECT n.person FROM person_name n"
            " JOIN person_name own ON own.key = n.key WHERE own.person = ? AND n.person <> ?)",
            (one.id, one.id),
        )
    }
    spelt = _names(connection, [one.id, *others])
    posts = {seat_of(title).post for title in titles} - {""}
    found = [
        _proposal(connection, one, other, count, spelt[one.id], spelt[number], posts)
        for number, (other, count) in others.items()
        if count
    ]
    found.sort(key=lambda proposal: (-proposal.likeness, -proposal.count, proposal.person.uuid))
    return tuple(found[:_MOST_PROPOSED])


def _names(connection: sqlite3.Connection, persons: Sequence[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for number, name in connection.execute(
        "SELECT DISTINCT person, name FROM person_name"
        " WHERE person IN (SELECT value FROM json_each(?)) ORDER BY person, name",
        (json.dumps(list(persons)),),
    ):
        names[number].append(name)
    return names


def _posts(connection: sqlite3.Connection, number: int) -> set[str]:
    rows = connection.execute(
        "SELECT DISTINCT title FROM participant WHERE person = ? AND title <> ''", (number,)
    )
    return {seat_of(row[0]).post for row in rows} - {""}


def _proposal(
    connection: sqlite3.Connection,
    one: Person,
    other: Person,
    count: int,
    names: Sequence[str],
    spelt: Sequence[str],
    own_posts: set[str],
) -> Proposal:
    shared = own_posts & _posts(connection, other.id) if own_posts else set()
    scripts = {script_of(name) for name in names}
    here, there = names[0], other.name
    why: list[Message]
    if {folded_name(name) for name in names} & {folded_name(name) for name in spelt}:
        why = [message("the name is the same, but what is told of them parts them")]
        likeness = 0.3
    elif scripts.isdisjoint({script_of(name) for name in spelt}):
        why = [message("“{here}” and “{there}” sound alike in two scripts", here=here, there=there)]
        likeness = 0.5
        dispatches = together(connection, one.id, other.id)
        if dispatches:
            why.append(message("reports of one event name one or the other: {n}", n=dispatches))
            likeness += 0.15
    else:
        why = [message("“{here}” may be another spelling of “{there}”", here=there, there=here)]
        likeness = 0.4
    if shared:
        why.append(message("both are seen as: {posts}", posts=tuple(sorted(shared))))
        likeness += 0.3
    return Proposal(other, count, message("{why}", why=tuple(why)), likeness)

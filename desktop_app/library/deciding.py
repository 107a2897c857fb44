"""Deciding who is who: what would change, then one step in the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.errors import UserError
from desktop_app.library import decisions as log
from desktop_app.library import persons
from desktop_app.library.decisions import Decision, Decisions, Say
from desktop_app.library.library import Library
from desktop_app.library.steps import Done, do
from desktop_app.messages import Message, message
from desktop_app.model.person import Held, Person, Rows, Spelling
from desktop_app.query.arrays import Arrays

_DISPATCHES = (
    "SELECT DISTINCT a.id FROM participant p JOIN event e ON e.id = p.event"
    " JOIN article a ON a.id = e.article AND a.reading_version = e.version AND NOT a.binned"
    " WHERE p.person = ?"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two persons, before or after a decision: in how many dispatches, when, as what."""

    name: str
    dispatches: int
    first: date | None
    last: date | None
    spellings: tuple[Spelling, ...]
    titles: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Merging:
    """What making two persons one would do: ``together`` names the dispatches that hold both."""

    one: Side
    other: Side
    dispatches: int
    together: int


@dataclass(frozen=True, slots=True)
class Parting:
    """What parting a person would do: how many rows go, and in how many dispatches."""

    rows: int
    dispatches: int
    of_rows: int
    of_dispatches: int
    first: date | None
    last: date | None


def preview_same(library: Library, one: Person, other: Person) -> Merging:
    """Return what merging ``other`` into ``one`` would do; nothing is changed."""
    arrays = library.arrays()
    return library.read(lambda connection: _merging(connection, arrays, one, other))


def _merging(connection: sqlite3.Connection, arrays: Arrays, one: Person, other: Person) -> Merging:
    ids = [{row[0] for row in connection.execute(_DISPATCHES, (p.id,))} for p in (one, other)]
    sides = [
        _side(connection, arrays, person, len(own))
        for person, own in zip((one, other), ids, strict=True)
    ]
    return Merging(sides[0], sides[1], len(ids[0] | ids[1]), len(ids[0] & ids[1]))


def _side(connection: sqlite3.Connection, arrays: Arrays, person: Person, dispatches: int) -> Side:
    facts = persons.facts(connection, arrays, person.id)
    first, last = connection.execute(
        f"SELECT min(published), max(published) FROM article WHERE id IN ({_DISPATCHES})",
        (person.id,),
    ).fetchone()
    return Side(
        person.name,
        dispatches,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        facts.spellings,
        facts.titles,
    )


def preview_part(library: Library, person: Person, rows: Rows) -> Parting:
    """Return what giving ``rows`` of ``person`` to somebody else would do."""
    return library.read(lambda connection: _parting(connection, person, rows))


def _parting(connection: sqlite3.Connection, person: Person, rows: Rows) -> Parting:
    going: set[str] = set()
    everything: set[str] = set()
    days: list[date] = []
    count = total = 0
    for name, title, public, published in connection.execute(
        "SELECT p.name, p.title, a.public_id, a.published FROM participant p"
        " JOIN event e ON e.id = p.event"
        " JOIN article a ON a.id = e.article AND a.reading_version = e.version AND NOT a.binned"
        " WHERE p.person = ?",
        (person.id,),
    ):
        day = date.fromisoformat(published) if published else None
        total += 1
        everything.add(public)
        if log.holds(rows, name, title or "", public, day):
            count += 1
            going.add(public)
            if day:
                days.append(day)
    return Parting(
        count,
        len(going),
        total,
        len(everything),
        min(days, default=None),
        max(days, default=None),
    )


def same(library: Library, one: Person, other: Person) -> Done:
    """Decide that ``other`` is ``one``, who stays."""
    _are_two(one, other)
    decision = Decision(Say.SAME, one.uuid, other.uuid, one.name, other.name)
    says = message("make “{other}” and “{one}” one person", one=one.name, other=other.name)
    return do(library, says, [decision.change()])


def different(library: Library, one: Person, other: Person) -> Done:
    """Decide that two are not the same; nobody proposes it again."""
    _are_two(one, other)
    decision = Decision(Say.DIFFERENT, one.uuid, other.uuid, one.name, other.name)
    says = message("tell “{one}” and “{other}” apart", one=one.name, other=other.name)
    return do(library, says, [decision.change()])


def part(library: Library, person: Person, rows: Rows) -> Done:
    """Decide that ``rows`` of ``person`` are another's."""
    if not preview_part(library, person, rows).rows:
        raise UserError(
            message("None of the rows is meant by that."),
            message("Choose spellings, titles or days that some of the rows have."),
        )
    other = log.parted_uuid(person.uuid, rows)
    decision = Decision(Say.PART, person.uuid, other, person.name, person.name, rows)
    says = message("part “{name}” in two", name=person.name)
    return do(library, says, [decision.change()])


def take(library: Library, decisions: Iterable[Decision], says: Message) -> Done:
    """Take several decisions as one step."""
    return do(library, says, [one.change() for one in decisions])


def forget(library: Library, decision: Decision) -> Done:
    """Take a decision back, however long ago it was taken."""
    says = message("forget what was decided about “{name}”", name=decision.name)
    return do(library, says, [decision.undone()])


def decided(library: Library) -> Decisions:
    """Return every decision that stands."""
    return Decisions.of(library.read_log(log.stored))


def _are_two(one: Person, other: Person) -> None:
    if one.uuid == other.uuid:
        raise UserError(message("That is one person already."))

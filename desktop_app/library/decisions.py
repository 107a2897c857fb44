"""What the user decided about persons: the same, not the same, or two in one.

Two registers of the log (`work`). ``identity`` is about a pair of persons; ``parting`` says
which rows of a person are another's. `settling` reads all of them whenever it says who is
who, so a decision waits for a person who is not in the library yet and outlives any rebuild.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from desktop_app.library import work
from desktop_app.library.work import Change
from desktop_app.model.names import folded_name
from desktop_app.model.person import Rows, person_uuid

IDENTITY, PARTING = "identity", "parting"


class Say(StrEnum):
    """What is decided of two persons."""

    SAME = "same"
    DIFFERENT = "different"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: ``person`` and ``other`` by their lasting ids, with names to read.

    Of the same, ``person`` is who stays; of a parting, ``other`` is who gets ``rows``.
    """

    say: Say
    person: str
    other: str
    name: str = ""
    other_name: str = ""
    rows: Rows = field(default_factory=Rows)

    def change(self) -> Change:
        """Return this as what is to stand in the log."""
        if self.say is Say.PART:
            return Change(
                PARTING,
                f"{self.person} {self.other}",
                {"name": self.name, "rows": rows_written(self.rows)},
            )
        names = {self.person: self.name, self.other: self.other_name}
        return Change(
            IDENTITY, pair(self.person, self.other), _pair_written(self.say, self.person, names)
        )

    def undone(self) -> Change:
        """Return what takes this decision away."""
        change = self.change()
        return Change(change.action, change.target, None)


def _pair_written(say: Say, kept: str, names: Mapping[str, str]) -> dict[str, object]:
    return {"say": str(say), "kept": kept, "names": dict(names)}


def pair(one: str, other: str) -> str:
    """Return the register of two persons, whichever is named first."""
    return " ".join(sorted((one, other)))


def parted_uuid(person: str, rows: Rows) -> str:
    """Return the lasting id of whom ``rows`` of ``person`` mean: the same for all colleagues."""
    said = json.dumps(rows_written(rows), ensure_ascii=False, sort_keys=True)
    return person_uuid("parted", person, said)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions as they now stand, in the order of being taken."""

    every: tuple[Decision, ...] = ()
    _kept: dict[str, str] = field(default_factory=dict)
    _parted: dict[str, list[tuple[Rows, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Decisions:
        every = tuple(decisions)
        parted: dict[str, list[tuple[Rows, str]]] = defaultdict(list)
        for one in every:
            if one.say is Say.PART:
                parted[one.person].append((one.rows, one.other))
        return cls(every, _roots(every), dict(parted))

    @property
    def concerned(self) -> frozenset[str]:
        """The ids of everybody about whom anything is decided."""
        return frozenset(uuid for one in self.every for uuid in (one.person, one.other))

    def meant(self, uuid: str, name: str, title: str, dispatch: str, day: date | None) -> str:
        """Return whom a row means that would mean ``uuid`` if nobody had decided anything."""
        seen: set[str] = set()
        while uuid not in seen:
            seen.add(uuid)
            uuid = self._kept.get(uuid, uuid)
            seen.add(uuid)
            uuid = next(
                (
                    other
                    for rows, other in self._parted.get(uuid, ())
                    if holds(rows, name, title, dispatch, day)
                ),
                uuid,
            )
        return self._kept.get(uuid, uuid)

    def kept(self, uuid: str) -> str:
        """Return who stands for ``uuid`` after all merging."""
        return self._kept.get(uuid, uuid)

    def told_apart(self, one: str, other: str) -> bool:
        """Tell whether it is decided that two persons are not the same."""
        return any(
            {self.kept(decision.person), self.kept(decision.other)} == {one, other}
            for decision in self.every
            if decision.say is Say.DIFFERENT
        )


def _roots(decisions: Iterable[Decision]) -> dict[str, str]:
    """Return for everybody who was merged who stays; of a chain, the last who stays."""
    root: dict[str, str] = {}

    def of(uuid: str) -> str:
        while root.get(uuid, uuid) != uuid:
            uuid = root[uuid]
        return uuid

    for one in decisions:
        if one.say is Say.SAME and of(one.person) != of(one.other):
            root[of(one.other)] = of(one.person)
    return {uuid: of(uuid) for uuid in root}


def holds(rows: Rows, name: str, title: str, dispatch: str, day: date | None) -> bool:
    """Tell whether a row is among ``rows``: every kind of thing that they say must fit."""
    if rows.names and name not in rows.names:
        return False
    if rows.titles and folded_name(title) not in {folded_name(one) for one in rows.titles}:
        return False
    if rows.dispatches and dispatch not in rows.dispatches:
        return False
    if rows.first or rows.last:
        return day is not None and (rows.first or day) <= day <= (rows.last or day)
    return bool(rows.names or rows.titles or rows.dispatches)


def decisions(connection: sqlite3.Connection) -> Decisions:
    """Return what stands in the log of the library that ``connection`` is open on."""
    if not connection.execute("SELECT 1 FROM pragma_database_list WHERE name = 'work'").fetchone():
        return Decisions()
    return Decisions.of(stored(connection))


def stored(connection: sqlite3.Connection) -> list[Decision]:
    """Read every decision out of a connection that holds the log."""
    found = []
    for target, state in work.states(connection, IDENTITY):
        if isinstance(state, dict):
            found.append(_read_pair(target, state))
    for target, state in work.states(connection, PARTING):
        if isinstance(state, dict):
            person, other = target.split(" ")
            name = str(state.get("name", ""))
            rows = rows_read(state.get("rows", {}))
            found.append(Decision(Say.PART, person, other, name, name, rows))
    return found


def _read_pair(target: str, state: Mapping[str, Any]) -> Decision:
    one, other = target.split(" ")
    kept = one if state.get("kept") == one else other
    gone = other if kept == one else one
    names = state.get("names", {})
    return Decision(Say(state["say"]), kept, gone, names.get(kept, ""), names.get(gone, ""))


def rows_written(rows: Rows) -> dict[str, object]:
    """Return which rows are meant as what JSON and TOML can hold; nothing that is empty."""
    told: dict[str, object] = {
        "names": list(rows.names),
        "titles": list(rows.titles),
        "dispatches": list(rows.dispatches),
        "first": rows.first.isoformat() if rows.first else "",
        "last": rows.last.isoformat() if rows.last else "",
    }
    return {name: value for name, value in told.items() if value}


def rows_read(told: Mapping[str, Any]) -> Rows:
    """Read what `rows_written` wrote."""
    return Rows(
        tuple(str(one) for one in told.get("names", ())),
        tuple(str(one) for one in told.get("titles", ())),
        tuple(str(one) for one in told.get("dispatches", ())),
        date.fromisoformat(told["first"]) if told.get("first") else None,
        date.fromisoformat(told["last"]) if told.get("last") else None,
    )


def apply(connection: sqlite3.Connection, target: str, _state: object) -> set[int]:
    """Say anew who is who among those whom a decision, taken or taken back, is about."""
    from desktop_app.library.settling import settle  # it asks here what was decided

    everybody = decisions(connection)
    uuids = set(target.split(" "))
    uuids |= {everybody.kept(uuid) for uuid in uuids}
    persons = [
        int(row[0])
        for row in connection.execute(
            "SELECT id FROM person WHERE uuid IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(uuids)),),
        )
    ]
    return settle(connection, persons)

"""Which names several people may bear: told by their titles, without reading their rows."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.library.authority import surest_key
from desktop_app.library.awaiting import titles_of
from desktop_app.library.bearers import IN, Words
from desktop_app.library.parting import AFTER_DEATH, may_part
from desktop_app.library.people import plain_uuid, script_of
from desktop_app.library.spellings import uuids_of
from desktop_app.model.person import KnownPerson, person_uuid


@dataclass(frozen=True, slots=True)
class Asked:
    """Names by what has to be read of them: every row, rows that came, and persons with none."""

    all_rows: tuple[str, ...]
    each_row: tuple[str, ...]
    persons: tuple[int, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return self.all_rows + self.each_row


def asked(connection: sqlite3.Connection, keys: Mapping[str, Sequence[int]], words: Words) -> Asked:
    """Part the names that several people may bear from the persons whose link stands.

    Of some, mostly of those who died, each row speaks for itself, whatever the others say.
    """
    everybody = sorted({person for bearers in keys.values() for person in bearers})
    names = _names(connection, everybody)
    spelt = {
        key: {name for person in bearers for name in names[person] if surest_key(name) == key}
        for key, bearers in keys.items()
    }
    titles = titles_of(connection, {name for some in spelt.values() for name in some})
    uuids = uuids_of(connection, everybody)
    all_rows: list[str] = []
    each_row: list[str] = []
    for key, bearers in keys.items():
        borne_by = {uuids[person] for person in bearers}
        said = {name: titles[name] for name in spelt[key]}
        if _stands(said, borne_by, words):
            continue
        (each_row if _speak_for_themselves(said, borne_by, words) else all_rows).append(key)
    settled = {person for key in (*all_rows, *each_row) for person in keys[key]}
    standing = tuple(person for person in everybody if person not in settled)
    return Asked(tuple(all_rows), tuple(each_row), standing)


def _names(connection: sqlite3.Connection, persons: Iterable[int]) -> Mapping[int, set[str]]:
    names: dict[int, set[str]] = defaultdict(set)
    for person, name in connection.execute(
        f"SELECT person, name FROM person_name WHERE surest AND person {IN}",
        (json.dumps(list(persons)),),
    ):
        names[person].add(name)
    return names


def _stands(said: Mapping[str, list[str]], bearers: set[str], words: Words) -> bool:
    """Tell whether one person bears all names, who is whom each alone means, and living."""
    of = words.known.of
    meant = {words.pairs.meant(plain_uuid(name)) for name in said if not of(name)}
    meant |= {one.uuid for name in said for one in of(name)}
    mortal = any(one.died for name in said for one in of(name))
    if meant != bearers or len(meant) != 1 or mortal or meant & words.decided.concerned:
        return False
    return not may_part([title for titles in said.values() for title in titles])


def _speak_for_themselves(said: Mapping[str, list[str]], bearers: set[str], words: Words) -> bool:
    """Tell whether no row of the name can change whom another one means."""
    groups: dict[tuple[KnownPerson, ...], list[str]] = defaultdict(list)
    meant: set[str] = set()
    for name, titles in said.items():
        people = words.known.of(name)
        groups[people] += titles
        key = surest_key(name)
        own = people[0].uuid if people else plain_uuid(name)
        meant |= {own, person_uuid(script_of(name), key, AFTER_DEATH)}
    meant |= {words.pairs.meant(one) for one in meant}
    return (
        bearers <= meant
        and not meant & words.decided.concerned
        and not any(len(people) > 1 or may_part(titles) for people, titles in groups.items())
    )

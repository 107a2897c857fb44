"""The spellings of a person, which of them is shown, and what tells two of one name apart."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from desktop_app.library.authority import Authority
from desktop_app.library.bearers import IN
from desktop_app.library.people import script_of, spell


def of_several_names(connection: sqlite3.Connection, persons: Sequence[int]) -> set[int]:
    """Return those of ``persons`` of whose spellings the most frequent is still to be found."""
    return {
        int(row[0])
        for row in connection.execute(
            f"SELECT person FROM person_name WHERE person {IN}"
            " GROUP BY person HAVING count(DISTINCT name) > 1",
            (json.dumps(list(persons)),),
        )
    }


def uuids_of(connection: sqlite3.Connection, persons: Iterable[int]) -> dict[int, str]:
    return dict(
        connection.execute(
            f"SELECT id, uuid FROM person WHERE id {IN}", (json.dumps(sorted(persons)),)
        )
    )


def rename(
    connection: sqlite3.Connection, persons: Iterable[int], known: Authority, *, came: bool = False
) -> None:
    """Give ``persons`` the spellings that their rows have, and show the most frequent one.

    Where rows but ``came``, whoever a list names keeps the names that it shows: the leaders
    stand in most dispatches of a library.
    """
    uuids = uuids_of(connection, persons)
    if came:
        uuids = {
            person: uuid
            for person, uuid in uuids.items()
            if uuid not in known.by_uuid or not known.by_uuid[uuid].name_ko
        }
    wanted = json.dumps(sorted(uuids))
    spellings: dict[int, Counter[str]] = defaultdict(Counter)
    for person, name, count in connection.execute(
        f"SELECT person, name, count(*) FROM participant WHERE person {IN} GROUP BY 1, 2",
        (wanted,),
    ):
        spellings[person][name] = count
    stored = defaultdict(set)
    for person, name in connection.execute(
        f"SELECT DISTINCT person, name FROM person_name WHERE person {IN}", (wanted,)
    ):
        stored[person].add(name)
    for person, uuid in uuids.items():
        names = spellings[person]
        for gone in stored[person] - set(names):
            connection.execute(
                "DELETE FROM person_name WHERE person = ? AND name = ?", (person, gone)
            )
        for name in sorted(set(names) - stored[person]):
            spell(connection, person, name)
        latin, hangul = _most_frequent(names)
        entry = known.by_uuid.get(uuid)
        if entry:
            latin, hangul = entry.name, entry.name_ko or hangul
        if latin or hangul:
            connection.execute(
                "UPDATE person SET name = ?, name_ko = ? WHERE id = ?",
                (latin or hangul, hangul or None, person),
            )


def forget_spellings(connection: sqlite3.Connection, left: Iterable[tuple[int, str]]) -> None:
    """Take each spelling from its person, unless another row of theirs has it."""
    connection.executemany(
        "DELETE FROM person_name WHERE person = ?1 AND name = ?2 AND NOT EXISTS"
        " (SELECT 1 FROM participant p WHERE p.person = ?1 AND p.name = ?2)",
        left,
    )


def tell_apart(connection: sqlite3.Connection, persons: Iterable[int]) -> None:
    """Note the most frequent title of those of ``persons`` who share the name that is shown."""
    wanted = json.dumps(sorted(persons))
    connection.execute(
        "UPDATE person SET note = CASE WHEN EXISTS (SELECT 1 FROM person other"
        "  WHERE other.name = person.name AND other.id <> person.id) THEN"
        " (SELECT title FROM participant p WHERE p.person = person.id AND title <> ''"
        "  GROUP BY title ORDER BY count(*) DESC, title LIMIT 1) END"
        f" WHERE id {IN}",
        (wanted,),
    )


def _most_frequent(names: Counter[str]) -> tuple[str, str]:
    """Return the most frequent name in letters of ours, and the most frequent in Hangul."""
    order = sorted(names, key=lambda name: (-names[name], name))
    hangul = [name for name in order if script_of(name) == "hangul"]
    others = [name for name in order if script_of(name) != "hangul"]
    return (others[0] if others else "", hangul[0] if hangul else "")

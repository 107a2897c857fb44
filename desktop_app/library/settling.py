"""Who is who, over all rows of a name: run when an import has ended, and when somebody decides.

A function of the rows, the authority file and the user's decisions, never of the order of
import. Names that only one person can mean, nearly all, are told by their titles alone and
keep the link that they were given at import.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop_app.library import articles
from desktop_app.library.authority import Authority, fingerprint, surest_key
from desktop_app.library.decisions import Decisions, decisions
from desktop_app.library.pairing import Pairing, Pairs
from desktop_app.library.parting import Bearer, Bearing, may_part, part
from desktop_app.library.people import (
    authority_of,
    folder_of,
    person_numbered,
    plain_uuid,
    script_of,
    spell,
    spelling_certainty,
)
from desktop_app.model.person import KnownPerson, person_uuid

ROWS_AT_ONCE, AT_ONCE = 4000, 400  # rows, persons in one turn of the writer: a tenth of a second
_IN = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class _Row:
    """One participant row as it stands: what it says, and whom it is linked to."""

    bearing: Bearing
    person: int
    dispatch: str
    certainty: float | None
    by: str | None


@dataclass(frozen=True, slots=True)
class _Words:
    """Who has a word in who is who, beside the rows: lists of people, counterparts, the user."""

    known: Authority
    decided: Decisions
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class _Link:
    uuid: str
    name: str
    known: KnownPerson | None
    certainty: float
    by: str


def unsettled(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Return the persons of the rows that came since everybody was settled, with all their rows."""
    return [
        (int(person), int(count))
        for person, count in connection.execute(
            "SELECT person, count(*) FROM participant WHERE person IN (SELECT person"
            " FROM participant WHERE id > (SELECT participant FROM settled))"
            " GROUP BY person ORDER BY person"
        )
    ]


def turns(persons: Iterable[tuple[int, int]]) -> list[Callable[[sqlite3.Connection], None]]:
    """Return the changes that settle ``persons``, as few at a time as can be waited for."""
    chunks: list[list[int]] = []
    rows = ROWS_AT_ONCE
    for person, count in persons:
        if rows + count > ROWS_AT_ONCE or len(chunks[-1]) == AT_ONCE:
            chunks.append([])
            rows = 0
        chunks[-1].append(person)
        rows += count
    return [*(partial(settle_and_log, persons=some) for some in chunks), note_settled]


def overdue(connection: sqlite3.Connection) -> list[Callable[[sqlite3.Connection], None]]:
    """Return the changes that are due where an older Dateline, or other lists, had the word."""
    (told,) = connection.execute('SELECT "with" FROM settled').fetchone()
    if told == fingerprint(folder_of(connection)):
        return []
    connection.execute("UPDATE settled SET participant = 0")
    connection.commit()
    return turns(unsettled(connection))


def note_settled(connection: sqlite3.Connection) -> None:
    """Say that every row that there is has been settled, and drop who is in none."""
    connection.execute(
        "UPDATE settled SET participant = (SELECT coalesce(max(id), 0) FROM participant),"
        ' "with" = ?',
        (fingerprint(folder_of(connection)),),
    )
    forget_nobody(connection)


def forget_nobody(connection: sqlite3.Connection) -> None:
    """Drop the persons who took part in nothing any more."""
    connection.execute(
        "DELETE FROM person WHERE NOT EXISTS"
        " (SELECT 1 FROM participant p WHERE p.person = person.id)"
    )
    connection.execute("DELETE FROM person_name WHERE person NOT IN (SELECT id FROM person)")


def settle(connection: sqlite3.Connection, persons: Sequence[int]) -> set[int]:
    """Say anew who is who among ``persons`` and everybody who shares a name with them.

    Returns the articles in which somebody is another now.
    """
    known, decided = authority_of(connection), decisions(connection)
    persons, pairs = Pairing(connection, known, decided).of(persons)
    words = _Words(known, decided, pairs)
    keys = _keys(connection, persons)
    contested, plain = _contested(connection, keys, words)
    touched = {person for key in contested for person in keys[key]}
    touched |= _of_several_names(connection, plain)
    changed: set[int] = set()
    for key in contested:
        meant, in_articles = _settle_name(connection, key, keys[key], words)
        touched |= meant
        changed |= in_articles
    rename(connection, touched, words.known)
    tell_apart(connection, touched)
    return changed


def settle_and_log(connection: sqlite3.Connection, persons: Sequence[int]) -> None:
    """Settle ``persons`` as a generation of its own."""
    changed = settle(connection, persons)
    if changed:
        articles.log_changes(connection, articles.next_generation(connection), changed)


def _keys(connection: sqlite3.Connection, persons: Iterable[int]) -> dict[str, list[int]]:
    """Return the surest keys under which ``persons`` are met, each with all its bearers."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for key, person in connection.execute(
        "SELECT DISTINCT n.key, n.person FROM person_name n WHERE n.surest AND n.key IN"
        f" (SELECT key FROM person_name WHERE surest AND person {_IN}) ORDER BY n.key, n.person",
        (json.dumps(list(persons)),),
    ):
        bearers[key].append(person)
    return dict(bearers)


def _contested(
    connection: sqlite3.Connection, keys: dict[str, list[int]], words: _Words
) -> tuple[list[str], list[int]]:
    """Part the names that several people may bear from the persons whose link stands."""
    everybody = sorted({person for bearers in keys.values() for person in bearers})
    titles: dict[int, list[str]] = defaultdict(list)
    names: dict[int, set[str]] = defaultdict(set)
    for person, name, title in connection.execute(
        f"SELECT DISTINCT person, name, title FROM participant WHERE person {_IN}",
        (json.dumps(everybody),),
    ):
        titles[person].append(title or "")
        names[person].add(name)
    uuids = _uuids(connection, everybody)
    contested = []
    for key, bearers in keys.items():
        said = [title for person in bearers for title in titles[person]]
        spelt = {name for person in bearers for name in names[person] if surest_key(name) == key}
        if not _stands(spelt, {uuids[person] for person in bearers}, words) or may_part(said):
            contested.append(key)
    settled = {person for key in contested for person in keys[key]}
    return contested, [person for person in everybody if person not in settled]


def _of_several_names(connection: sqlite3.Connection, persons: Sequence[int]) -> set[int]:
    """Return those of ``persons`` of whose spellings the most frequent is still to be found."""
    return {
        int(row[0])
        for row in connection.execute(
            f"SELECT person FROM person_name WHERE person {_IN}"
            " GROUP BY person HAVING count(DISTINCT name) > 1",
            (json.dumps(list(persons)),),
        )
    }


def _stands(names: set[str], bearers: set[str], words: _Words) -> bool:
    """Tell whether one person bears all ``names``, who is whom each alone means, and living."""
    of = words.known.of
    meant = {words.pairs.meant(plain_uuid(name)) for name in names if not of(name)}
    meant |= {one.uuid for name in names for one in of(name)}
    mortal = any(one.died for name in names for one in of(name))
    decided = meant & words.decided.concerned
    return meant == bearers and len(meant) == 1 and not mortal and not decided


def _uuids(connection: sqlite3.Connection, persons: Iterable[int]) -> dict[int, str]:
    return dict(
        connection.execute(
            f"SELECT id, uuid FROM person WHERE id {_IN}", (json.dumps(sorted(persons)),)
        )
    )


def _settle_name(
    connection: sqlite3.Connection, key: str, bearers: Sequence[int], words: _Words
) -> tuple[set[int], set[int]]:
    """Link every row of the name ``key``; return whom that concerns, and in which articles."""
    rows = _rows(connection, key, bearers)
    links = _links(rows, words)
    changes, articles_changed, persons = [], set(), set()
    numbers: dict[str, int] = {}
    for row, link in zip(rows, links, strict=True):
        person = numbers.get(link.uuid)
        if person is None:
            person = person_numbered(connection, link.uuid, link.name, link.known)
            numbers[link.uuid] = person
        persons.add(person)
        # Most rows of a frequent name stay as they are at each import: do not write them.
        if (person, link.certainty, link.by) != (row.person, row.certainty, row.by):
            changes.append((person, link.certainty, link.by, row.bearing.row))
        if person != row.person:
            articles_changed.add(row.bearing.article)
    connection.executemany(
        "UPDATE participant SET person = ?, link_certainty = ?, linked_by = ? WHERE id = ?",
        changes,
    )
    return persons, articles_changed


def _rows(connection: sqlite3.Connection, key: str, bearers: Sequence[int]) -> list[_Row]:
    found = []
    for number, name, title, person, certainty, by, article, public, day in connection.execute(
        "SELECT p.id, p.name, p.title, p.person, p.link_certainty, p.linked_by, a.id, a.public_id,"
        " coalesce(a.published, e.happened_first) FROM participant p"
        " JOIN event e ON e.id = p.event JOIN article a ON a.id = e.article"
        f" WHERE p.person {_IN} ORDER BY a.day_told, a.public_id, p.id",
        (json.dumps(list(bearers)),),
    ):
        if surest_key(name) == key:
            ordinal = date.fromisoformat(day).toordinal() if day else None
            bearing = Bearing(number, article, name, title or "", ordinal)
            found.append(_Row(bearing, person, public, certainty, by))
    return found


def _links(rows: Sequence[_Row], words: _Words) -> list[_Link]:
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


def _as_paired(link: _Link, words: _Words) -> _Link:
    """Return ``link`` as the counterparts of its dispatches have it."""
    paired = words.pairs.of.get(link.uuid)
    if paired is None:
        return link
    certainty = min(link.certainty, paired.certainty)
    return _Link(paired.uuid, paired.name, None, certainty, "counterpart")


def _as_decided(row: _Row, link: _Link, words: _Words) -> _Link:
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


def rename(connection: sqlite3.Connection, persons: Iterable[int], known: Authority) -> None:
    """Give ``persons`` the spellings that their rows have, and show the most frequent one."""
    wanted = json.dumps(sorted(persons))
    spellings: dict[int, Counter[str]] = defaultdict(Counter)
    for person, name, count in connection.execute(
        f"SELECT person, name, count(*) FROM participant WHERE person {_IN} GROUP BY 1, 2",
        (wanted,),
    ):
        spellings[person][name] = count
    stored = defaultdict(set)
    for person, name in connection.execute(
        f"SELECT DISTINCT person, name FROM person_name WHERE person {_IN}", (wanted,)
    ):
        stored[person].add(name)
    uuids = _uuids(connection, persons)
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


def tell_apart(connection: sqlite3.Connection, persons: Iterable[int]) -> None:
    """Note the most frequent title of those of ``persons`` who share the name that is shown."""
    wanted = json.dumps(sorted(persons))
    connection.execute(
        "UPDATE person SET note = CASE WHEN EXISTS (SELECT 1 FROM person other"
        "  WHERE other.name = person.name AND other.id <> person.id) THEN"
        " (SELECT title FROM participant p WHERE p.person = person.id AND title <> ''"
        "  GROUP BY title ORDER BY count(*) DESC, title LIMIT 1) END"
        f" WHERE id {_IN}",
        (wanted,),
    )


def _most_frequent(names: Counter[str]) -> tuple[str, str]:
    """Return the most frequent name in letters of ours, and the most frequent in Hangul."""
    order = sorted(names, key=lambda name: (-names[name], name))
    hangul = [name for name in order if script_of(name) == "hangul"]
    others = [name for name in order if script_of(name) != "hangul"]
    return (others[0] if others else "", hangul[0] if hangul else "")

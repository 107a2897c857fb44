"""Who is who, over all rows of a name: run when an import has ended, and when somebody decides.

A function of the rows, the authority file and the user's decisions, never of the order of
import. Names that only one person can mean, nearly all, are told by their titles alone and
keep the link that they were given at import.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from desktop_app.library import articles
from desktop_app.library.authority import fingerprint
from desktop_app.library.bearers import IN, Words, settle_name
from desktop_app.library.contested import contested
from desktop_app.library.decisions import decisions
from desktop_app.library.pairing import Pairing
from desktop_app.library.people import authority_of, folder_of
from desktop_app.library.spellings import of_several_names, rename, tell_apart

ROWS_AT_ONCE, AT_ONCE = 4000, 400  # rows, persons in one turn of the writer: a tenth of a second


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
    words = Words(known, decided, pairs)
    keys = _keys(connection, persons)
    several, plain = contested(connection, keys, words)
    touched = {person for key in several for person in keys[key]}
    touched |= of_several_names(connection, plain)
    changed: set[int] = set()
    for key in several:
        meant, in_articles = settle_name(connection, key, keys[key], words)
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
        f" (SELECT key FROM person_name WHERE surest AND person {IN}) ORDER BY n.key, n.person",
        (json.dumps(list(persons)),),
    ):
        bearers[key].append(person)
    return dict(bearers)

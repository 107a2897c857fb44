"""Who is who, over all rows of a name: run when an import has ended, and when somebody decides.

A function of the rows, the authority file and the user's decisions, never of the order of
import. Names that only one person can mean, nearly all, are told by their titles alone and
keep the link that they were given at import; of the dead each row speaks for itself. So an
import reads its own rows, and all rows of the names alone that several people bear.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from desktop_app.library import articles, awaiting
from desktop_app.library.authority import fingerprint
from desktop_app.library.bearers import IN, Words, settle_name
from desktop_app.library.contested import asked
from desktop_app.library.decisions import decisions
from desktop_app.library.linked_rosters import Looked
from desktop_app.library.pairing import Pairing
from desktop_app.library.people import authority_of, folder_of
from desktop_app.library.spellings import (
    forget_spellings,
    of_several_names,
    rename,
    tell_apart,
)

Change = Callable[[sqlite3.Connection], None]
ROWS_AT_ONCE, AT_ONCE = 4000, 400  # rows, persons in one turn of the writer: a tenth of a second


@dataclass(slots=True)
class SoFar:
    """What the turns of one settling found out, as long as nobody else changes anything.

    Frequent names are the partners of many: without this each turn would read them again.
    """

    settled: set[str] = field(default_factory=set)
    looked: Looked = field(default_factory=Looked)
    changes: int = -1

    def look(self, connection: sqlite3.Connection) -> None:
        """Forget all where somebody has changed something since the last turn."""
        if connection.total_changes != self.changes:
            self.settled = set()
            self.looked = Looked(all_at_once=True)


def due(connection: sqlite3.Connection) -> list[Change]:
    """Return the changes that settle the rows that came since, and whoever awaits it besides."""
    (after,) = connection.execute("SELECT participant FROM settled").fetchone()
    came = connection.execute(
        "SELECT person, count(*) FROM participant WHERE person IN (SELECT person"
        " FROM participant WHERE id > ?) GROUP BY person ORDER BY person",
        (after,),
    ).fetchall()
    so_far, chunks = SoFar(), _chunks(came)
    return [
        *(partial(_settle_turn, persons=some, after=after, so_far=so_far) for some in chunks),
        *_awaited(connection),
        note_settled,
    ]


def anew(connection: sqlite3.Connection) -> list[Change]:
    """Return the changes that settle whoever is in rows that came since, over all rows."""
    awaiting.wait(
        connection,
        "SELECT person FROM participant WHERE id > (SELECT participant FROM settled)",
    )
    return [*_awaited(connection), note_settled]


def awaited(connection: sqlite3.Connection) -> list[Change]:
    """Return the changes that settle whoever awaits it, over all rows."""
    changes = _awaited(connection)
    return [*changes, forget_nobody] if changes else []


def _awaited(connection: sqlite3.Connection) -> list[Change]:
    so_far, chunks = SoFar(), _chunks(awaiting.everybody(connection))
    return [partial(_settle_turn, persons=some, after=0, so_far=so_far) for some in chunks]


def _settle_turn(
    connection: sqlite3.Connection, persons: Sequence[int], after: int, so_far: SoFar
) -> None:
    """Settle ``persons`` as one turn of several, with what the earlier ones found out."""
    so_far.look(connection)
    settle_and_log(connection, persons, after, so_far)
    if not after:
        awaiting.served(connection, persons)
    so_far.changes = connection.total_changes


def _chunks(persons: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Part ``persons``, each with the number of rows, into as few as can be waited for."""
    chunks: list[list[int]] = []
    rows = ROWS_AT_ONCE
    for person, count in persons:
        if rows + count > ROWS_AT_ONCE or len(chunks[-1]) == AT_ONCE:
            chunks.append([])
            rows = 0
        chunks[-1].append(person)
        rows += count
    return chunks


def overdue(connection: sqlite3.Connection) -> list[Change]:
    """Return the changes that are due where an older Dateline, or other lists, had the word."""
    (told,) = connection.execute('SELECT "with" FROM settled').fetchone()
    if told == fingerprint(folder_of(connection)):
        return []
    settle_all_anew(connection)
    connection.commit()
    return due(connection)


def settle_all_anew(connection: sqlite3.Connection) -> None:
    """Let who is who be said over all rows, whatever was said before."""
    connection.execute("UPDATE settled SET participant = 0")


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


def settle(
    connection: sqlite3.Connection,
    persons: Sequence[int],
    after: int = 0,
    so_far: SoFar | None = None,
) -> set[int]:
    """Say anew who is who among ``persons`` and everybody who shares a name with them.

    Returns the articles in which somebody is another now. Rows up to ``after`` have been
    settled before, and nothing but what the later ones say is new.
    """
    so_far, wanted = so_far or SoFar(), set(persons)
    known, decided = authority_of(connection), decisions(connection)
    persons, pairs = Pairing(connection, known, decided, so_far.looked).of(persons)
    words = Words(known, decided, pairs)
    everybody = keys_of(connection, persons)
    keys = {key: bearers for key, bearers in everybody.items() if key not in so_far.settled}
    names = asked(connection, keys, words)
    touched = {person for key in names.keys for person in keys[key]}
    touched |= of_several_names(connection, sorted(wanted.intersection(names.persons)))
    changed: set[int] = set()
    left: set[tuple[int, str]] = set()
    for key in names.keys:
        since = after if key in names.each_row else 0
        moved = settle_name(connection, key, keys[key], words, since)
        touched |= moved.persons
        changed |= moved.articles
        left |= moved.left
    rename(connection, touched, words.known, came=bool(after))
    forget_spellings(connection, left)
    tell_apart(connection, touched)
    so_far.settled |= {key for key, bearers in keys.items() if not wanted.isdisjoint(bearers)}
    return changed


def settle_and_log(
    connection: sqlite3.Connection,
    persons: Sequence[int],
    after: int = 0,
    so_far: SoFar | None = None,
) -> None:
    """Settle ``persons`` as a generation of its own."""
    changed = settle(connection, persons, after, so_far)
    if changed:
        articles.log_changes(connection, articles.next_generation(connection), changed)


def keys_of(connection: sqlite3.Connection, persons: Iterable[int]) -> dict[str, list[int]]:
    """Return the surest keys under which ``persons`` are met, each with all its bearers."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for key, person in connection.execute(
        "SELECT DISTINCT n.key, n.person FROM person_name n WHERE n.surest AND n.key IN"
        f" (SELECT key FROM person_name WHERE surest AND person {IN}) ORDER BY n.key, n.person",
        (json.dumps(list(persons)),),
    ):
        bearers[key].append(person)
    return dict(bearers)

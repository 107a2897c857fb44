"""The tables of ``library.db``, and how older ones become newer ones.

Everything here is derived from the originals and the user's log: `rebuild` makes it again.
Names are for people: others open the file with Datasette or pandas.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from desktop_app.jobs import Job
from desktop_app.library import awaiting, counterparts
from desktop_app.library.layout import ARTICLES, FACTS, IMPORTS, LAID_OVER, OWN, PROVENANCE, Table
from desktop_app.library.leaner import leaner

if TYPE_CHECKING:
    from sqlite_utils import Database

NEWEST = 4
"""Number of the newest schema; in ``PRAGMA user_version`` of every library.db."""

# Importing sqlite_utils costs 0.25 s, so a library that needs no migration never does.


def migrate(connection: sqlite3.Connection, job: Job) -> None:
    """Bring ``library.db`` to the newest schema, each step whole or not at all."""
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    steps = Migrations("library")
    steps(name="tables")(_tables)
    steps(name="search_index")(_search_index)
    steps(name="marks")(_marks)
    steps(name="ledger_of_changes")(_ledger_of_changes)
    steps(name="counterparts")(counterparts.tables)
    steps(name="labels_and_notes")(_labels_and_notes)
    steps(name="person_links")(_person_links)
    steps(name="fewer_merges")(_fewer_merges)
    steps(name="corrections")(_corrections)
    steps(name="leaner")(lambda database: leaner(database, job))
    steps(name="who_awaits_who_is_who")(lambda database: awaiting.tables(database, job))
    database = Database(connection)
    steps.apply(database)
    connection.execute(f"PRAGMA user_version = {NEWEST:d}")
    connection.commit()


def _tables(database: Database) -> None:
    """Create the tables in the order in which they refer to each other."""
    _create(database, (*PROVENANCE, *ARTICLES, *FACTS, *IMPORTS))
    database.execute(
        "INSERT INTO generation (id, number, made) VALUES (1, 0, lower(hex(randomblob(8))))"
    )


def _create(database: Database, tables: tuple[Table, ...]) -> None:
    for name, columns, indexes in tables:
        database.create_table(name, columns, pk="id", not_null={"id"})
        for unique, fields in indexes:
            database.table(name).create_index(fields, unique=unique, if_not_exists=True)


def _person_links(database: Database) -> None:
    """Every link of a row to a person says how sure it is and what made it.

    ``settled`` holds the last row over which it was said who is who, and with which
    authority file (`settling`).
    """
    database.execute("ALTER TABLE participant ADD COLUMN link_certainty REAL")
    database.execute("ALTER TABLE participant ADD COLUMN linked_by TEXT")
    database.create_table("settled", {"id": int, "participant": int, "with": str}, pk="id")
    database.execute("INSERT INTO settled VALUES (1, 0, '')")


def _corrections(database: Database) -> None:
    """Let rows be the user's, with what had been read; keep which corrections found no place."""
    _create(database, LAID_OVER)
    database.execute("ALTER TABLE article ADD COLUMN astray INTEGER NOT NULL DEFAULT 0")
    database.execute("ALTER TABLE participant ADD COLUMN key TEXT")
    for table in ("participant", "event"):
        database.execute(f"ALTER TABLE {table} ADD COLUMN read_as TEXT")


def _marks(database: Database) -> None:
    """Let articles bear what the user put on them, and say how far the log has been applied."""
    for column, at_first in (("starred", 0), ("unread", 1), ("binned", 0)):
        database.execute(
            f"ALTER TABLE article ADD COLUMN {column} INTEGER NOT NULL DEFAULT {at_first}"
        )
    database.execute("ALTER TABLE generation ADD COLUMN log_applied INTEGER NOT NULL DEFAULT 0")


def _labels_and_notes(database: Database) -> None:
    _create(database, OWN)


def _search_index(database: Database) -> None:
    """Two indexes: words of every script but Hangul and CJK, and pairs of syllables of those.

    Contentless, since the texts stand in ``version`` already; a row is taken out with the
    words it was put in with, which is why ``version.prepared_with`` is kept.
    """
    for name in ("words", "pairs"):
        database.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(title, text, content='', columnsize=0,"
            ' tokenize="unicode61 remove_diacritics 2")'
        )
        # 64 MB: twice the import rate of the default (measured).
        database.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', 67108864)")
    # Every indexed word, for "did you mean".
    database.execute("CREATE VIRTUAL TABLE words_known USING fts5vocab('words', 'row')")


def _ledger_of_changes(database: Database) -> None:
    """A listing tells what was gone only where its time is known; edits are found by an index."""
    database.table("listing").add_column("captured_at", str)
    database.execute("CREATE INDEX article_of_several_versions ON article(id) WHERE versions > 1")


def _fewer_merges(database: Database) -> None:
    """Merge parts of the indexes sixteen at a time: a third less work in an import."""
    for name in ("words", "pairs"):
        database.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('automerge', 16)")

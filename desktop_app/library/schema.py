"""The tables of ``library.db``, and how older ones become newer ones.

Everything here is derived from the originals and the user's log: `rebuild` makes it again.
Names are for people: others open the file with Datasette or pandas.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from desktop_app.library import counterparts
from desktop_app.library.leaner import leaner

if TYPE_CHECKING:
    from sqlite_utils import Database

NEWEST = 3
"""Number of the newest schema; in ``PRAGMA user_version`` of every library.db."""

# Importing sqlite_utils costs 0.25 s, so a library that needs no migration never does.


def migrate(connection: sqlite3.Connection) -> None:
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
    steps(name="leaner")(leaner)
    database = Database(connection)
    steps.apply(database)
    connection.execute(f"PRAGMA user_version = {NEWEST:d}")
    connection.commit()


def _tables(database: Database) -> None:
    """Create the tables in the order in which they refer to each other."""
    _create(database, (*_PROVENANCE, *_ARTICLES, *_FACTS, *_IMPORTS))
    database.execute(
        "INSERT INTO generation (id, number, made) VALUES (1, 0, lower(hex(randomblob(8))))"
    )


def _create(database: Database, tables: tuple[_Table, ...]) -> None:
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


_Table = tuple[str, dict[str, type], tuple[tuple[bool, tuple[str, ...]], ...]]

_PROVENANCE: tuple[_Table, ...] = (
    (
        "original",
        {"id": int, "sha256": str, "name": str, "path": str, "size": int, "read_whole": int},
        ((True, ("sha256",)),),
    ),
    (
        "capture",
        {
            "id": int,
            "original": int,
            "locator": str,
            "item_on_page": int,
            "article": int,
            "version": int,
            "title": str,
            "outlet": str,
            "site": str,
            "lineage": str,
            "url": str,
            "url_key": str,
            "published": str,
            "published_from": str,
            "captured_at": str,
            "captured_from": str,
            "doubts": str,
            "captions": str,
            "topics": str,
            "run": int,
        },
        (
            (True, ("original", "locator")),
            (False, ("article",)),
            (False, ("version",)),
            (False, ("url_key",)),
            (False, ("run",)),
        ),
    ),
    (
        "listing",
        {"id": int, "original": int, "site": str, "day": str, "complete": int},
        ((False, ("day",)),),
    ),
    (
        "mention",
        {
            "id": int,
            "listing": int,
            "capture": int,
            "day": str,
            "first_words": str,
            "url": str,
            "article": int,
        },
        ((False, ("listing",)), (False, ("capture",)), (False, ("day",))),
    ),
)

_ARTICLES: tuple[_Table, ...] = (
    (
        "article",
        {
            "id": int,
            "public_id": str,
            "published": str,
            "published_from": str,
            "dateline_date": str,
            "dateline_place": str,
            "day_told": str,
            "item_on_page": int,
            "title": str,
            "second_title": str,
            "folded_title": str,
            "outlet": str,
            "site": str,
            "language": str,
            "url": str,
            "has_text": int,
            "reading_version": int,
            "latest_version": int,
            "versions": int,
            "words": int,
            "kind": str,
            "place": str,
            "people": int,
            "edited": int,
            "variant": int,
            "doubtful": int,
            "corrected": int,
            "verified": int,
        },
        ((True, ("public_id",)), (False, ("day_told",)), (False, ("published",))),
    ),
    (
        "version",
        {
            "id": int,
            "article": int,
            "title": str,
            "text": str,
            "text_sha256": str,
            "folded_sha256": str,
            "sketch": bytes,
            "principals": str,
            "complete": int,
            "first_captured_at": str,
            "last_captured_at": str,
            "read_with": str,
            "prepared_with": int,
            "words": int,
        },
        ((False, ("article",)), (False, ("folded_sha256",))),
    ),
    (
        "possible_copy",
        {"id": int, "article": int, "other": int, "why": str},
        ((True, ("article", "other")), (False, ("other",))),
    ),
)

_FACTS: tuple[_Table, ...] = (
    (
        "event",
        {
            "id": int,
            "article": int,
            "version": int,
            "position": int,
            "kind": str,
            "kind_from": str,
            "happened_first": str,
            "happened_last": str,
            "happened_how": str,
            "place": str,
            "host": str,
            "spans": str,
        },
        ((False, ("version",)), (False, ("article",))),
    ),
    (
        "participant",
        {
            "id": int,
            "event": int,
            "position": int,
            "person": int,
            "name": str,
            "title": str,
            "side": str,
            "role": str,
            "spans": str,
            "certainty": float,
            "rule": str,
            "read_from": str,
            "confirmed": int,
        },
        ((False, ("event",)), (False, ("person", "event"))),
    ),
    (
        "group_present",
        {
            "id": int,
            "event": int,
            "position": int,
            "label": str,
            "side": str,
            "role": str,
            "spans": str,
        },
        ((False, ("event",)),),
    ),
    (
        "person",
        {"id": int, "uuid": str, "name": str, "name_ko": str, "note": str},
        ((True, ("uuid",)), (False, ("name",))),
    ),
    (
        "person_name",
        {"id": int, "person": int, "name": str, "script": str, "key": str, "surest": int},
        ((True, ("name", "person", "key")), (False, ("key",)), (False, ("person",))),
    ),
    (
        "place",
        {
            "id": int,
            "name": str,
            "name_ko": str,
            "kind": str,
            "province": str,
            "latitude": float,
            "longitude": float,
        },
        ((False, ("name",)),),
    ),
)

_IMPORTS: tuple[_Table, ...] = (
    (
        "import_run",
        {"id": int, "started_at": str, "finished_at": str, "source": str, "state": str},
        (),
    ),
    (
        "import_entry",
        {
            "id": int,
            "run": int,
            "path": str,
            "member": str,
            "outcome": str,
            "reason": str,
            "new": int,
            "new_version": int,
            "duplicate": int,
            "skipped": int,
        },
        ((False, ("run",)),),
    ),
    ("generation", {"id": int, "number": int, "made": str}, ()),
    ("change", {"id": int, "generation": int, "article": int}, ((False, ("generation",)),)),
)


_OWN: tuple[_Table, ...] = (
    ("tag", {"id": int, "name": str, "folded": str, "colour": str}, ((True, ("name",)),)),
    (
        "article_tag",
        {"id": int, "article": int, "tag": int},
        ((True, ("article", "tag")), (False, ("tag", "article"))),
    ),
    ("collection", {"id": int, "name": str, "folded": str, "colour": str}, ((True, ("name",)),)),
    (
        "article_collection",
        {"id": int, "article": int, "collection": int},
        ((True, ("article", "collection")), (False, ("collection", "article"))),
    ),
    (
        "note",
        {
            "id": int,
            "article": int,
            "key": str,
            "words": str,
            "folded": str,
            "quote": str,
            "before": str,
            "after": str,
        },
        ((True, ("key",)), (False, ("article",))),
    ),
)


_LAID_OVER: tuple[_Table, ...] = (
    (
        "as_read",
        {"id": int, "version": int, "events": str, "corrected": int},
        ((True, ("version",)),),
    ),
    ("purged", {"id": int, "hash": str}, ((True, ("hash",)),)),
    ("astray", {"id": int, "article": int, "target": str}, ((False, ("article",)),)),
)


def _corrections(database: Database) -> None:
    """Let rows be the user's, with what had been read; keep which corrections found no place."""
    _create(database, _LAID_OVER)
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
    _create(database, _OWN)


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

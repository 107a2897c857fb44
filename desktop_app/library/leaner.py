"""The step that takes out of the tables what is said elsewhere: a fourth of a library's size."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from desktop_app.jobs import Job
from desktop_app.library.folding import number_of, sha256_of, thinner_sketch

if TYPE_CHECKING:
    from sqlite_utils import Database

BRINGING_UP = "Bringing the library up to date"


def leaner(database: Database, job: Job) -> None:
    """Keep each title, address and hash once, and hashes as bytes or numbers.

    A version's title is NULL where it is its article's, a capture's where it is its
    version's. A capture's `lineage` has always been its site. Indexes that only repeat what
    a shorter one finds go as well.
    """
    connection = database.conn
    connection.create_function("number_of", 1, _number_of, deterministic=True)
    connection.create_function("address_of", 1, _address_of, deterministic=True)
    connection.create_function("thinner_sketch", 1, thinner_sketch, deterministic=True)
    connection.create_function("bytes_of", 1, bytes.fromhex, deterministic=True)
    for statement in job.each(_STATEMENTS, BRINGING_UP):
        database.execute(statement)
    _index_anew(connection, job)


def _index_anew(connection: sqlite3.Connection, job: Job) -> None:
    """Make the indexes with the text before the title.

    FTS5 writes two bytes beside each word that is not of the first column: a quarter of the
    index, and a fifth of the time of a frequent word, went into saying "in the text".
    """
    from desktop_app.library import index  # loads the reading of texts, which few starts need

    connection.execute("DROP TABLE words_known")
    for name in index.TABLES:
        connection.execute(f"DROP TABLE {name}")
        connection.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(text, title, content='', columnsize=0,"
            ' tokenize="unicode61 remove_diacritics 2")'
        )
        for option, value in _OPTIONS:
            connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('{option}', {value})")
    connection.execute("CREATE VIRTUAL TABLE words_known USING fts5vocab('words', 'row')")
    index.make_again(lambda change: change(connection), job)


# 64 MB: twice the import rate of the default. Parts are merged eight at a time, a little at each
# commit: were as many the crisis, merges of a large library would hold a turn up for seconds.
_OPTIONS = (("hashsize", 64 << 20), ("automerge", 8), ("crisismerge", 64))


def _number_of(sha256: str | None) -> int | None:
    return None if sha256 is None else number_of(sha256)


def _address_of(url_key: str | None) -> int | None:
    return None if url_key is None else number_of(sha256_of(url_key))


_STATEMENTS = (
    # Captures say their titles by those of the versions, so they go first.
    "DROP INDEX idx_capture_original_locator",
    "DROP INDEX idx_capture_version",
    "DROP INDEX idx_capture_url_key",
    "ALTER TABLE capture DROP COLUMN lineage",
    "ALTER TABLE capture ADD COLUMN lineage TEXT GENERATED ALWAYS AS (site) VIRTUAL",
    "ALTER TABLE capture ADD COLUMN address INTEGER",
    "UPDATE capture SET address = address_of(url_key),"
    " title = nullif(title, (SELECT v.title FROM version v WHERE v.id = capture.version))",
    "ALTER TABLE capture DROP COLUMN url_key",
    "CREATE INDEX idx_capture_original ON capture(original)",
    "CREATE INDEX idx_capture_address ON capture(address) WHERE address IS NOT NULL",
    "DROP INDEX idx_version_folded_sha256",
    "ALTER TABLE version ADD COLUMN folded INTEGER",
    "UPDATE version SET folded = number_of(folded_sha256), text_sha256 = bytes_of(text_sha256),"
    " sketch = thinner_sketch(sketch),"
    " title = nullif(title, (SELECT a.title FROM article a WHERE a.id = version.article))",
    "ALTER TABLE version DROP COLUMN folded_sha256",
    "CREATE INDEX idx_version_folded ON version(folded)",
    "ALTER TABLE article DROP COLUMN folded_title",
    "ALTER TABLE article DROP COLUMN url",
    "CREATE INDEX headline ON article(published) WHERE has_text = 0",
    "DROP INDEX idx_event_article",
    # A change is its own key: half of the log, and a third of it was its index.
    "ALTER TABLE change RENAME TO change_before",
    "CREATE TABLE change (generation INTEGER, article INTEGER,"
    " PRIMARY KEY (generation, article)) WITHOUT ROWID",
    "INSERT OR IGNORE INTO change SELECT generation, article FROM change_before",
    "DROP TABLE change_before",
)

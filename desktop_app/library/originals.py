"""Bytes as imported: hashed, compressed, only ever added to. What cannot be made again.

An original is one leaf stream (a file, an archive's member). Its chunks are zstandard
frames of at most `CHUNK` bytes of content, each with its own SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

import zstandard

CHUNK = 4 * 1024 * 1024
_LEVEL = 6  # a ninth smaller than 3, for a hundredth of an import's time (measured)

SCHEMA = """
CREATE TABLE IF NOT EXISTS original (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, path TEXT NOT NULL,
    size INTEGER NOT NULL, modified_at TEXT, added_at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS chunk (
    original INTEGER NOT NULL, position INTEGER NOT NULL, size INTEGER NOT NULL,
    sha256 TEXT NOT NULL, frame BLOB NOT NULL, PRIMARY KEY (original, position)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS member (
    id INTEGER PRIMARY KEY, container TEXT NOT NULL, name TEXT NOT NULL, size INTEGER,
    original INTEGER, why_not TEXT NOT NULL DEFAULT '', UNIQUE (container, name)
);
CREATE TABLE IF NOT EXISTS mapping (original INTEGER PRIMARY KEY, columns TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS dictionary (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One compressed piece of an original."""

    size: int
    sha256: str
    frame: bytes


@dataclass(frozen=True, slots=True)
class Original:
    """An imported stream: ``path`` as dropped, archives' members after an exclamation mark.

    ``mapping`` are the columns that the user named for it, as pairs of field and column.
    """

    sha256: str
    name: str
    path: str
    size: int
    modified_at: str | None
    chunks: tuple[Chunk, ...]
    mapping: tuple[tuple[str, str], ...] = ()


class Compressor:
    """Makes chunks of content; with the library's dictionary small pages shrink by a third."""

    def __init__(self, dictionary: bytes = b"") -> None:
        trained = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
        self._compressor = zstandard.ZstdCompressor(level=_LEVEL, dict_data=trained)

    def chunk(self, content: bytes) -> Chunk:
        return Chunk(
            len(content),
            hashlib.sha256(content).hexdigest(),
            self._compressor.compress(content),
        )

    def chunks(self, stream: BinaryIO) -> Iterator[Chunk]:
        """Yield ``stream`` chunk by chunk; nothing but one chunk is held in memory."""
        while content := stream.read(CHUNK):
            yield self.chunk(content)


class Damaged(Exception):  # noqa: N818 - a finding that reports carry
    """Stored bytes are not what was stored."""


# Writing goes through the library's one connection, where this file is attached as
# ``originals``; reading opens the file itself.


def add(connection: sqlite3.Connection, original: Original, added_at: str) -> int:
    """Store ``original`` unless its bytes are there already; return its id."""
    row = connection.execute(
        "SELECT id FROM originals.original WHERE sha256 = ?", (original.sha256,)
    ).fetchone()
    if row:
        return int(row[0])
    cursor = connection.execute(
        "INSERT INTO originals.original (sha256, name, path, size, modified_at, added_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            original.sha256,
            original.name,
            original.path,
            original.size,
            original.modified_at,
            added_at,
        ),
    )
    number = cursor.lastrowid
    if number is None:
        raise AssertionError("SQLite gives every new row an id")
    add_chunks(connection, number, 0, original.chunks)
    return number


def keep_mapping(connection: sqlite3.Connection, original: int, mapping: object) -> None:
    """Keep the columns that the user named, so that reading again reads the same."""
    connection.execute(
        "INSERT OR REPLACE INTO originals.mapping (original, columns) VALUES (?, ?)",
        (original, json.dumps(mapping, ensure_ascii=False)),
    )


def add_chunks(
    connection: sqlite3.Connection, original: int, position: int, chunks: Iterable[Chunk]
) -> None:
    """Store ``chunks`` of ``original``, the first at ``position``."""
    connection.executemany(
        "INSERT OR IGNORE INTO originals.chunk (original, position, size, sha256, frame)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            (original, place, chunk.size, chunk.sha256, chunk.frame)
            for place, chunk in enumerate(chunks, start=position)
        ),
    )


def id_of(connection: sqlite3.Connection, sha256: str) -> int | None:
    """Return the id of the original with these bytes; None where there is none."""
    row = connection.execute("SELECT id FROM original WHERE sha256 = ?", (sha256,)).fetchone()
    return int(row[0]) if row else None


def dictionary(connection: sqlite3.Connection) -> bytes:
    """Return the compression dictionary of this library; empty where it has none."""
    row = connection.execute("SELECT bytes FROM dictionary WHERE id = 1").fetchone()
    return bytes(row[0]) if row else b""


def keep_dictionary(connection: sqlite3.Connection, trained: bytes) -> None:
    """Keep the one dictionary of this library; frames made before without it stay readable."""
    connection.execute("INSERT INTO originals.dictionary (id, bytes) VALUES (1, ?)", (trained,))


def content(connection: sqlite3.Connection, original: int) -> Iterator[bytes]:
    """Yield the bytes of ``original``, each chunk checked against its hash.

    Raises `Damaged` where stored bytes are not what was stored.
    """
    trained = dictionary(connection)
    decompressor = zstandard.ZstdDecompressor(
        dict_data=zstandard.ZstdCompressionDict(trained) if trained else None
    )
    for size, sha256, frame in connection.execute(
        "SELECT size, sha256, frame FROM chunk WHERE original = ? ORDER BY position", (original,)
    ):
        try:
            piece = decompressor.decompress(frame, max_output_size=size)
        except zstandard.ZstdError as error:
            raise Damaged(str(error)) from error
        if hashlib.sha256(piece).hexdigest() != sha256:
            raise Damaged("a stored chunk has another hash than it had")
        yield piece

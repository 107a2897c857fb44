"""The writing side of one import: what is put into a library, turn by turn."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desktop_app.library import originals, settling
from desktop_app.library.found import Found
from desktop_app.library.originals import Chunk, Original
from desktop_app.library.runs import ImportEntry
from desktop_app.library.taking import Outcome, Taken, Taker, now
from desktop_app.library.writer import Turn, Writer
from desktop_app.model.capture import Listing

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Part:
    """Some of what one original holds: its next chunks, and what was found in them.

    ``position`` is that of its first chunk; ``last`` says that all of it has been read.
    """

    original: Original
    found: tuple[Found | Listing, ...] = ()
    position: int = 0
    last: bool = False


class Taking:
    """The writing side of one import; every call waits for its turn behind the user's changes.

    A stop between two calls loses nothing: an original whose ``read_whole`` was not called
    is read again by the next import, which adds exactly what is missing. ``attended`` says
    that a window may have changes of its own to make meanwhile.
    """

    def __init__(self, writer: Writer, run: int, *, attended: bool = True) -> None:
        self.run = run
        self.attended = attended
        self._writer = writer
        self._taker: Taker | None = None

    def known(self, sha256: str) -> tuple[int, bool] | None:
        """Return id and whether all of it was read, for an original met before."""
        return self._now(lambda connection: _known(connection, sha256))

    def original(self, original: Original) -> int:
        """Store an original (its first chunks, at least); return its id."""
        return self._now(lambda connection: _store(connection, original))

    def chunks(self, original: int, position: int, chunks: Sequence[Chunk]) -> None:
        """Store further chunks of a large original, the first at ``position``."""
        self._now(lambda connection: originals.add_chunks(connection, original, position, chunks))

    def take(self, original: int, batch: Sequence[Found]) -> list[Taken]:
        """Take what was found in ``original``; one transaction."""
        return self._taking(lambda connection: self._own(connection).take(original, batch))

    def parts(self, parts: Sequence[Part]) -> list[list[Taken]]:
        """Take parts of one original or of many small ones in one transaction, in order."""
        return self._taking(lambda connection: [self._part(connection, part) for part in parts])

    def _taking(self, change: Callable[[sqlite3.Connection], Answer]) -> Answer:
        try:
            return self._now(change)
        except BaseException:
            self._taker = None  # it remembers rows that were rolled back
            raise

    def _part(self, connection: sqlite3.Connection, part: Part) -> list[Taken]:
        own = self._own(connection)
        if own.was_purged(part.original.sha256):
            return [Taken(Outcome.SKIPPED, 0) for one in part.found if isinstance(one, Found)]
        number = _store(connection, part.original, part.position)
        taken = own.take(number, [one for one in part.found if isinstance(one, Found)])
        for one in part.found:
            if isinstance(one, Listing):
                own.listing(number, one)
        if part.last:
            _read_whole(connection, number)
        return taken

    def read_before(self) -> frozenset[bytes]:
        """Return the hashes of all originals that were read to their end."""
        return self._now(
            lambda connection: frozenset(
                bytes.fromhex(row[0])
                for row in connection.execute("SELECT sha256 FROM original WHERE read_whole")
            )
        )

    def dictionary(self, train: Callable[[], bytes]) -> bytes:
        """Return the dictionary that small originals are compressed with, trained if need be.

        It is stored before anything is compressed with it, and never changed.
        """
        known = self._now(originals.dictionary)
        if known or not (trained := train()):
            return known
        self._now(lambda connection: originals.keep_dictionary(connection, trained))
        return trained

    def listing(self, original: int, listing: Listing) -> None:
        self._now(lambda connection: self._own(connection).listing(original, listing))

    def read_whole(self, original: int) -> None:
        """Say that everything in ``original`` has been taken."""
        self._now(lambda connection: _read_whole(connection, original))

    def captures_in(self, original: int) -> int:
        """Count the dispatches that ``original`` holds, as taken before."""
        return self._now(
            lambda connection: int(
                connection.execute(
                    "SELECT count(*) FROM capture WHERE original = ?", (original,)
                ).fetchone()[0]
            )
        )

    def binned_in(self, original: int) -> frozenset[int]:
        """Return the articles of ``original``, as taken before, that lie in the bin."""
        return self._now(lambda connection: _binned_in(connection, original))

    def entries(self, entries: Sequence[ImportEntry]) -> None:
        """Keep what became of files in the library's report."""
        self._now(
            lambda connection: connection.executemany(
                "INSERT INTO import_entry (run, path, member, outcome, reason, new, new_version,"
                " duplicate, skipped) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        self.run,
                        one.path,
                        one.member,
                        one.outcome,
                        one.reason,
                        one.new,
                        one.new_version,
                        one.duplicate,
                        one.skipped,
                    )
                    for one in entries
                ],
            )
        )

    def finish(self, state: str) -> None:
        """End the run: say who is who among everybody who came, then what became of it."""
        for turn in self._now(settling.due):
            self._now(turn)
        self._now(
            lambda connection: connection.execute(
                "UPDATE import_run SET finished_at = ?, state = ? WHERE id = ?",
                (now(), state, self.run),
            )
        )

    def _own(self, connection: sqlite3.Connection) -> Taker:
        if self._taker is None:
            self._taker = Taker(connection, self.run)
        return self._taker

    def _now(self, change: Callable[[sqlite3.Connection], Answer]) -> Answer:
        return self._writer.submit(change, Turn.IMPORT).result()


def _known(connection: sqlite3.Connection, sha256: str) -> tuple[int, bool] | None:
    row = connection.execute(
        "SELECT id, read_whole FROM main.original WHERE sha256 = ?", (sha256,)
    ).fetchone()
    return (int(row[0]), bool(row[1])) if row else None


def _binned_in(connection: sqlite3.Connection, original: int) -> frozenset[int]:
    return frozenset(
        row[0]
        for row in connection.execute(
            "SELECT DISTINCT a.id FROM capture c JOIN article a ON a.id = c.article"
            " WHERE c.original = ? AND a.binned",
            (original,),
        )
    )


def _read_whole(connection: sqlite3.Connection, original: int) -> None:
    connection.execute("UPDATE original SET read_whole = 1 WHERE id = ?", (original,))


def _store(connection: sqlite3.Connection, original: Original, position: int = 0) -> int:
    number = originals.add(connection, original, now())
    if original.mapping:
        originals.keep_mapping(connection, number, original.mapping)
    if position and original.chunks:
        originals.add_chunks(connection, number, position, original.chunks)
    connection.execute(
        "INSERT OR IGNORE INTO main.original (id, sha256, name, path, size, read_whole)"
        " VALUES (?, ?, ?, ?, ?, 0)",
        (number, original.sha256, original.name, original.path, original.size),
    )
    return number

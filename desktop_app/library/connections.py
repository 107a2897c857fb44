"""Opens the files of a library: one writer, readers of their own, one lock between processes."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import UserError
from desktop_app.messages import message

BUSY_SECONDS = 10.0
_OF_THE_INDEX = 267  # SQLITE_CORRUPT_VTAB, which Python has no name for


def connect(file: Path, *, writing: bool, immutable: bool = False) -> sqlite3.Connection:
    """Open one database of a library; readers cannot change anything.

    A writer keeps WAL, in which readers never wait. ``immutable`` is for read-only media,
    where SQLite could not make the files that WAL needs beside the database.
    """
    if writing:
        connection = sqlite3.connect(
            file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        # A text and its row fill a third of such a page; 4 KB pages waste a quarter.
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA journal_size_limit = 67108864")
        # 64 MB: an index page that ten batches touched is written into the file once.
        connection.execute("PRAGMA wal_autocheckpoint = 4000")
        # NORMAL never corrupts; the last transactions may be lost with the power, not by a kill.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = OFF")
    else:
        address = f"{file.absolute().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}"
        connection = sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -32000")
    return connection


class Lock:
    """The right to write into a library folder; the system frees it when the process dies."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "writer.lock"
        self._open: BinaryIO | None = None

    def take(self) -> bool:
        """Return whether this process may write; False where another one does."""
        try:
            opened = self._file.open("ab+")
        except OSError:
            return False
        try:
            _lock(opened)
        except OSError:
            opened.close()
            return False
        self._open = opened
        return True

    def release(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None


if sys.platform == "win32":
    import msvcrt

    def _lock(opened: BinaryIO) -> None:
        opened.seek(0)
        msvcrt.locking(opened.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(opened: BinaryIO) -> None:
        fcntl.flock(opened.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class Readers:
    """A reading connection for each thread, and a way to close them all."""

    def __init__(self, file: Path, *, immutable: bool) -> None:
        self._file = file
        self._immutable = immutable
        self._own = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._guard = threading.Lock()

    def here(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = connect(self._file, writing=False, immutable=self._immutable)
            self._own.connection = connection
            with self._guard:
                self._all.append(connection)
        return connection

    @contextmanager
    def moment(self) -> Iterator[sqlite3.Connection]:
        """Give this thread's connection inside one read transaction."""
        connection = self.here()
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")

    def close(self) -> None:
        with self._guard:
            for connection in self._all:
                with suppress(sqlite3.Error):
                    connection.close()
            self._all.clear()


def may_write_in(folder: Path) -> bool:
    """Return whether files can be made in ``folder`` (a read-only disk or folder: no)."""
    return os.access(folder, os.W_OK)


class IndexDamaged(UserError):  # noqa: N818 - a finding, told as one
    """The search index cannot be read; everything else can."""

    def __init__(self) -> None:
        super().__init__(
            message("The search index is damaged; your texts are not."),
            message("It is being made again; until then words find only part of the dispatches."),
        )


@contextmanager
def saying_what_sqlite_means(library: str) -> Iterator[None]:
    """Turn what a user can mend into `UserError`: a full disk, a read-only or damaged file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error)
        if "disk is full" in words or "disk I/O error" in words:
            raise UserError(
                message("The disk with the library “{library}” is full or fails.", library=library),
                message("Free some space and try again; what was in the library is still there."),
            ) from error
        if "readonly" in words or "unable to open" in words:
            raise UserError(
                message("The library “{library}” cannot be written to.", library=library),
                message("Check the rights of its folder, or copy it to a place of your own."),
            ) from error
        raise
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) == _OF_THE_INDEX:
            raise IndexDamaged from error
        if "malformed" in str(error) or "not a database" in str(error):
            raise UserError(
                message("The library “{library}” is damaged.", library=library),
                message("Rebuild it from its originals: Library > Rebuild, or dateline rebuild."),
            ) from error
        raise

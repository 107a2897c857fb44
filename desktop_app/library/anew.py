"""Setting ``library.db`` aside to make it again, and putting it back if that fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import UserError
from desktop_app.library.connections import Lock
from desktop_app.library.library import Library
from desktop_app.library.opened import MARK
from desktop_app.messages import message

_BEFORE = "library.db.before-rebuild"
_BESIDE = ("-wal", "-shm")


@contextmanager
def made_anew(path: Path) -> Iterator[Library]:
    """Open the library at ``path`` with an empty ``library.db``; the old one stays if this fails.

    The reports of earlier imports are kept: they cannot be made again.
    """
    path = path.parent if path.name == MARK else path
    if not (path / MARK).exists():
        raise UserError(message("“{path}” is not a Dateline library.", path=str(path)))
    _set_aside(path)
    try:
        with Library.open(path) as library:
            library.change(lambda connection: _keep_reports(connection, path)).result()
            yield library
    except BaseException:
        _put_back(path)
        raise
    (path / _BEFORE).unlink(missing_ok=True)


def _set_aside(path: Path) -> None:
    lock = Lock(path)
    if not lock.take():
        raise UserError(
            message("The library is in use by another window or command."),
            message("Close it there, then make it anew."),
        )
    try:
        old = path / "library.db"
        if old.exists():
            _fold_in_what_is_beside(old)
            old.replace(path / _BEFORE)
    finally:
        lock.release()


def _fold_in_what_is_beside(file: Path) -> None:
    """Bring the write-ahead log into its file, so that one file is all of the old library."""
    try:
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    except sqlite3.DatabaseError:
        pass  # a damaged file is the best reason to make it anew
    for beside in _BESIDE:
        file.with_name(file.name + beside).unlink(missing_ok=True)


def _put_back(path: Path) -> None:
    before = path / _BEFORE
    if before.exists():
        for beside in _BESIDE:
            (path / f"library.db{beside}").unlink(missing_ok=True)
        before.replace(path / "library.db")


def _keep_reports(connection: sqlite3.Connection, path: Path) -> None:
    before = path / _BEFORE
    if not before.exists():
        return
    old = sqlite3.connect(f"{before.absolute().as_uri()}?mode=ro", uri=True)
    try:
        for table in ("import_run", "import_entry"):
            rows = old.execute(f"SELECT * FROM {table} ORDER BY id")
            names = ", ".join(column[0] for column in rows.description)
            marks = ", ".join("?" * len(rows.description))
            connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
    except sqlite3.DatabaseError:
        return  # as above: what cannot be read cannot be kept
    finally:
        old.close()

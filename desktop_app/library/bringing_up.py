"""Brings a library that an older Dateline wrote up to date: a copy is kept, a stop costs nothing.

Each step is a transaction of its own, so that a kill, a stop or a power cut leaves the library
between two of them; the next opening goes on from there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.jobs import Cancelled, Job
from desktop_app.library.connections import connect
from desktop_app.library.health import BACKUPS
from desktop_app.library.schema import NEWEST, migrate
from desktop_app.messages import message

KEEPING = "Keeping a copy of the library as it is"
BROUGHT_UP = message("The library was brought up to date.")
AS_IT_WAS = message("As it was it lies in its folder of backups; your texts and work are the same.")
KEPT_AS = "before-migration-library.db"
_PAGES = 256  # of 16 KB, between two looks whether to stop
_STEPS = 100_000  # of SQLite's machine


def bring_up(connection: sqlite3.Connection, path: Path, job: Job) -> None:
    """Bring ``library.db`` of ``path`` up to date through ``connection``, the old one kept."""
    if 0 < _schema(connection) < NEWEST:
        _keep(connection, path / BACKUPS / KEPT_AS, job)
    with _stopped_by(connection, job):
        migrate(connection, job)


def _keep(connection: sqlite3.Connection, target: Path, job: Job) -> None:
    """Copy the library as it is, unless it was left between two steps: then the copy stands."""
    if target.exists() and _is_before(target, connection):
        return
    target.parent.mkdir(exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as copy:
            connection.backup(copy, pages=_PAGES, progress=_told(job))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _told(job: Job) -> Callable[[int, int, int], None]:
    def told(_status: int, remaining: int, total: int) -> None:
        job.report(KEEPING, total - remaining, total)

    return told


def _is_before(copy: Path, now: sqlite3.Connection) -> bool:
    """Tell whether ``copy`` was made before some of the steps that the library has had."""
    with closing(connect(copy, writing=False)) as before:
        return _schema(before) == _schema(now) and _steps(before) < _steps(now)


def _schema(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _steps(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0])


@contextmanager
def _stopped_by(connection: sqlite3.Connection, job: Job) -> Iterator[None]:
    connection.set_progress_handler(lambda: job.cancelled, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if job.cancelled:
            raise Cancelled from error
        raise
    finally:
        connection.set_progress_handler(None, 0)

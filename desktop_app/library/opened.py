"""A library's folder, opened: its files, its readers, its one writer, and how they close."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from desktop_app.errors import UserError
from desktop_app.jobs import Cancelled, Job
from desktop_app.library import originals, settling, work
from desktop_app.library.articles import forget_old_changes
from desktop_app.library.connections import (
    Lock,
    Readers,
    connect,
    may_write_in,
    saying_what_sqlite_means,
)
from desktop_app.library.layer import catch_up
from desktop_app.library.schema import NEWEST
from desktop_app.library.snapshot import Snapshots
from desktop_app.library.writer import Turn, Writer
from desktop_app.messages import message

if TYPE_CHECKING:
    from desktop_app.library.intake import Taking

# What only imports and migrations need (`runs`, `health`) is loaded by them: a window that opens a
# library shows its list a tenth sooner.

MARK = "open.dateline"
SUFFIX = ".dateline"
_DERIVED, _ORIGINALS, _WORK = "library.db", "originals.db", "work.db"
_CACHE = "arrays.npz"
_STEPS = 10_000  # of SQLite's machine: a millisecond; looking costs nothing measurable

Answer = TypeVar("Answer")


class Opened:
    """The folder of a library, made or opened; what it is asked stands in `Library`."""

    def __init__(self, path: Path, lock: Lock | None, job: Job) -> None:
        self.path = path
        self.name = path.name.removesuffix(SUFFIX)
        self.writable = lock is not None
        self.importing = 0
        self._lock = lock
        self._snapshots = Snapshots(path / _CACHE)
        self._listeners: list[Callable[[], None]] = []
        immutable = lock is None and not may_write_in(path)
        with saying_what_sqlite_means(self.name):
            self._writer = self._start_writing(job) if lock else None
            self._readers = Readers(path / _DERIVED, immutable=immutable)
            self._original_readers = Readers(path / _ORIGINALS, immutable=immutable)
            self._work_readers = Readers(path / _WORK, immutable=immutable)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make an empty library at ``path`` (``.dateline`` is added where it is missing)."""
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        if (path / MARK).exists():
            raise UserError(
                message("There is a library at “{path}” already.", path=str(path)),
                message("Open it, or choose another name."),
            )
        try:
            path.mkdir(parents=True, exist_ok=True)
            (path / MARK).write_text("Dateline library\n", encoding="utf-8")
        except OSError as error:
            raise UserError(
                message("No library can be made at “{path}”.", path=str(path)),
                message("Choose a folder that you may write to. ({why})", why=str(error)),
            ) from error
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, job: Job | None = None) -> Self:
        """Open the library in the folder ``path`` (or by the ``open.dateline`` in it).

        One that an older Dateline wrote is brought up to date, of which ``job`` tells; stopped,
        it stays as it was.
        """
        path = path.parent if path.name == MARK else path
        if not (path / MARK).exists():
            raise UserError(
                message("“{path}” is not a Dateline library.", path=str(path)),
                message("Choose a folder whose name ends in .dateline."),
            )
        path = path.resolve()
        lock = Lock(path)
        taken = may_write_in(path) and lock.take()
        try:
            _refuse_what_cannot_be_opened(path, writing=taken)
            return cls(path, lock if taken else None, job or Job())
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Finish the waiting changes and close every file."""
        if self._writer is not None:
            with suppress(sqlite3.Error):
                self._snapshots.save(self._readers.here())
        # The writer closes last: whoever closes last folds the write-ahead log into the file,
        # and a reader cannot.
        for readers in (self._readers, self._original_readers, self._work_readers):
            readers.close()
        if self._writer is not None:
            self._writer.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def attended(self) -> bool:
        """Whether a window looks at this library, which is not to wait for other work."""
        return bool(self._listeners)

    @property
    def file(self) -> Path:
        """The database that other processes may read."""
        return self.path / _DERIVED

    def read(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Answer a ``question`` of this package to the tables, as of one moment."""
        with self._readers.moment() as connection:
            return question(connection)

    def read_log(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Answer a ``question`` of this package to the user's log."""
        return question(self._work_readers.here())

    def change(
        self, change: Callable[[sqlite3.Connection], Answer], turn: Turn = Turn.USER
    ) -> Future[Answer]:
        """Run ``change`` in the writer's turn; ``UserError`` where this library only reads."""
        if self._writer is None:
            raise UserError(
                message("The library “{name}” is open to read only.", name=self.name),
                message("Another window or command is writing in it, or its folder is read-only."),
            )
        return self._writer.submit(change, turn)

    @contextmanager
    def taking(self, source: str) -> Iterator[Taking]:
        """Begin an import of ``source``: the writing side, whose run ends with the block."""
        from desktop_app.library import runs
        from desktop_app.library.intake import Taking

        run = self.change(lambda connection: runs.begin(connection, source)).result()
        assert self._writer is not None  # `change` has refused a library that only reads
        taking = Taking(self._writer, run, attended=self.attended)
        self.importing += 1
        try:
            yield taking
        except Cancelled:
            taking.finish("cancelled")
            raise
        finally:
            self.importing -= 1
        taking.finish("done")

    def on_change(self, told: Callable[[], None]) -> Callable[[], None]:
        """Call ``told`` after each change, in the writer's thread; returns how to forget it."""
        self._listeners.append(told)
        return lambda: self._listeners.remove(told)

    def _start_writing(self, job: Job) -> Writer:
        connection = connect(self.path / _DERIVED, writing=True)
        if connection.execute("PRAGMA user_version").fetchone()[0] < NEWEST:
            from desktop_app.library.bringing_up import bring_up

            try:
                bring_up(connection, self.path, job)
            except BaseException:
                connection.close()
                raise
        for name, schema in ((_ORIGINALS, originals.SCHEMA), (_WORK, work.SCHEMA)):
            made = connect(self.path / name, writing=True)
            made.executescript(schema)
            made.close()
            connection.execute(
                f"ATTACH DATABASE ? AS {name.removesuffix('.db')}", (str(self.path / name),)
            )
        catch_up(connection)
        forget_old_changes(connection)
        due = settling.overdue(connection)
        writer = Writer(connection, self.name, self._tell)
        for turn in due:
            writer.submit(turn, Turn.IMPORT)
        return writer

    def _tell(self) -> None:
        for told in tuple(self._listeners):
            told()

    @contextmanager
    def _asking(self, job: Job | None) -> Iterator[tuple[sqlite3.Connection, Job]]:
        asked = job or Job()
        with saying_what_sqlite_means(self.name), self._readers.moment() as connection:
            forget = asked.on_cancel(connection.interrupt)
            # An interruption between two statements is lost: each looks for itself as well.
            connection.set_progress_handler(lambda: asked.cancelled, _STEPS)
            try:
                yield connection, asked
            except sqlite3.OperationalError as error:
                if asked.cancelled:
                    raise Cancelled from error
                raise
            finally:
                connection.set_progress_handler(None, 0)
                forget()


def is_older(path: Path) -> bool:
    """Tell whether the library in the folder ``path`` was written by an older Dateline."""
    file = path / _DERIVED
    if not file.exists():
        return False
    with (
        saying_what_sqlite_means(path.name),
        closing(connect(file, writing=False, immutable=not may_write_in(path))) as connection,
    ):
        return 0 < int(connection.execute("PRAGMA user_version").fetchone()[0]) < NEWEST


def _refuse_what_cannot_be_opened(path: Path, *, writing: bool) -> None:
    """Raise `UserError` where there is nothing to read, or what another Dateline wrote."""
    file = path / _DERIVED
    if not file.exists():
        if writing:
            return
        raise UserError(
            message("The library “{path}” is empty and cannot be written to.", path=str(path)),
            message("Close the other window, or copy the library to a place of your own."),
        )
    with saying_what_sqlite_means(path.name):
        connection = connect(file, writing=False, immutable=not may_write_in(path))
        try:
            number = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    if number > NEWEST:
        raise UserError(
            message("This library was written by a newer Dateline."),
            message("Install the newest version to open it; nothing in it was changed."),
        )
    if number < NEWEST and not writing:
        raise UserError(
            message("This library was written by an older Dateline and cannot be brought up here."),
            message("Close the other window, or copy the library to a place of your own."),
        )

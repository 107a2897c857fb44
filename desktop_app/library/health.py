"""Checking, backing up and restoring a library."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.errors import UserError
from desktop_app.jobs import Job
from desktop_app.library import originals, work
from desktop_app.library.connections import connect
from desktop_app.messages import Message, message

BACKUPS = "backups"
KEPT = 10
_FILES = ("library.db", "originals.db", "work.db")
_NAME = re.compile(r"(?P<at>\d{8}T\d{6})-work\.db$")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be; ``file`` is the database it was found in."""

    file: str
    what: Message


def check(path: Path, job: Job) -> tuple[Finding, ...]:
    """Verify the databases of the library at ``path`` and the hash of every original."""
    findings: list[Finding] = []
    for file in _FILES:
        job.check()
        findings.extend(_sound(path, file))
    if not findings:
        findings.extend(_whole_originals(path, job))
        findings.extend(_no_loose_ends(path))
    return tuple(findings)


def _sound(path: Path, file: str) -> Iterator[Finding]:
    if not (path / file).exists():
        yield Finding(file, message("the file {file} is missing", file=file))
        return
    try:
        connection = connect(path / file, writing=False)
        try:
            for (said,) in connection.execute("PRAGMA quick_check(20)"):
                if said != "ok":
                    yield Finding(file, message("{file} is damaged: {said}", file=file, said=said))
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        yield Finding(file, message("{file} is damaged: {said}", file=file, said=str(error)))


def _whole_originals(path: Path, job: Job) -> Iterator[Finding]:
    connection = connect(path / "originals.db", writing=False)
    try:
        every = connection.execute("SELECT id, sha256, path, size FROM original ORDER BY id")
        for number, sha256, name, size in job.each(every.fetchall(), "Checking originals"):
            try:
                had = _digest(connection, number)
            except originals.Damaged:
                had = ("", -1)
            if had[1] < size and had[1] >= 0:
                continue  # a stop cut its import off; the next one completes it
            if had[0] != sha256:
                yield Finding(
                    "originals.db",
                    message("the stored bytes of “{name}” are not what they were", name=name),
                )
    finally:
        connection.close()


def _digest(connection: sqlite3.Connection, original: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for piece in originals.content(connection, original):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


_LOOSE = {
    "a capture without its dispatch": "SELECT count(*) FROM capture c"
    " LEFT JOIN article a ON a.id = c.article WHERE a.id IS NULL",
    "a capture whose text is missing": "SELECT count(*) FROM capture c"
    " LEFT JOIN version v ON v.id = c.version WHERE c.version IS NOT NULL AND v.id IS NULL",
    "a dispatch without any capture": "SELECT count(*) FROM article a"
    " WHERE NOT EXISTS (SELECT 1 FROM capture c WHERE c.article = a.id)",
    "a text without its reading": "SELECT count(*) FROM version v"
    " WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.version = v.id)",
    "a participant without an event": "SELECT count(*) FROM participant p"
    " LEFT JOIN event e ON e.id = p.event WHERE e.id IS NULL",
    "a participant who is nobody": "SELECT count(*) FROM participant p"
    " LEFT JOIN person q ON q.id = p.person WHERE q.id IS NULL",
}


def _no_loose_ends(path: Path) -> Iterator[Finding]:
    connection = connect(path / "library.db", writing=False)
    try:
        for what, sql in _LOOSE.items():
            count = connection.execute(sql).fetchone()[0]
            if count:
                yield Finding("library.db", message("{count} × {what}", count=count, what=what))
    finally:
        connection.close()


def backup(path: Path, job: Job) -> Path:
    """Copy what cannot be made again but is small, the user's work; keep the newest ten."""
    folder = path / BACKUPS
    folder.mkdir(exist_ok=True)
    at = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    target = folder / f"{at}-work.db"
    job.report("Backing up", 0, 1)
    _copy(path / "work.db", target)
    for old in backups(path)[KEPT:]:
        old.unlink()
    job.report("Backing up", 1, 1)
    return target


def backups(path: Path) -> list[Path]:
    """Return the backups of the library at ``path``, newest first."""
    folder = path / BACKUPS
    if not folder.is_dir():
        return []
    return sorted((f for f in folder.iterdir() if _NAME.fullmatch(f.name)), reverse=True)


def restore(path: Path, backed_up: Path) -> None:
    """Put ``backed_up`` in the place of the user's work; the library must be closed.

    What was there is kept beside it as ``work.db.before-restore``.
    """
    if not backed_up.exists():
        raise UserError(
            message("There is no backup “{name}”.", name=backed_up.name),
            message("dateline restore without a name lists the backups there are."),
        )
    own, before = path / "work.db", path / "work.db.before-restore"
    if own.exists():
        _copy(own, before)
        for rest in ("-wal", "-shm"):
            own.with_name(own.name + rest).unlink(missing_ok=True)
    shutil.copyfile(backed_up, own)
    _note_restoring(path, before, backed_up.name)


def _note_restoring(path: Path, before: Path, name: str) -> None:
    """Log what the backup takes back, and have the tables follow at the next opening."""
    with suppress(sqlite3.DatabaseError), closing(connect(path / "work.db", writing=True)) as own:
        own.executescript(work.SCHEMA)
        if before.exists():
            with closing(connect(before, writing=False)) as old:
                work.take_back(own, old, message("restore {name}", name=name))
    with (
        suppress(sqlite3.DatabaseError),  # a damaged one is made anew, an older one brought up
        closing(connect(path / "library.db", writing=True)) as derived,
    ):
        derived.execute("UPDATE generation SET log_applied = -1")


def _copy(source: Path, target: Path) -> None:
    """Copy a database as of one moment, through SQLite and not through the file system."""
    target.parent.mkdir(exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    reading, writing = connect(source, writing=False), sqlite3.connect(part)
    try:
        reading.backup(writing)
    finally:
        reading.close()
        writing.close()
    part.replace(target)

"""A copy of a library to try an import on: it says what would be new, and is thrown away."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.errors import UserError
from desktop_app.library import originals
from desktop_app.library.connections import connect, may_write_in
from desktop_app.library.library import Library
from desktop_app.library.opened import MARK, SUFFIX
from desktop_app.messages import message


@contextmanager
def rehearsal(path: Path) -> Iterator[Library]:
    """Give a library that knows what the one at ``path`` knows, or an empty one without it.

    The bytes of the originals are not copied: that they are there is all that counts.
    """
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        copy = Path(folder) / f"Rehearsal{SUFFIX}"
        if (path / MARK).exists():
            _copy(path, copy)
            with Library.open(copy) as library:
                yield library
        else:
            with Library.create(copy) as library:
                yield library


def _copy(path: Path, copy: Path) -> None:
    copy.mkdir()
    needed = sum(file.stat().st_size for file in path.glob("library.db*"))
    if shutil.disk_usage(copy).free < needed * 2:
        raise UserError(
            message("There is no room at “{path}” to try an import.", path=str(copy.parent)),
            message("Free {megabytes} MB there, or import without trying.", megabytes=needed >> 19),
        )
    immutable = not may_write_in(path)
    for name in ("library.db", "work.db"):
        if (path / name).exists():
            with (
                closing(connect(path / name, writing=False, immutable=immutable)) as source,
                closing(sqlite3.connect(copy / name)) as target,
            ):
                source.backup(target)
    if (path / "originals.db").exists():
        _names_of_originals(path / "originals.db", copy / "originals.db", immutable=immutable)
    (copy / MARK).write_text("Dateline library\n", encoding="utf-8")


def _names_of_originals(file: Path, copy: Path, *, immutable: bool) -> None:
    with (
        closing(connect(file, writing=False, immutable=immutable)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        target.executescript(originals.SCHEMA)
        rows = source.execute("SELECT id, sha256, name, path, size, added_at FROM original")
        target.executemany(
            "INSERT INTO original (id, sha256, name, path, size, added_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
        target.commit()

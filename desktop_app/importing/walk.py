"""Files under what was dropped: found, counted and sorted before anything is read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.messages import Message, message

LIBRARY_SUFFIX = ".dateline"
_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "__macosx"))

HIDDEN = message("Hidden and system files are left alone.")
DANGLING = message("The link points at nothing.")
LOOP = message("The link leads back to a folder that is being read already.")
NO_FILE = message("This is neither a file nor a folder (a pipe, a socket or a device).")
A_LIBRARY = message("A Dateline library is opened, not imported.")
GONE = message("It was there when the import began, and is gone now.")
NOT_THERE = message("There is nothing of this name.")
OF_A_PAGE = message("It belongs to the saved page beside its folder.")


@dataclass(frozen=True, slots=True)
class File:
    """One file to be read: ``path`` as given, ``name`` from the dropped folder downwards."""

    path: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class PutAside:
    """A file, link or folder that is not read, and why."""

    path: str
    reason: Message


def files_under(paths: Iterable[Path]) -> Iterator[File | PutAside]:
    """Yield the files under ``paths`` in order of their names; every other thing with a reason."""
    for path in paths:
        try:
            path.lstat()
        except OSError as error:
            yield PutAside(shown(str(path)), _why(error))
            continue
        yield from _at(str(path), path.name or str(path), frozenset(), dropped=True)


def _at(
    path: str, name: str, above: frozenset[tuple[int, int]], *, dropped: bool = False
) -> Iterator[File | PutAside]:
    """Yield what is at ``path``; ``above`` are the folders that led there."""
    if not dropped and _is_hidden(os.path.basename(path)):  # noqa: PTH119 - may be no valid Path
        yield PutAside(shown(path), HIDDEN)
        return
    try:
        found = os.stat(path)  # noqa: PTH116 - as above
    except OSError as error:
        is_link = os.path.islink(path)  # noqa: PTH114
        loops = error.errno == _TOO_MANY_LINKS
        yield PutAside(shown(path), (LOOP if loops else DANGLING) if is_link else _why(error))
        return
    if stat.S_ISDIR(found.st_mode):
        yield from _folder(path, name, above, found)
    elif stat.S_ISREG(found.st_mode):
        yield File(path, shown(name), found.st_size)
    else:
        yield PutAside(shown(path), NO_FILE)


_TOO_MANY_LINKS = 40


def _folder(
    path: str, name: str, above: frozenset[tuple[int, int]], found: os.stat_result
) -> Iterator[File | PutAside]:
    if path.rstrip("/\\").endswith(LIBRARY_SUFFIX):
        yield PutAside(shown(path), A_LIBRARY)
        return
    identity = (found.st_dev, found.st_ino)
    if identity in above:
        yield PutAside(shown(path), LOOP)
        return
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208 - names may be no valid text
    except OSError as error:
        yield PutAside(shown(path), _why(error))
        return
    pages = {os.path.splitext(n)[0] for n in names if n.lower().endswith((".html", ".htm"))}  # noqa: PTH122
    for inner in names:
        at = os.path.join(path, inner)  # noqa: PTH118
        if _is_of_a_page(inner, pages) and os.path.isdir(at):  # noqa: PTH112
            yield from _put_aside_under(at)
        else:
            yield from _at(at, f"{name}/{inner}", above | {identity})


def _is_of_a_page(folder: str, pages: set[str]) -> bool:
    """Say whether a folder holds the pictures and styles of a page saved "complete"."""
    for ending in ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_파일"):
        if folder.endswith(ending) and folder.removesuffix(ending) in pages:
            return True
    return False


def _put_aside_under(folder: str) -> Iterator[PutAside]:
    for at, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield PutAside(shown(os.path.join(at, name)), OF_A_PAGE)  # noqa: PTH118


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM


def _why(error: OSError) -> Message:
    if isinstance(error, FileNotFoundError):
        return NOT_THERE
    return message("It cannot be read ({why}).", why=error.strerror or str(error))


def shown(name: str) -> str:
    """Return a name that can be stored and printed; bytes that are no text are spelt out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace") if _odd(name) else name


def _odd(name: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in name)

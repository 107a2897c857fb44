"""What a command of the command line is, and the library that it works on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.messages import message
from desktop_app.paths import Paths

if TYPE_CHECKING:  # numpy and SQL are slow to load; the window is up before
    from desktop_app.library.library import Library

OWN_LIBRARY = "My archive"


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, what it does, its arguments, and what carries it out."""

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    carry_out: Callable[[argparse.Namespace], int]


def library_path(chosen: argparse.Namespace) -> Path:
    """Return the library's folder: as asked for, else the user's own."""
    from desktop_app.library.opened import MARK, SUFFIX

    asked = getattr(chosen, "library", None)
    if asked is None:
        return Paths.of_this_user().libraries / f"{OWN_LIBRARY}{SUFFIX}"
    path = Path(asked)
    path = path.parent if path.name == MARK else path
    if path.suffix != SUFFIX and not (path / MARK).exists():
        path = path.with_name(path.name + SUFFIX)
    return path


def open_library(chosen: argparse.Namespace) -> Library:
    """Open the library that was asked for; `UserError` where there is none."""
    from desktop_app.library.opened import MARK

    path = library_path(chosen)
    if not (path / MARK).exists():
        raise UserError(
            message("There is no library at “{path}” yet.", path=str(path)),
            message("Import something first: dateline import PATH…"),
        )
    return opened(path)


def opened(path: Path) -> Library:
    """Open the library at ``path``; one of an older Dateline says how it is brought up to date."""
    from desktop_app.cli.console import Console
    from desktop_app.library.bringing_up import AS_IT_WAS, BROUGHT_UP
    from desktop_app.library.library import Library
    from desktop_app.library.opened import is_older

    if not is_older(path):
        return Library.open(path)
    console = Console()
    library = Library.open(path, console.job())
    console.complain(BROUGHT_UP)
    console.complain(AS_IT_WAS)
    return library


def open_or_make_library(chosen: argparse.Namespace) -> Library:
    """Open the library that was asked for to write in, made where there is none."""
    from desktop_app.library.library import Library
    from desktop_app.library.opened import MARK
    from desktop_app.library.places import why_not_there

    path = library_path(chosen)
    why = why_not_there(path)
    if why is not None:
        print(why, message("Keep libraries on a disk of this machine."), file=sys.stderr)
    return opened(path) if (path / MARK).exists() else Library.create(path)

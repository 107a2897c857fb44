"""Builds what the program needs and hands it on: command line or window.

The only importer of `ui`, and that late, so that no command waits for Qt; and of the command
line as late, so that no window waits for what commands load.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from desktop_app import paths
from desktop_app.errors import UserError
from desktop_app.query.link import text_of_link


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Dateline with ``arguments`` (the process's own by default); return the exit code."""
    inside_wheel = paths.bundled()
    if inside_wheel is not None and str(inside_wheel) not in sys.path:
        sys.path.insert(0, str(inside_wheel))
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] == ["screenshots"]:
            return _screenshots(given[1:])
        if given == ["--selfcheck"]:
            return _selfcheck()
        wanted = _window_wanted(given)
        return _command(given) if wanted is None else _window(wanted)
    except UserError as error:
        print(error.message, error.hint, file=sys.stderr)
        return 1


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a window is to show."""

    library: Path | None
    folders: tuple[Path, ...]
    query: str | None = None


def _window_wanted(given: Sequence[str]) -> _Wanted | None:
    """Return what the window is to show; None where ``given`` is a command."""
    library: Path | None = None
    rest = list(given)
    if len(rest) >= 2 and rest[0] == "--library":
        library, rest = Path(rest[1]), rest[2:]
    if any(not _is_path(word) for word in rest):
        return None
    links = [text for word in rest if (text := text_of_link(word)) is not None]
    folders = [Path(_local(word)) for word in rest if text_of_link(word) is None]
    opened = [path for path in folders if path.suffix == ".dateline" or path.name == _MARK]
    if library is None and opened:
        library = opened[0].parent if opened[0].name == _MARK else opened[0]
    others = tuple(path for path in folders if path not in opened)
    return _Wanted(library, others, links[-1] if links else None)


_MARK = "open.dateline"  # what the desktop associates with Dateline, and double-clicks


def _is_path(word: str) -> bool:
    path = _local(word)
    there = Path(path).exists() or path.endswith(".dateline") or text_of_link(word) is not None
    return there and not word.startswith("-") and not _is_command(word)


def _is_command(word: str) -> bool:
    """Tell whether ``word`` is a command; then it is one even where a folder has its name."""
    if not word.isalpha():
        return False  # no command's name has a dot or a slash, as most paths do

    from desktop_app import cli

    return word in cli.names()


def _local(word: str) -> str:
    """Return the path in ``word``: the desktop may give it as an address."""
    if not word.startswith("file://"):
        return word
    path = unquote(urlsplit(word).path)
    return path.lstrip("/") if os.name == "nt" else path


def _command(given: Sequence[str]) -> int:
    from desktop_app import cli

    return cli.run(given)


def _window(wanted: _Wanted) -> int:
    gc.disable()  # until the window is there: a start makes little rubbish and many things
    of_user = paths.Paths.of_this_user()
    if not of_user.state.exists():  # else a window opened here before
        _require_system_libraries()
    from ui import app

    return app.run(of_user, wanted.library, wanted.folders, wanted.query)


def _screenshots(given: list[str]) -> int:
    if not given or given[0].startswith("-"):
        print("usage: dateline screenshots DIR [PICTURE…]", file=sys.stderr)
        return 2
    _without_a_screen()
    from ui.screenshots.writing import write

    return write(Path(given[0]), given[1:])


def _selfcheck() -> int:
    _without_a_screen()
    from desktop_app import selfcheck
    from ui.selfcheck import VIEW_STEPS

    return selfcheck.run((*selfcheck.CORE_STEPS, *VIEW_STEPS))


def _without_a_screen() -> None:
    # Windows always has a screen, and Qt without one has no fonts there and ends in a timeline.
    if sys.platform != "win32":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_SCALE_FACTOR", "1")
    _require_system_libraries()


def _require_system_libraries() -> None:
    from desktop_app import system_libraries

    system_libraries.require()

"""Writes a file whole or not at all: under a temporary name, then moved into its place."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from desktop_app.errors import UserError
from desktop_app.messages import message

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def whole_or_nothing(target: Path) -> Iterator[Path]:
    """Give the path to write to; ``target`` changes only when the block ends well.

    What the user can mend becomes a `UserError`; the unfinished file never stays.
    """
    if not target.parent.is_dir():
        raise UserError(
            message("The folder “{folder}” does not exist.", folder=str(target.parent)),
            message("Make it, or choose another place."),
        )
    if target.is_dir():
        raise UserError(
            message("“{path}” is a folder.", path=str(target)),
            message("Choose a name for the file inside it."),
        )
    unfinished: Path | None = None
    try:
        with NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part", delete=False
        ) as made:
            unfinished = Path(made.name)
        yield unfinished
        _readable_as_usual(unfinished, target)
        unfinished.replace(target)
    except OSError as error:
        raise _for_people(error, target) from error
    finally:
        if unfinished is not None:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)


def _readable_as_usual(unfinished: Path, target: Path) -> None:
    """Give the file the rights of the one it takes the place of, or those of a new file."""
    if target.exists():
        unfinished.chmod(target.stat().st_mode & 0o777)
        return
    probe = unfinished.with_suffix(".new")
    probe.touch()
    mode = probe.stat().st_mode & 0o777
    probe.unlink()
    unfinished.chmod(mode)


def _for_people(error: OSError, target: Path) -> UserError:
    if error.errno in _FULL:
        return UserError(
            message("The disk is full; “{path}” was not written.", path=str(target)),
            message("Free some space and export again. The library is as it was."),
        )
    if isinstance(error, PermissionError):
        return UserError(
            message("“{path}” cannot be written.", path=str(target)),
            message("It is open in another program, or you may not write there."),
        )
    return UserError(
        message("“{path}” cannot be written: {why}.", path=str(target), why=error.strerror or ""),
        message("Choose another place and export again."),
    )

"""How a table's columns are understood, for the dialog in which the user names them.

The file is opened in a child process, as an import would; nothing is taken in.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from desktop_app.importing.apart import asked_apart
from desktop_app.importing.leaves import DAMAGED, Leaf, leaves_of
from desktop_app.importing.limits import LIMITS, Limits
from desktop_app.importing.readers import HEAD, format_of
from desktop_app.importing.records import Guess, Source, Unreadable
from desktop_app.importing.walk import File


class _Enough(Exception):  # noqa: N818 - the guess has come, and the rest of the file may stay
    """Ends the reading once the columns are known."""


def preview(path: Path, member: str = "", limits: Limits = LIMITS) -> Guess | None:
    """Return how ``path`` (or a ``member`` of that archive) is understood; None for no table.

    It is a table where it holds rows of named fields; whether they are recognised is seen
    in ``by_field``, which then names a title or a text.
    """
    return asked_apart(_preview, str(path), member, limits=limits)


def _preview(path: str, member: str, limits: Limits) -> Guess | None:
    guesses: list[Guess] = []

    def take(guess: Guess) -> None:
        guesses.append(guess)
        raise _Enough

    with contextlib.suppress(_Enough, Unreadable, OSError, MemoryError, *DAMAGED):
        size = Path(path).stat().st_size
        for leaf in leaves_of(File(path, Path(path).name, size), limits):
            if isinstance(leaf, Leaf) and (not member or leaf.member == member):
                _guess(leaf, Path(path).name, limits, take)
    return guesses[0] if guesses else None


def _guess(leaf: Leaf, name: str, limits: Limits, take: Callable[[Guess], None]) -> None:
    with leaf.opened() as stream:
        head = stream.read(HEAD)
    source = Source(
        f"{name}!{leaf.member}" if leaf.member else name,
        leaf.opened,
        leaf.size,
        limits,
        guessed=take,
    )
    kind = format_of(head, source.suffix)
    if kind is not None:
        for _ in kind.read(source):
            pass

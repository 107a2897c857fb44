"""What a library still owes and always takes: imports not finished, folders watched.

Paths are of this machine, so they are kept with its state and not in the library.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Standing:
    """One library's imports to come: each unfinished one is a list of paths, as dropped."""

    watched: tuple[str, ...] = ()
    unfinished: tuple[tuple[str, ...], ...] = ()

    def watching(self, folder: str) -> Self:
        """Return this with ``folder`` watched, once."""
        return replace(self, watched=(*(one for one in self.watched if one != folder), folder))

    def without(self, folder: str) -> Self:
        return replace(self, watched=tuple(one for one in self.watched if one != folder))

    def begun(self, paths: tuple[str, ...]) -> Self:
        return replace(self, unfinished=(*self.finished(paths).unfinished, paths))

    def finished(self, paths: tuple[str, ...]) -> Self:
        return replace(self, unfinished=tuple(one for one in self.unfinished if one != paths))


def read_standing(state: Path, library: Path) -> Standing:
    """Return what stands for ``library``; nothing where that was lost or damaged."""
    try:
        told = json.loads(_file(state, library).read_text("utf-8"))
        return Standing(
            tuple(str(one) for one in told["watched"]),
            tuple(tuple(str(path) for path in paths) for paths in told["unfinished"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Standing()


def write_standing(state: Path, library: Path, standing: Standing) -> None:
    """Keep ``standing``; where that cannot be written, it holds until the end."""
    file = _file(state, library)
    if standing == Standing():
        with suppress(OSError):
            file.unlink(missing_ok=True)
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps({"library": str(library), **asdict(standing)}), "utf-8")
        fresh.replace(file)


def _file(state: Path, library: Path) -> Path:
    name = hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:24]
    return state / "imports" / f"{name}.json"

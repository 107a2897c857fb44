"""The libraries that this program has open: windows on the same one share it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # its SQL is slow to load, and the first window is painted before
    from desktop_app.library.library import Library

MARK, SUFFIX = "open.dateline", ".dateline"


@dataclass(slots=True)
class _Open:
    """One open library and the numbers of its windows, from 0."""

    library: Library
    windows: set[int] = field(default_factory=set)

    def joined(self) -> int:
        number = next(n for n in range(len(self.windows) + 1) if n not in self.windows)
        self.windows.add(number)
        return number


class Shelf(QObject):
    """Opens each library once; the last window that gives it back closes it."""

    must_go = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: dict[Path, _Open] = {}

    def take(self, path: Path, opening: Callable[[], Library]) -> tuple[Library, int]:
        """Return the library at ``path``, and which of its windows this one is."""
        known = self._open.get(folder_of(path))
        if known is None:
            known = _Open(opening())
            self._open[known.library.path] = known
        return known.library, known.joined()

    def give_back(self, library: Library, window: int) -> None:
        """Note that a window leaves ``library``."""
        known = self._open.get(library.path)
        if known is None or known.library is not library:
            library.close()
            return
        known.windows.discard(window)
        if not known.windows:
            del self._open[library.path]
            library.close()

    def clear_away(self, path: Path) -> None:
        """Have every window leave the library at ``path``: it is about to be deleted."""
        self.must_go.emit(folder_of(path))


def folder_of(path: Path) -> Path:
    """Return the folder of the library that is meant by ``path``."""
    if path.name == MARK:
        path = path.parent
    elif path.suffix != SUFFIX and not (path / MARK).exists():
        path = path.with_name(path.name + SUFFIX)
    return path.resolve()

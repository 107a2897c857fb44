"""Watched folders of the open library: what arrives there is imported, quietly."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.importing.importer import Importer
from ui.state import BrowserState

if TYPE_CHECKING:
    from desktop_app.importing.watching import Watch
    from desktop_app.jobs import Job
    from desktop_app.library.library import Library
    from ui.importing.watched_folders import WatchedFolders

EVERY = 5_000  # milliseconds
_REST = 20  # a look at a huge folder rests this many times as long as it took

Arrived = list[tuple[Path, frozenset[str]]]


class Watcher(QObject):
    """Looks into the watched folders again and again, never while an import is under way."""

    def __init__(self, state: BrowserState, importer: Importer, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._importer = importer
        self._window = parent
        self._watches: list[Watch] = []
        self._began = 0.0
        self.every = EVERY
        self.folders_window: WatchedFolders | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        state.library_changed.connect(self.stop)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that the open library watches."""
        return tuple(Path(one) for one in self._importer.standing.watched)

    def stop(self) -> None:
        """Look no more: another library is open, or none."""
        self._timer.stop()
        self._watches = []
        self._state.jobs.forget("watched folders")

    def begin(self) -> None:
        """Watch the folders of the library that is open now, if any."""
        self.stop()
        library = self._state.library
        if library is None or not library.writable or not self.folders:
            return
        from desktop_app.importing.watching import Watch

        self._watches = [Watch(folder) for folder in self.folders]
        self._timer.start(min(self.every, 1_000))

    def add(self, folder: Path) -> None:
        """Watch ``folder``, what is in it already included."""
        self._importer.keep(self._importer.standing.watching(str(folder)))
        self.begin()

    def remove(self, folder: Path) -> None:
        """Watch ``folder`` no longer; what came from it stays."""
        self._importer.keep(self._importer.standing.without(str(folder)))
        self.begin()

    def look(self) -> None:
        """Look once; the next look follows when this one has been answered."""
        library, watches = self._state.library, list(self._watches)
        if library is None or not watches:
            return
        if self._importer.busy:
            self._timer.start(self.every)
            return
        self._began = time.monotonic()
        self._state.jobs.ask(
            "watched folders", lambda job: _arrived(library, watches, job), self._take
        )

    def _take(self, arrived: Arrived) -> None:
        for folder, files in arrived:
            if files:
                self._importer.take([folder], only=files)
        took = round((time.monotonic() - self._began) * 1_000)
        self._timer.start(max(self.every, took * _REST))

    def show_folders(self) -> None:
        """Show which folders are watched, to add and remove some."""
        from ui.importing.watched_folders import WatchedFolders

        self.folders_window = WatchedFolders(self, self._window)
        self.folders_window.show()


def _arrived(library: Library, watches: list[Watch], job: Job) -> Arrived:
    return [(one.folder, one.arrived(library.read_at(one.folder), job)) for one in watches]

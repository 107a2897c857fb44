"""Opening, making and closing libraries from the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.errors import UserError
from desktop_app.library.connections import may_write_in
from desktop_app.library.library import Library
from desktop_app.library.opened import is_older
from desktop_app.library.places import copy_to, why_not_there
from desktop_app.paths import Paths
from ui import window_memory
from ui.language import say, tell
from ui.notices import Notices
from ui.sample import sample_folder, sample_texts
from ui.shelf import Shelf, folder_of
from ui.state import BrowserState


class Libraries(QObject):
    """Opens one library at a time in a window, and knows which were open last.

    ``number`` tells the windows of one library apart, from 0.
    """

    opened = Signal()

    def __init__(
        self,
        state: BrowserState,
        notices: Notices,
        paths: Paths,
        shelf: Shelf,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._notices = notices
        self._paths = paths
        self._shelf = shelf
        self.number = 0
        state.let_go = lambda library: shelf.give_back(library, self.number)
        shelf.must_go.connect(self._make_way)
        self._window = parent
        self.leaving: Callable[[], None] = lambda: None
        self.take_in: Callable[[list[Path]], object] = lambda _: None

    # Asked of the user

    def ask_new(self) -> None:
        """Ask for a name and make a library there."""
        with suppress(OSError):
            self._paths.libraries.mkdir(parents=True, exist_ok=True)
        place = str(self._paths.libraries / say("My archive"))
        chosen, _ = QFileDialog.getSaveFileName(self._window, say("New library"), place)
        if chosen:
            self.new(Path(chosen))

    def ask_open(self) -> None:
        """Ask for a library's folder and open it."""
        folder = str(self._paths.libraries if self._paths.libraries.is_dir() else Path.home())
        chosen = QFileDialog.getExistingDirectory(
            self._window, say("Open a library (a folder whose name ends in .dateline)"), folder
        )
        if chosen:
            self.open(Path(chosen))

    def ask_another(self) -> Path | None:
        """Ask for a library's folder, to be opened in a window of its own."""
        chosen = QFileDialog.getExistingDirectory(
            self._window,
            say("Open a library (a folder whose name ends in .dateline)"),
            str(self._paths.libraries if self._paths.libraries.is_dir() else Path.home()),
        )
        return Path(chosen) if chosen else None

    # What is done

    def new(self, path: Path) -> None:
        """Make an empty library and show it."""
        self._begin(path, lambda: Library.create(path))

    def open(self, path: Path) -> None:
        """Show the library at ``path``."""
        current = self._state.library
        if current is not None and current.path == path.resolve():
            return
        self._begin(path, lambda: Library.open(path))

    def open_or_create(self, path: Path) -> None:
        """Show the library at ``path``, made first where there is none."""
        made = path if path.suffix == ".dateline" else path.with_name(path.name + ".dateline")
        self.open(made) if made.is_dir() else self.new(made)

    def open_default(self) -> None:
        """Show the library for files dropped before any was made."""
        self.open_or_create(self._paths.libraries / "My archive.dateline")

    def close(self) -> None:
        """Show no library."""
        self.leaving()
        self._state.open(None)

    @property
    def sample_is_open(self) -> bool:
        library = self._state.library
        return library is not None and library.path == sample_folder(self._paths).resolve()

    def open_sample(self) -> None:
        """Open the made-up sample library, filled at its first opening."""
        folder = sample_folder(self._paths)
        fresh = not folder.is_dir()
        self.open_or_create(folder)
        library = self._state.library
        if library is not None and (fresh or not library.import_runs()):
            self.take_in(sample_texts())

    def remove_sample(self) -> None:
        """Close the sample library and delete it; it can be made again at any time."""
        folder = sample_folder(self._paths)
        self._shelf.clear_away(folder)
        window_memory.forgotten(self._paths.state, folder)
        self._state.jobs.do(
            say("Removing the sample library"),
            lambda _: shutil.rmtree(folder, ignore_errors=True),
            lambda _: self._notices.say(say("The sample library is removed.")),
        )

    def recent(self) -> list[Path]:
        return window_memory.recent(self._paths.state)

    def _make_way(self, path: Path) -> None:
        library = self._state.library
        if library is not None and library.path == path:
            self.close()

    def _begin(self, path: Path, opening: Callable[[], Library]) -> None:
        self.leaving()
        try:
            if not self._is_of_today(folder_of(path)):
                return
            library, number = self._shelf.take(path, opening)
        except UserError as error:
            self._notices.fail(error)
            return
        window_memory.opened(self._paths.state, library.path)
        self._state.open(library)
        self.number = number
        self.opened.emit()
        if not library.writable:
            self._notices.say(
                say("“{name}” is open to read only.", name=library.name),
                say("Another window or command is writing in it, or its folder is read-only."),
            )
        elif (why := why_not_there(library.path)) is not None:
            self._notices.say(
                tell(why),
                say("A library can be damaged there."),
                say("Copy to this machine"),
                lambda: self._bring_home(library.path),
            )

    def _is_of_today(self, folder: Path) -> bool:
        """Tell whether the library can be opened as it is, brought up to date where it must be."""
        if not is_older(folder) or not may_write_in(folder):
            return True
        from ui.bringing_up import BringingUp  # needed once a library, if ever

        return BringingUp(folder, self._state.jobs, self._notices, self._window).run()

    def _bring_home(self, path: Path) -> None:
        """Close the library at ``path``, copy it among the user's own, and show the copy."""
        self._shelf.clear_away(path)
        self._state.jobs.do(
            say("Copying the library"), lambda _: copy_to(path, self._paths.libraries), self.open
        )

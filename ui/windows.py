"""All windows of the program: opened, brought back as they were left, rebuilt, closed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.paths import Paths
from desktop_app.settings import Settings, read_settings, write_settings
from ui import language, window_memory
from ui.language import say
from ui.main_window import MainWindow
from ui.shelf import MARK, SUFFIX, folder_of
from ui.starting import Start

if TYPE_CHECKING:
    from ui.app import Application

STEP = 28  # pixels that another window stands below and beside the one before


class Windows(QObject):
    """Keeps the open windows and which libraries they show, for the next start."""

    started = Signal()

    def __init__(self, application: Application, paths: Paths) -> None:
        super().__init__(application)
        self._application = application
        self._paths = paths
        self._quitting = False
        self.open_ones: list[MainWindow] = []
        self._made()
        sys.excepthook = self._bug
        application.appearance.changed.connect(lambda: self._keep())
        application.keys.changed.connect(lambda: self._keep())
        application.habits.changed.connect(lambda: self._keep())
        application.file_given.connect(lambda path: self.take_in([path]))

    @property
    def window(self) -> MainWindow:
        """The window that the user was in last."""
        active = self._application.activeWindow()
        here = (one for one in self.open_ones if one is active)
        return next(here, self.open_ones[-1])

    def start(
        self, library: Path | None, folders: Sequence[Path] = (), query: str | None = None
    ) -> None:
        """Show a window first; what it holds comes after it is painted."""
        left = window_memory.session(self._paths.state) if library is None else [library]
        first_rows_of = None if query or not left else left[0]
        start = Start(self.window, first_rows_of, self._application.dress)
        start.whole.connect(lambda: self._fill(library, left, folders, query))
        start.begin()

    def _fill(
        self, library: Path | None, left: list[Path], folders: Sequence[Path], query: str | None
    ) -> None:
        first = self.open_ones[0]
        self._hear(first)
        if library is not None:
            first.libraries.open_or_create(library)
        else:
            for place, path in enumerate(left):
                one = first if place == 0 else self.open_window()
                one.libraries.open(path)
        self.take_in(folders, query=query, window=first)
        self.started.emit()

    # Windows

    def open_window(self, near: MainWindow | None = None) -> MainWindow:
        """Show one more window, without a library."""
        window = self._made()
        if near is not None:
            window.resize(near.size())
            window.move(near.x() + STEP, near.y() + STEP)
        window.show()
        window.build()
        self._hear(window)
        return window

    def open_beside(self, near: MainWindow, path: Path | None) -> MainWindow:
        """Show one more window on ``path``, or on the library of the window ``near``."""
        here = near.state.library
        wanted = path or (here.path if here is not None else None)
        window = self.open_window(near)
        if wanted is not None:
            window.libraries.open(wanted)
            if path is None:
                window.state.start_with(near.state.query)
        return window

    def show_library(self, path: Path) -> MainWindow:
        """Bring the window of the library at ``path`` to the front; open one where none is."""
        wanted = folder_of(path)
        for window in self.open_ones:
            if window.state.library is not None and window.state.library.path == wanted:
                return window
        empty = (one for one in self.open_ones if one.state.library is None)
        window = next(empty, None) or self.open_window(self.window)
        window.libraries.open_or_create(wanted)
        return window

    def take_in(
        self,
        paths: Sequence[Path],
        *,
        library: Path | None = None,
        query: str | None = None,
        window: MainWindow | None = None,
    ) -> None:
        """Do what another start, or the desktop, asks of the running program."""
        if not self.window.built:
            self.started.connect(
                lambda: self.take_in(paths, library=library, query=query, window=window)
            )
            return
        libraries = [path for path in paths if path.suffix == SUFFIX or path.name == MARK]
        rest = [path for path in paths if path not in libraries]
        for path in (*([library] if library else []), *libraries):
            window = self.show_library(path)
        window = window or self.window
        if rest:
            window.importer.take(rest)
        if query is not None:
            window.filter_bar.ask(query)
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()

    def quit(self) -> None:
        """Close every window; the next start brings all of them back."""
        self._note_session()
        self._quitting = True
        for window in tuple(self.open_ones):
            if not window.close():
                break
        self._quitting = False

    def _made(self) -> MainWindow:
        shared = self._application
        window = MainWindow(
            self._paths, shared.appearance, shared.keys, shared.shelf, shared.habits
        )
        window.language_wanted = self._speak
        window.another_wanted = lambda path: self.open_beside(window, path)
        window.quit_wanted = self.quit
        window.closing.connect(lambda: self._forget(window))
        self.open_ones.append(window)
        return window

    def _hear(self, window: MainWindow) -> None:
        window.state.library_changed.connect(self._note_session)

    def _forget(self, window: MainWindow) -> None:
        if window in self.open_ones and len(self.open_ones) > 1:
            self.open_ones.remove(window)
            self._note_session()
            window.deleteLater()

    def _note_session(self) -> None:
        if not self._quitting:
            shown = [one.state.library for one in self.open_ones if one.built]
            paths = [library.path for library in shown if library is not None]
            window_memory.keep_session(self._paths.state, paths)

    # What holds for all

    def _keep(self, speaking: str | None = None) -> None:
        """Keep how the program looks, and ``speaking`` where a language was chosen."""
        looks, before = self._application.appearance, read_settings(self._paths.config)
        now = Settings(
            theme=looks.wish,
            language=speaking or before.language,
            text_size=looks.text_size,
            serif=looks.serif,
            comfortable=looks.comfortable,
            reads_on_opening=self._application.habits.reads_on_opening,
            keys=self._application.keys.chosen,
        )
        if now != before:
            write_settings(self._paths.config, now)

    def _speak(self, name: str) -> None:
        """Build every window anew in another language, on the same libraries."""
        if name == language.spoken():
            return
        if any(one.built and one.importer.busy for one in self.open_ones):
            self.window.notices.say(
                say("Work is under way: the language can be changed when it is done.")
            )
            return
        old = [(one, one.state.library, one.geometry()) for one in self.open_ones]
        paths = [library.path if library is not None else None for _, library, _ in old]
        self._quitting = True
        for window, _, _ in old:
            window.close()
        self._application.speak(name)
        self._keep(name)
        self.open_ones.clear()
        for path, (window, _, geometry) in zip(paths, old, strict=True):
            fresh = self.open_window()
            fresh.setGeometry(geometry)
            if path is not None:
                fresh.libraries.open(path)
            window.deleteLater()
        self._quitting = False

    def _bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        if self.window.built and not issubclass(kind, KeyboardInterrupt):
            self.window.notices.fail(error)

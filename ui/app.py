"""Starts the window: Qt's application, the look, the one bug handler, the first library."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop_app.paths import Paths
from desktop_app.settings import Settings, read_settings, write_settings
from ui import language
from ui.keys import Keys
from ui.main_window import MainWindow
from ui.theme import Appearance, drawn_icon, interface_font

BREATH = 20  # milliseconds from showing the empty window to filling it


class Application(QApplication):
    """The program: how it looks is set once, files given by the system are taken in."""

    file_given = Signal(object)

    def __init__(self, arguments: Sequence[str] = ("dateline",)) -> None:
        super().__init__(list(arguments))
        self.setApplicationName("dateline")
        self.setApplicationDisplayName("Dateline")
        self.setDesktopFileName("dateline")
        self.setStyle("Fusion")
        self.setFont(interface_font(self.font()))
        self.setWindowIcon(drawn_icon("dateline", "#9A3B26"))
        self.appearance = Appearance(self)
        self.appearance.apply()
        self.keys = Keys(self)

    # Qt's own names

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_given.emit(Path(event.file()))
            return True
        return super().event(event)


def run(paths: Paths, library: Path | None = None, folders: Sequence[Path] = ()) -> int:
    """Show the window, on ``library`` or the one open last, and import ``folders``."""
    application = Application()
    settings = read_settings(paths.config)
    language.choose(settings.language)
    application.appearance.recall(settings)
    application.keys.recall(settings.keys)
    shown = Shown(application, paths)
    shown.start(library, folders)
    return application.exec()


class Shown(QObject):
    """The window on show; another takes its place when the language changes."""

    def __init__(self, application: Application, paths: Paths) -> None:
        super().__init__(application)
        self._application = application
        self._paths = paths
        self.window = self._made()
        sys.excepthook = self._bug
        application.appearance.changed.connect(lambda: self._keep())
        application.keys.changed.connect(lambda: self._keep())

    def _made(self) -> MainWindow:
        window = MainWindow(self._paths, self._application.appearance, self._application.keys)
        window.language_wanted = self._speak  # type: ignore[assignment]
        return window

    def start(self, library: Path | None, folders: Sequence[Path]) -> None:
        """Show the window first; what it holds comes after it is painted."""
        self.window.show()
        # Not at once: Qt would do it before the window is painted.
        QTimer.singleShot(BREATH, lambda: self._fill(library, folders))

    def _fill(self, library: Path | None, folders: Sequence[Path]) -> None:
        if not self.window.isVisible():
            return
        self.window.build()
        libraries = self.window.libraries
        recent = libraries.recent()
        if library is not None:
            libraries.open_or_create(library)
        elif recent:
            libraries.open(recent[0])
        if folders:
            self.window.importer.take(list(folders))

    def _keep(self, speaking: str | None = None) -> None:
        """Keep how the program looks, and ``speaking`` where a language was chosen."""
        looks, before = self._application.appearance, read_settings(self._paths.config)
        now = Settings(
            theme=looks.wish,
            language=speaking or before.language,
            text_size=looks.text_size,
            serif=looks.serif,
            comfortable=looks.comfortable,
            keys=self._application.keys.chosen,
        )
        if now != before:
            write_settings(self._paths.config, now)

    def _speak(self, name: str) -> None:
        """Build the window anew in another language, on the same library."""
        if name == language.spoken():
            return
        old, library = self.window, self.window.state.library
        path = library.path if library is not None else None
        geometry = old.geometry()
        old.close()
        language.choose(name)
        self._keep(name)
        self.window = self._made()
        self.window.setGeometry(geometry)
        self.window.show()
        self.window.build()
        if path is not None:
            self.window.libraries.open(path)
        old.deleteLater()

    def _bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        if self.window.built and not issubclass(kind, KeyboardInterrupt):
            self.window.notices.fail(error)

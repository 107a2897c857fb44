"""Starts the window: Qt's application, what all windows share, the first library."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop_app.paths import Paths
from desktop_app.settings import read_settings
from ui import language
from ui.habits import Habits
from ui.keys import Keys
from ui.rubbish import Rubbish
from ui.shelf import Shelf
from ui.theme import Appearance, drawn_icon, interface_font
from ui.windows import Windows

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

RUNNING = "running.json"  # there while a Dateline of this user runs


class Application(QApplication):
    """The program: how it looks is set once, files given by the system are taken in."""

    file_given = Signal(object)

    def __init__(
        self, arguments: Sequence[str] = ("dateline",), *, dress_later: bool = False
    ) -> None:
        # The style by its argument: `setStyle` would load the class of styles before it is needed.
        super().__init__([*arguments, "-style", "fusion"])
        # Threads that answer give way to the window after a millisecond instead of five.
        sys.setswitchinterval(0.001)
        self.setApplicationName("dateline")
        self.setApplicationDisplayName("Dateline")
        self.setDesktopFileName("dateline")
        self.appearance = Appearance(self)
        self.appearance.apply()
        self.keys = Keys(self)
        self.habits = Habits(self)
        self.shelf = Shelf(self)
        self.rubbish = Rubbish(self)
        self._qt_words: QTranslator | None = None
        self._dressed = False
        if not dress_later:
            self.dress()

    def dress(self) -> None:
        """Take our fonts and our icon: looking through the machine's fonts takes its time."""
        if not self._dressed:
            self._dressed = True
            self.setFont(interface_font(self.font()))
            self.setWindowIcon(drawn_icon("dateline", "#9A3B26"))

    def speak(self, name: str) -> None:
        """Speak a language from now on; windows are built for the one that is spoken then."""
        language.choose(name)
        if self._qt_words is not None:
            self.removeTranslator(self._qt_words)
            self._qt_words = None
        if language.spoken() != "en":  # Qt's own buttons and dialogs are English as they are
            from PySide6.QtCore import QLibraryInfo, QTranslator

            self._qt_words = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._qt_words.load(f"qtbase_{language.spoken()}", folder):
                self.installTranslator(self._qt_words)

    # Qt's own names

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_given.emit(Path(event.file()))
            return True
        return super().event(event)


def run(
    paths: Paths,
    library: Path | None = None,
    folders: Sequence[Path] = (),
    query: str | None = None,
) -> int:
    """Show ``library`` or what was open last, import ``folders``, ask ``query``.

    Where this user's Dateline is running already, it is told instead, and this start ends.
    """
    if (paths.state / RUNNING).exists():
        from ui.doorbell import Ring, ring

        if ring(paths.state, Ring(library, tuple(folders), query)):
            return 0
    application = Application(dress_later=True)
    settings = read_settings(paths.config)
    application.speak(settings.language)
    application.appearance.recall(settings)
    application.keys.recall(settings.keys)
    application.habits.recall(settings)
    windows = Windows(application, paths)
    windows.started.connect(lambda: _go_on(application, windows, paths))
    windows.start(library, folders, query)
    return application.exec()


def _go_on(application: Application, windows: Windows, paths: Paths) -> None:
    """Do what had to wait until the window was there."""
    from ui.doorbell import Doorbell

    application.rubbish.begin()
    bell = Doorbell(paths.state, windows)
    bell.rung.connect(
        lambda wish: windows.take_in(wish.paths, library=wish.library, query=wish.query)
    )
    application.aboutToQuit.connect(bell.close)
    bell.listen()

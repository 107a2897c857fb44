"""A window to be photographed: what is done to it before, and at which size."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QPoint, QSize, Qt, QtMsgType
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from desktop_app.paths import Paths
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from ui import language
from ui.app import Application
from ui.main_window import MainWindow

LAPTOP, DESK = QSize(1280, 800), QSize(1920, 1080)
PATIENCE = 120.0  # seconds for the sample to be read on a slow machine


@dataclass(frozen=True, slots=True)
class View:
    """One picture: what is done to the window before it is taken, and at which size."""

    name: str
    prepare: Callable[[Studio], QWidget | None]
    size: QSize = LAPTOP
    sharp: tuple[int, ...] = (1, 2)  # at 100 and at 200 %


@dataclass(frozen=True, slots=True)
class Sitting:
    """Which views are taken in which theme and language."""

    theme: str
    language: str
    views: tuple[View, ...]

    def named(self, view: View, only: Collection[str]) -> dict[str, int]:
        """Return the pictures of ``view`` with their sharpness; of them ``only`` these, if any."""
        every = {
            f"{view.name}-{self.theme}-{self.language}{'@2x' if sharp > 1 else ''}": sharp
            for sharp in view.sharp
        }
        return {name: sharp for name, sharp in every.items() if not only or name in only}


class Studio:
    """A window to be photographed."""

    def __init__(self, application: Application, paths: Paths) -> None:
        self.application = application
        self.window = MainWindow(paths, application.appearance)
        self.window.build()
        self.window.resize(LAPTOP)
        self.window.show()

    def settle(self, least: float = 0.15) -> None:
        """Let the window answer everything it was asked."""
        start = time.monotonic()
        while time.monotonic() - start < PATIENCE:
            self.application.processEvents()
            quiet = self.window.jobs.idle and not self.window.state.refreshing
            if quiet and time.monotonic() - start > least:
                return
            time.sleep(0.005)

    def take(self, view: View, files: Mapping[Path, int]) -> None:
        """Prepare one view and photograph it, into each file with its sharpness."""
        self.window.resize(view.size)
        shown = view.prepare(self) or self.window
        self.settle()
        for file, sharp in files.items():
            picture = QPixmap(shown.size() * sharp)
            picture.setDevicePixelRatio(sharp)
            picture.fill(Qt.GlobalColor.transparent)
            shown.render(picture, QPoint())
            picture.save(str(file))
        if shown is not self.window and shown.isWindow():
            shown.close()

    def ask(self, text: str) -> None:
        """Ask a query and read the first dispatch with a roster that it finds."""
        self.window.state.ask(parse(text).query if text else Query())
        self.settle()
        self.window.list.scrollToTop()
        self._read_a_roster()

    def _read_a_roster(self) -> None:
        rows = self.window.list.rows
        for place in range(min(40, rows.rowCount())):
            row = rows.row_at(place)
            if row is not None and row.people >= 6 and row.language == language.spoken():
                self.window.list.setCurrentIndex(rows.index(place, 1))
                break
        else:
            self.window.list.step(0)
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.application.processEvents()


def leave_out_what_no_screen_means(_: QtMsgType, __: QMessageLogContext, text: str) -> None:
    """Pass Qt's messages on, but for the one that it repeats where there is no screen."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)

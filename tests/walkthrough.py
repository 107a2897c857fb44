"""Walks through Dateline as a new user would, twice: by mouse, and by keyboard alone.

``python -m tests.walkthrough`` (or ``make walkthrough``) starts with nothing, opens the made-up
sample library, asks who accompanied whom in 2023 and writes the answer as CSV. It presses what
a person presses, counts it, takes pictures, and writes docs/walkthrough.md.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from PySide6.QtCore import Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QWidget

from desktop_app.paths import Paths
from ui.app import Application
from ui.main_window import MainWindow
from ui.screenshots.studio import leave_out_what_no_screen_means
from ui.windows import Windows

DOCS = Path(__file__).resolve().parent.parent / "docs"
PATIENCE = 120.0
SIZE = (1280, 800)
PICTURE_WIDTH = 800


@dataclass(slots=True)
class Step:
    """What was done, what it took, and the picture of what it led to ("": none)."""

    said: str
    clicks: int
    keys: int
    picture: str = ""


@dataclass(slots=True)
class Walk:
    """One way through the program: its steps, and the hand that takes them."""

    name: str
    application: Application
    pictures: Path
    home: Path
    steps: list[Step] = field(default_factory=list)
    clicks: int = 0
    keys: int = 0

    def begin(self) -> Windows:
        """Start the program as on a new machine."""
        (self.home / "Documents").mkdir()
        os.environ["HOME"] = str(self.home)
        self.application.speak("en")
        self.application.appearance.choose("light")
        windows = Windows(self.application, Paths(*(self.home / part for part in "cls")))
        windows.start(None)
        window = windows.window
        self.wait(lambda: window.built)
        window.resize(*SIZE)
        window.activateWindow()
        return windows

    def wait(self, ready: Callable[[], bool]) -> None:
        """Wait as a person would, until ``ready``."""
        start = time.monotonic()
        while not ready():
            if time.monotonic() - start > PATIENCE:
                raise TimeoutError(f"{self.name}: nothing came after “{self.steps[-1].said}”")
            self.application.processEvents()
            time.sleep(0.01)

    def settle(self) -> None:
        """Let what was asked of the screen reach it."""
        start = time.monotonic()
        self.wait(lambda: time.monotonic() - start > 0.1)

    def rest(self, window: MainWindow) -> None:
        """Wait until the window has answered everything."""
        self.wait(lambda: window.jobs.idle and not window.state.refreshing)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.clicks += 1

    def press(self, keys: str) -> None:
        """Press a key, or several held together, wherever the keyboard is."""
        QTest.keySequence(self.focus, QKeySequence(keys))
        self.keys += 1

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)
        self.keys += len(text)

    @property
    def focus(self) -> QWidget:
        here = QApplication.focusWidget() or QApplication.activeWindow()
        assert here is not None
        return here

    def done(self, said: str, shown: QWidget | None = None) -> None:
        """Note a step, and photograph what it led to."""
        name = ""
        if shown is not None:
            name = f"walkthrough-{self.name}-{len(self.steps) + 1}.png"
            self.settle()
            picture = shown.grab()
            if picture.width() > PICTURE_WIDTH:
                smooth = Qt.TransformationMode.SmoothTransformation
                picture = picture.scaledToWidth(PICTURE_WIDTH, smooth)
            picture.save(str(self.pictures / name))
        before = [(step.clicks, step.keys) for step in self.steps]
        clicks, keys = (sum(each) for each in zip(*before, strict=True)) if before else (0, 0)
        self.steps.append(Step(said, self.clicks - clicks, self.keys - keys, name))

    def in_file_dialog(self, act: Callable[[QFileDialog], None]) -> None:
        """Do ``act`` in the file dialog that opens next, while it waits."""

        def look() -> None:
            dialog, here = self.application.activeModalWidget(), QApplication.focusWidget()
            ready = here is not None and here.window() is dialog
            if isinstance(dialog, QFileDialog) and ready:
                dialog.setDirectory(str(self.home / "Documents"))
                act(dialog)
            else:
                QTimer.singleShot(50, look)

        QTimer.singleShot(50, look)


def by_mouse(walk: Walk) -> Path:
    """Go the way with the mouse."""
    windows = walk.begin()
    window = windows.window
    walk.done("Dateline starts with three sentences and three ways in.", window)
    walk.click(window.welcome._sample)
    walk.wait(lambda: len(window.state.result) > 300)
    walk.rest(window)
    walk.done("Click **Open the sample library**. It fills while you look.")
    walk.click(window.calendar._year)
    walk.rest(window)
    walk.done("Click the year **2023** over the calendar: everything shows that year.", window)
    walk.click(window.export_button)
    dialog = window.exporter.dialog
    assert dialog is not None
    walk.click(dialog.companions)
    walk.done("Click **Export…**, then **One row a companion**.", dialog)

    def save(asked: QFileDialog) -> None:
        box = asked.findChild(QDialogButtonBox)
        assert box is not None
        walk.click(box.button(QDialogButtonBox.StandardButton.Save))

    walk.in_file_dialog(save)
    walk.click(dialog.save)
    return written(walk, windows, "Click **Choose a place…** and **Save**: the notice says what")


def by_keyboard(walk: Walk) -> Path:
    """Go the way with the keyboard alone."""
    windows = walk.begin()
    window = windows.window
    walk.done("Dateline starts; the keyboard stands on the first way in.")
    walk.press("Return")
    walk.wait(lambda: len(window.state.result) > 300)
    walk.rest(window)
    walk.done("Press **Enter**: the sample library opens and fills.")
    walk.press("Ctrl+F")
    walk.type("date:2023")
    walk.press("Return")
    walk.rest(window)
    walk.done("Press **Ctrl+F**, type `date:2023`, press **Enter**.")
    walk.press("Ctrl+E")
    dialog = window.exporter.dialog
    assert dialog is not None
    walk.wait(dialog.isActiveWindow)
    while not dialog.articles.hasFocus():
        walk.press("Tab")
    while not dialog.companions.isChecked():
        walk.press("Down")
    walk.done("Press **Ctrl+E**, **Tab** to what a row is, **Down** to the companions.", dialog)
    walk.in_file_dialog(lambda _: walk.press("Return"))
    walk.press("Return")
    return written(
        walk, windows, "Press **Enter**, and **Enter** for the name: the notice says what"
    )


def written(walk: Walk, windows: Windows, said: str) -> Path:
    window = windows.window
    walk.rest(window)
    walk.wait(lambda: not window.notice_line.isHidden())
    walk.done(f"{said} was written.", window)
    (file,) = (walk.home / "Documents").glob("*.csv")
    windows.quit()
    windows.deleteLater()
    return file


def main(docs: Path = DOCS) -> list[Walk]:
    """Walk both ways, see that they lead to the same table, and write the page."""
    qInstallMessageHandler(leave_out_what_no_screen_means)
    running = QApplication.instance()
    application = running if isinstance(running, Application) else Application()
    pictures = docs / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    walks, tables = [], []
    for name, go in (("mouse", by_mouse), ("keyboard", by_keyboard)):
        with tempfile.TemporaryDirectory(prefix="dateline-") as home:
            walk = Walk(name, application, pictures, Path(home))
            tables.append(rows(go(walk)))
            walks.append(walk)
    if tables[0] != tables[1]:
        raise AssertionError("mouse and keyboard lead to different tables")
    page(docs / "walkthrough.md", walks, tables[0])
    return walks


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened))


def page(file: Path, walks: list[Walk], table: list[list[str]]) -> None:
    """Write what was done, what it took, and the first lines of what came of it."""
    lines = [
        "# From the first start to who accompanied whom in 2023",
        "",
        "Made by `make walkthrough`, which presses what is told here and counts it. The library is",
        "the made-up sample.",
        "",
        "| way | clicks | keys |",
        "| --- | --- | --- |",
    ]
    lines += [f"| by {walk.name} | {walk.clicks} | {walk.keys} |" for walk in walks]
    for walk in walks:
        lines += ["", f"## By {walk.name}"]
        for number, step in enumerate(walk.steps, 1):
            counts = [
                f"{count} {what if count > 1 else what[:-1]}"
                for count, what in ((step.clicks, "clicks"), (step.keys, "keys"))
                if count
            ]
            took = f" ({', '.join(counts)})" if counts else ""
            lines += ["", f"{number}. {step.said}{took}"]
            if step.picture:
                lines += ["", f"   ![](pictures/{step.picture})"]
    shown = ("published", "principal", "companion", "companion_title", "place")
    places = [table[0].index(name) for name in shown]
    lines += ["", f"## What came of it: {len(table) - 1} rows", "", f"| {' | '.join(shown)} |"]
    lines.append("| --- " * len(shown) + "|")
    lines += [f"| {' | '.join(row[place] for place in places)} |" for row in table[1:6]]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for walked in main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS):
        print(f"by {walked.name}: {walked.clicks} clicks, {walked.keys} keys")

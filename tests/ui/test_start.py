"""What a start must not load: each of these would keep the first list waiting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop_app.library.library import Library
from desktop_app.paths import Paths
from tests.conftest import Fill, capture_of, take
from tests.ui.conftest import settled
from ui.app import Application
from ui.starting import Start
from ui.windows import Windows

LATER = (
    "pyqtgraph",
    "sqlite_utils",
    "openpyxl",
    "multiprocessing.connection",
    "importlib.metadata",
    "desktop_app.importing.run",
    "desktop_app.library.taking",
)


def test_the_window_is_built_without_what_only_later_work_needs():
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, ui.building; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "ui.timeline.timeline" in loaded
    assert [name for name in LATER if name in loaded] == []


WINDOW_SHOWN = """
import sys
from desktop_app import startup
assert startup._window_wanted([]) and startup._window_wanted(["/a/b.dateline"])
import ui.app, ui.windows
print(*sys.modules)
"""


def test_the_window_is_shown_without_numbers_or_the_library():
    loaded = subprocess.run(
        [sys.executable, "-c", WINDOW_SHOWN],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "ui.main_window" in loaded
    heavy = (
        "numpy",
        "sqlite3",
        "_hashlib",
        "PySide6.QtSvg",
        "multiprocessing.connection",
        "desktop_app.query.query",
    )
    assert [name for name in heavy if name in loaded] == []


LIST_SHOWN = """
import sys
from ui.app import Application
from ui.starting import Start
from ui.windows import Windows
from desktop_app.paths import Paths
from pathlib import Path
home, library = map(Path, sys.argv[1:])
application = Application()
windows = Windows(application, Paths(home, home, home))
start = Start(windows.window, library)
def listed():
    print(windows.window.centralWidget().list.model().rowCount(), *sys.modules)
    sys.stdout.flush()
    windows.window.close()
start.listed.connect(listed)
start.begin()
application.exec()
"""


def test_the_first_rows_are_shown_without_numbers_or_the_library(
    library: Library, fill: Fill, tmp_path: Path
) -> None:
    fill("2023-09-13 Talks", "2023-09-14 Visit")
    rows, *loaded = subprocess.run(
        [sys.executable, "-c", LIST_SHOWN, tmp_path / "home", library.path],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert rows == "2"
    heavy = ("numpy", "desktop_app.library.library", "desktop_app.query.query", "ui.state")
    assert [name for name in heavy if name in loaded] == []


def test_the_first_page_stands_where_the_views_will_and_shows_the_same_rows(
    qapp: Application, paths: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "L.dateline"
    with Library.create(place) as made:
        lines = [f"2023-09-{day:02} Talks number {day}" for day in range(1, 29)]
        take(made, "a.txt", [capture_of(line, locator=line) for line in lines])
    windows = Windows(qapp, paths)
    window = windows.window
    seen = []

    def look() -> None:
        table = window.list if window.built else window.centralWidget().list  # type: ignore[union-attr]
        cells = [table.model().index(row, 1).data() for row in range(table.model().rowCount())]
        seen.append((table.mapTo(window, QPoint(0, 0)), table.size(), cells, table.rowAt(200)))

    start = Start(window, place)
    start.listed.connect(look)
    start.whole.connect(lambda: window.libraries.open(place))
    start.begin()
    qtbot.waitUntil(lambda: window.built and window.centralWidget() is window.views)
    settled(window, qtbot)
    look()
    window.close()
    window.deleteLater()
    windows.deleteLater()
    first, last = seen
    assert len(first[2]) == 28
    assert first == last

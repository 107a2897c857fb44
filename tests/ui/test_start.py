"""What a start must not load: each of these would keep the first list waiting."""

from __future__ import annotations

import subprocess
import sys

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
    heavy = ("numpy", "sqlite3", "multiprocessing.connection", "desktop_app.query.query")
    assert [name for name in heavy if name in loaded] == []

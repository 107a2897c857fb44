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


def test_the_window_is_shown_without_numbers_or_the_library():
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, ui.app, ui.windows; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "ui.main_window" in loaded
    heavy = ("numpy", "sqlite3", "multiprocessing.connection", "desktop_app.query.query")
    assert [name for name in heavy if name in loaded] == []

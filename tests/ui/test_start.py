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
    "desktop_app.library.health",
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

"""The window: how soon it is shown, how long it ever stops answering, what it costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.figures import Figure

BARE = """
import time, sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow(); window.resize(1280, 800); window.show(); application.processEvents()
print(time.time())
"""
OURS = """
import sys, time
from pathlib import Path
from desktop_app import startup
home = Path(sys.argv[1])
def told(*_):
    print(time.time(), flush=True)
def of_this_user():
    from PySide6.QtCore import QTimer
    from ui.starting import Start
    begin = Start.begin
    def told_of(start):
        window = start.parent()
        timer = QTimer(window, interval=1)
        def at_rest():
            if window.centralWidget() is window.views and window.jobs.idle:
                told()
                timer.stop()
                window.close()
        timer.timeout.connect(at_rest)
        start.shown.connect(told)
        start.listed.connect(told)
        start.whole.connect(timer.start)
        begin(start)
    Start.begin = told_of
    return startup.paths.Paths(home / "c", home / "l", home / "s")
startup.paths.Paths.of_this_user = of_this_user
startup.main(["--library", sys.argv[2]] if len(sys.argv) > 2 else [])
"""
STARTS = 9
BYTECODE = Path(tempfile.gettempdir()) / "dateline-bench-bytecode"
QUICK, SLOW = 50.0, 150.0  # ms from a key to all views painted anew
AT_ONCE = frozenset({"rare word", "phrase", "person", "one day", "Korean name"})


def measure(folder: Path, library: Path, source: Path, size: int) -> list[Figure]:
    """Measure everything about the window on ``library``; ``source`` is taken in last."""
    return [
        *_start(folder, library, size),
        *_keys(folder, library, size),
        *_frames(folder, library, size),
        *_stalls(folder, library, source, size),
    ]


def _start(folder: Path, library: Path, size: int) -> list[Figure]:
    """Time a start with and without a library against a bare PySide6 window."""
    _run(OURS, folder / "home-empty"), _run(OURS, folder / "home-start", library)  # warm
    bares, empties, fulls = [], [], []
    for _ in range(STARTS):  # in turn, so that a busy moment of the machine meets all three
        bares.append(_run(BARE)[0])
        empties.append(_run(OURS, folder / "home-empty")[0])
        fulls.append(_run(OURS, folder / "home-start", library))
    bare, empty = _median(bares), _median(empties)
    shown, listed, whole = (_median([moments[step] for moments in fulls]) for step in range(3))
    of = "a bare PySide6 window"
    return [
        Figure(0, "window shown, no library", empty, "s", bare, of, 1.5),
        Figure(size, "window shown", shown, "s", bare, of, 1.5),
        Figure(size, "first list shown, warm", listed, "s", bare, of, 2.5),
        Figure(size, "all views shown, warm", whole, "s", bare, of),
    ]


def _keys(folder: Path, library: Path, size: int) -> list[Figure]:
    told = _inside("keys", folder, library)
    memory = told.pop("memory")
    figures = []
    for name, (usual, worst, worked) in told.items():
        limit = QUICK if name in AT_ONCE else SLOW
        figures.append(
            Figure(
                size, f"key to all views, {name}", worst, "ms", limit, "limit of the p95", 1.0,
                note=f"median {usual:.0f} ms; all threads worked {worked:.0f}",
            )
        )  # fmt: skip
    figures.append(Figure(size, "memory with the window open", memory, "MB", 400.0, "limit", 1.0))
    return figures


def _frames(folder: Path, library: Path, size: int) -> list[Figure]:
    told = _inside("frames", folder, library)
    near, far, near_floor, far_floor = told["scroll"]
    pan, pan_floor = told["pan"]
    constant, empty = "a model that returns constants", "pyqtgraph's empty plot"
    return [
        Figure(size, "a frame while scrolling", near, "ms", near_floor, constant, 1.3),
        Figure(size, "a frame while dragging the bar", far, "ms", far_floor, constant, 1.3),
        Figure(size, "a frame of timeline pan and zoom", pan, "ms", pan_floor, empty, 3.0),
    ]


def _stalls(folder: Path, library: Path, source: Path, size: int) -> list[Figure]:
    """Return the longest gap of the event loop in each thing that people do."""
    told = _inside("stalls", folder, library) | _inside("importing", folder, library, source)
    told.pop("memory")
    return [
        Figure(
            size, f"longest silence: {name}", worst, "ms", 50.0, "limit", 1.0,
            note=f"the window's own work {own:.0f} ms",
        )
        for name, (worst, own) in told.items()
    ]  # fmt: skip


def _inside(part: str, folder: Path, library: Path, *more: Path) -> dict[str, Any]:
    command: list[str | Path] = [
        "-m",
        "tests.bench.in_window",
        part,
        folder / f"home-{part}",
        library,
        *more,
    ]
    told: dict[str, Any] = json.loads(_output(*command).splitlines()[-1])
    return told


def _run(program: str, *arguments: Path) -> list[float]:
    """Return the moments a program prints, in seconds from its start."""
    started = time.time()
    return [float(line) - started for line in _output("-c", program, *arguments).split()]


def _output(*arguments: str | Path) -> str:
    # As installed: with its bytecode written, whatever the shell that measures keeps from writing.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(BYTECODE)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=1200,
        check=True,
    )
    return done.stdout


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]

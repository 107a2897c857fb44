"""The window: how soon it is shown, how long it ever stops answering, what it costs."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.bench.figures import Figure

BARE = """
import time, sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow(); window.resize(1280, 800); window.show(); application.processEvents()
print(time.time())
"""
OURS = """
import time, sys
from pathlib import Path
from desktop_app.paths import Paths
from ui.app import Application, Shown
from ui import language
home = Path(sys.argv[1])
application = Application()
language.choose("en")
shown = Shown(application, Paths(home / "c", home / "l", home / "s"))
library = Path(sys.argv[2]) if len(sys.argv) > 2 else None
shown.start(library, [])
application.processEvents()
print(time.time())
if library is not None:
    window = shown.window
    while not window.built or not len(window.state.result):
        application.processEvents()
        time.sleep(0.001)
    application.processEvents()
    print(time.time())
    from tests.bench.figures import resident_mb
    for _ in range(200):
        application.processEvents(); time.sleep(0.005)
    print(resident_mb())
shown.window.close()
application.processEvents()
"""
STALL = """
import time, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.paths import Paths
from ui.app import Application, Shown
from ui import language
home, library, source = map(Path, sys.argv[1:4])
application = Application()
language.choose("en")
shown = Shown(application, Paths(home / "c", home / "l", home / "s"))
shown.start(library, [])
while not shown.window.built:
    application.processEvents(); time.sleep(0.005)
for _ in range(200):
    application.processEvents(); time.sleep(0.005)
gaps = []
last = [time.perf_counter()]
def beat():
    now = time.perf_counter(); gaps.append((now - last[0]) * 1000 - 5); last[0] = now
timer = QTimer(); timer.setInterval(5); timer.timeout.connect(beat); timer.start()
window = shown.window
window.importer.take([source])
def over():
    if len(gaps) > 200 and not window.state.jobs.working:
        application.quit()
done = QTimer(); done.setInterval(200); done.timeout.connect(over); done.start()
QTimer.singleShot(240_000, application.quit)
last[0] = time.perf_counter()
application.exec()
gaps.sort()
print(gaps[-1]); print(gaps[int(len(gaps) * 0.99)])
window.close()
"""


def start_figures(folder: Path, library: Path, size: int) -> list[Figure]:
    """Time a start with and without a library against a bare PySide6 window."""
    bare = _median([_run(BARE)[0] for _ in range(5)])
    empty = _median([_run(OURS, folder / f"home{n}")[0] for n in range(5)])
    runs = [_run(OURS, folder / f"full{n}", library) for n in range(5)]
    shown, listed = _median([r[0] for r in runs]), _median([r[1] for r in runs])
    memory = runs[-1][2]
    return [
        Figure(0, "window shown, no library", empty, "s", bare, "a bare PySide6 window", 2.0),
        Figure(size, "window shown", shown, "s", bare, "a bare PySide6 window", 2.0),
        Figure(size, "first list shown, warm", listed, "s", bare, "a bare PySide6 window", 2.5),
        Figure(size, "memory with the window open", memory, "MB", 400.0, "limit", 1.0),
    ]


def stall_figures(folder: Path, library: Path, source: Path, size: int) -> list[Figure]:
    """Return the longest gap of the event loop while ``source`` is imported beside it."""
    lines = _output(STALL, folder / "stall", library, source)
    worst, usual = float(lines[0]), float(lines[1])
    return [
        Figure(
            size, "longest stall during an import", worst, "ms", 100.0, "limit", 1.0,
            note=f"p99 {usual:.1f} ms",
        )
    ]  # fmt: skip


def _run(program: str, *arguments: Path) -> list[float]:
    """Return the moments a program prints, in seconds from its start; memory as it stands."""
    started = time.time()
    lines = [float(line) for line in _output(program, *arguments)]
    return [line - started if line > 1e6 else line for line in lines]


def _output(program: str, *arguments: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    return done.stdout.split()


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]

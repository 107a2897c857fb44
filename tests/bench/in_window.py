"""What is measured inside a window, in a process of its own: prints one JSON object.

``python -m tests.bench.in_window PART HOME LIBRARY [FILE]``, on a screen that nobody sees.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.paths import Paths
from tests.bench.figures import resident_mb
from tests.bench.inside import a_day, settle, type_letter, until
from tests.bench.inside_frames import frames
from tests.bench.inside_stalls import importing, stalls
from tests.bench.queries import QUESTIONS
from ui import language
from ui.app import Application
from ui.main_window import MainWindow
from ui.windows import Windows


def main() -> None:
    part, home, library, *more = sys.argv[1:]
    application = Application()
    language.choose("en")
    shown = Windows(application, Paths(*(Path(home) / name for name in ("c", "l", "s"))))
    shown.started.connect(application.rubbish.begin)  # as the program does
    shown.start(Path(library), [])
    window = shown.window
    until(application, lambda: window.built and window.timeline.chart is not None)
    settle(application, window)
    measured = PARTS[part](application, window, *more)
    measured["memory"] = resident_mb()
    print(json.dumps(measured))
    window.close()
    application.processEvents()


def keys(application: Application, window: MainWindow) -> dict[str, Any]:
    """Time the last key of each question, up to all views being painted anew."""
    edit = window.filter_bar.edit
    times: dict[str, list[tuple[float, float]]] = {}
    for name, text in QUESTIONS.items():
        if not text:
            continue
        for _ in range(9):
            edit.setText(text[:-1])
            edit.textEdited.emit(edit.text())
            settle(application, window)
            began = _now()
            type_letter(application, edit, text[-1])
            settle(application, window)
            times.setdefault(name, []).append(_since(began))
        window.filter_bar.clear_typed()
        settle(application, window)
    for _ in range(9):
        window.state.ask(window.state.query.narrowed(a_day()))
        settle(application, window)
        began = _now()
        window.state.clear()
        settle(application, window)
        times.setdefault("everything", []).append(_since(began))
    told = {}
    for name, measured in times.items():
        clock, worked = zip(*measured, strict=True)
        told[name] = [statistics.median(clock), max(clock), statistics.median(worked)]
    return told


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _since(began: tuple[float, float]) -> tuple[float, float]:
    """Return the milliseconds by the clock, and those that all threads worked."""
    clock, worked = _now()
    return (clock - began[0]) * 1000, (worked - began[1]) * 1000


PARTS: dict[str, Callable[..., dict[str, Any]]] = {
    "keys": keys,
    "frames": frames,
    "stalls": stalls,
    "importing": importing,
}

if __name__ == "__main__":
    main()

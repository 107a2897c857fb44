"""What is measured inside a window, in a process of its own: prints one JSON object.

``python -m tests.bench.in_window PART HOME LIBRARY [FILE]``, on a screen that nobody sees.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QTableView

from desktop_app.paths import Paths
from tests.bench.figures import resident_mb
from tests.bench.queries import QUESTIONS
from ui import language
from ui.app import Application
from ui.main_window import MainWindow
from ui.windows import Windows

LONGEST = 300.0  # seconds of one part
FRAMES = 120


def main() -> None:
    part, home, library, *more = sys.argv[1:]
    application = Application()
    language.choose("en")
    shown = Windows(application, Paths(*(Path(home) / name for name in ("c", "l", "s"))))
    shown.started.connect(application.rubbish.begin)  # as the program does
    shown.start(Path(library), [])
    window = shown.window
    _until(application, lambda: window.built and window.timeline.chart is not None)
    _settle(application, window)
    measured = PARTS[part](application, window, *more)
    measured["memory"] = resident_mb()
    print(json.dumps(measured))
    window.close()
    application.processEvents()


def _until(application: Application, so: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST
    while not so():
        if time.monotonic() > end:
            raise TimeoutError
        application.processEvents()
        time.sleep(0.0005)


def _settle(application: Application, window: MainWindow) -> None:
    """Wait until nothing is asked and everything is painted."""

    def at_rest() -> bool:
        return window.jobs.idle and not window.filter_bar.waiting

    _until(application, at_rest)
    application.processEvents()
    _until(application, at_rest)
    application.processEvents()


# Keys


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
            _settle(application, window)
            began = _now()
            _type(application, edit, text[-1])
            _settle(application, window)
            times.setdefault(name, []).append(_since(began))
        window.filter_bar.clear_typed()
        _settle(application, window)
    for _ in range(9):
        window.state.ask(window.state.query.narrowed(_a_day()))
        _settle(application, window)
        began = _now()
        window.state.clear()
        _settle(application, window)
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


def _type(application: Application, edit: QLineEdit, letter: str) -> None:
    """Give one letter as an input method does: Korean comes by no key."""
    event = QInputMethodEvent()
    event.setCommitString(letter)
    application.sendEvent(edit, event)


def _a_day() -> Any:
    from datetime import date

    from desktop_app.query.conditions.days import on_day

    return on_day(date(2014, 4, 15))


# Frames


def frames(application: Application, window: MainWindow) -> dict[str, Any]:
    """Time a frame of the list and of the timeline against the least that either can cost.

    The list's floor is the same list over a model that always returns the same row.
    """
    listed = window.list
    ours = _scrolled(application, listed)
    row, row_at = listed.rows.row_at(0), listed.rows.row_at
    listed.rows.row_at = lambda _: row  # type: ignore[assignment,method-assign]
    least = _scrolled(application, listed)
    listed.rows.row_at = row_at  # type: ignore[method-assign]
    return {"scroll": [*ours, *least], "pan": _panned(application, window)}


def _scrolled(application: Application, view: QTableView) -> tuple[float, float]:
    bar = view.verticalScrollBar()
    here = range(0, FRAMES * 60, 60)
    far = [(step * 7919 % FRAMES) * (bar.maximum() // FRAMES) for step in range(FRAMES)]

    def frame(at: int) -> None:
        bar.setValue(at)
        view.viewport().repaint()
        application.processEvents()

    return _median(frame, here), _median(frame, far)


def _panned(application: Application, window: MainWindow) -> list[float]:
    import pyqtgraph as pg

    chart = window.timeline.chart
    assert chart is not None
    chart.fit()
    empty = pg.PlotWidget()
    empty.resize(chart.size())
    empty.setXRange(*chart.days)
    empty.show()
    application.processEvents()

    def ours(step: int) -> None:
        (chart.zoom if step % 2 else chart.move)((0.9, 0.05, 1.1, -0.05)[step % 4 - 1])
        chart.viewport().repaint()
        application.processEvents()

    def least(step: int) -> None:
        box = empty.getViewBox()
        if step % 2:
            box.scaleBy(x=(0.9, 1.1)[step % 4 // 2], y=1)
        else:
            box.translateBy(x=(0.05, -0.05)[step % 4 // 2])
        empty.viewport().repaint()
        application.processEvents()

    steps = range(FRAMES)
    figures = [_median(ours, steps), _median(least, steps)]
    empty.hide()
    return figures


def _median(frame: Callable[[int], None], steps: Iterable[int]) -> float:
    """Return the milliseconds that the window's thread works for a frame: it does all of it."""
    times = []
    for step in steps:
        began = time.thread_time()
        frame(step)
        times.append((time.thread_time() - began) * 1000)
    return statistics.median(times)


# Stalls


class Heart:
    """Beats every 5 ms in the window's loop; a gap is how long the window did not answer.

    With each goes what the window's own thread worked in it: on a busy machine the rest of
    a gap is others' work.
    """

    def __init__(self) -> None:
        self.gaps: list[tuple[float, float]] = []
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        gap, own = ((after - before) * 1000 for before, after in zip(self._last, now, strict=True))
        self.gaps.append((gap - 5, own))
        self._last = now

    def worst(self) -> list[float]:
        """Return the longest gap, and the most that the thread worked in any."""
        longest = [max(column) for column in zip(*self.gaps, strict=True)] or [0.0, 0.0]
        self.gaps = []
        return longest


def stalls(application: Application, window: MainWindow) -> dict[str, Any]:
    """Return the longest silence of the window during each thing that people do."""
    heart = Heart()
    found: dict[str, Any] = {}
    for name, act in _deeds(application, window).items():
        _settle(application, window)
        heart.worst()
        act()
        _settle(application, window)
        found[name] = heart.worst()
    return found


def _deeds(application: Application, window: MainWindow) -> dict[str, Callable[[], None]]:
    edit = window.filter_bar.edit

    def typing() -> None:
        for letter in "foreign country minister":
            _type(application, edit, letter)
            _wait(application, 0.08)

    def a_day() -> None:
        window.state.narrow(_a_day())

    def facets() -> None:
        from ui.facets.facet_conditions import facet_condition

        for field, value in (("outlet", "KCNA"), ("kind", "talks"), ("lang", "en")):
            window.state.add(facet_condition(field, value))
            _settle(application, window)

    def opening() -> None:
        for step in range(8):
            window.list.step(1 + step)
            _wait(application, 0.05)

    def scrolling() -> None:
        bar = window.list.verticalScrollBar()
        for step in range(40):
            bar.setValue(step * 7919 % 40 * (bar.maximum() // 40))
            _wait(application, 0.01)

    def sorting() -> None:
        for place in (1, 1, 0):
            window.list.sort_by(place)
            _settle(application, window)

    return {
        "typing": typing,
        "clearing the line": lambda: (window.filter_bar.clear_typed(), None)[1],
        "picking a day": a_day,
        "everything again": window.state.clear,
        "clicking facets": facets,
        "back to everything": window.state.clear,
        "opening articles": opening,
        "scrolling": scrolling,
        "sorting by title": sorting,
    }


def _wait(application: Application, seconds: float) -> None:
    end = time.perf_counter() + seconds
    _until(application, lambda: time.perf_counter() >= end)


def importing(application: Application, window: MainWindow, source: str) -> dict[str, Any]:
    """Return the longest silence of the window while a file is taken in beside it."""
    heart = Heart()
    window.importer.take([Path(source)])
    _until(application, lambda: not window.state.jobs.working)
    _settle(application, window)
    return {"importing": heart.worst()}


PARTS: dict[str, Callable[..., dict[str, Any]]] = {
    "keys": keys,
    "frames": frames,
    "stalls": stalls,
    "importing": importing,
}

if __name__ == "__main__":
    main()

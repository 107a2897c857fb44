"""How long the window is ever silent while people do what they do, or an import runs beside it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer

from tests.bench.inside import a_day, settle, type_letter, until, wait
from ui.app import Application
from ui.main_window import MainWindow


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
        settle(application, window)
        heart.worst()
        act()
        settle(application, window)
        found[name] = heart.worst()
    return found


def _deeds(application: Application, window: MainWindow) -> dict[str, Callable[[], None]]:
    edit = window.filter_bar.edit

    def typing() -> None:
        for letter in "foreign country minister":
            type_letter(application, edit, letter)
            wait(application, 0.08)

    def picking() -> None:
        window.state.narrow(a_day())

    def facets() -> None:
        from ui.facets.facet_conditions import facet_condition

        for field, value in (("outlet", "KCNA"), ("kind", "talks"), ("lang", "en")):
            window.state.add(facet_condition(field, value))
            settle(application, window)

    def opening() -> None:
        for step in range(8):
            window.list.step(1 + step)
            wait(application, 0.05)

    def scrolling() -> None:
        bar = window.list.verticalScrollBar()
        for step in range(40):
            bar.setValue(step * 7919 % 40 * (bar.maximum() // 40))
            wait(application, 0.01)

    def sorting() -> None:
        for place in (1, 1, 0):
            window.list.sort_by(place)
            settle(application, window)

    return {
        "typing": typing,
        "clearing the line": lambda: (window.filter_bar.clear_typed(), None)[1],
        "picking a day": picking,
        "everything again": window.state.clear,
        "clicking facets": facets,
        "back to everything": window.state.clear,
        "opening articles": opening,
        "scrolling": scrolling,
        "sorting by title": sorting,
    }


def importing(application: Application, window: MainWindow, source: str) -> dict[str, Any]:
    """Return the longest silence of the window while a file is taken in beside it."""
    heart = Heart()
    window.importer.take([Path(source)])
    until(application, lambda: not window.state.jobs.working)
    settle(application, window)
    return {"importing": heart.worst()}

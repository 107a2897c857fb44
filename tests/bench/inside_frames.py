"""A frame of the list and of the timeline, against the least that either can cost."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QTableView

from ui.app import Application
from ui.main_window import MainWindow

FRAMES = 120


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

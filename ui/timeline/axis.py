"""The days under the bars, and the thin line that shows which days the library has at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ui.language import written
from ui.theme import Appearance
from ui.timeline.bins import DAYS_IN, Unit, day_of, edges_of

ROOM_FOR_LABEL = 72.0  # pixels


class DayAxis(pg.AxisItem):  # type: ignore[misc]
    """Labels days, months or years, as there is room, below the coverage line."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(orientation="bottom", showValues=True)
        self._appearance = appearance
        self._runs = np.zeros((0, 2))
        self.setStyle(tickLength=0, tickTextOffset=9)

    def show_coverage(self, runs: list[tuple[int, int]]) -> None:
        """Show which days have any dispatch, as [start, end) in days."""
        self._runs = np.array(runs, dtype=float).reshape(-1, 2)
        self.picture = None
        self.update()

    # pyqtgraph's own names

    def tickValues(self, least: float, most: float, size: float) -> list[tuple[float, list[float]]]:
        step, edges = _ticks(least, most, size)
        return [(step, [float(edge) for edge in edges if least <= edge <= most])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [_label(day_of(value), spacing) for value in values]

    def paint(self, painter: QPainter, option: Any, widget: Any) -> None:
        super().paint(painter, option, widget)
        view = self.linkedView()
        if view is None or not len(self._runs):
            return
        least, most = view.viewRange()[0]
        box: QRectF = self.mapRectFromParent(self.geometry())
        scale = box.width() / max(most - least, 1e-9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.colour("sure"))
        painter.setOpacity(0.6)
        for start, end in _pixels(self._runs, least, scale, int(box.width())):
            painter.drawRect(QRectF(box.left() + start, box.top() + 3, end - start, 3))
        painter.setOpacity(1.0)


def _pixels(runs: Any, least: float, scale: float, width: int) -> list[tuple[int, int]]:
    """Return which pixels the ``runs`` of days touch, as [start, end): thousands become few."""
    seen = runs[(runs[:, 1] > least) & (runs[:, 0] < least + width / scale)]
    starts = np.clip(np.floor((seen[:, 0] - least) * scale), 0, width).astype(int)
    ends = np.clip(np.ceil((seen[:, 1] - least) * scale), 0, width).astype(int)
    turns = np.zeros(width + 1, dtype=int)
    np.add.at(turns, starts, 1)
    np.add.at(turns, ends, -1)
    covered = np.concatenate(([0], np.cumsum(turns) > 0, [0])).astype(int)
    edges = np.flatnonzero(np.diff(covered))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _ticks(least: float, most: float, size: float) -> tuple[float, list[int]]:
    """Return the step in days, and the days to label, so that labels do not touch."""
    days_apart = (most - least) / max(1.0, size / ROOM_FOR_LABEL)
    steps = (
        (Unit.DAY, 1), (Unit.DAY, 2), (Unit.WEEK, 1), (Unit.WEEK, 2), (Unit.MONTH, 1),
        (Unit.MONTH, 3), (Unit.MONTH, 6), (Unit.YEAR, 1), (Unit.YEAR, 2), (Unit.YEAR, 5),
        (Unit.YEAR, 10), (Unit.YEAR, 50),
    )  # fmt: skip
    unit, many = next((s for s in steps if DAYS_IN[s[0]] * s[1] >= days_apart), steps[-1])
    edges = edges_of(unit, int(least), int(most))
    if unit is Unit.MONTH:
        kept = [int(e) for e in edges if (day_of(float(e)).month - 1) % many == 0]
    elif unit is Unit.YEAR:
        kept = [int(e) for e in edges if day_of(float(e)).year % many == 0]
    else:
        kept = [int(e) for e in edges if (int(e) // int(DAYS_IN[unit])) % many == 0]
    return DAYS_IN[unit] * many, list(np.array(kept, dtype=int))


def _label(day: date, spacing: float) -> str:
    if spacing >= DAYS_IN[Unit.YEAR]:
        return str(day.year)
    if spacing >= 28:
        return str(day.year) if day.month == 1 else written(day, "MMM")
    return (
        written(day, "d MMM yyyy")
        if day.day <= spacing and day.month == 1
        else written(day, "d MMM")
    )

"""The days under the bars, and the thin line that shows which days the library has at all."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ui.theme import Appearance
from ui.timeline.bins import day_of
from ui.timeline.ticks import label, ticks


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
        step, edges = ticks(least, most, size)
        return [(step, [float(edge) for edge in edges if least <= edge <= most])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [label(day_of(value), spacing) for value in values]

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

"""What wheel, drag and clicks on the bars mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from ui.timeline.chart import Chart

SMALL_DRAG = 4.0  # pixels; a shaky click is no span


class Canvas(pg.ViewBox):  # type: ignore[misc]
    """Wheel zooms time, a drag chooses a span, a double click a day; Shift+drag moves."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(enableMenu=False)
        self._chart = chart
        self.setMouseEnabled(x=True, y=False)

    # pyqtgraph's own names

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() is not Qt.MouseButton.LeftButton or shift:
            super().mouseDragEvent(event, axis=0)
            self._chart.keep_in_range()
            return
        event.accept()
        start = self.mapToView(event.buttonDownPos()).x()
        end = self.mapToView(event.pos()).x()
        far = abs(event.pos().x() - event.buttonDownPos().x()) >= SMALL_DRAG
        self._chart.drag_span(start, end, finished=bool(event.isFinish()) and far)

    def mouseClickEvent(self, event: Any) -> None:
        event.accept()
        if event.double():
            self._chart.open_at(self.mapToView(event.pos()).x())

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        super().wheelEvent(event, axis=0)
        self._chart.keep_in_range()

"""The plot of the timeline. pyqtgraph costs half a second: imported after the first paint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.query.result import DayCounts
from ui.language import counted, say
from ui.theme import Appearance
from ui.timeline.axis import DayAxis
from ui.timeline.bars import drawn, ends_of, period
from ui.timeline.bins import Bars, Unit, day_of, gathered, unit_for
from ui.timeline.canvas import Canvas
from ui.timeline.colouring import Colouring

LEAST_DAYS = 7.0


class Chart(pg.PlotWidget):  # type: ignore[misc]
    """Bars over time, stacked by a split; the unit follows the zoom."""

    span_chosen = Signal(object, object)
    day_opened = Signal(object)
    drawn = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._appearance = appearance
        self._axis = DayAxis(appearance)
        self._canvas = Canvas(self)
        super().__init__(parent, viewBox=self._canvas, axisItems={"bottom": self._axis})
        self.unit = Unit.DAY
        self.colouring = Colouring()
        self._parts: Mapping[str, DayCounts] = {}
        self._first, self._last = 0, 1
        self._span: tuple[int, int] | None = None
        self._bars: list[pg.BarGraphItem] = []
        self.shown_bars: list[tuple[str, Bars]] = []
        self._region = pg.LinearRegionItem(movable=False)
        self._region.setZValue(10)
        self._region.hide()
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.hideAxis("left")
        plot.setContentsMargins(8, 2, 8, 0)
        plot.addItem(self._region)
        self.setAccessibleName(say("Timeline: dispatches over time"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        plot.sigXRangeChanged.connect(self._unit_may_change)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_parts(self, parts: Mapping[str, DayCounts], *, refit: bool) -> None:
        """Show bars for ``parts``, stacked in their order."""
        self._parts = parts
        spans = [part for part in parts.values() if part.total]
        days = [number for part in spans for number in ends_of(part)]
        if days:  # else the days in view stay: an empty answer is no reason to move
            self._first, self._last = min(days), max(days)
        room = max(3.0, (self._last - self._first) * 0.01)
        self._canvas.setLimits(
            xMin=self._first - room * 8, xMax=self._last + 1 + room * 8, minXRange=LEAST_DAYS
        )
        if refit and days:
            self.fit()
        self._draw()

    def show_span(self, span: tuple[int, int] | None) -> None:
        """Mark the days that the query asks for, both included."""
        self._span = span
        self._region.setVisible(span is not None)
        if span is not None:
            self._region.setRegion((span[0], span[1] + 1))

    def show_coverage(self, runs: list[tuple[int, int]]) -> None:
        self._axis.show_coverage(runs)

    def fit(self) -> None:
        """Show everything."""
        room = max(3.0, (self._last - self._first) * 0.01)
        self._canvas.setXRange(self._first - room, self._last + 1 + room, padding=0)

    @property
    def days(self) -> tuple[float, float]:
        """The days in view."""
        least, most = self._canvas.viewRange()[0]
        return float(least), float(most)

    def show_days(self, first: float, last: float) -> None:
        self._canvas.setXRange(first, last, padding=0)

    def zoom(self, factor: float) -> None:
        """Show ``factor`` times as many days, around the middle."""
        self._canvas.scaleBy(x=factor, y=1)

    def move(self, share: float) -> None:
        """Move by a share of what is in view."""
        least, most = self.days
        self._canvas.translateBy(x=(most - least) * share)

    def keep_in_range(self) -> None:
        self._canvas.enableAutoRange(y=False)

    # Called by the canvas

    def drag_span(self, start: float, end: float, *, finished: bool) -> None:
        first, last = sorted((start, end))
        self.show_span((int(first // 1), int(last // 1)))
        if finished:
            self.span_chosen.emit(day_of(first), day_of(last))

    def open_at(self, place: float) -> None:
        self.day_opened.emit(day_of(place))

    # Drawing

    def _unit_may_change(self) -> None:
        least, most = self.days
        if unit_for(most - least, self.width()) is not self.unit:
            self._draw()
        else:
            self._fit_height()

    def _draw(self) -> None:
        least, most = self.days
        self.unit = unit_for(most - least, self.width())
        for item in self._bars[len(self._parts) :]:
            self.removeItem(item)
        del self._bars[len(self._parts) :]
        self.shown_bars = []
        below: np.ndarray[Any, Any] | None = None
        colours = self._appearance.theme.series
        self.colouring = self.colouring.given(self._parts)
        for place, (label, counts) in enumerate(self._parts.items()):
            bars = gathered(counts, self.unit, self._first, self._last)
            self.shown_bars.append((label, bars))
            base = np.zeros(len(bars.counts)) if below is None else below
            below = base + bars.counts
            looks = drawn(bars, base, self.colouring.colour(colours, label))
            if place < len(self._bars):
                self._bars[place].setOpts(**looks)
            else:
                self._bars.append(pg.BarGraphItem(**looks))
                self.addItem(self._bars[-1])
        self._fit_height()
        self.drawn.emit()

    def heights(self) -> np.ndarray[Any, Any]:
        """Return the height of each whole bar: the sum of its parts."""
        heights = [bars.counts for _, bars in self.shown_bars]
        return np.sum(heights, axis=0) if heights else np.zeros(0, dtype=np.int64)

    def _fit_height(self) -> None:
        heights = self.heights()
        if not len(heights):
            self._canvas.setYRange(0, 1, padding=0)
            return
        bars = self.shown_bars[0][1]
        least, most = self.days
        seen = heights[(bars.ends > least) & (bars.starts < most)]
        tallest = float(seen.max()) if len(seen) else 1.0
        self._canvas.setYRange(0, max(1.0, tallest * 1.06), padding=0)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.setBackground(theme.colour("pane"))
        self._axis.setTextPen(QPen(theme.colour("faint")))
        self._axis.setPen(QPen(theme.colour("line")))
        font = self.font()
        font.setPixelSize(11)
        self._axis.setTickFont(font)
        ground = QColor(theme.colour("accent"))
        ground.setAlpha(34)
        self._region.setBrush(QBrush(ground))
        for line in self._region.lines:
            line.setPen(QPen(theme.colour("accent"), 0))
        self._draw()

    def bar_in_words(self, place: float) -> str:
        """Say the bar at ``place``: its days and its counts by part."""
        if not self.shown_bars:
            return ""
        bars = self.shown_bars[0][1]
        at = int(np.searchsorted(bars.starts, place, side="right")) - 1
        if not 0 <= at < len(bars.starts) or place >= bars.ends[at]:
            return ""
        total = int(self.heights()[at])
        said = counted(total, "{n} dispatch", "{n} dispatches")
        lines = [f"{period(bars, at)}: {said}"]
        if len(self.shown_bars) > 1:
            lines += [
                f"{label} {int(b.counts[at])}" for label, b in self.shown_bars if b.counts[at]
            ]
        return "\n".join(lines)

    # Qt's own names

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            place = self._canvas.mapSceneToView(QPointF(event.pos())).x()  # type: ignore[attr-defined]
            text = self.bar_in_words(place)
            QToolTip.showText(event.globalPos(), text, self)  # type: ignore[attr-defined]
            return True
        return bool(super().viewportEvent(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Left: lambda: self.move(-0.2),
            Qt.Key.Key_Right: lambda: self.move(0.2),
            Qt.Key.Key_Plus: lambda: self.zoom(0.6),
            Qt.Key.Key_Equal: lambda: self.zoom(0.6),
            Qt.Key.Key_Minus: lambda: self.zoom(1.7),
            Qt.Key.Key_Home: self.fit,
        }
        act = keys.get(Qt.Key(event.key()))
        if act is None:
            event.ignore()
        else:
            act()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_bars"):
            self._unit_may_change()

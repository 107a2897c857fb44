"""The timeline as a picture: the bars of a result, which with the undated are its count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor

from desktop_app.jobs import Job
from desktop_app.query.result import DayCounts
from ui.language import number, say
from ui.printing.caption import Caption
from ui.printing.paper import Paper
from ui.timeline.bins import Bars, day_of, gathered, number_of, unit_for
from ui.timeline.colouring import Colouring
from ui.timeline.ticks import label, ticks

LEFT, BELOW, LEGEND = 44.0, 40.0, 24.0


@dataclass(frozen=True, slots=True)
class BarsSheet:
    """Bars by day to year, stacked by ``parts``; the line below shows the days held."""

    caption: Caption
    parts: Mapping[str, DayCounts]
    named: Mapping[str, str]
    covered: tuple[tuple[int, int], ...] = ()
    colouring: Colouring = field(default_factory=Colouring)
    landscape: bool = True

    @property
    def size(self) -> QSizeF:
        return QSizeF(1120, 560)

    def draw(self, paper: Paper, job: Job) -> None:
        left = paper.write_caption(paper.body, self.caption)
        self._legend(paper, left)
        span = _span(self.parts)
        if span is None:
            paper.write(left.adjusted(0, LEGEND, 0, 0), say("no bars"), 12, "soft")
            return
        plot = left.adjusted(LEFT, LEGEND + 8, 0, -BELOW)
        plot.setHeight(min(plot.height(), plot.width() * 0.42))
        first, last = span
        unit = unit_for(last + 1 - first, plot.width())
        bars = {name: gathered(part, unit, first, last) for name, part in self.parts.items()}
        self._draw_bars(paper, plot, bars)

    def _draw_bars(self, paper: Paper, plot: QRectF, bars: Mapping[str, Bars]) -> None:
        some = next(iter(bars.values()))
        least, most = int(some.starts[0]), int(some.ends[-1])
        across = plot.width() / (most - least)
        base = np.zeros(len(some.counts), dtype=np.int64)
        tallest = max(1, int(np.sum([part.counts for part in bars.values()], axis=0).max()))
        up = plot.height() / tallest
        painter, theme = paper.painter, paper.theme
        painter.setPen(theme.colour("line"))
        for share in (0.0, 0.5, 1.0):
            value = round(tallest * share)
            y = plot.bottom() - value * up
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            box = QRectF(plot.left() - LEFT, y - 8, LEFT - 8, 16)
            paper.write(box, number(value), 10, "soft", Qt.AlignmentFlag.AlignRight)
            painter.setPen(theme.colour("line"))
        painter.setPen(Qt.PenStyle.NoPen)
        for name, part in bars.items():
            painter.setBrush(QColor(self.colouring.colour(theme.series, name)))
            for at in np.flatnonzero(part.counts):
                wide = (part.ends[at] - part.starts[at]) * across
                x = plot.left() + (part.starts[at] - least) * across + wide * 0.08
                y = plot.bottom() - (base[at] + part.counts[at]) * up
                painter.drawRect(QRectF(x, y, wide * 0.84, part.counts[at] * up))
            base = base + part.counts
        self._draw_days(paper, plot, least, most, across)

    def _draw_days(self, paper: Paper, plot: QRectF, least: int, most: int, across: float) -> None:
        paper.painter.setBrush(paper.theme.colour("sure"))
        for start, end in self.covered:
            first, last = max(start, least), min(end, most)
            if first < last:
                x = plot.left() + (first - least) * across
                paper.painter.drawRect(
                    QRectF(x, plot.bottom() + 3, max(0.5, (last - first) * across), 2.5)
                )
        spacing, days = ticks(least, most, plot.width())
        for day in days:
            x = plot.left() + (day - least) * across
            box = QRectF(x - 40, plot.bottom() + 10, 80, 16)
            if box.left() >= plot.left() - LEFT and box.right() <= plot.right() + 24:
                said = label(day_of(float(day)), spacing)
                paper.write(box, said, 10, "soft", Qt.AlignmentFlag.AlignHCenter)

    def _legend(self, paper: Paper, area: QRectF) -> None:
        x = area.left() + LEFT
        for name in self.parts:
            said = self.named.get(name, name)
            if not said:
                continue
            paper.painter.setPen(Qt.PenStyle.NoPen)
            paper.painter.setBrush(QColor(self.colouring.colour(paper.theme.series, name)))
            paper.painter.drawRect(QRectF(x, area.top() + 3, 9, 9))
            paper.write(QRectF(x + 14, area.top(), 300, 16), said, 11, "soft")
            x += 14 + paper.painter.fontMetrics().horizontalAdvance(said) + 16


def _span(parts: Mapping[str, DayCounts]) -> tuple[int, int] | None:
    spans = [span for part in parts.values() if (span := part.span()) is not None]
    if not spans:
        return None
    return number_of(min(first for first, _ in spans)), number_of(max(last for _, last in spans))

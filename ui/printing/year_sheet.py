"""A calendar year as a picture: twelve months, each day with its count and its heat."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor

from desktop_app.jobs import Job
from desktop_app.query.result import DayCounts
from ui.calendar.heat import Heat
from ui.language import month_name, number, weekday_letters
from ui.printing.caption import Caption
from ui.printing.paper import Paper

ACROSS, DOWN = 4, 3
GAP = 22.0
HEAD = 36.0  # of a month: its name and the letters of the week


@dataclass(frozen=True, slots=True)
class YearSheet:
    """The days of one year, by the counts of a result."""

    caption: Caption
    year: int
    counts: DayCounts
    landscape: bool = True

    @property
    def size(self) -> QSizeF:
        return QSizeF(1120, 860)

    def draw(self, paper: Paper, job: Job) -> None:
        left = paper.write_caption(paper.body, self.caption)
        heat = Heat.of(self.counts)
        wide = (left.width() - GAP * (ACROSS - 1)) / ACROSS
        high = (left.height() - GAP * (DOWN - 1)) / DOWN
        for month in range(1, 13):
            row, column = divmod(month - 1, ACROSS)
            area = QRectF(
                left.left() + column * (wide + GAP), left.top() + row * (high + GAP), wide, high
            )
            self._draw_month(paper, area, month, heat)

    def _draw_month(self, paper: Paper, area: QRectF, month: int, heat: Heat) -> None:
        first = date(self.year, month, 1)
        total = sum(
            count
            for day, count in self.counts.items()
            if (day.year, day.month) == (self.year, month)
        )
        paper.write(area, month_name(first).upper(), 10, "soft", bold=True)
        right = Qt.AlignmentFlag.AlignRight
        paper.write(area, number(total) if total else "", 10, "faint", right)
        wide, high = area.width() / 7, (area.height() - HEAD) / 6
        middle = Qt.AlignmentFlag.AlignCenter
        for place, letter in enumerate(weekday_letters()):
            box = QRectF(area.left() + place * wide, area.top() + 17, wide, 14)
            paper.write(box, letter, 9, "faint", middle)
        begins, length = first.weekday(), calendar.monthrange(self.year, month)[1]
        for number_of_day in range(1, length + 1):
            row, column = divmod(begins + number_of_day - 1, 7)
            box = QRectF(
                area.left() + column * wide, area.top() + HEAD + row * high, wide, high
            ).adjusted(1, 1, -1, -1)
            count = self.counts.get(date(self.year, month, number_of_day), 0)
            self._draw_day(paper, box, number_of_day, count, heat.step(count))

    def _draw_day(self, paper: Paper, box: QRectF, day: int, count: int, step: int) -> None:
        painter, theme = paper.painter, paper.theme
        middle = Qt.AlignmentFlag.AlignCenter
        if not count:
            paper.write(box, str(day), 9, "faint", middle)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.heat_colour(step))
        painter.drawRoundedRect(box, 3, 3)
        ink: QColor = theme.on_heat(step)
        upper, lower = (
            box.adjusted(0, 0, 0, -box.height() * 0.42),
            box.adjusted(0, box.height() * 0.5, 0, 0),
        )
        for area, text, size, bold in (
            (upper, str(day), 10, True),
            (lower, number(count), 8, False),
        ):
            painter.setFont(paper.font(size, bold=bold))
            painter.setPen(ink)
            painter.drawText(area, int(middle), text)

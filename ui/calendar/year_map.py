"""A year at a glance: one small square a day, a column a week, painted as one image."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.query.result import Result
from ui.calendar.heat import Heat
from ui.language import counted, long_day, month_name, say
from ui.state import empty_result
from ui.theme import Appearance

WEEKS = 54  # a leap year that begins on a Sunday touches 54


class YearMap(QWidget):
    """Shows every day of a year; a click shows its month."""

    day_pointed = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = date.today().year
        self._result: Result = empty_result()
        self._heat = Heat()
        self._image: QImage | None = None
        self._appearance = appearance
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(WEEKS * 3)
        self.setFixedHeight(7 * 5 + 2)
        self.setAccessibleName(say("Year at a glance"))
        appearance.changed.connect(self._repaint)

    def show_year(self, year: int) -> None:
        self.year = year
        self._repaint()

    def show_result(self, result: Result) -> None:
        self._result = result
        self._heat = Heat.of(result.around)
        self._repaint()

    def _repaint(self) -> None:
        self._image = None
        self.setAccessibleDescription(self._in_words())
        self.update()

    def _in_words(self) -> str:
        """Say the year by months, for those who cannot see the squares."""
        months = [0] * 13
        for day, count in self._days():
            months[day.month] += count
        return f"{self.year}: " + ", ".join(
            f"{month_name(date(self.year, month, 1))} {count}"
            for month, count in enumerate(months)
            if count
        )

    def _days(self) -> list[tuple[date, int]]:
        first = date(self.year, 1, 1)
        length = 366 if calendar.isleap(self.year) else 365
        days = (first + timedelta(days=place) for place in range(length))
        return [(day, self._result.around.get(day, 0)) for day in days]

    def _painted(self) -> QImage:
        """Return the year as an image of one pixel a day."""
        image = QImage(WEEKS, 7, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        colours = [QColor(colour).rgba() for colour in self._appearance.theme.heat]
        for day, count in self._days():
            column, row = self._place(day)
            image.setPixel(column, row, colours[self._heat.step(count)])
        return image

    def _place(self, day: date) -> tuple[int, int]:
        first = date(self.year, 1, 1)
        place = (day - first).days + first.weekday()
        return place // 7, place % 7

    @property
    def _cell(self) -> float:
        return min(5.0, self.width() / WEEKS)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day under ``point``; None outside the year."""
        first = date(self.year, 1, 1)
        place = int(point.x() / self._cell) * 7 + min(6, int(point.y() / 5)) - first.weekday()
        length = 366 if calendar.isleap(self.year) else 365
        return first + timedelta(days=place) if 0 <= place < length else None

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            self._image = self._painted()
        painter = QPainter(self)
        area = QRect(0, 0, round(self._cell * WEEKS), 35)
        painter.drawImage(area, self._image)
        gap = QPen(self._appearance.theme.colour("ground"), 1)
        painter.setPen(gap)
        for column in range(WEEKS + 1):
            x = round(column * self._cell)
            painter.drawLine(x, 0, x, 35)
        for row in range(8):
            painter.drawLine(0, row * 5, area.width(), row * 5)
        if self.hasFocus():
            painter.setPen(QPen(self._appearance.theme.colour("accent"), 1))
            painter.drawRect(area.adjusted(0, 0, -1, 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.day_pointed.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.day_pointed.emit(date(self.year + steps[Qt.Key(event.key())], 1, 1))
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            if day is not None:
                count = self._result.around.get(day, 0)
                said = counted(count, "{n} dispatch", "{n} dispatches")
                QToolTip.showText(event.globalPos(), f"{long_day(day)}: {said}", self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(WEEKS * 4, 37)

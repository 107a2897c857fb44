"""A small chart: in how many dispatches of each year, or month, a person is; a bar can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.language import counted, number, say, written
from ui.theme import Appearance, figures

HEIGHT, FOOT, GAP = 92, 18, 2
WIDEST = 34


FEW_YEARS = 3  # of so many, months say more than years do


@dataclass(frozen=True, slots=True)
class Bar:
    """A year or a month: its first and last day, what stands under it, and how many."""

    first: date
    last: date
    label: str
    said: str
    count: int


class PeriodBars(QWidget):
    """Draws a bar a year or a month; a click, or Enter on the bar stood on, wants its days."""

    period_wanted = Signal(date, date)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.bars: tuple[Bar, ...] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(HEIGHT)
        self.setMaximumHeight(HEIGHT)
        appearance.changed.connect(self.update)

    def show_counts(self, by_year: Mapping[str, int], by_month: Mapping[str, int]) -> None:
        """Show these counts; years, or months, without any keep their place."""
        years = [int(year) for year in by_year]
        few = bool(years) and max(years) - min(years) < FEW_YEARS
        name = say("Dispatches by month") if few else say("Dispatches by year")
        self.setAccessibleName(name)
        self.bars = months(by_month) if few else years_of(by_year)
        self._at = max((at for at, bar in enumerate(self.bars) if bar.count), default=-1)
        self.setVisible(bool(self.bars))
        self.setAccessibleDescription(self.in_words())
        self.update()

    def in_words(self) -> str:
        """Say the chart in a sentence, for screen readers."""
        told = [f"{bar.said}: {number(bar.count)}" for bar in self.bars if bar.count]
        return ", ".join(told)

    def _bar(self, place: int) -> QRectF:
        """Return the whole column of one bar, from top to foot."""
        width = min(WIDEST, self.width() / max(1, len(self.bars)))
        return QRectF(place * width, 0, width, self.height() - FOOT)

    def _place(self, at: QPointF) -> int | None:
        for place in range(len(self.bars)):
            if self._bar(place).left() <= at.x() < self._bar(place).right():
                return place
        return None

    def _want(self, place: int | None) -> None:
        if place is not None and 0 <= place < len(self.bars) and self.bars[place].count:
            self._at = place
            self.update()
            self.period_wanted.emit(self.bars[place].first, self.bars[place].last)

    # Qt's own names

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        font = figures(QFont(self.font()))
        font.setPixelSize(11)
        painter.setFont(font)
        tallest = max((bar.count for bar in self.bars), default=1) or 1
        room = painter.fontMetrics().horizontalAdvance("0000") + 6
        written_to = -1.0
        for place, bar in enumerate(self.bars):
            column = self._bar(place)
            standing = self.hasFocus() and place == self._at
            height = max(2.0, (column.height() - 16) * bar.count / tallest) if bar.count else 0.0
            drawn = QRectF(column.left(), column.bottom() - height, column.width() - GAP, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if standing else "principal"))
            painter.drawRect(drawn)
            if standing:
                painter.setPen(theme.colour("accent"))
                painter.drawText(QPointF(drawn.left(), drawn.top() - 3), number(bar.count))
            if column.left() >= written_to and column.left() + room <= self.width() + room / 2:
                painter.setPen(theme.colour("faint"))
                painter.drawText(QPointF(column.left(), self.height() - 4.0), bar.label)
                written_to = column.left() + room
        painter.setPen(theme.colour("line"))
        foot = self.height() - FOOT + 0.5
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._want(self._place(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
        if event.key() in steps and self.bars:
            last = len(self.bars) - 1
            self._at = min(last, max(0, self._at + steps[event.key()]))
            self.setAccessibleDescription(f"{_told(self.bars[self._at])}. {self.in_words()}")
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._want(self._at)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place(QPointF(event.pos()))
            if place is not None:
                QToolTip.showText(event.globalPos(), _told(self.bars[place]), self)
            return True
        return super().event(event)


def years_of(by_year: Mapping[str, int]) -> tuple[Bar, ...]:
    """Return a bar for each year from the first to the last."""
    counts = {int(year): count for year, count in by_year.items()}
    span = range(min(counts), max(counts) + 1) if counts else range(0)
    return tuple(
        Bar(date(year, 1, 1), date(year, 12, 31), str(year), str(year), counts.get(year, 0))
        for year in span
    )


def months(by_month: Mapping[str, int]) -> tuple[Bar, ...]:
    """Return a bar for each month of the years that there are any in; January says the year."""
    years = [int(month[:4]) for month in by_month]
    bars = []
    for year in range(min(years), max(years) + 1) if years else range(0):
        for month in range(1, 13):
            first = date(year, month, 1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            label = str(year) if month == 1 else written(first, "MMM")
            count = by_month.get(f"{year:04}-{month:02}", 0)
            bars.append(Bar(first, last, label, written(first, "MMMM yyyy"), count))
    return tuple(bars)


def _told(bar: Bar) -> str:
    return f"{bar.said}, {counted(bar.count, '{n} dispatch', '{n} dispatches')}"

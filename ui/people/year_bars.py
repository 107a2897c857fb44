"""A small chart: in how many dispatches of each year a person is; a bar can be asked for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.language import counted, number, say
from ui.theme import Appearance, figures

HEIGHT, FOOT, GAP = 92, 18, 2
WIDEST = 34


class YearBars(QWidget):
    """Draws a bar a year; a click, or Enter on the year stood on, wants that year."""

    year_wanted = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._counts: list[tuple[int, int]] = []
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Dispatches by year"))
        self.setMinimumHeight(HEIGHT)
        self.setMaximumHeight(HEIGHT)
        appearance.changed.connect(self.update)

    def show_years(self, by_year: Mapping[str, int]) -> None:
        """Show these counts; years without any keep their place."""
        years = {int(year): count for year, count in by_year.items()}
        span = range(min(years), max(years) + 1) if years else range(0)
        self._counts = [(year, years.get(year, 0)) for year in span]
        self._at = len(self._counts) - 1
        self.setVisible(bool(years))
        self.setAccessibleDescription(self.in_words())
        self.update()

    def in_words(self) -> str:
        """Say the chart in a sentence, for screen readers."""
        told = [f"{year}: {number(count)}" for year, count in self._counts if count]
        return ", ".join(told)

    def _bar(self, place: int) -> QRectF:
        """Return the whole column of one year, from top to foot."""
        width = min(WIDEST, self.width() / max(1, len(self._counts)))
        return QRectF(place * width, 0, width, self.height() - FOOT)

    def _place(self, at: QPointF) -> int | None:
        for place in range(len(self._counts)):
            if self._bar(place).left() <= at.x() < self._bar(place).right():
                return place
        return None

    def _want(self, place: int | None) -> None:
        if place is not None and 0 <= place < len(self._counts) and self._counts[place][1]:
            self._at = place
            self.update()
            self.year_wanted.emit(self._counts[place][0])

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
        tallest = max((count for _, count in self._counts), default=1) or 1
        room = painter.fontMetrics().horizontalAdvance("0000") + 10
        written_to = -1.0
        for place, (year, count) in enumerate(self._counts):
            column = self._bar(place)
            standing = self.hasFocus() and place == self._at
            height = max(2.0, (column.height() - 16) * count / tallest) if count else 0.0
            bar = QRectF(column.left(), column.bottom() - height, column.width() - GAP, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if standing else "principal"))
            painter.drawRect(bar)
            if standing:
                painter.setPen(theme.colour("accent"))
                painter.drawText(QPointF(bar.left(), bar.top() - 3), number(count))
            if column.left() >= written_to and column.left() + room <= self.width() + room / 2:
                painter.setPen(theme.colour("faint"))
                painter.drawText(QPointF(column.left(), self.height() - 4.0), str(year))
                written_to = column.left() + room
        painter.setPen(theme.colour("line"))
        foot = self.height() - FOOT + 0.5
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._want(self._place(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
        if event.key() in steps and self._counts:
            last = len(self._counts) - 1
            self._at = min(last, max(0, self._at + steps[event.key()]))
            year, count = self._counts[self._at]
            said = counted(count, "{n} dispatch", "{n} dispatches")
            self.setAccessibleDescription(f"{year}, {said}. {self.in_words()}")
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._want(self._at)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place(QPointF(event.pos()))
            if place is not None:
                year, count = self._counts[place]
                said = counted(count, "{n} dispatch", "{n} dispatches")
                QToolTip.showText(event.globalPos(), f"{year}: {said}", self)
            return True
        return super().event(event)

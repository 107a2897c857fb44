"""The month as a grid: a click narrows to a day, keys walk by day, week, month and year."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.calendar.month_model import CHOSEN, COUNT, DAY, STEP, MonthModel
from ui.language import say
from ui.theme import Appearance, figures

ROW = 32


class MonthGrid(QTableView):
    """Shows a month of counts; says which day or span was chosen."""

    day_chosen = Signal(object)
    span_chosen = Signal(object, object)
    dates_cleared = Signal()
    month_shown = Signal(object)

    def __init__(
        self, model: MonthModel, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._days = model
        self._anchor: date | None = None
        self.setModel(model)
        self.setItemDelegate(_DayPainter(appearance, self))
        self.setAccessibleName(say("Month: dispatches per day"))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(ROW)
        heading = self.horizontalHeader()
        heading.setMinimumSectionSize(1)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heading.setSectionsClickable(False)
        heading.setFixedHeight(22)
        heading.setObjectName("weekdays")
        self.setFixedHeight(22 + 6 * ROW + 2)
        appearance.changed.connect(self.viewport().update)

    @property
    def day(self) -> date:
        """The day that the keyboard stands on."""
        return self._days.day_at(self.currentIndex()) or self._days.first

    def go_to(self, day: date) -> None:
        """Stand on ``day``, in its month."""
        if day.replace(day=1) != self._days.first:
            self._days.show_month(day)
            self.month_shown.emit(self._days.first)
        self.setCurrentIndex(self._days.index_of(day))

    def _choose(self, day: date, *, span: bool) -> None:
        if span and self._anchor is not None:
            self.span_chosen.emit(min(day, self._anchor), max(day, self._anchor))
        else:
            self._anchor = day
            self.day_chosen.emit(day)

    # Qt's own names

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._days.day_at(self.indexAt(event.position().toPoint()))
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self.go_to(day)
            self._choose(day, span=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, held = Qt.Key, event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self._choose(self.day, span=shift)
        elif event.key() in (keys.Key_Delete, keys.Key_Backspace):
            self.dates_cleared.emit()
        else:
            control = bool(held & Qt.KeyboardModifier.ControlModifier)
            moved = _walked(self.day, Qt.Key(event.key()), by_year=control or shift)
            if moved is None:
                event.ignore()
                return
            self.go_to(moved)


def _walked(day: date, key: Qt.Key, *, by_year: bool) -> date | None:
    """Return where ``key`` leads from ``day``; None for a key that leads nowhere."""
    steps = {
        Qt.Key.Key_Left: -1,
        Qt.Key.Key_Right: 1,
        Qt.Key.Key_Up: -7,
        Qt.Key.Key_Down: 7,
    }
    months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
    if key in steps:
        return _within(day, steps[key])
    if key in months:
        return months_on(day, months[key] * (12 if by_year else 1))
    if key == Qt.Key.Key_Home:
        return day.replace(day=1)
    if key == Qt.Key.Key_End:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return None


def _within(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def months_on(day: date, months: int) -> date:
    """Return the same day ``months`` on, or the last of that month; years 1 to 9999."""
    place = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(place, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


class _DayPainter(QStyledItemDelegate):
    """Paints a day: its heat, its number, its count, and whether it is chosen."""

    def __init__(self, appearance: Appearance, parent: MonthGrid) -> None:
        super().__init__(parent)
        self._grid = parent
        self._appearance = appearance

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        day = index.data(DAY)
        if day is None:
            return
        theme, step, count = self._appearance.theme, index.data(STEP), index.data(COUNT)
        cell: QRect = option.rect
        box = QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.heat_colour(step) if count else theme.colour("ground"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        standing = self._grid.hasFocus() and index == self._grid.currentIndex()
        if index.data(CHOSEN) or standing:
            painter.setPen(QPen(theme.colour("accent" if standing else "ink"), 1.6))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.on_heat(step) if count else theme.colour("faint"))
        _write(painter, cell, str(day.day), str(count) if count else "")
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(30, ROW)


def _write(painter: QPainter, cell: QRect, number: str, count: str) -> None:
    middle = Qt.AlignmentFlag.AlignHCenter
    font = figures(QFont(painter.font()))
    font.setPixelSize(13 if cell.width() >= 30 else 11)
    painter.setFont(font)
    if not count:
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), number)
        return
    top = QRect(cell.x(), cell.y() + 3, cell.width(), 16)
    painter.drawText(top, int(middle | Qt.AlignmentFlag.AlignVCenter), number)
    font.setPixelSize(10)
    painter.setFont(font)
    below = QRect(cell.x(), cell.y() + 17, cell.width(), 12)
    painter.drawText(below, int(middle | Qt.AlignmentFlag.AlignVCenter), count)

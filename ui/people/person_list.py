"""The list of a person's page: sections of lines, each with its period and its count."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.language import number, say
from ui.people.person_lines import LINE, PersonLine, PersonLines
from ui.theme import Appearance, figures

ROW, TALL_ROW, HEADING = 24, 40, 34


class PersonList(QListView):
    """Shows the lines; Enter or a click wants what a line opens."""

    wanted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("personList")
        self.lines = PersonLines(self)
        self.setModel(self.lines)
        self.setItemDelegate(_LinePainter(appearance, self))
        self.setAccessibleName(say("What the archive says of the person"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        appearance.changed.connect(self.viewport().update)

    def choose(self, place: int) -> None:
        """Do what a click on line ``place`` does."""
        line = self.lines.lines[place]
        if line.is_more:
            self.lines.toggle(line.section)
            self.setCurrentIndex(self.lines.index(min(place, self.lines.rowCount() - 1)))
        elif line.opens is not None:
            self.wanted.emit(line.opens)

    # Qt's own names

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.choose(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.choose(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class _LinePainter(QStyledItemDelegate):
    """Paints a heading, or a line: what it says, a note under it or beside it, its count."""

    def __init__(self, appearance: Appearance, parent: PersonList) -> None:
        super().__init__(parent)
        self._view = parent
        self._appearance = appearance

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: PersonLine = index.data(LINE)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if line.is_heading:
            self._paint_heading(painter, area, line)
        else:
            standing = self._view.hasFocus() and index == self._view.currentIndex()
            hovered = bool(state & QStyle.StateFlag.State_MouseOver) and bool(
                line.opens or line.is_more
            )
            if standing or hovered:
                ground = "accent_ground" if standing else "hover"
                painter.fillRect(area, self._appearance.theme.colour(ground))
            self._paint_line(painter, area, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, line: PersonLine) -> None:
        font = QFont(self._view.font())
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(self._appearance.theme.colour("soft"))
        text = area.adjusted(4, 10, -4, 0)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), line.text.upper())

    def _paint_line(self, painter: QPainter, area: QRect, line: PersonLine) -> None:
        theme = self._appearance.theme
        text = area.adjusted(4, 0, -8, 0)
        font = figures(QFont(self._view.font()))
        font.setPixelSize(12 if line.is_more else 13)
        painter.setFont(font)
        count = "" if line.count is None else number(line.count)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("faint"))
        painter.drawText(text, int(middle | Qt.AlignmentFlag.AlignRight), count)
        text.setRight(text.right() - painter.fontMetrics().horizontalAdvance(count) - 12)
        tall = area.height() > ROW
        upper = QRect(text.x(), text.y() + 3, text.width(), 18) if tall else text
        painter.setPen(theme.colour("soft" if line.is_more else "ink"))
        _write(painter, upper, line.text)
        if line.note:
            font.setPixelSize(11)
            painter.setFont(font)
            painter.setPen(theme.colour("faint"))
            _write(painter, QRect(text.x(), upper.bottom() - 1, text.width(), 17), line.note)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: PersonLine = index.data(LINE)
        tall = TALL_ROW if line.note else ROW
        return QSize(60, HEADING if line.is_heading else tall)


def _write(painter: QPainter, area: QRect, text: str) -> None:
    metrics: QFontMetrics = painter.fontMetrics()
    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), said)

"""Paints one cell of the list: a line of text on paper, a rule under it, marks as words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop_app.model.article_row import ArticleRow
from ui.article_list.columns import COLUMNS, MARKS, TITLE, marks
from ui.article_list.rows_model import RowsModel
from ui.theme import Appearance, figures

PADDING = 8
SELECTED = QStyle.StateFlag.State_Selected
# As numbers: putting flags together costs as much as painting with them.
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
DOT = 12  # the room of a tag that has no room for its name


class RowPainter(QStyledItemDelegate):
    """Paints rows; the fonts are made once, not for each cell."""

    def __init__(self, appearance: Appearance, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self._appearance = appearance
        self._fonts: dict[tuple[str, bool, bool], tuple[QFont, QFontMetrics]] = {}
        self.tag_colour: Callable[[str], str] = lambda _: ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._appearance.theme
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        column = COLUMNS[index.column()]
        painter.save()
        if state & SELECTED:
            painter.fillRect(area, theme.colour("accent_ground"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        standing = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        if standing and self._is_first_shown(index.column()):
            painter.fillRect(QRect(area.x(), area.y(), 3, area.height()), theme.colour("accent"))
        row = self._rows().row_at(index.row())
        if row is not None:
            inner = area.adjusted(PADDING, 0, -PADDING, -1)
            if column.name == "marks":
                self._paint_marks(painter, inner, row)
            elif column.name == "starred":
                self._paint_star(painter, area, row)
            else:
                if index.column() == TITLE:
                    self._paint_at_the_end(painter, inner, row)
                font, metrics = self._font(column.name, heavy=row.unread)
                painter.setFont(font)
                known = row.has_text and row.title and row.unread
                pale = column.name == "title" and not known
                painter.setPen(theme.colour("soft" if pale else column.token))
                text = column.text(row)
                elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
                painter.drawText(inner, RIGHT if column.right else LEFT, elided)
        painter.restore()

    def _rows(self) -> RowsModel:
        model = self._view.model()
        assert isinstance(model, RowsModel)  # whoever paints its rows is a `RowTable`
        return model

    def _is_first_shown(self, column: int) -> bool:
        return self._view.horizontalHeader().visualIndex(column) == 0

    def _font(self, name: str, *, heavy: bool) -> tuple[QFont, QFontMetrics]:
        base, title = self._view.font(), name == "title"
        known = self._fonts.get((base.key(), title, heavy))
        if known is None:
            font = figures(base)
            font.setPixelSize(13 if title else 12)
            if title:
                # A little heavier, not bold: of a new archive everything is unread.
                font.setWeight(QFont.Weight.Medium if heavy else QFont.Weight.Normal)
            known = self._fonts[base.key(), title, heavy] = font, QFontMetrics(font)
        return known

    def _paint_star(self, painter: QPainter, area: QRect, row: ArticleRow) -> None:
        if row.starred:
            place = QRect(area.center().x() - 7, area.center().y() - 7, 14, 14)
            self._appearance.icon("star_full", "accent").paint(painter, place)

    def _paint_at_the_end(self, painter: QPainter, area: QRect, row: ArticleRow) -> None:
        """Paint what stands behind a title, and leave ``area`` to the title."""
        least = area.left() + area.width() // 2
        if self._view.isColumnHidden(MARKS):
            area.setRight(self._paint_words(painter, area, least, row))
        area.setRight(self._paint_tags(painter, area, least, row))

    def _paint_words(self, painter: QPainter, area: QRect, least: int, row: ArticleRow) -> int:
        """Paint the marks from the right, as long as ``least`` allows; return what is left."""
        right = area.right()
        words = marks(row)
        if words:
            painter.setFont(_small(self._view.font()))
            metrics = painter.fontMetrics()
        for word, token in reversed(words):
            left = right - metrics.horizontalAdvance(word)
            if left < least:
                break
            painter.setPen(self._appearance.theme.colour(token))
            painter.drawText(QRect(left, area.top(), right - left + 1, area.height()), LEFT, word)
            right = left - PADDING
        return right

    def _paint_tags(self, painter: QPainter, area: QRect, least: int, row: ArticleRow) -> int:
        """Paint the tags at the end of the title, from ``least`` at most; return what is left.

        Where there is no room for a name its colour stands alone.
        """
        right = area.right()
        if not row.tags:
            return right
        painter.save()
        painter.setFont(_small(self._view.font()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        for tag in reversed(row.tags):
            width = painter.fontMetrics().horizontalAdvance(tag) + 24
            named = right - width >= least
            if not named and right - DOT < least:
                break
            chip = QRect(right - (width if named else DOT), area.center().y() - 8, width, 17)
            if named:
                painter.setPen(theme.colour("line"))
                painter.setBrush(theme.colour("pane"))
                painter.drawRoundedRect(chip, 8, 8)
                painter.setPen(theme.colour("soft"))
                name = chip.adjusted(17, 0, 0, 0)
                painter.drawText(name, LEFT, tag)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.tag_colour(tag) or theme.colours["faint"]))
            painter.drawEllipse(chip.left() + (7 if named else 3), chip.center().y() - 3, 7, 7)
            right = chip.left() - (4 if named else 0)
        painter.restore()
        return right - 4

    def _paint_marks(self, painter: QPainter, area: QRect, row: ArticleRow) -> None:
        painter.setFont(_small(self._view.font()))
        for word, token in marks(row):
            if area.width() < 16:
                return
            painter.setPen(self._appearance.theme.colour(token))
            metrics = painter.fontMetrics()
            elided = metrics.elidedText(word, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, LEFT, elided)
            area.setLeft(area.left() + metrics.horizontalAdvance(elided) + 8)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(COLUMNS[index.column()].width, self._appearance.row_height)


def _small(base: QFont) -> QFont:
    font = figures(base)
    font.setPixelSize(11)
    return font

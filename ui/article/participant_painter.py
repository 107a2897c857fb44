"""Paints the participant table: a side's heading with its tint, or one cell of a participant."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.model.participant import DOUBTFUL_BELOW, Participant, Role
from ui.article.participant_model import LINE, ParticipantLine
from ui.article.sides import SURE_FROM, certainty_word
from ui.kinds import role_name
from ui.theme import Appearance, figures

ROW, HEADING = 26, 34
NUMBER = 26
GAP = 10  # pixels between two columns
BAR, TICK = 26, 14  # what stands for a sure row, and for one that the user vouches for


def widths(rows: list[Participant], font: QFont, room: int) -> tuple[int, ...]:
    """Return how wide each column is: the title has all that the others do not need.

    Of a narrow table names give way too, but keep three tenths of it.
    """
    names = _metrics(font, 13, QFont.Weight.DemiBold)
    roles, marks = _metrics(font, 12), _metrics(font, 11)
    name = max((names.horizontalAdvance(row.name) for row in rows), default=60) + GAP + 4
    role = max((roles.horizontalAdvance(role_name(str(row.role))) for row in rows), default=40)
    mark = max((_mark_width(row, marks) for row in rows), default=BAR) + 4
    name, role = min(name, max(90, room * 3 // 10)), role + GAP + 4
    return NUMBER, name, max(60, room - NUMBER - name - role - mark), role, mark


def _mark_width(row: Participant, metrics: QFontMetrics) -> int:
    if row.confirmed or row.by_user:
        return TICK
    if row.certainty >= SURE_FROM:
        return BAR
    return metrics.horizontalAdvance(certainty_word(row.certainty))


def _metrics(base: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetrics:
    font = figures(base)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return QFontMetrics(font)


class LinePainter(QStyledItemDelegate):
    """Paints a side's heading with its tint, or one cell of a participant."""

    def __init__(self, appearance: Appearance, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self._appearance = appearance

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: ParticipantLine = index.data(LINE)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.row is None:
            self._paint_heading(painter, area, line)
        else:
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, self._appearance.theme.colour(f"{line.tint}_ground"))
            self._paint_cell(painter, area, line, index.column())
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, line: ParticipantLine) -> None:
        theme = self._appearance.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(line.side.tint))
        middle = area.bottom() - 12
        painter.drawRoundedRect(QRectF(area.x() + 1, middle - 5, 9, 9), 2, 2)
        text = QRect(area.x() + 18, middle - 11, area.width() - 18, 22)
        font = QFont(self._view.font())
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        at = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(text, at, line.side.name)
        text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(line.side.name) + 10)
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.colour("faint"))
        note = " · ".join(part for part in (line.side.note(), line.event) if part)
        painter.drawText(
            text,
            at,
            painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, text.width()),
        )

    def _paint_cell(
        self, painter: QPainter, area: QRect, line: ParticipantLine, column: int
    ) -> None:
        theme, row = self._appearance.theme, line.row
        if row is None:
            return
        if column == 4:
            if row.confirmed or row.by_user:
                self._paint_own(painter, area, row)
            else:
                self._paint_certainty(painter, area, row.certainty)
            return
        font = figures(self._view.font())
        font.setPixelSize(12)
        inner = area.adjusted(0, 0, -GAP, 0)
        side = Qt.AlignmentFlag.AlignLeft
        texts = (str(line.number), row.name, row.title, role_name(str(row.role)))
        if column == 0:
            side = Qt.AlignmentFlag.AlignRight
        if column == 1:
            font.setPixelSize(13)
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        token = "ink" if column == 1 else "soft"
        if column == 3 and line.tint == "principal":
            token = "principal"
        painter.setPen(theme.colour(token))
        elided = painter.fontMetrics().elidedText(
            texts[column], Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), elided)

    def _paint_own(self, painter: QPainter, area: QRect, row: Participant) -> None:
        """Paint the mark of what the user vouches for: a tick, or a pencil for a correction."""
        token = "sure" if row.confirmed else "accent"
        icon = self._appearance.icon("check" if row.confirmed else "edit", token)
        icon.paint(painter, QRect(area.x(), area.center().y() - 7, TICK, TICK))

    def _paint_certainty(self, painter: QPainter, area: QRect, certainty: float) -> None:
        """Paint a bar for who is sure, a word for who is not."""
        theme = self._appearance.theme
        if certainty < SURE_FROM:
            font = QFont(self._view.font())
            font.setPixelSize(11)
            painter.setFont(font)
            painter.setPen(theme.colour("unsure" if certainty < DOUBTFUL_BELOW else "faint"))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), certainty_word(certainty))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(area.x(), area.center().y() - 1, BAR, 4)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(theme.colour("sure"))
        track.setWidth(max(4.0, BAR * min(1.0, certainty)))
        painter.drawRoundedRect(track, 2, 2)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        if index.column() != 3:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for role in Role:
            box.addItem(role_name(str(role)), str(role))
        box.activated.connect(lambda _: self._chosen(box))
        return box

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        # All of the cell: else what is being changed looks out from behind the line.
        area: QRect = option.rect
        editor.setGeometry(area)

    def _chosen(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: ParticipantLine = index.data(LINE)
        width = self._view.columnWidth(index.column())
        return QSize(width, HEADING if line.row is None else ROW)

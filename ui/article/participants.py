"""The participant tables under the text; a click lights the sentence."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.model.article import Article
from desktop_app.model.participant import DOUBTFUL_BELOW, Participant, Role
from ui.article.participant_model import LINE, ParticipantLine, ParticipantModel, sure_words
from ui.article.sides import SURE_FROM, certainty_word
from ui.kinds import role_name
from ui.language import say
from ui.theme import Appearance, figures

ROW, HEADING = 26, 34
WIDTHS = (26, 142, 200, 88, 92)
SURE_WIDTH = 40  # where every row is sure, the bar alone says so
WORD_WIDTH = 62  # where one is not, a word stands in place of its bar: titles need the room


class Participants(QTableView):
    """Shows one table a side; says which person was chosen."""

    person_chosen = Signal(object)
    menu_wanted = Signal(QPoint)
    cell_edited = Signal(object, object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("participants")
        self.lines = ParticipantModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_LinePainter(appearance, self))
        self.setAccessibleName(say("Participants"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.lines.edited.connect(self.cell_edited)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().hide()
        heading = self.horizontalHeader()
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        heading.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        appearance.changed.connect(self.viewport().update)

    def show_article(self, article: Article | None, *, editable: bool = False) -> None:
        """Show who took part in ``article``; the row that was stood on is stood on again."""
        stood, column = self.chosen(), self.currentIndex().column()
        self.lines.editable = editable
        self.lines.show(article)
        again = None if stood is None else self.lines.place_of_key(stood.key)
        if again is not None:
            self.setCurrentIndex(self.lines.index(again, max(column, 1)))
        rows = [line.row for line in self.lines.lines if line.row is not None]
        told = any(row.confirmed or row.by_user for row in rows)
        unsure = any(row.certainty < SURE_FROM for row in rows)
        self.setColumnWidth(4, WIDTHS[4] if told else WORD_WIDTH if unsure else SURE_WIDTH)
        self.clearSpans()
        for place in self.lines.headings():
            self.setSpan(place, 0, 1, len(WIDTHS))
            self.setRowHeight(place, HEADING)

    def choose(self, row: Participant) -> None:
        """Stand on ``row``, as if it had been clicked."""
        place = self.lines.place_of(row)
        if place is not None:
            self.setCurrentIndex(self.lines.index(place, 1))
            self.scrollTo(self.currentIndex())

    def step(self, by: int) -> None:
        """Stand on the next row, or the one before; headings are passed over."""
        lines, place = self.lines.lines, self.currentIndex().row() + by
        while 0 <= place < len(lines):
            if lines[place].row is not None:
                self.setCurrentIndex(self.lines.index(place, max(self.currentIndex().column(), 1)))
                return
            place += by

    def chosen(self) -> Participant | None:
        """Return the person that the reader stands on."""
        index = self.currentIndex()
        return self.lines.lines[index.row()].row if index.isValid() else None

    # Qt's own names

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        rows = self.selectionModel().selectedRows()
        self.person_chosen.emit(self.lines.lines[rows[0].row()].row if rows else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())


class _LinePainter(QStyledItemDelegate):
    """Paints a side's heading with its tint, or one cell of a participant."""

    def __init__(self, appearance: Appearance, parent: Participants) -> None:
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
        inner = area.adjusted(0, 0, -10, 0)
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
        """Paint the mark of what the user vouches for: a tick, or a word for a correction."""
        token = "sure" if row.confirmed else "accent"
        icon = self._appearance.icon("check" if row.confirmed else "edit", token)
        icon.paint(painter, QRect(area.x(), area.center().y() - 7, 14, 14))
        font = QFont(self._view.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(self._appearance.theme.colour(token))
        at = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area.adjusted(19, 0, 0, 0), at, sure_words(row))

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
        track = QRectF(area.x(), area.center().y() - 1, 26, 4)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(theme.colour("sure"))
        track.setWidth(max(4.0, 26 * min(1.0, certainty)))
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
        return QSize(WIDTHS[index.column()], HEADING if line.row is None else ROW)

"""The participant tables under the text; a click lights the sentence."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop_app.model.article import Article
from desktop_app.model.participant import Participant
from ui.article.participant_model import ParticipantModel
from ui.article.participant_painter import HEADING, ROW, TICK, LinePainter, widths
from ui.language import say
from ui.panes import keep_bar
from ui.theme import Appearance


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
        self.setItemDelegate(LinePainter(appearance, self))
        self.setAccessibleName(say("Participants"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        keep_bar(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.lines.edited.connect(self.cell_edited)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(TICK)
        appearance.changed.connect(self.viewport().update)

    def show_article(self, article: Article | None, *, editable: bool = False) -> None:
        """Show who took part in ``article``; the row that was stood on is stood on again."""
        stood, column = self.chosen(), self.currentIndex().column()
        self.lines.editable = editable
        self.lines.show(article)
        again = None if stood is None else self.lines.place_of_key(stood.key)
        if again is not None:
            self.setCurrentIndex(self.lines.index(again, max(column, 1)))
        self._fit()
        self.clearSpans()
        for place in self.lines.headings():
            self.setSpan(place, 0, 1, self.lines.columnCount())
            self.setRowHeight(place, HEADING)

    def _fit(self) -> None:
        """Let the columns be as wide as what stands in them, and the title have the rest."""
        rows = [line.row for line in self.lines.lines if line.row is not None]
        for column, width in enumerate(widths(rows, self.font(), self.viewport().width())):
            self.setColumnWidth(column, width)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        rows = self.selectionModel().selectedRows()
        self.person_chosen.emit(self.lines.lines[rows[0].row()].row if rows else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

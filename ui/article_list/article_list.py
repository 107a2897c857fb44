"""The list of dispatches: sort, choose columns, select, copy, drag out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QGuiApplication, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop_app.query.arrays import Ids
from desktop_app.query.query import Order
from desktop_app.query.result import Result
from ui.article_list.columns import COLUMNS
from ui.article_list.list_model import ListModel
from ui.article_list.row_table import RowTable
from ui.article_list.rows_model import Index
from ui.state import BrowserState
from ui.theme import Appearance

ADDRESS = next(place for place, column in enumerate(COLUMNS) if column.name == "url")
COPIED_AT_MOST = 100_000  # rows; a clipboard is no place for more, an export is


class ArticleList(RowTable):
    """Shows the result's rows; the current one is the article being read."""

    menu_wanted = Signal(QPoint)
    star_clicked = Signal(int)

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._state = state
        self._showing = False
        self._wanted_top = 0
        self._wanted: tuple[int, ...] = ()
        self.rows = ListModel(state, self)
        self.stand_on(self.rows)
        self.horizontalHeader().sectionClicked.connect(self.sort_by)
        self.columns_changed.connect(self._fit)
        state.result_changed.connect(self._show)
        state.article_chosen.connect(self._follow)
        self._show(state.result)

    # What the state says

    def _show(self, result: Result) -> None:
        """Show ``result``; what is on screen stays where it is when it is still there."""
        top = self.rowAt(0)
        top_id = self.rows.id_at(top) if 0 <= top < self.rows.rowCount() else None
        same = result.query == self.rows.query
        chosen = self._state.selection if same else self._state.selection[:0]
        self._showing = True
        self.rows.show(result)
        self._showing = False
        place = None if self._state.article is None else self.rows.place_of(self._state.article)
        if place is not None:
            self._stand_on(place)
        anchor = None if top_id is None else self.rows.place_of(top_id)
        if anchor is not None and anchor != top:
            self.scrollTo(self.rows.index(anchor, 1), QAbstractItemView.ScrollHint.PositionAtTop)
        if len(chosen) > 1:
            self._select_also(chosen)
        if len(result):
            self._come_back()
        self._tell_selection()

    def _follow(self, article: int | None) -> None:
        place = None if article is None else self.rows.place_of(article)
        if place is not None and place != self.currentIndex().row():
            self._stand_on(place)
            self.scrollTo(self.currentIndex())

    def _stand_on(self, place: int) -> None:
        self._showing = True
        self.setCurrentIndex(self.rows.index(place, self._first_column()))
        self._showing = False

    def _first_column(self) -> int:
        return self.shown_columns()[0]

    def _fit(self) -> None:
        screen = self.viewport().height() // self.verticalHeader().defaultSectionSize() + 2
        self.rows.fit(screen, addresses=not self.isColumnHidden(ADDRESS))

    # What the user does

    def step(self, rows: int) -> bool:
        """Go ``rows`` down (or up); say whether there was a row to go to."""
        place = self.currentIndex().row() + rows if self.currentIndex().isValid() else 0
        if not 0 <= place < self.rows.rowCount():
            return False
        self.setCurrentIndex(self.rows.index(place, self._first_column()))
        return True

    def sort_by(self, place: int) -> None:
        """Sort by a column; again, the other way round."""
        column = COLUMNS[place]
        if not column.sorts:
            return
        order = self._state.query.order
        down = not order.descending if order.column == column.name else column.right
        down = True if column.name == "published" and order.column != "published" else down
        self._state.sort(Order(column.name, down))

    def selected_ids(self) -> Ids:
        """Return the ids of the selected rows, from top to bottom."""
        ranges = sorted((r.top(), r.bottom()) for r in self.selectionModel().selection().toList())
        ids = self._state.result.ids
        parts = [ids[top : bottom + 1] for top, bottom in dict.fromkeys(ranges)]
        return np.concatenate(parts) if parts else ids[:0]

    def selection_as_text(self) -> str:
        """Return the selected rows as tab-separated text, headings first."""
        columns = self.told_columns()
        lines = [[COLUMNS[column].name_in_words for column in columns]]
        wanted = [int(i) for i in self.selected_ids()[:COPIED_AT_MOST]]
        lines.extend(self.rows.texts(wanted, columns))
        return "\n".join("\t".join(_on_one_line(cell) for cell in line) for line in lines)

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        QGuiApplication.clipboard().setText(self.selection_as_text())

    def _tell_selection(self) -> None:
        self._state.select(self.selected_ids())

    # How it is kept and brought back

    def come_back_to(self, place: int, selected: Sequence[int] = ()) -> None:
        """Have ``place`` at the top and ``selected`` chosen when the next result comes."""
        self._wanted_top, self._wanted = place, tuple(selected)

    def _come_back(self) -> None:
        if self._wanted:
            self.selectionModel().clearSelection()
            self._select_also(np.array(self._wanted, dtype=np.int64))
        if self._wanted_top:
            wanted = self.rows.index(min(self._wanted_top, self.rows.rowCount() - 1), 1)
            self.scrollTo(wanted, QAbstractItemView.ScrollHint.PositionAtTop)
        self._wanted_top, self._wanted = 0, ()

    def _select_also(self, ids: Ids) -> None:
        """Select the rows of ``ids`` that are there, beside those selected already."""
        there = np.concatenate(([0], np.isin(self._state.result.ids, ids), [0])).astype(np.int8)
        edges = np.flatnonzero(np.diff(there))
        chosen = QItemSelection()
        for first, end in zip(edges[::2], edges[1::2], strict=True):
            chosen.select(
                self.rows.index(int(first), 0), self.rows.index(int(end) - 1, len(COLUMNS) - 1)
            )
        self._showing = True
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)
        self._showing = False

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._showing:
            self._state.choose(self.rows.id_at(current.row()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._showing:
            self._tell_selection()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and COLUMNS[index.column()].name == "starred":
            self.star_clicked.emit(self.rows.id_at(index.row()))
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def startDrag(self, supported: Qt.DropAction) -> None:
        library = self._state.library
        if library is None or not len(self.selected_ids()):
            return
        # The writer of CSV is not needed before.
        from ui.article_list.dragging import dragged_rows

        drag = QDrag(self)
        drag.setMimeData(dragged_rows(self, library, self._state.query))
        drag.exec(Qt.DropAction.CopyAction)


def _on_one_line(cell: str) -> str:
    return " ".join(cell.split())

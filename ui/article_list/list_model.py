"""The list's model: ids of the result, rows fetched in pages when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.model.article import ArticleRow
from desktop_app.query.query import Order, Query
from desktop_app.query.result import Result
from ui.article_list.columns import COLUMNS
from ui.language import say
from ui.state import BrowserState

Index = QModelIndex | QPersistentModelIndex
PAGE = 64  # a screen or two: a jump with the scroll bar fetches what it shows and little more
PAGES_KEPT = 200
ROW = Qt.ItemDataRole.UserRole


class ListModel(QAbstractTableModel):
    """Rows of the result; no more than a few pages of them are held."""

    def __init__(self, state: BrowserState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._result = state.result
        self._pages: OrderedDict[int, list[ArticleRow | None]] = OrderedDict()

    @property
    def order(self) -> Order:
        return self._result.query.order

    def show(self, result: Result) -> None:
        """Show ``result`` in place of the earlier one."""
        self.beginResetModel()
        self._result = result
        self._pages.clear()
        self.endResetModel()

    @property
    def query(self) -> Query:
        """What the rows on show answer."""
        return self._result.query

    def row_at(self, place: int) -> ArticleRow | None:
        """Return the row at ``place``, fetching its page if need be."""
        page, within = divmod(place, PAGE)
        if page not in self._pages:
            library = self._state.library
            if library is None:
                return None
            ids = [int(i) for i in self._result.ids[page * PAGE : (page + 1) * PAGE]]
            # An article deleted since the result was taken leaves an empty row, no shift.
            found = {row.id: row for row in library.rows(ids)}
            self._pages[page] = [found.get(article) for article in ids]
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        rows = self._pages[page]
        return rows[within] if within < len(rows) else None

    def id_at(self, place: int) -> int:
        return int(self._result.ids[place])

    def place_of(self, article: int) -> int | None:
        """Return where ``article`` stands; None where it is not in the result."""
        places = np.flatnonzero(self._result.ids == article)
        return int(places[0]) if len(places) else None

    def texts(self, ids: Iterable[int], columns: list[int]) -> Iterator[list[str]]:
        """Yield the cells of ``ids`` as shown, page by page."""
        library, wanted = self._state.library, list(ids)
        if library is None:
            return
        for start in range(0, len(wanted), PAGE):
            for row in library.rows(wanted[start : start + PAGE]):
                yield [COLUMNS[column].text(row) for column in columns]

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._result)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            sign = (
                ("↓" if self.order.descending else "↑") if column.name == self.order.column else ""
            )
            return f"{say(column.heading) if column.heading else ''} {sign}".strip()
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return column.name_in_words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED:
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        text = COLUMNS[index.column()].text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{COLUMNS[index.column()].name_in_words}: {text}"
        return text

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", "text/plain"]

    def mimeData(self, indexes: Any) -> QMimeData:
        """Leave it to the view, which knows the columns in their order."""
        return QMimeData()


_ANSWERED = frozenset(
    {
        ROW,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)

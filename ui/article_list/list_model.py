"""The list's model: ids of the result, rows fetched in pages when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator

import numpy as np
from PySide6.QtCore import QModelIndex, QObject

from desktop_app.model.article_row import ArticleRow
from desktop_app.query.query import Query
from desktop_app.query.result import Result
from ui.article_list.columns import COLUMNS
from ui.article_list.rows_model import Index, RowsModel
from ui.state import BrowserState

PAGE = 16  # a jump with the scroll bar fetches what it shows and little more
PAGES_KEPT = 400
COPIED = 256  # rows at once


class ListModel(RowsModel):
    """Rows of the result; no more than a few pages of them are held."""

    def __init__(self, state: BrowserState, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._state = state
        self._result = state.result
        self._pages: OrderedDict[int, list[ArticleRow | None]] = OrderedDict()

    @property
    def sorted_by(self) -> tuple[str, bool]:
        order = self._result.query.order
        return order.column, order.descending

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
        """Yield the cells of ``ids`` as shown, some hundred rows at a time."""
        library, wanted = self._state.library, list(ids)
        if library is None:
            return
        for start in range(0, len(wanted), COPIED):
            for row in library.rows(wanted[start : start + COPIED]):
                yield [COLUMNS[column].text(row) for column in columns]

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._result)

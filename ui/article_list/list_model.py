"""The list's model: ids of the result, rows fetched by the screen when they come into view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from PySide6.QtCore import QModelIndex, QObject

from desktop_app.model.article_row import ArticleRow
from desktop_app.query.query import Query
from desktop_app.query.result import Result
from ui.article_list.columns import COLUMNS
from ui.article_list.rows_model import Index, RowsModel
from ui.state import BrowserState

KEPT = 6_000  # rows
COPIED = 256  # rows at once


class ListModel(RowsModel):
    """Rows of the result; of half a million some thousand are held."""

    def __init__(self, state: BrowserState, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._state = state
        self._result = state.result
        self._held: dict[int, ArticleRow | None] = {}
        self._screen = 32
        self._addresses = False

    @property
    def sorted_by(self) -> tuple[str, bool]:
        order = self._result.query.order
        return order.column, order.descending

    def show(self, result: Result) -> None:
        """Show ``result`` in place of the earlier one."""
        self.beginResetModel()
        self._result = result
        self._held.clear()
        self.endResetModel()

    def fit(self, screen: int, *, addresses: bool) -> None:
        """Fetch ``screen`` rows at once, with their addresses where those are on show."""
        self._screen = screen
        if addresses and not self._addresses:
            self._held.clear()
        self._addresses = addresses

    @property
    def query(self) -> Query:
        """What the rows on show answer."""
        return self._result.query

    def row_at(self, place: int) -> ArticleRow | None:
        """Return the row at ``place``, fetching a screen of rows if need be."""
        if place not in self._held:
            self._fetch(place)
        return self._held.get(place)

    def _fetch(self, place: int) -> None:
        """Fetch ``place`` and what follows; where that is held, the list goes upwards."""
        library = self._state.library
        if library is None:
            return
        first = max(0, place - self._screen + 1) if place + 1 in self._held else place
        ids = [int(i) for i in self._result.ids[first : first + self._screen]]
        # An article deleted since the result was taken leaves an empty row, no shift.
        found = {row.id: row for row in library.rows(ids, addresses=self._addresses)}
        for at, article in enumerate(ids, first):
            self._held[at] = found.get(article)
        for earliest in list(islice(self._held, max(0, len(self._held) - KEPT))):
            del self._held[earliest]

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

"""The saved searches as a list: a name that can be changed, a count, and what is new."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.language import counted, number, say
from ui.searches.saved_searches import Counted, SavedSearches

Index = QModelIndex | QPersistentModelIndex
COUNTED = Qt.ItemDataRole.UserRole


class SearchModel(QAbstractListModel):
    """One row a saved search, the oldest first."""

    def __init__(self, searches: SavedSearches) -> None:
        super().__init__(searches)
        self._searches = searches
        self._shown: tuple[Counted, ...] = ()
        searches.changed.connect(self._show)

    def row(self, place: int) -> Counted:
        return self._shown[place]

    def place_of(self, search_id: str) -> int | None:
        places = (at for at, one in enumerate(self._shown) if one.search.id == search_id)
        return next(places, None)

    def _show(self) -> None:
        """Show the searches of now; where only counts changed, a name being typed stays."""
        before, self._shown = self._shown, self._searches.all
        if [one.search.id for one in before] != [one.search.id for one in self._shown]:
            self.beginResetModel()
            self.endResetModel()
        elif self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return one.search.name
        if role == COUNTED:
            return one
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.search.text or say("Everything")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return in_words(one)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        self._searches.rename(self._shown[index.row()].search, str(value))
        return True


def in_words(one: Counted) -> str:
    """Say a saved search with what it finds, for screen readers and the palette."""
    if one.found is None:
        return one.search.name
    said = f"{one.search.name}, {counted(one.found.total, '{n} dispatch', '{n} dispatches')}"
    return f"{said}, {say('{n} new', n=number(one.found.new))}" if one.found.new else said

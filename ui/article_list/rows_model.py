"""Rows as a table: what each cell shows, however the rows are got."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.model.article_row import ArticleRow
from ui.article_list.columns import COLUMNS, TITLE, marks
from ui.language import say

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class RowsModel(QAbstractTableModel):
    """The columns of ``rows``; the list's own model gets its rows as they come into view."""

    def __init__(self, rows: Sequence[ArticleRow] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows

    @property
    def sorted_by(self) -> tuple[str, bool]:
        """The column that the rows stand by, and whether downwards."""
        return "published", True

    def row_at(self, place: int) -> ArticleRow | None:
        return self._rows[place]

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            by, down = self.sorted_by
            sign = ("↓" if down else "↑") if column.name == by else ""
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
        if index.column() == TITLE and role != Qt.ItemDataRole.DisplayRole:
            text = ", ".join((text, *(word for word, _ in marks(row))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{COLUMNS[index.column()].name_in_words}: {text}"
        return text

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", "text/plain"]

    def mimeData(self, indexes: Any) -> QMimeData:
        """Leave it to the view, which knows the columns in their order."""
        return QMimeData()


_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_ANSWERED = frozenset(
    {
        ROW,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)

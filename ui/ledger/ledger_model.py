"""The ledger's rows: light ones at once, what changed in each when it comes into view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop_app.analysis.ledger import Difference
from desktop_app.model.article_row import ArticleRow
from desktop_app.model.ledger import KIND_SAYS, LedgerEntry
from ui.language import moment, say, short_day, tell
from ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
CHANGED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One row as the window knows it before its versions are compared."""

    entry: LedgerEntry
    article: ArticleRow

    @property
    def title(self) -> str:
        return self.article.title or self.article.first_words


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its heading, its text, and what it sorts by."""

    heading: str
    text: Callable[[Line], str]
    key: Callable[[Line], Any] | None


COLUMNS = (
    _Column(
        "Date",
        lambda line: short_day(line.article.published) if line.article.published else "",
        lambda line: line.article.published.toordinal() if line.article.published else 0,
    ),
    _Column("Dispatch", lambda line: line.title, lambda line: line.title.casefold()),
    _Column(
        "What", lambda line: say(KIND_SAYS[line.entry.kind]), lambda line: str(line.entry.kind)
    ),
    _Column("Changed", lambda _: "", None),
    _Column("Site", lambda line: line.entry.site, lambda line: line.entry.site),
    _Column(
        "Noticed",
        lambda line: moment(line.entry.noticed) if line.entry.noticed else "",
        lambda line: line.entry.noticed.timestamp() if line.entry.noticed else 0.0,
    ),
)


class LedgerModel(QAbstractTableModel):
    """Rows of the ledger, filtered by kind and title; asks for the differences on show."""

    differences_wanted = Signal(list)

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._all: tuple[Line, ...] = ()
        self._kept: list[Line] = []
        self._kind = self._title = ""
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._known: dict[LedgerEntry, Difference] = {}
        self._wanted: dict[LedgerEntry, None] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: self.differences_wanted.emit(list(self._wanted)))

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show ``lines`` in place of the earlier ones."""
        self._all = lines
        self._known.clear()
        self._wanted.clear()
        self.keep(self._kind, self._title)

    def keep(self, kind: str, title: str) -> None:
        """Show the rows of this kind whose title has these letters; all for none."""
        self.beginResetModel()
        self._kind, self._title = kind, title
        wanted = title.casefold()
        self._kept = [
            line
            for line in self._all
            if (not kind or line.entry.kind == kind) and wanted in line.title.casefold()
        ]
        self._sort()
        self.endResetModel()

    def learn(self, told: dict[LedgerEntry, Difference]) -> None:
        """Take the differences that were asked for."""
        self._known |= told
        for entry in told:
            self._wanted.pop(entry, None)
        if self._kept:
            last = self.index(len(self._kept) - 1, CHANGED)
            self.dataChanged.emit(self.index(0, CHANGED), last)

    def line_at(self, row: int) -> Line | None:
        return self._kept[row] if 0 <= row < len(self._kept) else None

    def _sort(self) -> None:
        if self._sorted_by is None:
            return
        column, order = self._sorted_by
        key = COLUMNS[column].key
        if key is not None:
            self._kept.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)

    def _changed(self, line: Line) -> str:
        if line.entry.later is None:
            return ""
        told = self._known.get(line.entry)
        if told is None:
            self._wanted[line.entry] = None
            self._soon.start()
            return "…"
        return tell(told.words())

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._kept)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return say(COLUMNS[section].heading) if role == Qt.ItemDataRole.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order)
        self._sort()
        self.layoutChanged.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._kept[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            changed = index.column() == CHANGED
            return self._changed(line) if changed else COLUMNS[index.column()].text(line)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() not in (1, CHANGED):
            return self._appearance.theme.colour("soft")
        return None

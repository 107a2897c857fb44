"""A month as a table of weeks: each cell a day with its count."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.query.result import Result
from ui.calendar.heat import Heat
from ui.language import counted, juche, long_day, say, weekday_letters
from ui.state import empty_result

WEEKS = 6
OUTLINED_AT_MOST = 31  # days
DAY = Qt.ItemDataRole.UserRole
COUNT = DAY + 1
STEP = DAY + 2
CHOSEN = DAY + 3
Index = QModelIndex | QPersistentModelIndex


class MonthModel(QAbstractTableModel):
    """Six weeks by seven days; cells outside the month are empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first = date.today().replace(day=1)
        self._result = empty_result()
        self._heat = Heat()
        self._dated = False

    def show_month(self, day: date) -> None:
        """Show the month of ``day``."""
        self.beginResetModel()
        self.first = day.replace(day=1)
        self.endResetModel()

    def show_result(self, result: Result) -> None:
        """Count the days of ``result`` without its own dates; those it keeps are chosen."""
        self.beginResetModel()
        self._result = result
        self._heat = Heat.of(result.around)
        span = result.by_day.span()
        # Outlines tell days apart; where a whole season is chosen they would only be noise.
        near = span is not None and (span[1] - span[0]).days <= OUTLINED_AT_MOST
        self._dated = near and result.query.without_dates() != result.query
        self.endResetModel()

    @property
    def total(self) -> int:
        """How many dispatches the shown month has."""
        days = calendar.monthrange(self.first.year, self.first.month)[1]
        return sum(
            self._result.around.get(self.first + timedelta(days=place), 0) for place in range(days)
        )

    def day_at(self, index: Index) -> date | None:
        """Return the day of a cell; None outside the month."""
        day = self.first + timedelta(days=7 * index.row() + index.column() - self.first.weekday())
        return day if index.isValid() and day.month == self.first.month else None

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of ``day``, which must be of the shown month."""
        place = day.day - 1 + self.first.weekday()
        return self.index(place // 7, place % 7)

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return weekday_letters()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day_at(index)
        if day is None:
            return None
        count = self._result.around.get(day, 0)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._in_words(day, count)
        own = {DAY: day, COUNT: count, STEP: self._heat.step(count), CHOSEN: self._chosen(day)}
        return own.get(role)

    def _chosen(self, day: date) -> bool:
        return self._dated and day in self._result.by_day

    def _in_words(self, day: date, count: int) -> str:
        parts = [long_day(day), juche(day), counted(count, "{n} dispatch", "{n} dispatches")]
        if self._chosen(day):
            parts.append(say("chosen"))
        return ", ".join(part for part in parts if part)

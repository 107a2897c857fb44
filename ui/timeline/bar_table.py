"""The bars as a table, for those who read rather than see them."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.kinds import kind_name
from ui.language import long_day, number, say, short_day, written
from ui.timeline.bins import Bars, Unit, day_of

Index = QModelIndex | QPersistentModelIndex


class BarTable(QAbstractTableModel):
    """One row a bar that has any: its days, its total, and its parts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[str, Bars]] = []
        self._places: list[int] = []
        self._by = "none"

    def show(self, parts: list[tuple[str, Bars]], by: str) -> None:
        """Show the bars that the chart draws."""
        self.beginResetModel()
        self._parts, self._by = parts, by
        totals = sum((bars.counts for _, bars in parts), start=np.zeros(1, dtype=np.int64))
        self._places = [int(place) for place in np.flatnonzero(totals)]
        self.endResetModel()

    def days_of(self, row: int) -> tuple[date, date]:
        """Return the first and the last day of a row's bar."""
        bars, place = self._parts[0][1], self._places[row]
        return day_of(float(bars.starts[place])), day_of(float(bars.ends[place]) - 1)

    def in_words(self) -> str:
        """Say the chart in a sentence, for screen readers."""
        if not self._places:
            return say("no bars")
        totals = [self._total(place) for place in self._places]
        tallest = self._places[totals.index(max(totals))]
        return say(
            "{bars} bars from {first} to {last}; the tallest is {tallest} with {n}",
            bars=number(len(self._places)),
            first=self._period(self._places[0]),
            last=self._period(self._places[-1]),
            tallest=self._period(tallest),
            n=number(max(totals)),
        )

    def _total(self, place: int) -> int:
        return sum(int(bars.counts[place]) for _, bars in self._parts)

    def _period(self, place: int) -> str:
        bars = self._parts[0][1]
        first, last = day_of(float(bars.starts[place])), day_of(float(bars.ends[place]) - 1)
        if bars.unit is Unit.DAY:
            return long_day(first)
        if bars.unit is Unit.WEEK:
            return f"{short_day(first)} – {short_day(last)}"
        return written(first, "MMMM yyyy") if bars.unit is Unit.MONTH else str(first.year)

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        split = len(self._parts) if self._by != "none" else 0
        return 0 if parent.isValid() else 2 + split

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < 2:
            return say(("Days", "Dispatches")[section])
        label = self._parts[section - 2][0]
        return (kind_name(label) if self._by == "kind" else label) or say("unknown")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        place = self._places[index.row()]
        if index.column() == 0:
            return self._period(place)
        if index.column() == 1:
            return number(self._total(place))
        return number(int(self._parts[index.column() - 2][1].counts[place]))

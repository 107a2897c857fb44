"""All facets as one list: headings, values with counts, and a line that shows more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.query.result import FacetCount
from ui.kinds import kind_name, language_name, role_name
from ui.language import counted, number, say

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole

FIELDS = {
    "person": "People",
    "kind": "Kind",
    "role": "Role",
    "place": "Place",
    "outlet": "Outlet",
    "language": "Language",
    "site": "Site",
    "tag": "Tags",
    "collection": "Collections",
}
FEW = {"person": 8, "kind": 6, "outlet": 4}
FEW_OTHERS = 4
DULL_ALONE = ("site", "language")


@dataclass(frozen=True, slots=True)
class FacetLine:
    """One line of the pane: a heading (no value), a value, or "more" (no count)."""

    field: str
    text: str
    value: str | None = None
    count: int | None = None
    chosen: bool = False

    @property
    def is_heading(self) -> bool:
        return self.value is None and self.count is not None

    @property
    def is_more(self) -> bool:
        return self.value is None and self.count is None


class FacetModel(QAbstractListModel):
    """The lines of the facets pane."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, tuple[FacetCount, ...]] = {}
        self._chosen: set[tuple[str, str]] = set()
        self._open: set[str] = set()
        self._lines: list[FacetLine] = []

    def show(self, counts: Mapping[str, tuple[FacetCount, ...]]) -> None:
        """Show what each field has in the result."""
        self._counts = dict(counts)
        self._rebuild()

    def choose(self, chosen: set[tuple[str, str]]) -> None:
        """Light the values that the query names, as (field, value)."""
        folded = {(field, value.casefold()) for field, value in chosen}
        if folded != self._chosen:
            self._chosen = folded
            self._rebuild()

    def clear(self) -> None:
        self._counts.clear()
        self._rebuild()

    def toggle(self, field: str) -> None:
        """Show all values of ``field``, or only the first few."""
        self._open ^= {field}
        self._rebuild()

    def line(self, index: Index) -> FacetLine:
        return self._lines[index.row()]

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._lines = [line for field in FIELDS for line in self._lines_of(field)]
        self.endResetModel()

    def _lines_of(self, field: str) -> list[FacetLine]:
        counts = self._counts.get(field, ())
        if not any(one.value for one in counts) or (field in DULL_ALONE and len(counts) < 2):
            return []
        few = FEW.get(field, FEW_OTHERS)
        is_open = field in self._open
        shown = counts if is_open else counts[:few]
        lines = [FacetLine(field, say(FIELDS[field]), count=len(counts))]
        for one in shown:
            chosen = (field, one.value.casefold()) in self._chosen
            label = _label(field, one.label) or say("unknown")
            lines.append(FacetLine(field, label, one.value, one.count, chosen))
        if len(counts) > few:
            more = say("fewer") if is_open else say("{n} more", n=number(len(counts) - few))
            lines.append(FacetLine(field, more))
        return lines

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index).is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if line.value is None:
                return f"{say(FIELDS[line.field])}: {line.text}" if line.is_more else line.text
            said = counted(line.count or 0, "{n} dispatch", "{n} dispatches")
            return f"{line.text}, {said}"
        return None


def _label(field: str, label: str) -> str:
    if field == "kind":
        return kind_name(label)
    if field == "language":
        return language_name(label)
    return role_name(label) if field == "role" and label else label

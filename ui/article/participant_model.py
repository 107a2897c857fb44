"""Who took part, as one table: a line for each side, then its people in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.model.article import Article
from desktop_app.model.participant import Participant
from ui.article.sides import Side, certainty_word, event_words, sides_of, tint_of
from ui.kinds import role_name
from ui.language import say

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
HEADINGS = ("#", "Name", "Title", "Role", "Certainty")


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """One line: a side's heading (no row), or a participant with its number and tint."""

    side: Side
    row: Participant | None = None
    number: int = 0
    tint: str = "side_a"
    event: str = ""


class ParticipantModel(QAbstractTableModel):
    """The participants of the article on show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[ParticipantLine] = []

    def show(self, article: Article | None) -> None:
        """Show the participants of ``article``."""
        self.beginResetModel()
        self.lines = [] if article is None else _lines_of(article)
        self.endResetModel()

    def headings(self) -> list[int]:
        """Return the places of the lines that head a side."""
        return [place for place, line in enumerate(self.lines) if line.row is None]

    def place_of(self, row: Participant) -> int | None:
        """Return the line of ``row``."""
        places = (place for place, line in enumerate(self.lines) if line.row is row)
        return next(places, None)

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole and line.row is None:
            return f"{line.side.name}: {line.side.note()}"
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        return _cell(line, index.column()) if role in wanted else None


def _cell(line: ParticipantLine, column: int) -> str:
    if line.row is None:
        return line.side.name if column == 0 else ""
    cells = (
        str(line.number),
        line.row.name,
        line.row.title,
        role_name(str(line.row.role)),
        f"{certainty_word(line.row.certainty)}, {line.row.certainty:.0%}",
    )
    return cells[column]


def _lines_of(article: Article) -> list[ParticipantLine]:
    lines = []
    several = len(article.events) > 1
    for event in article.events:
        said = event_words(event) if several else ""
        for side in sides_of(event):
            lines.append(ParticipantLine(side, event=said))
            lines.extend(
                ParticipantLine(side, row, number, tint_of(side, row))
                for number, row in enumerate(side.rows, 1)
            )
    return lines

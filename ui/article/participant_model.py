"""Who took part, as one table: a line for each side, then its people in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_app.library.correcting import Cells
from desktop_app.model.article import Article
from desktop_app.model.participant import Participant, Role
from ui.article.sides import Side, certainty_word, event_words, sides_of, tint_of
from ui.kinds import role_name
from ui.language import say

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_EDITED = {1: "name", 2: "title", 3: "role"}
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

    edited = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editable = False
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

    def place_of_key(self, key: str) -> int | None:
        """Return the line of the row that its library knows by ``key``."""
        lines = enumerate(self.lines)
        return next((at for at, line in lines if key and line.row and line.row.key == key), None)

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.editable and index.column() in _EDITED:
            can |= Qt.ItemFlag.ItemIsEditable
        return can

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; the row changes when the library has changed."""
        row = self.lines[index.row()].row
        if role != Qt.ItemDataRole.EditRole or row is None or index.column() not in _EDITED:
            return False
        name = _EDITED[index.column()]
        if str(value) != str(getattr(row, name)):
            self.edited.emit(row, _cells(name, str(value)))
        return True

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
        if role == Qt.ItemDataRole.EditRole and line.row is not None:
            return str(getattr(line.row, _EDITED.get(index.column(), "name")))
        if role == Qt.ItemDataRole.ToolTipRole and line.row is not None:
            told = (_cell(line, index.column()), read_as(line.row))
            return "\n".join(part for part in told if part)
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        return _cell(line, index.column()) if role in wanted else None


def _cells(name: str, value: str) -> Cells:
    if name == "role":
        return Cells(role=Role(value))
    return Cells(name=value) if name == "name" else Cells(title=value)


def read_as(row: Participant) -> str:
    """Say what the reader had read, where the row is the user's; "" where it is the reader's."""
    if row.read_as is None:
        return say("added by you") if row.by_user else ""
    if not row.by_user:
        return ""
    was = row.read_as
    parts = [was.name, was.title, was.side or "", role_name(str(was.role))]
    return say("read as: {row}", row=", ".join(part for part in parts if part))


def sure_words(row: Participant) -> str:
    """Say how sure a row is, or that the user vouches for it."""
    if row.confirmed:
        return say("confirmed")
    if row.by_user:
        return say("yours")
    return f"{certainty_word(row.certainty)}, {row.certainty:.0%}"


def _cell(line: ParticipantLine, column: int) -> str:
    if line.row is None:
        return line.side.name if column == 0 else ""
    cells = (
        str(line.number),
        line.row.name,
        line.row.title,
        role_name(str(line.row.role)),
        sure_words(line.row),
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

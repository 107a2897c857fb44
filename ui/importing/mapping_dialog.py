"""Asks which column of a table holds what: a guess, twenty rows to judge it by, and a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.importing.columns import FIELDS
from desktop_app.importing.records import Guess
from ui.language import say

CAPTIONS = {
    "title": "Title",
    "text": "Text",
    "day": "Date",
    "url": "Address",
    "language": "Language",
    "outlet": "Outlet",
    "topic": "Topic",
    "captured": "Captured",
    "second_title": "Second title",
}
_ACROSS = 3
_WIDEST = 260
_CELL = 120  # letters


class MappingDialog(QDialog):
    """Shows a table as it is understood; ``by_field`` is what the user made of it."""

    def __init__(self, file: str, guess: Guess, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Name the columns"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(940, 600)
        self.guess = guess
        self.choices: dict[str, QComboBox] = {}
        self.table = QTableWidget(len(guess.rows), len(guess.names))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.read = self.buttons.addButton(
            say("Read it so"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.note = QLabel()
        self.note.setProperty("look", "soft")
        self.note.setWordWrap(True)
        self._lay_out(file)
        self._fill()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show()

    @property
    def by_field(self) -> dict[str, str]:
        """Return the chosen columns by field."""
        chosen = {name: box.currentData() for name, box in self.choices.items()}
        return {name: column for name, column in chosen.items() if column}

    def choose(self, field: str, column: str) -> None:
        """Choose ``column`` for ``field``; "" for none."""
        box = self.choices[field]
        box.setCurrentIndex(box.findData(column))

    def _lay_out(self, file: str) -> None:
        asked = QLabel(say("Which column of “{file}” holds what?", file=file))
        asked.setProperty("look", "strong")
        asked.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for place, field in enumerate(FIELDS):
            row, across = divmod(place, _ACROSS)
            caption = QLabel(say(CAPTIONS[field]))
            box = QComboBox()
            box.setAccessibleName(say(CAPTIONS[field]))
            box.addItem(say("no column"), "")
            for column in self.guess.names:
                box.addItem(column, column)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(14)
            box.setCurrentIndex(max(0, box.findData(self.guess.by_field.get(field, ""))))
            box.currentIndexChanged.connect(self._show)
            caption.setBuddy(box)
            self.choices[field] = box
            grid.addWidget(caption, row, across * 2)
            grid.addWidget(box, row, across * 2 + 1)
            grid.setColumnStretch(across * 2 + 1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 16, 18, 14)
        outer.setSpacing(12)
        outer.addWidget(asked)
        outer.addLayout(grid)
        outer.addWidget(self.table, 1)
        outer.addWidget(self.note)
        outer.addWidget(self.buttons)

    def _fill(self) -> None:
        table = self.table
        table.setAccessibleName(say("The first rows of the table"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        for row, cells in enumerate(self.guess.rows):
            for at, cell in enumerate(cells):
                shown = " ".join(cell.split())
                item = QTableWidgetItem(shown if len(shown) <= _CELL else f"{shown[:_CELL]}…")
                table.setItem(row, at, item)
        for at in range(len(self.guess.names)):
            table.resizeColumnToContents(at)
            table.setColumnWidth(at, min(_WIDEST, max(90, table.columnWidth(at))))

    def _show(self) -> None:
        """Write over each column what it holds, and say what is still missing."""
        holds: dict[str, list[str]] = {}
        for field, column in self.by_field.items():
            holds.setdefault(column, []).append(say(CAPTIONS[field]))
        self.table.setHorizontalHeaderLabels(
            [
                f"{name}\n→ {', '.join(holds[name])}" if name in holds else f"{name}\n"
                for name in self.guess.names
            ]
        )
        enough = bool({"title", "text"} & self.by_field.keys())
        self.read.setEnabled(enough)
        self.note.setText(
            say("Every table with these columns will be read so from now on.")
            if enough
            else say("Choose the column of the title or that of the text.")
        )

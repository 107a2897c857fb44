"""Asks what to export: which dispatches, what a row is, which format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.exporting.choice import Rows
from desktop_app.exporting.formats import FORMATS
from ui.language import counted, say, tell

if TYPE_CHECKING:
    from ui.exporting.exporter import Wish


class ExportDialog(QDialog):
    """One small sheet; what was chosen last is chosen again."""

    wished = Signal(object)

    def __init__(self, found: int, selected: int, last: Wish, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dispatches = counted(found, "{n} dispatch", "{n} dispatches")
        self.view = QRadioButton(say("The whole view: {dispatches}", dispatches=dispatches))
        chosen = counted(selected, "{n} dispatch", "{n} dispatches")
        self.selection = QRadioButton(say("The selected rows: {dispatches}", dispatches=chosen))
        self.selection.setEnabled(selected > 0)
        (self.selection if selected > 1 else self.view).setChecked(True)
        self.articles = QRadioButton(say("One row a dispatch, in the columns on show"))
        self.participants = QRadioButton(
            say("One row a participant, with sentence, spans and the original's hash")
        )
        self.companions = QRadioButton(
            say("One row a companion: who accompanied whom, when and where")
        )
        self._rows = {
            Rows.ARTICLES: self.articles,
            Rows.PARTICIPANTS: self.participants,
            Rows.COMPANIONS: self.companions,
        }
        self._rows[last.rows].setChecked(True)
        self.format = QComboBox()
        self.format.setAccessibleName(say("Format"))
        for form in FORMATS.values():
            self.format.addItem(f"{tell(form.label)} (*{form.suffix})", form.name)
        self.format.setCurrentIndex(max(0, self.format.findData(last.format)))
        self.recipe = QCheckBox(
            say("Also write a .query.json: gives the same rows again, with a footnote on coverage")
        )
        self.recipe.setChecked(last.with_recipe)
        self.save = QPushButton(say("Choose a place…"))
        self.save.setDefault(True)
        self._cancel = QPushButton(say("Cancel"))
        self._lay_out()
        self.format.currentIndexChanged.connect(lambda _: self._fit_format())
        self.save.clicked.connect(self._wish)
        self._cancel.clicked.connect(self.reject)
        self._fit_format()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(5)
        for heading, choices in (
            (say("Which dispatches"), (self.view, self.selection)),
            (say("What a row is"), tuple(self._rows.values())),
        ):
            label = QLabel(heading.upper())
            label.setProperty("look", "section")
            column.addWidget(label)
            group = QButtonGroup(self)
            for choice in choices:
                group.addButton(choice)
                column.addWidget(choice)
            column.addSpacing(10)
        label = QLabel(say("Format").upper())
        label.setProperty("look", "section")
        column.addWidget(label)
        column.addWidget(self.format)
        column.addSpacing(4)
        column.addWidget(self.recipe)
        column.addSpacing(14)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.save)
        column.addLayout(buttons)

    def _fit_format(self) -> None:
        """Offer rows of people only where the format has them."""
        possible = FORMATS[self.format.currentData()].rows
        for rows, choice in self._rows.items():
            choice.setEnabled(rows in possible)
        if not any(choice.isChecked() and choice.isEnabled() for choice in self._rows.values()):
            self.articles.setChecked(True)

    def _wish(self) -> None:
        from ui.exporting.exporter import Wish

        rows = next(rows for rows, choice in self._rows.items() if choice.isChecked())
        wish = Wish(
            rows,
            self.format.currentData(),
            selected=self.selection.isChecked(),
            with_recipe=self.recipe.isChecked(),
        )
        self.accept()
        self.wished.emit(wish)

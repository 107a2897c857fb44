"""Asks what to print or to write as a picture: the dispatch, its roster, the list, a chart."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.language import say
from ui.printing.printables import Printable
from ui.printing.targets import KINDS


class PrintDialog(QDialog):
    """One small sheet: what, then to a printer or into a file."""

    def __init__(self, possible: list[Printable], first: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Print or save a picture"))
        self._choices = {each.name: QRadioButton(say(each.text)) for each in possible}
        self._possible = possible
        self.print_wanted = QPushButton(say("Print…"))
        self.print_wanted.setDefault(True)
        self.files = {kind: QPushButton(f"{kind.name.upper()}…") for kind in KINDS}
        for kind, button in self.files.items():
            button.setAccessibleName(say(kind.label))
            button.setToolTip(say(kind.label))
        self._lay_out()
        for choice in self._choices.values():
            choice.toggled.connect(lambda _: self._fit())
        names = list(self._choices)
        self._choices[first if first in names else names[0]].setChecked(True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(5)
        heading = QLabel(say("What to print").upper())
        heading.setProperty("look", "section")
        column.addWidget(heading)
        for choice in self._choices.values():
            column.addWidget(choice)
        note = QLabel(say("Lists and charts say what was asked, how many, and what is covered."))
        note.setProperty("look", "faint")
        column.addSpacing(6)
        column.addWidget(note)
        column.addSpacing(14)
        row = QHBoxLayout()
        cancel = QPushButton(say("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addStretch(1)
        for button in self.files.values():
            row.addWidget(button)
        row.addWidget(self.print_wanted)
        column.addLayout(row)

    @property
    def chosen(self) -> Printable:
        return next(each for each in self._possible if self._choices[each.name].isChecked())

    def _fit(self) -> None:
        """Offer pictures only of what is one."""
        if any(choice.isChecked() for choice in self._choices.values()):
            for kind, button in self.files.items():
                button.setEnabled(self.chosen.picture or not kind.picture)

"""Are two persons one? Both side by side, what would change, and either answer is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.library.deciding import Merging, Side
from desktop_app.model.person import Person
from ui.language import counted, number, say
from ui.people.person_lines import period

SHOWN = 6
WIDTH = 620


class SameDialog(QDialog):
    """Shows what making two persons one would do; says what was decided."""

    same_wanted = Signal(object, object)
    different_wanted = Signal(object, object)

    def __init__(
        self, one: Person, other: Person, merging: Merging, why: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("The same person?"))
        self.setMinimumWidth(WIDTH)
        self._one, self._other = one, other
        self._kept = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        heading = QLabel(say("The same person?"))
        heading.setProperty("look", "heading")
        column.addWidget(heading)
        if why:
            reason = QLabel(say("May be, because {why}.", why=why))
            reason.setProperty("look", "soft")
            reason.setWordWrap(True)
            column.addWidget(reason)
        sides = QHBoxLayout()
        sides.setSpacing(26)
        for person, side in ((one, merging.one), (other, merging.other)):
            sides.addWidget(self._side(person, side), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(sides)
        self.effect = QLabel(effect_in_words(merging))
        self.effect.setWordWrap(True)
        column.addWidget(self.effect)
        if merging.together:
            warning = QLabel(
                counted(
                    merging.together,
                    "In {n} dispatch both stand side by side: hardly one person.",
                    "In {n} dispatches both stand side by side: hardly one person.",
                )
            )
            warning.setProperty("look", "unsure")
            warning.setWordWrap(True)
            column.addWidget(warning)
        column.addLayout(self._buttons())

    def _side(self, person: Person, side: Side) -> QWidget:
        box = QFrame()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        both = person.name_ko and person.name_ko != person.name
        radio = QRadioButton(f"{person.name}  {person.name_ko}" if both else person.name)
        radio.setToolTip(say("The one whose name stays"))
        radio.setAccessibleDescription(say("The one whose name stays"))
        self._kept.addButton(radio, len(self._kept.buttons()))
        radio.setChecked(len(self._kept.buttons()) == 1)
        inside.addWidget(radio)
        said = counted(side.dispatches, "{n} dispatch", "{n} dispatches")
        _add(
            inside, " · ".join(one for one in (said, period(side.first, side.last)) if one), "soft"
        )
        spelt = ", ".join(one.name for one in side.spellings[:SHOWN])
        _add(inside, say("Spellings: {names}", names=spelt), "soft")
        titles = sorted(side.titles, key=lambda held: -held.count)[:SHOWN]
        for held in titles:
            _add(inside, f"{number(held.count)}  {held.title}", "")
            _add(inside, period(held.first, held.last), "small")
        return box

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.same_button = QPushButton(say("Make them one person"))
        self.same_button.setDefault(True)
        self.different_button = QPushButton(say("Not the same"))
        self.cancel_button = QPushButton(say("Cancel"))
        self.same_button.clicked.connect(self._same)
        self.different_button.clicked.connect(self._different)
        self.cancel_button.clicked.connect(self.reject)
        hint = QLabel(say("Either can be undone."))
        hint.setProperty("look", "faint")
        row.addWidget(hint)
        row.addStretch(1)
        for button in (self.cancel_button, self.different_button, self.same_button):
            row.addWidget(button)
        return row

    def _same(self) -> None:
        first = self._kept.checkedId() != 1
        pair = (self._one, self._other) if first else (self._other, self._one)
        self.accept()
        self.same_wanted.emit(*pair)

    def _different(self) -> None:
        self.accept()
        self.different_wanted.emit(self._one, self._other)


def _add(column: QVBoxLayout, text: str, look: str) -> None:
    label = QLabel(text)
    label.setWordWrap(True)
    if look:
        label.setProperty("look", look)
    column.addWidget(label)


def effect_in_words(merging: Merging) -> str:
    """Say what making them one would do."""
    return say(
        "Together they are in {both} dispatches; rows of {other} are linked to the one who stays.",
        both=number(merging.dispatches),
        other=counted(merging.other.dispatches, "{n} dispatch", "{n} dispatches"),
    )

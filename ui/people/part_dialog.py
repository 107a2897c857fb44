"""Two people in one: choose whose rows go, see how many, and part them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.analysis.persons import PersonPage
from desktop_app.library.deciding import Parting
from desktop_app.model.person import Rows
from ui.language import number, say
from ui.people.person_lines import period

WIDTH, HEIGHT = 620, 560
MEANS = Qt.ItemDataRole.UserRole


class PartDialog(QDialog):
    """Titles and spellings to tick; says which rows are to be another person's."""

    part_wanted = Signal(object)

    def __init__(
        self,
        page: PersonPage,
        ask: Callable[[Rows, Callable[[Parting], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Two people in one"))
        self.resize(WIDTH, HEIGHT)
        self._ask = ask
        self.titles = QListWidget()
        self.titles.setAccessibleName(say("Titles"))
        self.spellings = QListWidget()
        self.spellings.setAccessibleName(say("Spellings"))
        self.effect = QLabel()
        self.effect.setWordWrap(True)
        self.part_button = QPushButton(say("Part them"))
        self.part_button.setDefault(True)
        self.cancel_button = QPushButton(say("Cancel"))
        self._fill(page)
        self._lay_out(page)
        for ticked in (self.titles, self.spellings):
            ticked.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            ticked.itemChanged.connect(lambda _: self._preview())
        self.part_button.clicked.connect(self._part)
        self.cancel_button.clicked.connect(self.reject)
        self._preview()

    def _fill(self, page: PersonPage) -> None:
        for held in page.titles:
            when = period(held.first, held.last)
            said = f"{held.title}  ({number(held.count)})"
            _tick(self.titles, f"{said}\n{when}" if when else said, held.writings)
        _tick(self.titles, say("without a title"), ("",))
        for one in page.spellings:
            _tick(self.spellings, f"{one.name}  ({number(one.count)})", (one.name,))

    def _lay_out(self, page: PersonPage) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(8)
        heading = QLabel(say("Which rows of {name} are somebody else's?", name=page.person.name))
        heading.setProperty("look", "heading")
        heading.setWordWrap(True)
        column.addWidget(heading)
        for name, ticked, share in (
            (say("Titles"), self.titles, 3),
            (say("Spellings"), self.spellings, 1),
        ):
            label = QLabel(name)
            label.setProperty("look", "section")
            label.setBuddy(ticked)
            column.addWidget(label)
            column.addWidget(ticked, share)
        hint = QLabel(say("Where both are ticked, rows must fit both. It can be undone."))
        hint.setProperty("look", "faint")
        column.addWidget(hint)
        column.addWidget(self.effect)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.part_button)
        column.addLayout(row)

    def rows(self) -> Rows:
        """Return which rows are ticked."""
        return Rows(names=_ticked(self.spellings), titles=_ticked(self.titles))

    def _preview(self) -> None:
        rows = self.rows()
        self.part_button.setEnabled(False)
        if rows == Rows():
            self.effect.setText(say("Tick the titles or spellings that are the other's."))
        else:
            self._ask(rows, self.show_effect)

    def show_effect(self, parting: Parting) -> None:
        """Say what parting would do; nothing to do where no row goes or none stays."""
        self.part_button.setEnabled(0 < parting.rows < parting.of_rows)
        self.effect.setText(
            say(
                "{rows} of {all} rows go to a person of their own, in {dispatches} dispatches"
                " ({period}).",
                rows=number(parting.rows),
                all=number(parting.of_rows),
                dispatches=number(parting.dispatches),
                period=period(parting.first, parting.last) or "–",
            )
        )

    def _part(self) -> None:
        rows = self.rows()
        self.accept()
        self.part_wanted.emit(rows)


def _tick(ticked: QListWidget, text: str, means: tuple[str, ...]) -> None:
    item = QListWidgetItem(text, ticked)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    item.setData(MEANS, list(means))
    item.setToolTip(text)
    # Qt measures in the first script of the font, and cuts the second line of a taller one.
    lines = text.count("\n") + 1
    item.setSizeHint(QSize(0, round(lines * ticked.fontMetrics().lineSpacing() * 1.25) + 8))


def _ticked(ticked: QListWidget) -> tuple[str, ...]:
    items = [ticked.item(place) for place in range(ticked.count())]
    chosen = [one for one in items if one.checkState() is Qt.CheckState.Checked]
    return tuple(str(means) for one in chosen for means in one.data(MEANS))

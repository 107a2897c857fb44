"""The page of a person, where the dispatch stands: name, years, and all that is known."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.analysis.persons import PersonPage
from desktop_app.model.person import Proposal
from desktop_app.query.query import Query
from ui.language import counted, say
from ui.people.period_bars import PeriodBars
from ui.people.person_lines import period
from ui.people.person_list import PersonList
from ui.theme import Appearance

SIDE = 26


class PersonPane(QFrame):
    """Shows one person; says which dispatches, which other person or which decision is wanted."""

    query_wanted = Signal(object)
    person_wanted = Signal(str)
    proposal_chosen = Signal(object)
    period_wanted = Signal(date, date)
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articlePane")
        self.setAccessibleName(say("Person"))
        self.page: PersonPage | None = None
        self.name = QLabel()
        self.name.setProperty("look", "title")
        self.name.setWordWrap(True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.summary = QLabel()
        self.summary.setProperty("look", "soft")
        self.summary.setWordWrap(True)
        self.all_button = QPushButton()
        self.all_button.setProperty("look", "primary")
        self.same_button = QPushButton(say("Same as…"))
        self.same_button.setToolTip(say("Make this and another person one, or tell them apart"))
        self.part_button = QPushButton(say("Two people…"))
        self.part_button.setToolTip(say("Part the rows of two people who stand here as one"))
        self.back_button = QPushButton(say("Back to the dispatch"))
        self.back_button.setProperty("look", "link")
        self.bars = PeriodBars(appearance)
        self.list = PersonList(appearance)
        self.buttons = QHBoxLayout()
        self._lay_out()
        self.all_button.clicked.connect(self._want_all)
        self.back_button.clicked.connect(self.closed)
        self.bars.period_wanted.connect(self.period_wanted)
        self.list.wanted.connect(self._want)

    def _lay_out(self) -> None:
        self.buttons.setSpacing(8)
        for button in (self.all_button, self.same_button, self.part_button):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 14, SIDE - 8, 10)
        column.setSpacing(6)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.name)
        column.addWidget(self.summary)
        column.addSpacing(4)
        column.addLayout(self.buttons)
        column.addSpacing(6)
        column.addWidget(self.bars)
        column.addWidget(self.list, 1)

    def allow_deciding(self, *, on: bool) -> None:
        """Offer decisions only where the library can be written to."""
        self.same_button.setEnabled(on)
        self.part_button.setEnabled(on)

    def show_page(self, page: PersonPage) -> None:
        """Show ``page``; the place is kept where it is of the same person."""
        same = self.page is not None and self.page.person.uuid == page.person.uuid
        place = self.list.verticalScrollBar().value() if same else 0
        self.page = page
        person = page.person
        both = person.name_ko and person.name_ko != person.name
        self.name.setText(f"{person.name}  {person.name_ko}" if both else person.name)
        self.summary.setText(self._in_a_line(page))
        said = counted(len(page.result), "Show the dispatch", "Show all {n} dispatches")
        self.all_button.setText(said)
        self.bars.show_counts(page.by_year, page.by_month)
        self.list.lines.show(page)
        self.list.verticalScrollBar().setValue(place)

    def _in_a_line(self, page: PersonPage) -> str:
        title = max(page.titles, key=lambda one: one.count).title if page.titles else ""
        first, last = page.seen or (None, None)
        seen = say("seen {period}", period=period(first, last)) if first else ""
        undated = page.result.undated
        without = counted(undated, "{n} without a day", "{n} without a day") if undated else ""
        return " · ".join(part for part in (title, seen, without) if part)

    def _want_all(self) -> None:
        if self.page is not None:
            self.query_wanted.emit(self.page.query)

    def _want(self, what: object) -> None:
        if isinstance(what, Query):
            self.query_wanted.emit(what)
        elif isinstance(what, Proposal):
            self.proposal_chosen.emit(what)
        elif isinstance(what, str):
            self.person_wanted.emit(what)

"""Opens the page of a person from any name, and keeps it true while the library changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.analysis.persons import PersonPage, find_person, person_page
from desktop_app.jobs import Job
from desktop_app.library import persons
from desktop_app.library.library import Library
from desktop_app.model.participant import Participant
from desktop_app.model.person import Person
from desktop_app.query.conditions.days import in_span
from desktop_app.query.conditions.people import About, Who
from desktop_app.query.query import Query
from ui.language import say
from ui.people.deciding import Deciding
from ui.people.person_pane import PersonPane

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class People(QObject):
    """The window's person page: whose it is, and how one gets there and back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.pane = PersonPane(window.appearance)
        self._shown: str | None = None
        self._then: Callable[[], object] | None = None
        pane = self.pane
        pane.query_wanted.connect(self._ask)
        pane.person_wanted.connect(self.open_named)
        pane.period_wanted.connect(self._ask_days)
        pane.closed.connect(self.close)
        self.deciding: Deciding = Deciding(window, self)
        pane.proposal_chosen.connect(self.deciding.weigh)
        pane.same_button.clicked.connect(self.deciding.choose_same)
        pane.part_button.clicked.connect(self.deciding.ask_part)
        state = window.state
        state.content_changed.connect(self._again)
        state.library_changed.connect(self.close)
        state.article_chosen.connect(lambda _: self.close())

    @property
    def shown(self) -> PersonPage | None:
        """The page on screen; None where a dispatch is."""
        return self.pane.page if self._shown is not None else None

    # Ways in

    def open_chosen(self) -> None:
        """Open whoever the reader stands on: a row, a facet, a person asked for; else ask."""
        window = self._window
        row = window.article.chosen_person()
        facet = window.facets.chosen_person()
        asked = _asked_for(window.state.query)
        if facet is not None and window.facets.hasFocus():
            self.open_named(facet)
        elif row is not None and self._shown is None:
            self.open_row(row)
        elif asked is not None:
            self.open_named(asked)
        else:
            self._then = None  # whoever chooses somebody by name looks first
            window.palette_box.open("person")

    def then(self, act: Callable[[], object]) -> None:
        """Do ``act`` on the page on screen; where there is none, open who is chosen first."""
        if self._shown is not None:
            act()
            return
        self._then = act
        self.open_chosen()

    def open_row(self, row: Participant) -> None:
        """Open the page of whom a row of the dispatch on screen means."""
        shown = self._window.article.article
        version = shown.version.id if shown is not None and shown.version is not None else 0
        self._open(
            lambda library: library.read(lambda c: persons.of_row(c, version, row)), row.name
        )

    def open_named(self, value: str) -> None:
        """Open the page of whom a query calls ``value``; of several, who is met most often."""
        self._open(lambda library: next(iter(find_person(library, value)), None), value)

    def open(self, uuid: str) -> None:
        """Open the page of the person ``uuid``."""
        self._open(lambda library: library.read(lambda c: persons.person(c, uuid)), uuid)

    def close(self) -> None:
        """Show the dispatch again."""
        if self._shown is None:
            return
        self._shown = None
        self._window.jobs.forget("person")
        self._window.reading.setCurrentWidget(self._window.article)
        self._window.refresh_actions()

    # How it goes on

    def _open(self, who: Callable[[Library], Person | None], said: str) -> None:
        library = self._window.state.library
        if library is None:
            return

        def gather(job: Job) -> PersonPage | None:
            person = who(library)
            return None if person is None else person_page(library, person.uuid, job)

        def show(page: PersonPage | None) -> None:
            if page is None:
                self._window.notices.say(say("Nobody here is called “{name}”.", name=said))
            else:
                self._show(page)

        self._window.jobs.ask("person", gather, show)

    def _show(self, page: PersonPage) -> None:
        window = self._window
        arriving = self._shown is None
        self._shown = page.person.uuid
        self.pane.show_page(page)
        self.pane.allow_deciding(on=window.has("writable"))
        window.reading.show()
        window.reading.setCurrentWidget(self.pane)
        if arriving:
            self.pane.list.setFocus()
        window.refresh_actions()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _again(self) -> None:
        if self._shown is not None:
            self.open(self._shown)

    def _ask(self, query: Query) -> None:
        self._window.state.ask(query)

    def _ask_days(self, first: date, last: date) -> None:
        page = self.pane.page
        if page is not None:
            self._window.state.ask(page.query.added(in_span(first, last)))


def _asked_for(query: Query) -> str | None:
    """Return the one person whom ``query`` asks for; None where it asks for none or several."""
    asked = [
        trait.value
        for node in query.top_level()
        if isinstance(node, Who)
        for trait in node.traits
        if trait.about is About.PERSON and not trait.excluded
    ]
    return asked[0] if len(asked) == 1 else None

"""The saved searches of the open library, each with what it finds now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.jobs import Job
from desktop_app.library.searches import Found, SavedSearch, Searches
from ui.filter_bar.asking import query_in_words
from ui.language import say
from ui.notices import Notices
from ui.state import BrowserState

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Counted:
    """A saved search and what it finds; ``found`` is None until that was asked."""

    search: SavedSearch
    found: Found | None = None


class SavedSearches(QObject):
    """Keeps, counts and asks saved searches; views show what `changed` brings."""

    changed = Signal()
    saved = Signal(object)

    def __init__(self, state: BrowserState, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._notices = notices
        self.all: tuple[Counted, ...] = ()
        self._generation = -1
        state.library_changed.connect(self._start_afresh)
        state.result_changed.connect(lambda result: self._look(result.generation))

    def save(self) -> None:
        """Keep what is asked now; its words are its name until another is given."""
        library, query = self._state.library, self._state.query
        if library is None:
            return
        name = query_in_words(query) or say("Everything")
        self._do(lambda: Searches(library).save(name, query), self.saved.emit)

    def rename(self, search: SavedSearch, name: str) -> None:
        library = self._state.library
        if library is not None and name.strip() and name.strip() != search.name:
            self._do(lambda: Searches(library).rename(search, name))

    def delete(self, search: SavedSearch) -> None:
        """Remove ``search``; the notice offers it back."""
        library = self._state.library
        if library is None:
            return
        searches = Searches(library)

        def told(_: object) -> None:
            self._notices.say(
                say("The saved search “{name}” is deleted.", name=search.name),
                "",
                say("Undo"),
                lambda: self._do(lambda: searches.bring_back(search)),
            )

        self._do(lambda: searches.forget(search), told)

    def ask(self, search: SavedSearch) -> None:
        """Show what ``search`` finds; all of it counts as seen from now on."""
        library = self._state.library
        if library is None:
            return
        self._state.ask(search.query)
        if library.writable:
            self._do(lambda: Searches(library).look_at(search))

    def _do(
        self, change: Callable[[], Answer], done: Callable[[Answer], object] = lambda _: None
    ) -> None:
        """Write a change in its turn, then count anew."""

        def after(answer: Answer) -> None:
            self.count()
            done(answer)

        self._state.jobs.do(say("Saved searches"), lambda _: change(), after)

    def count(self) -> None:
        """Ask which searches are kept, and then what each finds."""
        library = self._state.library
        if library is None:
            self._show(())
            return

        def question(job: Job) -> tuple[Counted, ...]:
            searches = Searches(library)
            return tuple(Counted(each, searches.count(each, job)) for each in searches.all())

        self._state.jobs.ask("saved searches", question, self._show)

    def _look(self, generation: int) -> None:
        if generation != self._generation:
            self._generation = generation
            self.count()

    def _start_afresh(self) -> None:
        self._generation = -1
        self._show(())

    def _show(self, counted: tuple[Counted, ...]) -> None:
        self.all = counted
        self.changed.emit()

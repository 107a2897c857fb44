"""Every change of the user's goes through here: done in turn, told in a line, undone by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.library import marking, steps
from desktop_app.library.library import Library
from desktop_app.library.steps import Done
from desktop_app.library.work import History
from desktop_app.messages import Message
from desktop_app.model.own import Label
from desktop_app.model.shelf import Shelf
from desktop_app.query.result import Result
from ui.language import say, tell
from ui.notices import Notices
from ui.state import BrowserState

LANE = "own"  # beside an import, which has a lane for itself


class Steps(QObject):
    """Does, undoes and redoes; knows what the next undo and redo are called."""

    changed = Signal()
    coloured = Signal()

    def __init__(self, state: BrowserState, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._notices = notices
        self._history = History()
        self._generation = -1
        self.tags: tuple[Label, ...] = ()
        state.library_changed.connect(self._start_afresh)
        state.content_changed.connect(self._ask)
        state.result_changed.connect(self._ask_after)

    @property
    def writable(self) -> bool:
        return self._state.library is not None and self._state.library.writable

    @property
    def undo_says(self) -> str:
        """What the next undo takes back; "" where there is nothing."""
        return _said(self._history.undo[-1].says) if self._history.undo else ""

    @property
    def redo_says(self) -> str:
        return _said(self._history.redo[-1].says) if self._history.redo else ""

    def do(
        self,
        act: Callable[[Library], Done],
        *,
        quiet: bool = False,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Let ``act`` change the library; a line says what was done and offers it back."""
        library = self._state.library
        if library is None:
            return

        def told(done: Done) -> None:
            self._state.refresh()
            if done.step is not None and not quiet:
                number = done.step.number
                line = say("Done: {step}.", step=_said(done.step.says))
                self._notices.say(line, "", say("Undo"), lambda: self.undo(number))
            then()

        self._state.jobs.do(say("Changing the library"), lambda _: act(library), told, LANE)

    def undo(self, step: int | None = None) -> None:
        """Undo the last step, or ``step``."""
        self._again(lambda library: steps.undo(library, step), "Undone: {step}.")

    def redo(self) -> None:
        """Do again what was undone last."""
        self._again(steps.redo, "Done again: {step}.")

    def colour_of(self, tag: str) -> str:
        """Return the colour of a tag; "" where it has none."""
        return next((one.colour for one in self.tags if one.name == tag), "")

    def _again(self, act: Callable[[Library], Done], line: str) -> None:
        library = self._state.library
        if library is None:
            return

        def told(done: Done) -> None:
            self._state.refresh()
            if done.step is not None:
                self._notices.say(say(line, step=_said(done.step.says)))

        self._state.jobs.do(say("Changing the library"), lambda _: act(library), told, LANE)

    def _start_afresh(self) -> None:
        self._history, self.tags = History(), ()
        self._ask()

    def _ask_after(self, result: Result) -> None:
        if result.generation != self._generation:
            self._generation = result.generation
            self._ask()

    def _ask(self) -> None:
        library = self._state.library
        if library is None:
            self.changed.emit()
            return
        self._state.jobs.ask(
            "steps",
            lambda _: (steps.history(library), marking.labels(library, Shelf.TAG)),
            self._show,
        )

    def _show(self, answer: tuple[History, tuple[Label, ...]]) -> None:
        before = self.tags
        self._history, self.tags = answer
        self.changed.emit()
        if self.tags != before:
            self.coloured.emit()


def _said(says: Message) -> str:
    return tell(says)

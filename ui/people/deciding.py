"""What the window asks and does when it is decided who is who."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop_app.analysis.persons import find_person
from desktop_app.library import deciding, steps
from desktop_app.library.deciding import Merging, Parting
from desktop_app.library.decisions_file import (
    SUFFIX,
    TakenOver,
    read_decisions,
    take_over,
    write_decisions,
)
from desktop_app.library.library import Library
from desktop_app.library.steps import Done
from desktop_app.model.person import Person, Proposal, Rows
from ui.language import counted, number, say, tell
from ui.people.part_dialog import PartDialog
from ui.people.same_dialog import SameDialog

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.people.people import People


class Deciding(QObject):
    """Previews a decision about the person on screen, takes it, and offers its undoing."""

    def __init__(self, window: MainWindow, people: People) -> None:
        super().__init__(people)
        self._window = window
        self._people = people
        self.dialog: QDialog | None = None

    # The same, or not

    def choose_same(self) -> None:
        """Choose who may be the same as the person on screen."""
        self._window.palette_box.open("same")

    def weigh(self, proposal: Proposal) -> None:
        """Put a proposed person beside the one on screen."""
        self._put_beside(lambda _: proposal.person, tell(proposal.why))

    def weigh_named(self, value: str) -> None:
        """Put whom a query calls ``value`` beside the person on screen."""
        self._put_beside(lambda library: next(iter(find_person(library, value)), None), "")

    def _put_beside(self, who: Callable[[Library], Person | None], why: str) -> None:
        library, page = self._window.state.library, self._people.shown
        if library is None or page is None:
            return
        one = page.person

        def compare(_: object) -> tuple[Person, Merging] | None:
            other = who(library)
            if other is None or other.uuid == one.uuid:
                return None
            return other, deciding.preview_same(library, one, other)

        def show(found: tuple[Person, Merging] | None) -> None:
            if found is None:
                self._window.notices.say(say("That is one person already."))
                return
            dialog = SameDialog(one, found[0], found[1], why, self._window)
            dialog.same_wanted.connect(
                lambda kept, gone: self._do(lambda at: deciding.same(at, kept, gone), kept.uuid)
            )
            dialog.different_wanted.connect(
                lambda this, that: self._do(lambda at: deciding.different(at, this, that))
            )
            self._open(dialog)

        self._window.jobs.ask("weigh", compare, show)

    # Two in one

    def ask_part(self) -> None:
        """Ask which rows of the person on screen are somebody else's."""
        library, page = self._window.state.library, self._people.shown
        if library is None or page is None:
            return

        def preview(rows: Rows, answered: Callable[[Parting], None]) -> None:
            self._window.jobs.ask(
                "part", lambda _: deciding.preview_part(library, page.person, rows), answered
            )

        dialog = PartDialog(page, preview, self._window)
        dialog.part_wanted.connect(
            lambda rows: self._do(lambda at: deciding.part(at, page.person, rows))
        )
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    # Doing it

    def _do(self, decide: Callable[[Library], Done], goes_to: str | None = None) -> None:
        library = self._window.state.library
        if library is None:
            return

        def done(what: Done) -> None:
            if goes_to is not None:
                self._people.open(goes_to)
            step = what.step
            if step is None:
                self._window.notices.say(say("It was so already."))
                return
            self._window.notices.say(
                say("Decided: {what}.", what=tell(step.says)),
                counted(len(what.articles), "{n} dispatch changed", "{n} dispatches changed"),
                say("Undo"),
                lambda: self._undo(step.number),
            )

        self._window.jobs.do(say("Deciding who is who"), lambda _: decide(library), done)

    def _undo(self, step: int) -> None:
        library = self._window.state.library
        if library is not None:
            self._window.jobs.do(
                say("Undoing"),
                lambda _: steps.undo(library, step),
                lambda _: self._window.notices.say(say("Undone.")),
            )

    # Shared with colleagues

    def ask_export(self) -> None:
        """Ask where to write the decisions to."""
        said, _ = QFileDialog.getSaveFileName(
            self._window, say("Save decisions about people"), f"people{SUFFIX}", f"*{SUFFIX}"
        )
        if said:
            self.export(Path(said))

    def export(self, target: Path) -> None:
        """Write the decisions to ``target``."""
        library = self._window.state.library
        if library is not None:
            self._window.jobs.do(
                say("Saving decisions about people"),
                lambda _: write_decisions(library, target),
                lambda count: self._window.notices.say(
                    counted(count, "{n} decision saved.", "{n} decisions saved.")
                ),
            )

    def ask_import(self) -> None:
        """Ask which file of decisions to take over."""
        said, _ = QFileDialog.getOpenFileName(
            self._window, say("Take over decisions about people"), "", "*.toml"
        )
        if said:
            self.take_over(Path(said))

    def take_over(self, file: Path) -> None:
        """Take over the decisions of ``file``, and say what became of them."""
        library = self._window.state.library
        if library is not None:
            self._window.jobs.do(
                say("Taking over decisions about people"),
                lambda _: take_over(library, read_decisions(file)),
                self._tell,
            )

    def _tell(self, taken: TakenOver) -> None:
        self._window.notices.say(
            counted(len(taken.new), "{n} decision taken over.", "{n} decisions taken over."),
            say(
                "{known} were yours already; {refused} say otherwise than yours and were left.",
                known=number(len(taken.known)),
                refused=number(len(taken.refused)),
            ),
        )

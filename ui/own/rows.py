"""Correcting who took part: what the actions ask for on the chosen row and the marked words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from desktop_app.library import correcting
from desktop_app.library.correcting import Cells
from desktop_app.model.article import Article
from desktop_app.model.participant import Participant
from desktop_app.model.passage import passage_of
from ui.own.astray import AstrayBox
from ui.own.boxes import EventBox, RowBox, SideBox, WhyBox

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Rows(QObject):
    """Corrections of the article on show; each is a step."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.box: QDialog | None = None
        window.article.participants.cell_edited.connect(self.correct)

    @property
    def _shown(self) -> Article | None:
        return self._window.article.article

    @property
    def _row(self) -> Participant | None:
        return self._window.article.chosen_person()

    def correct(self, row: Participant, cells: Cells) -> None:
        """Set cells of ``row``."""
        shown = self._shown
        if shown is not None:
            self._window.steps.do(
                lambda library: correcting.correct_row(library, shown, row, cells)
            )

    def edit(self) -> None:
        """Begin to type in the chosen row."""
        table = self._window.article.participants
        table.setFocus()
        index = table.currentIndex()
        table.edit(index.siblingAtColumn(index.column() if index.column() in (1, 2, 3) else 1))

    def confirm(self) -> None:
        """Mark the chosen row as checked, and go to the next; again, take the mark away."""
        shown, row = self._shown, self._row
        if shown is not None and row is not None:
            on = not row.confirmed
            self._window.steps.do(
                lambda library: correcting.confirm_rows(library, shown, [row], on=on), quiet=True
            )
            if on:
                self._window.article.participants.step(1)

    def confirm_all(self) -> None:
        """Mark every row of the dispatch as checked."""
        shown = self._shown
        if shown is not None:
            rows = [row for event in shown.events for row in event.participants]
            self._window.steps.do(lambda library: correcting.confirm_rows(library, shown, rows))

    def remove(self) -> None:
        """Take the chosen row away."""
        shown, row = self._shown, self._row
        if shown is not None and row is not None:
            self._window.article.participants.step(1)
            self._window.steps.do(lambda library: correcting.remove_rows(library, shown, [row]))

    def move(self, by: int) -> None:
        """Move the chosen row up or down within its event."""
        shown, row = self._shown, self._row
        if shown is not None and row is not None:
            self._window.steps.do(
                lambda library: correcting.move_row(library, shown, row, by), quiet=True
            )

    def set_side(self) -> None:
        """Ask for the side of the chosen row."""
        shown, row = self._shown, self._row
        if shown is None or row is None:
            return
        box = SideBox(self._window, shown, row)
        box.accepted.connect(lambda: self.correct(row, Cells(side=box.side.currentText())))
        self._open(box)

    def make(self) -> None:
        """Make a participant of the words that are marked in the text."""
        shown, span = self._shown, self._window.article.text.marked()
        if shown is None or shown.version is None or span is None:
            return
        words = " ".join(shown.version.text[slice(*span)].split())
        box = RowBox(self._window, shown, words, self._row)

        def add() -> None:
            cells, event = box.cells(), box.of_event.currentIndex()
            self._window.steps.do(
                lambda library: correcting.add_row(library, shown, cells, event=event, span=span)
            )

        box.accepted.connect(add)
        self._open(box)

    def note(self) -> None:
        """Write a note: on the words that are marked in the text, else on the dispatch."""
        shown, span = self._shown, self._window.article.text.marked()
        if shown is None:
            return
        passage = passage_of(shown.version.text, *span) if shown.version and span else None
        self._window.article.show_tab("notes")
        self._window.article.notes.begin(passage)

    def correct_event(self) -> None:
        """Ask for kind, days and place of the event that the chosen row is in."""
        shown, row = self._shown, self._row
        if shown is None or not shown.events:
            return
        number = next((n for n, e in enumerate(shown.events) if row in e.participants), 0)
        box = EventBox(self._window, shown.events[number])

        def correct() -> None:
            said = box.said()
            self._window.steps.do(
                lambda library: correcting.correct_event(library, shown, number, **said)
            )

        box.accepted.connect(correct)
        self._open(box)

    def why(self) -> None:
        """Say why the chosen row is there: the rule, how sure it is, the sentence."""
        shown, row = self._shown, self._row
        if shown is not None and row is not None:
            self._open(WhyBox(self._window, shown, row))

    def show_astray(self) -> None:
        """List the corrections that found no place in the texts as they now are."""
        library = self._window.state.library
        if library is not None:
            self._open(AstrayBox(self._window, library))

    def _open(self, box: QDialog) -> None:
        self.box = box
        box.open()

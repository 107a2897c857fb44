"""Stars, read marks, tags and the bin, on the rows that are selected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox

from desktop_app.library import binning, marking
from desktop_app.library.library import Library
from desktop_app.library.steps import Done
from desktop_app.model.shelf import Shelf
from desktop_app.query.query import Lies, Query
from ui.language import counted, say, tell
from ui.own.steps import LANE
from ui.own.tag_box import TagBox

if TYPE_CHECKING:
    from ui.main_window import MainWindow

READ_AFTER = 1500  # milliseconds on a dispatch: passing by is no reading


class Marks(QObject):
    """What the table of actions asks for on the selected dispatches."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._steps = window.steps
        self._reading = QTimer(self, singleShot=True, interval=READ_AFTER)
        self._reading.timeout.connect(self._note_reading)
        window.state.article_chosen.connect(lambda _: self._reading.start())
        self.box: TagBox | None = None

    def chosen(self) -> list[int]:
        """Return the selected dispatches, or the one being read."""
        state = self._window.state
        selected = [int(one) for one in state.selection]
        return selected or ([state.article] if state.article is not None else [])

    def toggle_star(self, articles: list[int] | None = None) -> None:
        """Star what is selected; where all of it has a star, take the stars away."""
        ids = articles or self.chosen()

        def act(library: Library) -> Done:
            starred = library.arrays().starred
            return marking.star(library, ids, on=not all(starred[one] for one in ids))

        if ids:
            self._steps.do(act, quiet=len(ids) == 1)

    def toggle_read(self) -> None:
        """Mark what is selected as read; where all of it was, as unread."""
        ids = self.chosen()

        def act(library: Library) -> Done:
            unread = library.arrays().unread
            return marking.mark_read(library, ids, on=any(unread[one] for one in ids))

        if ids:
            self._reading.stop()
            self._steps.do(act, quiet=len(ids) == 1)

    def tag(self, shelf: Shelf = Shelf.TAG) -> None:
        """Open the box that tags what is selected, or collects it."""
        ids, library = self.chosen(), self._window.state.library
        if ids and library is not None:
            self.box = TagBox(self._window, library, shelf, ids)
            self.box.open()

    def delete(self) -> None:
        """Take away what the keyboard stands on: a participant's row, or the dispatches."""
        if self._window.article.participants.hasFocus():
            self._window.rows.remove()
        else:
            self.bin()

    def bin(self) -> None:
        """Move what is selected to the bin, or out of it where the bin is shown."""
        ids = self.chosen()
        if not ids:
            return
        if self.shows_bin:
            self._steps.do(lambda library: binning.restore(library, ids))
        else:
            self._window.list.step(1)
            self._steps.do(lambda library: binning.move_to_bin(library, ids))

    def purge(self) -> None:
        """Ask once, and remove the selected dispatches of the bin for ever."""
        ids = self.chosen()
        self.question = QMessageBox(
            QMessageBox.Icon.Warning,
            say("Purge"),
            counted(
                len(ids),
                "Remove {n} dispatch for ever, with its text, notes and original?",
                "Remove {n} dispatches for ever, with their texts, notes and originals?",
            ),
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        self.question.setInformativeText(say("This cannot be undone. Backups made before stay."))
        sure = self.question.addButton(say("Purge"), QMessageBox.ButtonRole.DestructiveRole)
        sure.clicked.connect(lambda: self._purge(ids))
        self.question.open()

    def _purge(self, ids: list[int]) -> None:
        from desktop_app.library.purging import Purged, purge, told  # rare, and a start waits

        state = self._window.state
        library = state.library
        if library is None:
            return
        if state.article in ids:
            state.choose(None)

        def done(purged: Purged) -> None:
            state.refresh()
            self._window.notices.say(tell(told(purged)))

        self._window.jobs.do(say("Purging"), lambda _: purge(library, ids), done, LANE)

    @property
    def shows_bin(self) -> bool:
        return self._window.state.query.lies is Lies.BIN

    def show_bin(self) -> None:
        """Show what lies in the bin; again, go back to the library."""
        state = self._window.state
        if self.shows_bin:
            state.ask(replace(state.query, lies=Lies.LIBRARY))
        else:
            state.ask(Query(lies=Lies.BIN))

    def take_back(self, articles: tuple[int, ...]) -> None:
        """Take out of the bin what an import met there again."""
        self._steps.do(lambda library: binning.restore(library, articles))

    def undo_import(self) -> None:
        """Move to the bin what the last import alone brought."""

        def act(library: Library) -> Done:
            newest = library.import_runs()[0].id if library.import_runs() else 0
            return binning.undo_import(library, newest)

        self._steps.do(act)

    def toggle_reading(self) -> None:
        """Count dispatches as read when they are opened, or no longer."""
        habits = self._window.habits
        habits.set_reading(on_opening=not habits.reads_on_opening)

    def _note_reading(self) -> None:
        state, shown = self._window.state, self._window.article.article
        if not self._window.habits.reads_on_opening or not self._steps.writable or shown is None:
            return
        if shown.row.unread and shown.row.id == state.article:
            number = shown.row.id
            self._steps.do(lambda library: marking.opened(library, number), quiet=True)

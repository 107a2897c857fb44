"""Reading the texts again in the window: first what it would change, then, if wanted, doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.jobs import Job
from desktop_app.library.library import Library
from ui.language import counted, say

if TYPE_CHECKING:
    from desktop_app.importing.reread import RereadReport
    from ui.main_window import MainWindow

LANE = "imports"  # it gives way between batches as an import does


class Rereading(QObject):
    """Says in a line what another reading would change, with a button that does it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.report: RereadReport | None = None

    def ask(self) -> None:
        """Read everything that an older reader read, and say what would change."""
        library = self._window.state.library
        if library is not None:
            self._window.jobs.do(
                say("Reading texts again"),
                lambda job: _reread(library, job, dry_run=True),
                self._offer,
                LANE,
            )

    def _offer(self, report: RereadReport) -> None:
        self.report = report
        if not report.texts:
            self._window.notices.say(say("Every text was read by this Dateline's reader."))
            return
        self._window.notices.say(
            say(
                "{changed} of {texts} texts would be read otherwise: {gone} rows gone, {come} new.",
                changed=report.changed,
                texts=report.texts,
                gone=report.rows_gone,
                come=report.rows_come,
            ),
            say("Your corrections stay."),
            say("Read again"),
            self.do,
        )

    def do(self) -> None:
        """Read again, and let the new reading stand."""
        library = self._window.state.library
        if library is None:
            return

        def done(report: RereadReport) -> None:
            self._window.state.refresh()
            line = counted(report.texts, "{n} text was read again.", "{n} texts were read again.")
            self._window.notices.say(line)

        self._window.jobs.do(
            say("Reading texts again"), lambda job: _reread(library, job), done, LANE
        )


def _reread(library: Library, job: Job, *, dry_run: bool = False) -> RereadReport:
    from desktop_app.importing.reread import reread  # seldom wanted, and slow to load

    return reread(library, job, dry_run=dry_run)

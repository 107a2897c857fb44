"""Imports from the window: dropped or chosen files go in beside your reading."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.importing.standing import Standing, read_standing, write_standing
from desktop_app.paths import Paths
from ui.importing.naming import Naming
from ui.language import counted, number, say, tell
from ui.notices import Notices
from ui.state import BrowserState
from ui.theme import Appearance

if TYPE_CHECKING:
    from desktop_app.importing.report import ImportReport, Totals
    from desktop_app.jobs import Job
    from ui.importing.report_window import ReportWindow


class Importer(QObject):
    """Takes files into the open library; one import after the other, none lost."""

    def __init__(
        self,
        state: BrowserState,
        notices: Notices,
        appearance: Appearance,
        paths: Paths,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._state = state
        self._notices = notices
        self._appearance = appearance
        self._window = parent
        self.library_wanted: Callable[[], None] = lambda: None
        self.back_wanted: Callable[[tuple[int, ...]], object] = lambda _: None
        self.report: ImportReport | None = None
        self.report_window: ReportWindow | None = None
        self.naming = Naming(state, notices, self.take, parent)

    @property
    def busy(self) -> bool:
        """Whether an import, or other long work, is under way."""
        return bool(self._state.jobs.working)

    def ask_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self._window, say("Import files"))
        self.take([Path(name) for name in chosen])

    def ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, say("Import a folder"))
        if chosen:
            self.take([Path(chosen)])

    def take(
        self,
        paths: list[Path],
        mapping: Mapping[str, str] | None = None,
        only: Container[str] | None = None,
    ) -> None:
        """Import ``paths`` into the open library; a first one is made where none is open.

        ``mapping`` names a table's columns; ``only`` names what has arrived in a watched folder.
        """
        if not paths:
            return
        if self._state.library is None:
            self.library_wanted()
        library = self._state.library
        if library is None:
            return
        if not library.writable:
            self._notices.say(
                say("“{name}” is open to read only.", name=library.name),
                say("Close the other window or command that writes in it, and import again."),
            )
            return
        name = named(paths)
        owed = tuple(str(path.absolute()) for path in paths)
        watched = only is not None
        state, place = self._paths.state, library.path
        if not watched:
            write_standing(state, place, read_standing(state, place).begun(owed))

        def done(report: ImportReport) -> None:
            if not watched:
                write_standing(state, place, read_standing(state, place).finished(owed))
            self._done(report, watched=watched)

        def work(job: Job) -> ImportReport:
            # The readers of all formats take a fifth of a second to load: here the window does
            # not wait for them.
            from desktop_app.importing.run import import_paths

            return import_paths(library, paths, job, mapping, only=only)

        self._state.jobs.do(
            say("Importing “{name}”", name=name),
            work,
            done,
            "imports",
        )

    @property
    def standing(self) -> Standing:
        """What the open library still owes, and which folders it watches."""
        library = self._state.library
        return read_standing(self._paths.state, library.path) if library else Standing()

    def keep(self, standing: Standing) -> None:
        """Keep what the open library owes and watches over a restart, however this ends."""
        library = self._state.library
        if library is not None:
            write_standing(self._paths.state, library.path, standing)

    def go_on(self) -> None:
        """Go on with the imports that a closed window or a power cut broke off."""
        library = self._state.library
        if library is None or not library.writable:
            return
        for owed in self.standing.unfinished:
            self._notices.say(say("Going on with the import that was broken off."))
            self.take([Path(path) for path in owed])

    def may_close(self) -> bool:
        """Ask once, where an import is under way; it goes on when the library is opened again."""
        if not self.importing:
            return True
        asking = QMessageBox(self._window)
        asking.setIcon(QMessageBox.Icon.Question)
        asking.setText(say("An import is under way."))
        asking.setInformativeText(
            say("What is done is kept; the rest follows when this library is opened again.")
        )
        close = asking.addButton(say("Close"), QMessageBox.ButtonRole.AcceptRole)
        stay = asking.addButton(say("Stay"), QMessageBox.ButtonRole.RejectRole)
        asking.setDefaultButton(stay)
        asking.exec()
        return asking.clickedButton() is close

    @property
    def importing(self) -> bool:
        """Whether an import is under way or waits for its turn, and nobody has stopped it."""
        going = any(not work.job.cancelled for work in self._state.jobs.working)
        return going and bool(self.standing.unfinished)

    def _done(self, report: ImportReport, *, watched: bool) -> None:
        self.report = report
        self._state.refresh()
        totals = report.totals
        if watched and not totals.new + totals.new_version:
            return
        said = totals_in_words(totals)
        if report.cancelled:
            said = say("Stopped; what was done is kept: {totals}", totals=said)
        elif watched:
            said = say("From a watched folder: {totals}", totals=said)
        else:
            said = say("Imported: {totals}", totals=said)
        said = " · ".join((said, *map(tell, report.ruled)))
        if report.binned:
            self._offer_back(report.binned, said)
        elif not self.naming.offer(report, said):
            self._notices.say(said, "", say("Show report"), self.show_reports)

    def _offer_back(self, binned: tuple[int, ...], said: str) -> None:
        met = counted(len(binned), "{n} lies in the bin", "{n} lie in the bin")
        back = say("Take out of the bin")
        self._notices.say(f"{said} · {met}", "", back, lambda: self.back_wanted(binned))

    def show_reports(self) -> None:
        """Show what became of every file, of this import and of earlier ones."""
        library = self._state.library
        if library is None:
            return
        from ui.importing.report_window import ReportWindow

        self.report_window = ReportWindow(library, self._appearance, self._window)
        self.report_window.show()


def named(paths: Sequence[Path]) -> str:
    """Name what is imported: the first, and how many there are beside it."""
    first, more = paths[0].name or str(paths[0]), len(paths) - 1
    return say("{first} and {n} more", first=first, n=number(more)) if more else first


def totals_in_words(totals: Totals) -> str:
    """Say how many dispatches met which fate."""
    parts = [
        counted(totals.new, "{n} new", "{n} new"),
        counted(totals.new_version, "{n} new version", "{n} new versions"),
        counted(totals.duplicate, "{n} known already", "{n} known already"),
        counted(totals.skipped, "{n} skipped", "{n} skipped"),
    ]
    counts = (totals.new, totals.new_version, totals.duplicate, totals.skipped)
    return ", ".join(said for said, count in zip(parts, counts, strict=True) if count) or say(
        "nothing"
    )

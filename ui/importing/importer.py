"""Imports from the window: dropped or chosen files go in beside your reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.language import counted, say
from ui.notices import Notices
from ui.state import BrowserState
from ui.theme import Appearance

if TYPE_CHECKING:
    from desktop_app.importing.report import ImportReport, Totals
    from desktop_app.jobs import Job
    from desktop_app.library.library import Library
    from ui.importing.report_window import ReportWindow


class Importer(QObject):
    """Takes files into the open library; one import after the other, none lost."""

    def __init__(
        self, state: BrowserState, notices: Notices, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._notices = notices
        self._appearance = appearance
        self._window = parent
        self.library_wanted: Callable[[], None] = lambda: None
        self.report: ImportReport | None = None
        self.report_window: ReportWindow | None = None

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

    def take(self, paths: list[Path]) -> None:
        """Import ``paths`` into the open library; a first one is made where none is open."""
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
        name = paths[0].name if len(paths) == 1 else counted(len(paths), "{n} file", "{n} files")
        self._state.jobs.do(
            say("Importing “{name}”", name=name),
            lambda job: _import(library, paths, job),
            self._done,
            "imports",
        )

    def _done(self, report: ImportReport) -> None:
        self.report = report
        self._state.refresh()
        said = totals_in_words(report.totals)
        if report.cancelled:
            said = say("Stopped; what was done is kept: {totals}", totals=said)
        else:
            said = say("Imported: {totals}", totals=said)
        self._notices.say(said, "", say("Show report"), self.show_reports)

    def show_reports(self) -> None:
        """Show what became of every file, of this import and of earlier ones."""
        library = self._state.library
        if library is None:
            return
        from ui.importing.report_window import ReportWindow

        self.report_window = ReportWindow(library, self._appearance, self._window)
        self.report_window.show()


def _import(library: Library, paths: list[Path], job: Job) -> ImportReport:
    """Import beside the window, where it does not wait a fifth of a second for all readers."""
    from desktop_app.importing.run import import_paths

    return import_paths(library, paths, job)


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

"""Prints what the window shows, or writes it to a file; the work is done beside your reading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop_app.jobs import Job
from ui.language import say

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.printing.print_dialog import PrintDialog
    from ui.printing.printables import Printable
    from ui.printing.targets import FileKind

# What draws and what writes is imported when it is wanted: most days nobody prints.


class Printing(QObject):
    """Asks what and where to, then prints."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last = ""
        self.dialog: PrintDialog | None = None

    def ask(self) -> None:
        """Ask what to print, and where to."""
        from ui.printing.print_dialog import PrintDialog
        from ui.printing.printables import PRINTABLES

        window = self._window
        possible = [each for each in PRINTABLES if window.has(each.needs)]
        self.dialog = PrintDialog(possible, self._last, window)
        self.dialog.print_wanted.clicked.connect(self._print)
        for kind, button in self.dialog.files.items():
            button.clicked.connect(lambda _=False, kind=kind: self._ask_where(kind))
        self.dialog.open()

    def _chosen(self) -> Printable:
        assert self.dialog is not None  # asked by its buttons
        chosen = self.dialog.chosen
        self._last = chosen.name
        self.dialog.accept()
        return chosen

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from ui.printing.targets import page_layout, print_on

        chosen, window = self._chosen(), self._window
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(landscape=chosen.picture))
        printer.setDocName(say(chosen.text))
        if QPrintDialog(printer, window).exec() == QDialog.DialogCode.Accepted:
            begun = chosen.begin(window)
            window.jobs.do(
                say("Printing"),
                lambda job: print_on(begun(job), printer, job),
                lambda _: window.notices.say(say("Sent to the printer.")),
                "exports",
            )

    def _ask_where(self, kind: FileKind) -> None:
        chosen = self._chosen()
        library = self._window.state.library
        name = f"{library.name if library else 'Dateline'} {chosen.name}{kind.suffix}"
        place, _ = QFileDialog.getSaveFileName(
            self._window, say("Save as"), name, f"{say(kind.label)} (*{kind.suffix})"
        )
        if place:
            target = Path(place)
            self.write(chosen, kind, target if target.suffix else target.with_suffix(kind.suffix))

    def write(self, chosen: Printable, kind: FileKind, target: Path) -> None:
        """Write ``chosen`` to ``target``, beside your reading."""
        from ui.printing.targets import write_file

        window, begun = self._window, chosen.begin(self._window)

        def run(job: Job) -> Path:
            return write_file(begun(job), kind, target, job)

        window.jobs.do(say("Writing “{name}”", name=target.name), run, self._written, "exports")

    def _written(self, target: Path) -> None:
        self._window.notices.say(
            say("Written: “{name}”.", name=target.name),
            str(target.parent),
            say("Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))),
        )

"""Exports from the window: asks what and where, then writes beside your reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop_app.exporting.choice import Choice, Rows
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from ui.article_list.columns import COLUMNS
from ui.language import counted, say, tell

if TYPE_CHECKING:
    from ui.exporting.export_dialog import ExportDialog
    from ui.main_window import MainWindow

PAGE = 500


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked to have written."""

    rows: Rows
    format: str
    selected: bool
    with_recipe: bool


class Exporter(QObject):
    """Writes the view or the selection to a file."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: ExportDialog | None = None
        self._last = Wish(Rows.ARTICLES, "csv", selected=False, with_recipe=False)

    def ask(self) -> None:
        """Ask what to write; several selected rows are offered first."""
        # Writing workbooks takes a quarter of a second to load: not before it is wanted.
        from ui.exporting.export_dialog import ExportDialog

        state = self._window.state
        if state.library is None:
            return
        chosen = len(state.selection)
        dialog = ExportDialog(len(state.result), chosen, self._last, self._window)
        dialog.wished.connect(self._ask_where)
        self.dialog = dialog
        dialog.open()

    def _ask_where(self, wish: Wish) -> None:
        from desktop_app.exporting.formats import FORMATS

        self._last = wish
        form = FORMATS[wish.format]
        library = self._window.state.library
        name = f"{library.name if library else 'dateline'} {wish.rows}{form.suffix}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, say("Export"), name, f"{tell(form.label)} (*{form.suffix})"
        )
        if chosen:
            target = Path(chosen)
            self.write(wish, target if target.suffix else target.with_suffix(form.suffix))

    def write(self, wish: Wish, target: Path) -> None:
        """Write what was wished to ``target``, in the columns on show."""
        from desktop_app.exporting.formats import export

        window = self._window
        library, query = window.state.library, window.state.query
        if library is None:
            return
        columns = tuple(COLUMNS[place].name for place in window.list.told_columns())
        ids = [int(i) for i in window.state.selection] if wish.selected else None

        def run(job: Job) -> int:
            selected = None if ids is None else public_ids(library, ids, job)
            choice = Choice(query, wish.rows, columns, selected)
            return export(
                library, choice, target, job, name=wish.format, with_recipe=wish.with_recipe
            )

        window.jobs.do(
            say("Exporting “{name}”", name=target.name),
            run,
            lambda count: self._done(count, target),
            "exports",
        )

    def _done(self, count: int, target: Path) -> None:
        said = counted(count, "{n} row", "{n} rows")
        self._window.notices.say(
            say("Exported {rows} to “{name}”.", rows=said, name=target.name),
            folder_in_words(target.parent),
            say("Show in folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent))),
        )


def folder_in_words(folder: Path) -> str:
    """Write a folder as people know it: their own as ~."""
    home = Path.home()
    return (
        f"~/{folder.relative_to(home).as_posix()}" if folder.is_relative_to(home) else str(folder)
    )


def public_ids(library: Library, ids: Sequence[int], job: Job) -> tuple[str, ...]:
    """Return the ids that exports use, which outlive a rebuild."""
    found: list[str] = []
    for start in range(0, len(ids), PAGE):
        job.check()
        found.extend(row.public_id for row in library.rows(ids[start : start + PAGE]))
    return tuple(found)

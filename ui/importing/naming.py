"""Tables whose columns were not recognised: offered after an import, named, read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from ui.language import counted, say
from ui.notices import Notices
from ui.state import BrowserState

if TYPE_CHECKING:
    from desktop_app.importing.records import Guess
    from desktop_app.importing.report import ImportReport
    from desktop_app.library.runs import ImportEntry
    from ui.importing.mapping_dialog import MappingDialog

Take = Callable[[list[Path], Mapping[str, str] | None], None]


class Naming(QObject):
    """Lets the user name a table's columns, and has it and its like imported so."""

    def __init__(self, state: BrowserState, notices: Notices, take: Take, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._notices = notices
        self._take = take
        self._window = parent
        self._others: list[Path] = []
        self.dialog: MappingDialog | None = None

    def offer(self, report: ImportReport, said: str) -> bool:
        """Offer to name the columns of what ``report`` refused for them; say if there was any."""
        unknown = [one for one in report.entries if has_unknown_columns(one)]
        if not unknown:
            return False
        tables = counted(
            len(unknown),
            "{n} table has columns that are not recognised.",
            "{n} tables have columns that are not recognised.",
        )
        others = [Path(one.path) for one in unknown[1:]]
        first = unknown[0]
        self._notices.say(said, tables, say("Name the columns…"), lambda: self.ask(first, others))
        return True

    def ask(self, entry: ImportEntry, others: list[Path] | None = None) -> None:
        """Show the first rows of the table that ``entry`` tells of, and ask for its columns."""
        from desktop_app.importing.preview import preview

        self._others = [path for path in others or [] if str(path) != entry.path]
        path, member = Path(entry.path), entry.member
        self._state.jobs.ask(
            "columns", lambda _: preview(path, member), lambda guess: self._show(entry, guess)
        )

    def _show(self, entry: ImportEntry, guess: Guess | None) -> None:
        from ui.importing.mapping_dialog import MappingDialog

        name = Path(entry.member or entry.path).name
        if guess is None:
            self._notices.say(say("“{file}” shows no table of columns.", file=name))
            return
        self.dialog = MappingDialog(name, guess, self._window)
        self.dialog.finished.connect(lambda how: self._named(entry, how))
        self.dialog.open()

    def _named(self, entry: ImportEntry, how: int) -> None:
        dialog, library = self.dialog, self._state.library
        self.dialog = None
        if dialog is None or library is None or how != QDialog.DialogCode.Accepted:
            return
        from desktop_app.importing.columns import header_of
        from desktop_app.library.tables import name_columns

        by_field = dialog.by_field
        name_columns(library, header_of(dialog.guess.names), by_field)
        self._take([Path(entry.path)], by_field)
        self._take(self._others, None)


def has_unknown_columns(entry: ImportEntry) -> bool:
    """Say whether a file was refused because nobody knows which column holds what."""
    from desktop_app.importing.readers.fields import UNKNOWN_COLUMNS

    return str(UNKNOWN_COLUMNS) in entry.reason

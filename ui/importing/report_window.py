"""The report of an import: what became of every file, filtered, written as CSV."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.importing.report import ImportReport
from desktop_app.library.library import Library
from desktop_app.library.runs import ImportEntry, ImportRun
from desktop_app.library.taking import Outcome
from ui.language import moment, number, say
from ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
SORTED_BY = Qt.ItemDataRole.UserRole
HEADINGS = ("File", "Outcome", "New", "Versions", "Known", "Skipped", "Reason")
OUTCOMES = {
    Outcome.NEW: "new",
    Outcome.NEW_VERSION: "new version",
    Outcome.DUPLICATE: "known already",
    Outcome.SKIPPED: "skipped",
}


class ReportWindow(QDialog):
    """Shows import runs, newest first, and what each did with every file."""

    def __init__(self, library: Library, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Import reports"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 560)
        self._library = library
        self._runs = library.import_runs()
        self._report = ImportReport(())
        self.entries = _Entries(appearance, self)
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.entries)
        self.shown.setFilterKeyColumn(-1)
        self.shown.setSortRole(SORTED_BY)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.runs = QComboBox()
        self.runs.setAccessibleName(say("Import"))
        self.runs.addItems([_caption(run) for run in self._runs])
        self.runs.setMinimumWidth(320)
        self.outcome = QComboBox()
        self.outcome.setAccessibleName(say("Outcome"))
        self.outcome.addItem(say("all outcomes"), "")
        for outcome, caption in OUTCOMES.items():
            self.outcome.addItem(say(caption), str(outcome))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(say("Find a file or a reason"))
        self.filter.setAccessibleName(say("Find a file or a reason"))
        self.totals = QLabel()
        self.totals.setProperty("look", "soft")
        self.table = QTableView()
        self._save = QPushButton(say("Save as CSV…"))
        self._save.setAutoDefault(False)
        self._lay_out()
        self.runs.currentIndexChanged.connect(self._show_run)
        self.filter.textChanged.connect(self.shown.setFilterFixedString)
        self.outcome.currentIndexChanged.connect(self._show_outcome)
        self._save.clicked.connect(self._ask_where)
        self._show_run(0)

    def _lay_out(self) -> None:
        self.table.setModel(self.shown)
        self.table.setAccessibleName(say("What became of every file"))
        self.table.setShowGrid(False)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.table.setWordWrap(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        heading = self.table.horizontalHeader()
        for column, width in enumerate((330, 126, 60, 76, 66, 76, 160)):
            self.table.setColumnWidth(column, width)
        heading.setSectionResizeMode(len(HEADINGS) - 1, QHeaderView.ResizeMode.Stretch)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.runs)
        top.addWidget(self.outcome)
        top.addWidget(self.filter, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.totals, 1)
        bottom.addWidget(self._save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(10)
        outer.addLayout(top)
        outer.addWidget(self.table, 1)
        outer.addLayout(bottom)

    def _show_run(self, place: int) -> None:
        from ui.importing.importer import totals_in_words

        if not 0 <= place < len(self._runs):
            self.totals.setText(say("Nothing has been imported yet."))
            return
        entries = self._library.import_report(self._runs[place].id)
        self._report = ImportReport(entries, run=self._runs[place].id)
        self.entries.show(entries)
        self._show_outcome(self.outcome.currentIndex())
        files = say("{n} files and members", n=number(len(entries)))
        self.totals.setText(f"{files} · {totals_in_words(self._report.totals)}")

    def _show_outcome(self, place: int) -> None:
        self.entries.keep(self.outcome.itemData(place))

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, say("Save the report"), "import-report.csv", "CSV (*.csv)"
        )
        if chosen:
            self.save(Path(chosen))

    def save(self, target: Path) -> None:
        """Write the run on show to ``target``, whatever is filtered."""
        self._report.to_csv(target)


class _Entries(QAbstractTableModel):
    """The entries of one run."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._all: tuple[ImportEntry, ...] = ()
        self._kept: list[ImportEntry] = []

    def show(self, entries: tuple[ImportEntry, ...]) -> None:
        self._all = entries

    def keep(self, outcome: str) -> None:
        """Show the entries with this outcome; all for none."""
        self.beginResetModel()
        self._kept = [one for one in self._all if not outcome or one.outcome == outcome]
        self.endResetModel()

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._kept)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if 2 <= section <= 5 else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return say(HEADINGS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one, column = self._kept[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _cell(one, column)
        if role == SORTED_BY:
            return _counts(one)[column - 2] if 2 <= column <= 5 else _cell(one, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and 2 <= column <= 5:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column != 0:
            skipped = column == 1 and one.outcome == Outcome.SKIPPED
            return self._appearance.theme.colour("unsure" if skipped else "soft")
        return None


def _counts(one: ImportEntry) -> tuple[int, int, int, int]:
    return one.new, one.new_version, one.duplicate, one.skipped


def _cell(one: ImportEntry, column: int) -> Any:
    file = f"{one.path} › {one.member}" if one.member else one.path
    outcome = say(OUTCOMES[Outcome(one.outcome)]) if one.outcome in OUTCOMES else one.outcome
    if 2 <= column <= 5:
        count = _counts(one)[column - 2]
        return number(count) if count else ""
    return {0: file, 1: outcome, 6: one.reason}[column]


def _caption(run: ImportRun) -> str:
    when = moment(datetime.fromisoformat(run.started_at).astimezone())
    states = {"running": say("cut off"), "cancelled": say("stopped"), "done": ""}
    parts = [when, run.source, states.get(run.state, run.state)]
    return " · ".join(part for part in parts if part)

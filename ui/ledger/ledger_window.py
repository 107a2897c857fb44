"""View > Changes: what was edited, what differs and what is gone, of what the search finds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
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
)

from desktop_app.analysis.ledger import (
    Difference,
    difference,
    known,
    ledger_rows,
    not_known,
)
from desktop_app.exporting.ledger import write_ledger_csv
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.model.ledger import KIND_SAYS, ChangeKind, LedgerEntry
from desktop_app.query.result import Result
from ui.language import counted, number, say, tell
from ui.ledger.ledger_model import CHANGED, LedgerModel, Line

if TYPE_CHECKING:
    from ui.main_window import MainWindow

PAGE = 500


class LedgerWindow(QDialog):
    """A table of changes that follows the search; a click opens the dispatch."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._state = window, window.state
        self.setWindowTitle(say("Changes"))
        self.resize(1080, 600)
        self._nothing = False
        self.rows = LedgerModel(window.appearance, self)
        self.about, self.known, self.not_known = QLabel(), QLabel(), QLabel()
        self.kind, self.title = QComboBox(), QLineEdit()
        self.table = QTableView()
        self.save_button = QPushButton(say("Save as CSV…"))
        self._lay_out()
        self.kind.activated.connect(lambda _: self._keep())
        self.title.textChanged.connect(lambda _: self._keep())
        self.rows.differences_wanted.connect(self._compare)
        self.table.activated.connect(self._open)
        self.table.clicked.connect(self._open)
        self.table.selectionModel().currentChanged.connect(lambda now, _: self._explain(now))
        self.save_button.clicked.connect(self._ask_where)
        self._state.result_changed.connect(self._ask)
        self._state.library_changed.connect(self.close)

    def _lay_out(self) -> None:
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kind.setAccessibleName(say("Kind of change"))
        self.title.setPlaceholderText(say("Find a title"))
        self.title.setAccessibleName(say("Find a title"))
        self.save_button.setAutoDefault(False)
        for label in (self.about, self.known, self.not_known):
            label.setProperty("look", "soft")
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        table = self.table
        table.setModel(self.rows)
        table.setAccessibleName(say("Ledger of changes"))
        table.setShowGrid(False)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        for column, width in enumerate((100, 236, 140, 260, 104, 136)):
            table.setColumnWidth(column, width)
        heading = table.horizontalHeader()
        heading.setSectionResizeMode(CHANGED, QHeaderView.ResizeMode.Stretch)
        top = QHBoxLayout()
        top.addWidget(self.kind)
        top.addWidget(self.title, 1)
        bottom = QHBoxLayout()
        said = QVBoxLayout()
        said.addWidget(self.known)
        said.addWidget(self.not_known)
        bottom.addLayout(said, 1)
        bottom.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(10)
        outer.addWidget(self.about)
        outer.addLayout(top)
        outer.addWidget(table, 1)
        outer.addLayout(bottom)

    def _ask(self, result: Result) -> None:
        library = self._state.library
        if library is None or not self.isVisible():
            return
        self._state.jobs.ask("ledger", lambda job: _lines(library, result, job), self._show)

    def _show(self, lines: tuple[Line, ...]) -> None:
        counts = Counter(line.entry.kind for line in lines)
        chosen = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(say("all kinds ({n})", n=number(len(lines))), "")
        for kind in ChangeKind:
            said = say(KIND_SAYS[kind])
            self.kind.addItem(f"{said} ({number(counts[kind])})", str(kind))
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.kind.updateGeometry()
        found = counted(len(self._state.result), "{n} dispatch", "{n} dispatches")
        self.about.setText(
            say("Of {dispatches}: {query}", dispatches=found, query=self._state.query.words())
        )
        self.rows.show(lines)
        self._nothing = not lines
        self._keep()

    def _keep(self) -> None:
        self.rows.keep(self.kind.currentData() or "", self.title.text())
        self._explain(QModelIndex())
        self.save_button.setEnabled(self.rows.rowCount() > 0)

    def _compare(self, entries: list[LedgerEntry]) -> None:
        library = self._state.library
        if library is not None:
            self._state.jobs.ask(
                "ledger differences", lambda job: _differences(library, entries, job), self._learn
            )

    def _learn(self, told: dict[LedgerEntry, Difference]) -> None:
        self.rows.learn(told)

    def _explain(self, index: QModelIndex) -> None:
        line = self.rows.line_at(index.row()) if index.isValid() else None
        if line is None:
            self.known.setText(
                say(
                    "Nothing of it was changed, as far as the captures tell: it takes two captures "
                    "of a dispatch, or a complete list of its day, to know."
                )
                if self._nothing
                else say("Choose a row to read what is known of it and what is not.")
            )
            self.not_known.clear()
            return
        self.known.setText(say("Known: {what}", what=known(line.entry)))
        self.not_known.setText(say("Not known: {what}", what=not_known(line.entry)))

    def _open(self, index: QModelIndex) -> None:
        line = self.rows.line_at(index.row())
        if line is None:
            return
        entry = line.entry
        both = None
        if entry.earlier is not None and entry.later is not None:
            both = (entry.earlier, entry.later)
        self._window.article.open(entry.article, both)

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, say("Save the ledger"), "changes.csv", "CSV (*.csv)"
        )
        if chosen:
            self.save(Path(chosen))

    def save(self, target: Path) -> None:
        """Write the rows of the chosen kind to ``target``."""
        library, result, kind = self._state.library, self._state.result, self.kind.currentData()
        if library is None:
            return

        def write(job: Job) -> int:
            rows = ledger_rows(library, result, job)
            return write_ledger_csv(
                (row for row in rows if not kind or row.entry.kind == kind), target, tell
            )

        self._state.jobs.do(say("Saving the ledger"), write, lambda _: None, "exports")

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask(self._state.result)


def _lines(library: Library, result: Result, job: Job) -> tuple[Line, ...]:
    entries = library.ledger(result, job)
    lines = []
    for start in range(0, len(entries), PAGE):
        job.check()
        page = entries[start : start + PAGE]
        articles = {row.id: row for row in library.rows({one.article for one in page})}
        lines += [Line(one, articles[one.article]) for one in page if one.article in articles]
    return tuple(lines)


def _differences(
    library: Library, entries: list[LedgerEntry], job: Job
) -> dict[LedgerEntry, Difference]:
    told = {}
    for entry in entries:
        job.check()
        told[entry] = difference(library, entry)
    return told

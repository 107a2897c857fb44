"""The timeline pane: caption, split, and the chart, which comes after the first paint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.jobs import Job
from desktop_app.query.conditions.days import in_span, on_day
from desktop_app.query.query import Query
from desktop_app.query.result import DayCounts, Result
from ui.kinds import kind_name, language_name
from ui.language import counted, say
from ui.state import BrowserState
from ui.theme import Appearance
from ui.timeline.bar_table import BarTable
from ui.timeline.bins import REST, Unit, covered_runs, number_of
from ui.timeline.colouring import Colouring

if TYPE_CHECKING:
    from ui.timeline.chart import Chart

SPLITS = {"none": "nothing", "kind": "kind", "outlet": "outlet", "language": "language"}
CAPTIONS = {
    Unit.DAY: "Dispatches per day",
    Unit.WEEK: "Dispatches per week",
    Unit.MONTH: "Dispatches per month",
    Unit.YEAR: "Dispatches per year",
}


class Timeline(QFrame):
    """Shows the result over time; a dragged span narrows, a double click opens a day."""

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("timelinePane")
        self._state = state
        self._appearance = appearance
        self.chart: Chart | None = None
        self._parts: Mapping[str, DayCounts] = {}
        self._refit = True
        self._shown_days: tuple[float, float] | None = None
        self._caption = QLabel(say(CAPTIONS[Unit.MONTH]))
        self._caption.setProperty("look", "strong")
        self._undated = QLabel()
        self._undated.setProperty("look", "faint")
        self._legend = QLabel()
        self._legend.setProperty("look", "soft")
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.split = QComboBox()
        self.split.setAccessibleName(say("Split by"))
        for name, caption in SPLITS.items():
            self.split.addItem(say("split by {what}", what=say(caption)), name)
        self.split.setCurrentIndex(1)
        self._all = QPushButton(say("Show all"))
        self._all.setProperty("look", "link")
        self._as_table = QPushButton(say("Table"))
        self._as_table.setProperty("look", "link")
        self._as_table.setCheckable(True)
        self._as_table.setToolTip(say("Show the bars as a table"))
        self.table = QTableView()
        self._bars = BarTable(self)
        self._pages = QStackedWidget()
        self._lay_out()
        self.split.currentIndexChanged.connect(lambda _: self._ask(self._state.result))
        self._all.clicked.connect(self.show_all)
        self._as_table.toggled.connect(self._turn)
        state.result_changed.connect(self._ask)
        state.library_changed.connect(self._start_afresh)
        state.content_changed.connect(self._ask_coverage)
        appearance.changed.connect(self._show_legend)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._caption)
        row.addWidget(self.split)
        row.addWidget(self._legend, 1)
        row.addWidget(self._undated)
        row.addWidget(self._all)
        row.addWidget(self._as_table)
        self.table.setModel(self._bars)
        self.table.setAccessibleName(say("Timeline as a table"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.doubleClicked.connect(lambda index: self._open_bar(index.row()))
        self._pages.addWidget(QWidget())
        self._pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 2)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._pages, 1)

    def start(self) -> None:
        """Load the plot library and draw; called once the list is on screen."""
        if self.chart is not None:
            return
        # Never in a thread: the process then dies in the garbage collector now and again.
        from ui.timeline.chart import Chart

        self.chart = Chart(self._appearance)
        self.chart.span_chosen.connect(
            lambda first, last: self._state.narrow(in_span(first, last, self._state.query.axis))
        )
        self.chart.day_opened.connect(
            lambda day: self._state.narrow(on_day(day, self._state.query.axis))
        )
        self.chart.drawn.connect(self._describe)
        blank = self._pages.widget(0)
        self._pages.insertWidget(0, self.chart)
        if blank is not None:
            self._pages.removeWidget(blank)
        self._turn(self._as_table.isChecked())
        self._ask(self._state.result)
        self._ask_coverage()

    def show_all(self) -> None:
        """Zoom out to every dispatch of the query."""
        if self.chart is not None:
            self.chart.fit()

    @property
    def days(self) -> list[float]:
        """The days in view, to be kept and brought back."""
        return list(self.chart.days) if self.chart is not None else []

    def restore(self, days: list[float], split: str) -> None:
        """Come back as left: which days are in view and how bars are split."""
        self._shown_days = (days[0], days[1]) if len(days) == 2 and days[0] < days[1] else None
        place = self.split.findData(split)
        if place >= 0:
            self.split.setCurrentIndex(place)

    def _turn(self, table: bool) -> None:
        self._pages.setCurrentIndex(1 if table else 0)

    def _start_afresh(self) -> None:
        self._refit = True
        self._ask_coverage()

    def _ask(self, result: Result) -> None:
        library, by = self._state.library, self.split.currentData()
        if self.chart is None:
            return
        if library is None or by == "none":
            self._show({"": result.around}, result)
            return

        def question(job: Job) -> Mapping[str, DayCounts]:
            # The bars stand for the query without its own dates, so that picking a day does
            # not empty the chart; where it has none, that is the result itself.
            around = result
            if result.query.without_dates() != result.query:
                around = library.find(result.query.without_dates(), job)
            return library.split(around, by)

        self._state.jobs.ask("timeline", question, lambda parts: self._show(parts, result))

    def _ask_coverage(self) -> None:
        library = self._state.library
        if library is None or self.chart is None:
            return
        self._state.jobs.ask(
            "coverage",
            lambda job: covered_runs(library.find(Query(axis=self._state.query.axis), job).by_day),
            self.chart.show_coverage,
        )

    def _show(self, parts: Mapping[str, DayCounts], result: Result) -> None:
        if self.chart is None:
            return
        self._parts = parts or {"": DayCounts()}
        refit = self._refit or not self._around_in_view(result)
        self.chart.show_parts(self._parts, refit=refit)
        if self._refit and len(result.around) and self._shown_days is not None:
            self.chart.show_days(*self._shown_days)
        if len(result.around):
            self._refit, self._shown_days = False, None
        dated = result.query.without_dates() != result.query
        span = result.by_day.span() if dated else None
        self.chart.show_span((number_of(span[0]), number_of(span[1])) if span else None)
        undated = result.around_undated
        said = counted(undated, "{n} without a date", "{n} without a date")
        self._undated.setText(said if undated else "")
        self._show_legend()

    @property
    def colouring(self) -> Colouring:
        """Which part has which colour now."""
        return self.chart.colouring if self.chart is not None else Colouring()

    def _around_in_view(self, result: Result) -> bool:
        span = result.around.span()
        if span is None or self.chart is None:
            return True
        least, most = self.chart.days
        return number_of(span[1]) >= least and number_of(span[0]) < most

    def _show_legend(self) -> None:
        colours = self._appearance.theme.series
        by = self.split.currentData()
        parts = []
        some = {label: part for label, part in self._parts.items() if part.total}
        for label in some if by != "none" else ():
            colour = self.colouring.colour(colours, label)
            named = part_name(by, label)
            parts.append(f'<span style="color:{colour}">■</span>&nbsp;{named}')
        self._legend.setText("&nbsp;&nbsp; ".join(parts))
        self._legend.setToolTip(self._legend.text())

    def _describe(self) -> None:
        if self.chart is None:
            return
        self._caption.setText(say(CAPTIONS[self.chart.unit]))
        self._bars.show(self.chart.shown_bars, self.split.currentData())
        self.chart.setAccessibleDescription(self._bars.in_words())

    def _open_bar(self, row: int) -> None:
        first, last = self._bars.days_of(row)
        self._state.narrow(in_span(first, last, self._state.query.axis))


def part_name(by: str, label: str) -> str:
    """Name a part of the bars for people."""
    if label == REST:
        return say("others")
    named = {"kind": kind_name, "language": language_name}.get(by, str)(label)
    return named or say("unknown")

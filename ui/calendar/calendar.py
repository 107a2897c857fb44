"""The calendar pane: year at a glance, month with counts, Juche years on a toggle."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.query.conditions.days import in_month, in_span, in_year, on_day
from desktop_app.query.query import Query
from desktop_app.query.result import Result
from ui.calendar.month_grid import MonthGrid, months_on
from ui.calendar.month_model import MonthModel
from ui.calendar.year_map import YearMap
from ui.language import juche, month_name, number, say
from ui.state import BrowserState
from ui.theme import Appearance


class Calendar(QWidget):
    """Shows how many dispatches each day has; a click narrows to that day."""

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._appearance = appearance
        self.show_juche = True
        self._model = MonthModel(self)
        self.grid = MonthGrid(self._model, appearance)
        self.year_map = YearMap(appearance)
        self._year = _heading(say("Show the whole year"))
        self._month = _heading(say("Show the whole month"))
        self._juche = QLabel()
        self._juche.setProperty("look", "faint")
        self._total = QLabel()
        self._total.setProperty("look", "faint")
        self._earlier = QToolButton()
        self._later = QToolButton()
        self._lay_out()
        self._connect()
        self._fresh = True
        self._query = Query()
        self._paint()
        self._show_month(self._model.first)
        self._show(state.result)

    def _lay_out(self) -> None:
        self._earlier.setAccessibleName(say("Earlier month"))
        self._later.setAccessibleName(say("Later month"))
        years = QHBoxLayout()
        years.setSpacing(4)
        years.addWidget(self._year)
        years.addStretch(1)
        years.addWidget(self._juche)
        years.addWidget(self._earlier)
        years.addWidget(self._later)
        months = QHBoxLayout()
        months.addWidget(self._month)
        months.addStretch(1)
        months.addWidget(self._total)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 4)
        column.setSpacing(4)
        column.addLayout(years)
        column.addWidget(self.year_map)
        column.addSpacing(6)
        column.addLayout(months)
        column.addWidget(self.grid)

    def _connect(self) -> None:
        state, grid = self._state, self.grid
        grid.day_chosen.connect(lambda day: state.narrow(on_day(day, state.query.axis)))
        grid.span_chosen.connect(self._narrow_to)
        grid.dates_cleared.connect(state.widen_dates)
        grid.month_shown.connect(self._show_month)
        self.year_map.day_pointed.connect(grid.go_to)
        self._year.clicked.connect(self._choose_year)
        self._month.clicked.connect(self._choose_month)
        self._earlier.clicked.connect(lambda: self.grid.go_to(months_on(self._model.first, -1)))
        self._later.clicked.connect(lambda: self.grid.go_to(months_on(self._model.first, 1)))
        self._appearance.changed.connect(self._paint)
        state.result_changed.connect(self._show)
        state.library_changed.connect(self._start_afresh)

    def toggle_juche(self) -> None:
        """Show or hide Juche years beside Gregorian ones."""
        self.show_juche = not self.show_juche
        self._show_month(self._model.first)

    @property
    def month(self) -> date:
        """The first day of the month on show."""
        return self._model.first

    def _narrow_to(self, first: date, last: date) -> None:
        self._state.narrow(in_span(first, last, self._state.query.axis))

    def _choose_month(self) -> None:
        first = self._model.first
        self._state.narrow(in_month(first.year, first.month, self._state.query.axis))

    def _choose_year(self) -> None:
        self._state.narrow(in_year(self._model.first.year, self._state.query.axis))

    def _start_afresh(self) -> None:
        self._fresh = True

    def _show(self, result: Result) -> None:
        self._model.show_result(result)
        self.year_map.show_result(result)
        dated = result.query.without_dates() != result.query
        span = (result.by_day if dated else result.around).span()
        # A month that another question leaves empty would say that there is nothing at all.
        empty = result.query != self._query and not self._model.total
        self._query = result.query
        if span is not None and (self._fresh or empty or (dated and not self._in_view(*span))):
            self.grid.go_to(span[1])
            self._fresh = False
        self._show_month(self._model.first)

    def _in_view(self, first: date, last: date) -> bool:
        start = self._model.first
        return first < months_on(start, 1) and last >= start

    def _show_month(self, first: date) -> None:
        self._year.setText(str(first.year))
        self._juche.setText(juche(first) if self.show_juche else "")
        self._month.setText(month_name(first).upper())
        self._total.setText(number(self._model.total))
        if self.year_map.year != first.year:
            self.year_map.show_year(first.year)

    def _paint(self) -> None:
        self._earlier.setIcon(self._appearance.icon("back"))
        self._later.setIcon(self._appearance.icon("forward"))


def _heading(hint: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName("dayHeading")
    button.setToolTip(hint)
    button.setAccessibleDescription(hint)
    return button

"""The page of a person opens from any name, and its lines ask what they count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.model.participant import Participant
from desktop_app.query.query import Query
from tests.core.library.test_persons import imported
from tests.ui.conftest import settled
from ui.app import Application
from ui.facets.facet_conditions import excluded_values, named_values
from ui.main_window import MainWindow
from ui.people.period_bars import PeriodBars


@pytest.fixture
def filled(empty_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on two Kims and one Han in two scripts."""
    empty_window.state.open(imported(tmp_path / "people.dateline", list(range(13))))
    settled(empty_window, qtbot)
    yield empty_window


def shown_after(window: MainWindow, qtbot: QtBot) -> str:
    settled(window, qtbot)
    page = window.people.shown
    return "" if page is None else page.person.name


def test_it_opens_from_a_row_a_facet_the_search_and_the_palette(
    filled: MainWindow, qtbot: QtBot
) -> None:
    action = filled.actions_made.made["person_page"]
    filled.list.step(0)
    settled(filled, qtbot)
    row = filled.article.participants.lines.lines[1].row
    assert row is not None
    filled.article.participants.choose(row)
    action.trigger()
    assert row.name == "한성복"
    assert shown_after(filled, qtbot) == "Han Song Bok", "one page for both scripts"
    filled.people.close()
    assert filled.people.shown is None
    filled.article.participants.clearSelection()
    filled.article.participants.setCurrentIndex(filled.article.participants.rootIndex())
    filled.facets.setFocus()
    facets = filled.facets.model()
    place = next(
        at for at in range(facets.rowCount()) if facets.index(at, 0).data() == "Han Song Bok"
    )
    filled.facets.setCurrentIndex(facets.index(place, 0))
    action.trigger()
    assert shown_after(filled, qtbot) == "Han Song Bok"
    filled.people.close()
    filled.actions_made.made["to_person"].trigger()
    settled(filled, qtbot)
    filled.palette_box.edit.setText("kimsonggwang")
    qtbot.keyClick(filled.palette_box.edit, Qt.Key.Key_Return)
    assert shown_after(filled, qtbot) == "Kim Song Gwang"


def test_every_line_with_a_count_finds_just_so_many(filled: MainWindow, qtbot: QtBot) -> None:
    filled.people.open_named("Han Song Bok")
    settled(filled, qtbot)
    pane = filled.people.pane
    asked = 0
    for line in pane.list.lines.lines:
        if isinstance(line.opens, Query) and line.section != "spellings":
            filled.state.ask(line.opens)
            settled(filled, qtbot)
            assert len(filled.state.result) == line.count, line
            asked += 1
    assert asked >= 3
    pane.all_button.click()
    settled(filled, qtbot)
    assert pane.page is not None
    assert len(filled.state.result) == len(pane.page.result)
    assert filled.people.shown is not None, "asking from the page leaves it open"


def test_keys_alone_lead_to_a_companion_a_year_and_back(filled: MainWindow, qtbot: QtBot) -> None:
    filled.people.open_named("Han Song Bok")
    settled(filled, qtbot)
    pane = filled.people.pane
    lines = pane.list.lines.lines
    company = next(at for at, one in enumerate(lines) if one.section == "company" and one.count)
    pane.list.setCurrentIndex(pane.list.lines.index(company))
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert lines[company].text.startswith(shown_after(filled, qtbot) + " (")
    pane.bars.setFocus()
    qtbot.keyClick(pane.bars, Qt.Key.Key_Left)
    qtbot.keyClick(pane.bars, Qt.Key.Key_Right)
    qtbot.keyClick(pane.bars, Qt.Key.Key_Return)
    settled(filled, qtbot)
    bar = [bar for bar in pane.bars.bars if bar.count][-1]
    assert len(filled.state.result) == bar.count
    assert str(bar.first.year) in filled.filter_bar.text()
    filled.commands.step_out()
    assert filled.people.shown is None
    assert filled.reading.currentWidget() is filled.article


def test_a_dispatch_chosen_in_the_list_takes_the_place_of_the_page(
    filled: MainWindow, qtbot: QtBot
) -> None:
    filled.people.open_named("Han Song Bok")
    settled(filled, qtbot)
    filled.list.step(0)
    settled(filled, qtbot)
    assert filled.people.shown is None
    QApplication.processEvents()


def test_with_and_without_this_person_leave_homonyms_apart(
    filled: MainWindow, qtbot: QtBot
) -> None:
    library = filled.state.library
    assert library is not None
    everything = filled.state.result
    counts = {line.value: line.count for line in library.facet(everything, "person")}
    homonyms = [value for value in counts if value.endswith(" Kim Song Gwang")]
    assert len(homonyms) == 2
    named = find_row(filled, qtbot, "Kim Song Gwang")
    for name, expected in (
        ("this_person", lambda value: counts[value]),
        ("not_this_person", lambda value: len(everything) - counts[value]),
    ):
        filled.article.participants.choose(named)
        filled.actions_made.made[name].trigger()
        settled(filled, qtbot)
        (asked,) = named_values(filled.state.query) or excluded_values(filled.state.query)
        assert asked[1] in homonyms, "asked as the facet asks, so that its line is marked"
        assert len(filled.state.result) == expected(asked[1])
        filled.state.clear()
        settled(filled, qtbot)


def find_row(window: MainWindow, qtbot: QtBot, name: str) -> Participant:
    """Step through the list to the first dispatch with ``name``."""
    for _ in range(window.list.rows.rowCount()):
        window.list.step(1)
        settled(window, qtbot)
        for line in window.article.participants.lines.lines:
            if line.row is not None and line.row.name == name:
                return line.row
    raise AssertionError(name)


def test_few_years_are_shown_by_the_month_and_many_by_the_year(qapp: Application) -> None:
    chart = PeriodBars(qapp.appearance)
    chart.show_counts({"2011": 5}, {"2011-02": 2, "2011-12": 3})
    assert [bar.count for bar in chart.bars] == [0, 2, *([0] * 9), 3]
    assert (chart.bars[1].first, chart.bars[1].last) == (date(2011, 2, 1), date(2011, 2, 28))
    assert chart.bars[0].label == "2011"
    assert chart.accessibleName() == "Dispatches by month"
    chart.show_counts({"2011": 5, "2014": 1}, {"2011-02": 5, "2014-01": 1})
    assert [(bar.label, bar.count) for bar in chart.bars] == [
        ("2011", 5), ("2012", 0), ("2013", 0), ("2014", 1),
    ]  # fmt: skip
    wanted: list[tuple[date, date]] = []
    chart.period_wanted.connect(lambda first, last: wanted.append((first, last)))
    chart._want(0)
    chart._want(1)  # nothing to ask for
    assert wanted == [(date(2011, 1, 1), date(2011, 12, 31))]
    chart.show_counts({}, {})
    assert chart.isHidden()
    chart.deleteLater()

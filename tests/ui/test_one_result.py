"""Calendar, list, facets and timeline show one result; whatever changes one changes all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.library.library import Library
from desktop_app.query.grammar import parse
from desktop_app.query.query import And, Node, Not, Or, Query
from tests.conftest import Fill
from tests.made_up import dispatches
from tests.ui.conftest import Search, settled
from ui.article_list.columns import COLUMNS
from ui.main_window import MainWindow
from ui.timeline.bins import number_of

LINES = (
    "2023-09-11 Rice Planted in Ryonghung",
    "2023-09-13 Talks with Karland Delegation",
    "2023-09-14 Spaceport Visited",
    "2023-09-14 Talks at the Spaceport",
    "2024-01-01 New Year Greetings",
    "Undated Photo Exhibition",
)


def titles(window: MainWindow) -> list[str]:
    rows = window.list.rows
    return [rows.index(row, 1).data() for row in range(rows.rowCount())]


def bars_total(window: MainWindow) -> int:
    chart = window.timeline.chart
    assert chart is not None
    return int(chart.heights().sum())


def calendar_total(window: MainWindow) -> int:
    """Add up every month that the result touches, as the month grid counts them."""
    span = window.state.result.around.span()
    if span is None:
        return 0
    model, total = window.calendar._model, 0
    month = span[0].replace(day=1)
    while month <= span[1]:
        model.show_month(month)
        total += model.total
        month = (month + timedelta(days=32)).replace(day=1)
    return total


def test_a_click_on_a_day_changes_every_view(window: MainWindow, fill: Fill, qtbot: QtBot) -> None:
    fill(*LINES)
    settled(window, qtbot)
    qtbot.waitUntil(lambda: window.list.rows.rowCount() == len(LINES))
    grid = window.calendar.grid
    grid.go_to(date(2023, 9, 14))
    cell = grid.visualRect(window.calendar._model.index_of(date(2023, 9, 14)))
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    settled(window, qtbot)
    assert sorted(titles(window)) == ["Spaceport Visited", "Talks at the Spaceport"]
    assert "2</b> of 6" in window.status.count.text()
    chart = window.timeline.chart
    assert chart is not None
    day = number_of(date(2023, 9, 14))
    assert chart._span == (day, day)
    # The bars keep standing around the chosen day.
    assert bars_total(window) == 5


def test_shift_click_takes_the_span_between_two_days(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill(*LINES)
    settled(window, qtbot)
    grid = window.calendar.grid
    grid.go_to(date(2023, 9, 11))
    for day, held in (
        (11, Qt.KeyboardModifier.NoModifier),
        (13, Qt.KeyboardModifier.ShiftModifier),
    ):
        cell = grid.visualRect(window.calendar._model.index_of(date(2023, 9, day)))
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, held, cell.center())
    settled(window, qtbot)
    assert len(titles(window)) == 2


def test_a_span_dragged_on_the_timeline_narrows_all(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill(*LINES)
    settled(window, qtbot)
    chart = window.timeline.chart
    assert chart is not None
    chart.show_days(number_of(date(2023, 9, 1)), number_of(date(2023, 10, 1)))
    QTest.qWait(0)

    def point(day: date) -> QPoint:
        place = QPointF(number_of(day) + 0.5, 0.5)
        found: QPoint = chart.mapFromScene(chart._canvas.mapViewToScene(place))
        return found

    start, end = point(date(2023, 9, 12)), point(date(2023, 9, 14))
    viewport = chart.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(viewport, start + (end - start) * step / 5, 15)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    settled(window, qtbot)
    assert window.state.query == parse("date:2023-09-12..2023-09-14").query
    assert len(titles(window)) == 3
    assert window.filter_bar.chips[0].words


def test_a_typed_word_changes_every_view_and_stays_as_a_chip_on_enter(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill(*LINES)
    settled(window, qtbot)
    edit = window.filter_bar.edit
    qtbot.keyClicks(edit, "talks")
    qtbot.waitUntil(lambda: window.list.rows.rowCount() == 2)
    settled(window, qtbot)
    assert bars_total(window) == 2
    assert calendar_total(window) == 2
    assert window.filter_bar.chips == []
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert [chip.words for chip in window.filter_bar.chips] == ["“talks”"]
    assert edit.text() == ""
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "talks"


def test_a_query_that_makes_no_sense_keeps_the_last_answer_and_says_why(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill(*LINES)
    settled(window, qtbot)
    edit = window.filter_bar.edit
    qtbot.keyClicks(edit, "talks")
    qtbot.waitUntil(lambda: window.list.rows.rowCount() == 2)
    qtbot.keyClicks(edit, " date:2023-13-40")
    qtbot.waitUntil(lambda: bool(window.filter_bar.hint.text()))
    settled(window, qtbot)
    assert window.list.rows.rowCount() == 2


def test_back_and_forward_walk_through_the_queries(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot
) -> None:
    fill(*LINES)
    search("talks")
    search("talks date:2023-09-14")
    assert titles(window) == ["Talks at the Spaceport"]
    window.actions_made.made["back"].trigger()
    settled(window, qtbot)
    assert len(titles(window)) == 2
    window.actions_made.made["back"].trigger()
    settled(window, qtbot)
    assert len(titles(window)) == len(LINES)
    window.actions_made.made["forward"].trigger()
    settled(window, qtbot)
    assert window.state.query == parse("talks").query


def test_a_word_still_being_typed_finds_what_begins_so_and_enter_means_it_exactly(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks held", "2023-09-15 The talk of the town", "2023-09-16 Weather")
    settled(window, qtbot)
    edit = window.filter_bar.edit
    found = []
    for letter in "talk":
        qtbot.keyClicks(edit, letter)
        qtbot.waitUntil(lambda: not window.filter_bar.waiting)
        settled(window, qtbot)
        found.append(len(titles(window)))
    assert found == [3, 2, 2, 2]
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert titles(window) == ["The talk of the town"]
    assert window.state.query == parse("talk").query


def test_typing_a_word_is_one_step_back(window: MainWindow, fill: Fill, qtbot: QtBot) -> None:
    fill(*LINES)
    settled(window, qtbot)
    for letters in ("tal", "ks"):
        qtbot.keyClicks(window.filter_bar.edit, letters)
        qtbot.waitUntil(lambda: not window.filter_bar.waiting)
    settled(window, qtbot)
    window.state.back()
    settled(window, qtbot)
    assert len(titles(window)) == len(LINES)


def test_sorting_by_a_heading_sorts_and_turns_round(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill(*LINES)
    settled(window, qtbot)
    place = next(at for at, column in enumerate(COLUMNS) if column.name == "title")
    window.list.sort_by(place)
    settled(window, qtbot)
    assert titles(window) == sorted(titles(window))
    window.list.sort_by(place)
    settled(window, qtbot)
    assert titles(window) == sorted(titles(window), reverse=True)
    heading = window.list.rows.headerData(place, Qt.Orientation.Horizontal)
    assert heading.endswith("↓")


LEAVES = (
    "talks", "ceremony", "2013", "outlet:KCNA", "lang:ko", "date:2012", "date:2010..2014-06",
    "words:>150", "kind:other", "date:unknown", "after:2016", "title:meeting",
)  # fmt: skip


def nested_queries() -> list[Query]:
    parts: list[Node] = [parse(text).query.where for text in LEAVES]
    queries = [Query(), *(Query(where=part) for part in parts)]
    for at, part in enumerate(parts):
        after, third = parts[(at + 1) % len(parts)], parts[(at + 5) % len(parts)]
        queries.append(Query(where=And((part, Not(after)))))
        queries.append(Query(where=Or((And((part, after)), Not(third)))))
    return queries


@pytest.fixture
def many(library: Library) -> Library:
    from desktop_app.model.capture import Capture
    from tests.conftest import take

    captures = [
        Capture(
            str(one.number), one.title, one.body, one.outlet, "kcna.kp", one.language,
            published=None if one.number % 17 == 0 else one.published,
        )
        for one in dispatches(240)
    ]  # fmt: skip
    take(library, "many.txt", captures)
    return library


def test_bars_calendar_and_list_add_up_for_many_queries(
    many: Library, window: MainWindow, qtbot: QtBot
) -> None:
    met = 0
    for query in nested_queries():
        window.state.ask(query)
        settled(window, qtbot)
        result = window.state.result
        assert result.query == query
        listed = window.list.rows.rowCount()
        assert listed == result.by_day.total + result.undated
        around = result.around.total
        assert bars_total(window) == calendar_total(window) == around
        if query.without_dates() == query:
            assert listed == around + result.around_undated
        else:
            chosen = sum(result.around[day] for day in result.by_day)
            assert result.by_day.total <= chosen <= around
        opposite = many.find(Query(where=Not(query.where)))
        assert listed + len(opposite) == result.in_library == 240
        met += listed > 0
    assert met > 20

"""The list: pages, copying, columns, what stays where it is, and what an empty one says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.library.library import Library
from desktop_app.paths import Paths
from tests.conftest import Fill, capture_of, take
from tests.ui.conftest import Search, settled
from ui.app import Application
from ui.article_list.columns import COLUMNS, MARKS
from ui.article_list.row_painter import PADDING
from ui.article_list.row_table import TITLE_LEAST
from ui.language import short_day
from ui.main_window import MainWindow


def column(name: str) -> int:
    return next(at for at, one in enumerate(COLUMNS) if one.name == name)


def fill_many(library: Library, count: int) -> None:
    lines = [f"2020-{1 + at % 12:02}-{1 + at % 28:02} Dispatch number {at}" for at in range(count)]
    captures = [capture_of(line, locator=str(at)) for at, line in enumerate(lines)]
    take(library, "many.txt", captures)


def test_only_the_rows_in_view_are_fetched(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    fill_many(library, 1500)
    settled(window, qtbot)
    rows = window.list.rows
    assert rows.rowCount() == 1500
    window.list.scrollToBottom()
    window.list.viewport().repaint()
    assert rows.index(1499, column("title")).data().startswith("Dispatch")
    assert len(rows._held) < 100
    seen = {rows.index(at, column("title")).data() for at in range(1500)}
    assert len(seen) == 1500


def test_addresses_are_there_where_their_column_is_on_show(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    address = "https://example.org/talks"
    take(library, "one.txt", [capture_of("2023-09-14 Talks", url=address)])
    settled(window, qtbot)
    cell = window.list.rows.index(0, column("url"))
    assert cell.siblingAtColumn(column("title")).data() == "Talks"
    window.list.show_column(column("url"), shown=True)
    assert cell.data() == address


def test_copied_rows_are_tab_separated_as_shown(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks", "2023-09-15 Visit\tto a mill")
    settled(window, qtbot)
    window.list.show_column(column("kind"), shown=False)
    window.list.show_column(column("outlet"), shown=True)
    window.list.selectAll()
    window.activateWindow()
    window.list.setFocus()
    window.list.selectAll()
    qtbot.keyClick(window.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:2] == ["Date", "Title"]
    assert "Kind" not in lines[0]
    assert "Outlet" in lines[0]
    assert [line[1] for line in lines[1:]] == ["Visit to a mill", "Talks"]
    assert {len(line) for line in lines} == {len(lines[0])}


def test_columns_move_and_come_back(window: MainWindow, fill: Fill, qtbot: QtBot) -> None:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    window.list.show_column(column("words"), shown=True)
    window.list.horizontalHeader().moveSection(1, 0)
    kept, hidden = window.list.layout_text(), window.list.hidden_columns()
    window.list.show_column(column("words"), shown=False)
    window.list.horizontalHeader().moveSection(0, 1)
    window.list.restore_layout(kept, hidden)
    assert COLUMNS[window.list.shown_columns()[0]].name == "title"
    assert column("words") in window.list.shown_columns()


def test_the_last_column_cannot_be_hidden(window: MainWindow) -> None:
    for at in range(len(COLUMNS)):
        window.list.show_column(at, shown=False)
    assert len(window.list.shown_columns()) == 1


def test_an_empty_result_offers_to_clear_the_search(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks")
    search("nothinglikethis")
    pane = window.list_pane
    assert "No dispatch matches" in pane.sentence.text()
    qtbot.mouseClick(pane.button, Qt.MouseButton.LeftButton)
    settled(window, qtbot)
    assert window.list.rows.rowCount() == 1


def test_an_empty_library_says_how_to_fill_it(window: MainWindow, qtbot: QtBot) -> None:
    settled(window, qtbot)
    assert "Drop files" in window.list_pane.sentence.text()


def test_what_is_read_stays_chosen_while_more_comes_in(
    window: MainWindow, library: Library, fill: Fill, qtbot: QtBot
) -> None:
    fill_many(library, 400)
    settled(window, qtbot)
    window.list.setCurrentIndex(window.list.rows.index(200, 0))
    window.list.scrollTo(window.list.currentIndex())
    chosen, top = window.state.article, window.list.rows.id_at(window.list.rowAt(0))
    assert chosen is not None
    fill("2024-01-01 A newer one", "2024-01-02 Another")
    settled(window, qtbot)
    assert window.state.article == chosen
    assert window.list.currentIndex().row() == 202
    assert window.list.rows.id_at(window.list.rowAt(0)) == top


def test_a_day_fits_whole_in_a_wide_font(qapp: Application, qtbot: QtBot, paths: Paths) -> None:
    usual = qapp.font()
    wide = QFont(usual)
    wide.setStretch(140)
    qapp.setFont(wide)
    try:
        window = MainWindow(paths, qapp.appearance)
        qtbot.addWidget(window)
        window.build()
        day = short_day(date(2022, 12, 28))
        needed = window.list.fontMetrics().horizontalAdvance(day)
        assert window.list.columnWidth(column("published")) >= needed + 2 * PADDING
    finally:
        qapp.setFont(usual)


def test_several_rows_stay_selected_while_an_import_adds_others(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill(*(f"2023-09-{day:02} Talks {day}" for day in range(1, 20)))
    settled(window, qtbot)
    window.list.selectRow(3)
    selection = window.list.selectionModel()
    how = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
    for place in (7, 8, 12):
        selection.select(window.list.rows.index(place, 0), how)
    chosen = {int(one) for one in window.state.selection}
    assert len(chosen) == 4
    fill("2023-09-30 Newer", "2023-09-08 Between")
    settled(window, qtbot)
    assert window.list.rows.rowCount() == 21
    assert {int(one) for one in window.state.selection} == chosen


def test_in_a_small_window_titles_stay_readable(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks held in the capital")
    settled(window, qtbot)
    title = column("title")
    for width, least in ((300, TITLE_LEAST), (1200, 500), (300, TITLE_LEAST)):
        window.list.resize(width, 300)
        assert window.list.columnWidth(title) >= least
    window.list.resize(1200, 300)
    others = sum(window.list.columnWidth(at) for at in window.list.shown_columns() if at != title)
    assert window.list.columnWidth(title) + others == window.list.viewport().width()


def test_a_title_has_all_that_its_marks_leave_and_the_marks_are_told(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    bare = replace(capture_of("2023-09-14 Talks held in the capital"), text="")
    take(library, "bare.txt", [bare])
    settled(window, qtbot)
    shown = window.list.shown_columns()
    assert MARKS not in shown
    told = window.list.told_columns()
    assert told.index(MARKS) == told.index(column("title")) + 1
    index = window.list.rows.index(0, column("title"))
    assert index.data() == "Talks held in the capital"
    assert "no text" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    window.list.selectRow(0)
    assert "no text" in window.list.selection_as_text()
    window.list.show_column(MARKS, shown=True)
    assert window.list.told_columns() == window.list.shown_columns()


def test_who_has_chosen_nothing_is_told_how_to_and_a_nameless_dispatch_shows_its_first_words(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    settled(window, qtbot)
    assert window.article.instead.text() == ""
    fill("2023-09-14 Talks", title="")
    settled(window, qtbot)
    assert "Choose a dispatch" in window.article.instead.text()
    window.list.step(1)
    settled(window, qtbot)
    assert window.article.instead.isHidden()
    row = window.list.rows.row_at(0)
    assert row is not None
    assert row.first_words
    assert window.article.heading.title.text() == f"{row.first_words} …"


def test_a_search_that_finds_nothing_offers_what_was_meant(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot
) -> None:
    fill("2023-09-14 Negotiations held", "2023-09-15 Visit")
    search("negociations")
    meant = window.list_pane.meant
    qtbot.waitUntil(meant.isVisible)
    assert [button.text() for button in meant.buttons] == ["“negotiations”"]
    qtbot.mouseClick(meant.buttons[0], Qt.MouseButton.LeftButton)
    settled(window, qtbot)
    assert window.list.rows.rowCount() == 1
    assert meant.isHidden()

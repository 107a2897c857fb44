"""Reading: text and participants answer each other's clicks, and spans stay where they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.model.article import Article, VersionRow
from desktop_app.model.article_row import ArticleRow
from desktop_app.model.participant import (
    Event,
    EventKind,
    Group,
    Part,
    Participant,
    Role,
    Span,
)
from tests.conftest import Fill
from tests.ui.conftest import Search, settled
from ui.article.participant_painter import widths
from ui.article.positions import Positions, shown
from ui.main_window import MainWindow

TEXT = (
    "Ryonghung, September 14 (KCNA) -- Chon Ryong Su 🚀 met Viktor Amalin.\n\n"
    "Present from the home side were Foreign Minister Pae Un Sil and others.\r\n"
    "Present from the Karland side was Minister Dana Mantur."
)


def row_of(
    name: str, side: str | None, role: Role = Role.PRESENT, sure: float = 0.95
) -> Participant:
    start = TEXT.index(name)
    spans = (Span(start, start + len(name), Part.NAME),)
    return Participant(name, "Minister", side, role, spans, sure, "made up")


ROWS = (
    row_of("Chon Ryong Su", "home", Role.PRINCIPAL),
    row_of("Viktor Amalin", "Karland", Role.PRINCIPAL),
    row_of("Pae Un Sil", "home"),
    row_of("Dana Mantur", "Karland", sure=0.5),
)


def article() -> Article:
    row = ArticleRow(
        1, "p1", None, "Talks", "talks", 4, "Ryonghung", "KCNA", "kcna.kp", "en", "", 20, 1,
        has_text=True, doubtful=True, edited=False,
    )  # fmt: skip
    version = VersionRow(1, "Talks", TEXT, "0" * 64, True, None, None, "reader", 1)
    group = Group("others", "home", Role.PRESENT, ())
    event = Event(EventKind.TALKS, "verb", participants=ROWS, groups=(group,))
    return Article(row, None, None, "", version, (event,), (version,), (), ())


@pytest.fixture
def reading(window: MainWindow, fill: Fill, qtbot: QtBot) -> MainWindow:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    window.article._show(article())
    return window


def test_names_are_found_and_tinted_where_the_text_has_them(reading: MainWindow) -> None:
    text = reading.article.text
    for row in ROWS:
        text.light(row)
        assert text.lit_text() == row.name


def test_a_click_on_a_participant_lights_its_name(reading: MainWindow, qtbot: QtBot) -> None:
    table = reading.article.participants
    place = table.lines.place_of(ROWS[3])
    assert place is not None
    cell = table.visualRect(table.lines.index(place, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert reading.article.text.lit_text() == "Dana Mantur"
    assert reading.article.text.extraSelections()


def test_a_click_on_a_name_stands_on_its_row(reading: MainWindow, qtbot: QtBot) -> None:
    text = reading.article.text
    for row in ROWS:
        point = text.point_of(row)
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert reading.article.chosen_person() is row


def test_there_is_a_table_a_side_in_the_order_of_the_text(reading: MainWindow) -> None:
    lines = reading.article.participants.lines.lines
    said = [line.side.name if line.row is None else line.row.name for line in lines]
    assert said == [
        "home side", "Chon Ryong Su", "Pae Un Sil", "Karland side", "Viktor Amalin", "Dana Mantur",
    ]  # fmt: skip
    assert "others" in lines[0].side.note()
    doubtful = reading.article.participants.lines.index(5, 4)
    assert doubtful.data().startswith("doubtful")


def test_hits_are_lit_in_the_text_by_the_rules_of_the_search(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot
) -> None:
    fill("2023-09-14 Opening", text="The spaceport opened 🚀. Spaceport workers saw airspaceports.")
    search("spaceport")
    window.list.step(0)
    settled(window, qtbot)
    text = window.article.text
    lit = [one.cursor.selectedText() for one in text.extraSelections()]
    assert lit == ["spaceport", "Spaceport"]
    search("opened")
    assert [one.cursor.selectedText() for one in text.extraSelections()] == ["opened"]


@given(st.text(max_size=60))
def test_places_go_to_utf_16_and_back_for_any_text(text: str) -> None:
    positions = Positions(text)
    written = shown(text)
    assert len(written) == len(text)
    for place in range(len(text) + 1):
        unit = positions.to_units(place)
        assert unit == len(written[:place].encode("utf-16-le")) // 2
        assert positions.to_points(unit) == place


@given(st.text(alphabet="ab\r\n\0\u2028\u2029\u202e\ufdd0\ufffc\ud800 가🚀", max_size=40))
def test_qt_keeps_every_character_of_what_is_shown(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(shown(text))
    assert document.characterCount() - 1 == Positions(text).to_units(len(text))


def test_titles_keep_the_room_that_names_roles_and_marks_do_not_need(reading: MainWindow) -> None:
    table = reading.article.participants
    sure, own = ROWS[2], replace(ROWS[2], confirmed=True)
    for rows in (ROWS, (sure,), (own, sure), ()):
        for room in (260, 420, 900):
            _, name, title, role, mark = fitted = widths(list(rows), table.font(), room)
            assert sum(fitted) == max(room, sum(fitted) - title + 60)
            assert room < 420 or title > max(name, role, mark) - 20
    # A tick says it in less than a word does.
    assert widths([own], table.font(), 420)[2] > widths([ROWS[3]], table.font(), 420)[2]
    shown = [table.columnWidth(at) for at in range(table.lines.columnCount())]
    assert sum(shown) == table.viewport().width()


def test_one_tab_at_a_time_is_underlined(reading: MainWindow) -> None:
    pane = reading.article
    for name in ("notes", "original", "text", "text", "notes", "text"):
        pane.show_tab(name)
        assert [one for one, tab in pane._tabs.items() if tab.isChecked()] == [name]


def test_a_cell_that_is_being_changed_is_covered_by_its_line(
    reading: MainWindow, qtbot: QtBot
) -> None:
    table = reading.article.participants
    table.lines.editable = True
    table.choose(ROWS[2])
    index = table.currentIndex().siblingAtColumn(1)
    table.edit(index)
    line = table.findChild(QLineEdit)
    assert line is not None
    assert line.geometry() == table.visualRect(index)

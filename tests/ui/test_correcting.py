"""Rows are corrected where they stand: by typing, by key, and from marked words."""

from __future__ import annotations

import json
import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.library import correcting, corrections
from desktop_app.library.correcting import Cells
from desktop_app.library.library import Library
from desktop_app.model.participant import EventKind, Participant, Role
from tests.conftest import Fill
from tests.ui.conftest import settled
from ui.main_window import MainWindow
from ui.own.astray import AstrayBox
from ui.own.boxes import EventBox, RowBox, WhyBox

TEXT = (
    "Pyongyang, September 14 (KCNA) -- Foreign Minister Hong Ryong Sae met Boris Zimin, head of"
    " a delegation of the Russian Federation, on Thursday. Present there were Vice-Minister"
    " Ri Kwang Chon and department director Pak Song Nam.\n"
    "Jon Yun Ho was on a trip elsewhere."
)


@pytest.fixture
def reading(window: MainWindow, fill: Fill, qtbot: QtBot) -> MainWindow:
    fill("2023-09-14 Talks held", text=TEXT)
    settled(window, qtbot)
    window.list.step(0)
    settled(window, qtbot)
    stand_on(window, "Ri Kwang Chon")
    return window


def people(window: MainWindow) -> list[Participant]:
    shown = window.article.article
    assert shown is not None
    return [row for event in shown.events for row in event.participants]


def stand_on(window: MainWindow, name: str, column: int = 1) -> None:
    table = window.article.participants
    lines = table.lines.lines
    place = next(at for at, line in enumerate(lines) if line.row and line.row.name == name)
    table.setFocus()
    table.setCurrentIndex(table.lines.index(place, column))


def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.refresh_actions()
    assert window.actions_made.made[name].isEnabled(), name
    window.actions_made.made[name].trigger()
    settled(window, qtbot)


def test_a_cell_is_typed_over_and_says_what_had_been_read(
    reading: MainWindow, qtbot: QtBot
) -> None:
    table = reading.article.participants
    stand_on(reading, "Ri Kwang Chon", 2)
    press(reading, qtbot, "edit_row")
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "first vice-minister")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settled(reading, qtbot)
    row = next(row for row in people(reading) if row.name == "Ri Kwang Chon")
    assert (row.title, row.by_user) == ("first vice-minister", True)
    assert table.chosen() == row, "the row that was corrected is still stood on"
    tip = table.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "Vice-Minister" in tip
    assert "read as" in tip
    press(reading, qtbot, "undo")
    assert not any(row.by_user for row in people(reading))


def test_a_role_is_chosen_from_its_list(reading: MainWindow, qtbot: QtBot) -> None:
    stand_on(reading, "Ri Kwang Chon", 3)
    press(reading, qtbot, "edit_row")
    box = reading.article.participants.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData(str(Role.SPEAKER)))
    box.activated.emit(box.currentIndex())
    settled(reading, qtbot)
    assert [row.role for row in people(reading) if row.by_user] == [Role.SPEAKER]


def test_rows_are_confirmed_moved_and_removed_by_key(reading: MainWindow, qtbot: QtBot) -> None:
    table = reading.article.participants
    before = [row.name for row in people(reading)]
    qtbot.keyClick(table, Qt.Key.Key_V)
    settled(reading, qtbot)
    assert [row.name for row in people(reading) if row.confirmed] == ["Ri Kwang Chon"]
    stood = table.chosen()
    assert stood is not None
    assert stood.name == "Pak Song Nam", "confirming goes on to the next row"
    press(reading, qtbot, "row_up")
    assert [row.name for row in people(reading)] == [*before[:-2], before[-1], before[-2]]
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    settled(reading, qtbot)
    assert "Pak Song Nam" not in [row.name for row in people(reading)]
    assert reading.list.rows.rowCount() == 1, "the dispatch itself is not deleted"
    for _ in range(3):
        press(reading, qtbot, "undo")
    assert [row.name for row in people(reading)] == before


def test_marked_words_become_a_participant(reading: MainWindow, qtbot: QtBot) -> None:
    text = reading.article.text
    cursor = QTextCursor(text.document())
    cursor.setPosition(TEXT.index("Jon Yun Ho"))
    cursor.setPosition(TEXT.index("Jon Yun Ho") + 10, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_P)
    box = reading.rows.box
    assert isinstance(box, RowBox)
    assert box.name.text() == "Jon Yun Ho"
    box.title.setText("adviser")
    box.accept()
    settled(reading, qtbot)
    (row,) = (row for row in people(reading) if row.by_user)
    assert (row.name, row.title, row.role) == ("Jon Yun Ho", "adviser", Role.PRESENT)
    stand_on(reading, "Jon Yun Ho")
    assert text.lit_text() == "Jon Yun Ho"


def test_the_event_is_corrected_and_a_row_says_why_it_is_there(
    reading: MainWindow, qtbot: QtBot
) -> None:
    press(reading, qtbot, "event")
    box = reading.rows.box
    assert isinstance(box, EventBox)
    box.kind.setCurrentIndex(box.kind.findData("ceremony"))
    box.first.setText("2023-09-12")
    box.last.setText("not a day")
    box.place.setText("Wonsan")
    box.accept()
    settled(reading, qtbot)
    shown = reading.article.article
    assert shown is not None
    assert (shown.events[0].kind, shown.events[0].place) == (EventKind.CEREMONY, "Wonsan")
    press(reading, qtbot, "why")
    why = reading.rows.box
    assert isinstance(why, WhyBox)
    assert "Present there were" in why.said.text()
    assert "%" in why.said.text()
    why.reject()
    QApplication.processEvents()


def test_texts_are_read_again_after_saying_what_would_change(
    reading: MainWindow, qtbot: QtBot
) -> None:
    press(reading, qtbot, "reread")
    assert "Every text was read" in reading.notice_line.text
    library = reading.state.library
    assert library is not None
    library.change(lambda c: c.execute("UPDATE version SET read_with = 'en-0'")).result()
    library.change(lambda c: c.execute("DELETE FROM participant WHERE name LIKE 'Pak%'")).result()
    press(reading, qtbot, "reread")
    assert "1 of 1 texts would be read otherwise: 0 rows gone, 1 new." in reading.notice_line.text
    reading.rereading.do()
    settled(reading, qtbot)
    assert "Pak Song Nam" in [row.name for row in people(reading)]


def test_a_note_is_written_on_marked_words_and_marked_in_the_text(
    reading: MainWindow, qtbot: QtBot
) -> None:
    text, notes = reading.article.text, reading.article.notes
    cursor = QTextCursor(text.document())
    cursor.setPosition(TEXT.index("a trip"))
    cursor.setPosition(TEXT.index("a trip") + 6, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_N)
    assert notes.isVisible()
    qtbot.keyClicks(notes.page, "Ask the Embassy")
    qtbot.keyClick(notes.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(reading, qtbot)
    assert notes.list.item(0).text() == "“a trip”\nAsk the Embassy"
    marked = [one.cursor.selectedText() for one in text.extraSelections()]
    assert "a trip" in marked
    notes.list.setCurrentRow(0)
    notes.page.setPlainText("Asked.")
    notes.keep()
    settled(reading, qtbot)
    assert notes.list.item(0).text() == "“a trip”\nAsked."
    notes.remove()
    settled(reading, qtbot)
    assert notes.list.count() == 0
    press(reading, qtbot, "undo")
    assert notes.list.count() == 1


def test_a_correction_without_a_place_is_listed_and_is_given_up_as_a_step(
    reading: MainWindow, library: Library, qtbot: QtBot
) -> None:
    shown = reading.article.article
    assert shown is not None
    row = next(row for row in people(reading) if row.name == "Ri Kwang Chon")
    correcting.correct_row(library, shown, row, Cells(title="counsellor"))
    library.change(_lose_the_text).result()
    settled(reading, qtbot)
    press(reading, qtbot, "astray")
    box = reading.rows.box
    assert isinstance(box, AstrayBox)
    assert [box.list.item(at).text() for at in range(box.list.count())] == [
        "Ri Kwang Chon, present — Talks held"
    ]
    box.give_up_button.click()
    settled(reading, qtbot)
    assert correcting.astray(library) == ()
    press(reading, qtbot, "undo")
    assert len(correcting.astray(library)) == 1


def _lose_the_text(connection: sqlite3.Connection) -> None:
    """Leave a text in which nobody is named any more, as a new version could."""
    connection.execute("UPDATE version SET text = 'Nobody came.', text_sha256 = 'another'")
    (events,) = connection.execute("SELECT events FROM as_read").fetchone()
    empty = [{**event, "rows": []} for event in json.loads(events)]
    connection.execute("UPDATE as_read SET events = ?", (json.dumps(empty),))
    for article, public in connection.execute("SELECT id, public_id FROM article").fetchall():
        corrections.correct(connection, article, public)

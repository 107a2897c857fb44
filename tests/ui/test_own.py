"""The user's own marks by key and by mouse, each undone by name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.library import marking
from desktop_app.model.shelf import Shelf
from tests.conftest import Fill
from tests.ui.conftest import Search, settled
from ui.main_window import MainWindow

LINES = ("2024-01-01 Talks", "2024-01-02 Visit", "2024-01-03 Rally")


@pytest.fixture
def browsing(window: MainWindow, fill: Fill, qtbot: QtBot) -> MainWindow:
    fill(*LINES)
    settled(window, qtbot)
    window.list.setFocus()
    window.list.step(0)
    settled(window, qtbot)
    return window


def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
    action = window.actions_made.made[name]
    window.refresh_actions()
    assert action.isEnabled(), name
    action.trigger()
    settled(window, qtbot)


def text_of(window: MainWindow, name: str) -> str:
    settled_name = window.actions_made.made[name]
    window.refresh_actions()
    return settled_name.text()


def test_stars_are_given_by_key_and_by_a_click_and_taken_back(
    browsing: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(browsing.list, Qt.Key.Key_S)
    settled(browsing, qtbot)
    assert [row.starred for row in rows(browsing)] == [True, False, False]
    place = [c.name for c in columns()].index("starred")
    cell = browsing.list.visualRect(browsing.list.rows.index(1, place)).center()
    qtbot.mouseClick(browsing.list.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    settled(browsing, qtbot)
    assert [row.starred for row in rows(browsing)] == [True, True, False]
    assert text_of(browsing, "undo") == "Undo: star “Visit”"
    press(browsing, qtbot, "undo")
    press(browsing, qtbot, "undo")
    assert not any(row.starred for row in rows(browsing))
    assert not browsing.actions_made.made["undo"].isEnabled()
    assert text_of(browsing, "redo") == "Redo: star “Rally”"
    press(browsing, qtbot, "redo")
    assert rows(browsing)[0].starred


def test_tags_are_typed_and_ticked_in_one_step(
    browsing: MainWindow, qtbot: QtBot, search: Search
) -> None:
    browsing.list.selectAll()
    press(browsing, qtbot, "tag")
    box = browsing.marks.box
    assert box is not None
    qtbot.keyClicks(box.edit, "to check")
    qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    box.list.colour("#276E45")
    qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    settled(browsing, qtbot)
    assert not box.isVisible()
    assert "tag 3 articles: to check" in browsing.notice_line.text
    assert browsing.steps.colour_of("to check") == "#276E45"
    assert all(row.tags == ("to check",) for row in rows(browsing))
    assert "to check" in browsing.article.heading.tags.text()
    search("visit")
    browsing.list.selectAll()
    press(browsing, qtbot, "tag")
    again = browsing.marks.box
    assert again is not None
    assert again.list.item(0).checkState() is Qt.CheckState.Checked
    again.list.tick("to check", on=False)
    again.accept()
    search('tag:"to check"')
    assert [row.title for row in rows(browsing)] == ["Rally", "Talks"]


def test_a_tag_is_renamed_and_deleted_where_it_is_ticked(
    browsing: MainWindow, qtbot: QtBot, search: Search
) -> None:
    browsing.list.selectAll()
    for name in ("to chekc", "fairs"):
        press(browsing, qtbot, "tag")
        assert browsing.marks.box is not None
        qtbot.keyClicks(browsing.marks.box.edit, name)
        browsing.marks.box.accept()
        settled(browsing, qtbot)
    press(browsing, qtbot, "tag")
    box = browsing.marks.box
    assert box is not None
    box.list.setFocus()
    box.list.setCurrentRow(box.list.names.index("to chekc"))
    qtbot.keyClick(box.list, Qt.Key.Key_F2)
    editor = box.list.findChild(QLineEdit)
    assert editor is not None
    editor.setText("to check")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    box.list.setCurrentRow(box.list.names.index("fairs"))
    qtbot.keyClick(box.list, Qt.Key.Key_Delete)
    box.accept()
    settled(browsing, qtbot)
    assert all(row.tags == ("to check",) for row in rows(browsing))
    press(browsing, qtbot, "undo")
    press(browsing, qtbot, "undo")
    assert all(set(row.tags) == {"fairs", "to chekc"} for row in rows(browsing))


def test_delete_moves_to_the_bin_and_the_bin_gives_it_back(
    browsing: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(browsing.list, Qt.Key.Key_Delete)
    settled(browsing, qtbot)
    assert [row.title for row in rows(browsing)] == ["Visit", "Talks"]
    press(browsing, qtbot, "show_bin")
    assert [row.title for row in rows(browsing)] == ["Rally"]
    assert [chip.words for chip in browsing.filter_bar.chips] == ["in the bin"]
    browsing.list.step(0)
    settled(browsing, qtbot)
    press(browsing, qtbot, "bin")
    assert browsing.list_pane.sentence.text() == "The bin is empty."
    browsing.list_pane.button.click()
    settled(browsing, qtbot)
    assert [row.title for row in rows(browsing)] == ["Rally", "Visit", "Talks"]


def test_purging_asks_once_and_says_what_came_of_it(browsing: MainWindow, qtbot: QtBot) -> None:
    assert not browsing.actions_made.made["purge"].isEnabled()
    press(browsing, qtbot, "bin")
    press(browsing, qtbot, "show_bin")
    browsing.list.step(0)
    browsing.list.selectAll()
    press(browsing, qtbot, "purge")
    box = browsing.marks.question
    assert "Remove 1 dispatch for ever" in box.text()
    assert len(rows(browsing)) == 1
    next(b for b in box.buttons() if box.buttonRole(b) is box.ButtonRole.DestructiveRole).click()
    settled(browsing, qtbot)
    assert rows(browsing) == []
    assert "Purged: 1." in browsing.notice_line.text


def test_what_stays_open_a_moment_is_read_and_can_be_marked_unread(
    browsing: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not rows(browsing)[0].unread, timeout=5000)
    assert [row.unread for row in rows(browsing)] == [False, True, True]
    assert text_of(browsing, "undo") == "Undo"
    qtbot.keyClick(browsing.list, Qt.Key.Key_M)
    settled(browsing, qtbot)
    assert rows(browsing)[0].unread


def test_tags_stand_among_the_facets(browsing: MainWindow, qtbot: QtBot) -> None:
    library = browsing.state.library
    assert library is not None
    marking.label(library, Shelf.TAG, browsing.state.result.ids.tolist()[:2], add=["nuclear"])
    settled(browsing, qtbot)
    lines = browsing.facets.model()
    shown = [lines.index(place, 0).data() for place in range(lines.rowCount())]
    assert any("nuclear" in str(line) for line in shown)


def rows(window: MainWindow):
    model = window.list.rows
    return [model.row_at(place) for place in range(model.rowCount())]


def columns():
    from ui.article_list.columns import COLUMNS

    return COLUMNS

"""Searches are saved, counted, named and found again from the window, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.library.searches import Found
from desktop_app.query.grammar import parse
from tests.conftest import Fill
from tests.ui.conftest import Search, settled
from ui.main_window import MainWindow
from ui.remembering import come_back, keep

CONTROL = Qt.KeyboardModifier.ControlModifier


def names(window: MainWindow) -> list[str]:
    return [one.search.name for one in window.searches.all]


def save_as(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    names_are = window.search_pane.list
    qtbot.waitUntil(lambda: names_are.findChild(QLineEdit) is not None)
    line = names_are.findChild(QLineEdit)
    assert line is not None
    assert line.hasFocus()
    qtbot.keyClicks(line, name)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name in names(window))
    settled(window, qtbot)


def test_a_search_is_saved_named_counted_and_asked_again_by_keyboard(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks", "2023-09-15 Visit")
    settled(window, qtbot)
    search("talks")
    save_as(window, qtbot, "Rounds")
    assert not window.search_pane.isHidden()
    fill("2023-09-16 More talks", "2023-09-17 Rally")
    settled(window, qtbot)
    qtbot.waitUntil(lambda: window.searches.all[0].found == Found(2, 1))
    search("rally")
    window.search_pane.list.setFocus()
    window.search_pane.list.setCurrentIndex(window.search_pane.list.lines.index(0))
    qtbot.keyClick(window.search_pane.list, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert window.list.rows.rowCount() == 2
    qtbot.waitUntil(lambda: window.searches.all[0].found == Found(2, 0))


def test_a_deleted_search_comes_back_by_the_notice(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    search("talks")
    save_as(window, qtbot, "Rounds")
    qtbot.keyClick(window.search_pane.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not names(window))
    assert window.search_pane.isHidden()
    assert "Rounds" in window.notice_line.text
    window.notice_line._button.click()
    qtbot.waitUntil(lambda: names(window) == ["Rounds"])
    settled(window, qtbot)


def test_what_was_asked_before_is_offered_in_this_window_and_the_next(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks", "2023-09-15 Visit")
    settled(window, qtbot)
    for text in ("talks", "visit", "talks date:2023", "visit"):
        search(text)
    assert window.state.history == ("visit", "talks date:2023", "talks")
    keep(window)
    library = window.state.library
    assert library is not None
    window.state.remember(())
    window.state.start_with(parse("").query)
    come_back(window)
    settled(window, qtbot)
    assert window.state.history == ("visit", "talks date:2023", "talks")
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL)
    qtbot.keyClicks(window.palette_box.edit, "2023")
    qtbot.keyClick(window.palette_box.edit, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert window.state.query == parse("talks date:2023").query


def test_a_search_travels_as_a_line_that_the_search_bar_opens(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks", "2023-09-15 Talks & visit", "2023-09-16 Rally")
    settled(window, qtbot)
    search('"talks & visit" OR rally sort:title')
    asked = window.state.query
    window.commands.copy_link()
    line = QApplication.clipboard().text()
    assert line.startswith("dateline://search?q=")
    search("talks date:2023-09-14")
    edit = window.filter_bar.edit
    edit.setFocus()
    edit.insert(line)
    window.filter_bar.keep()
    settled(window, qtbot)
    assert window.state.query == asked
    assert not edit.text()

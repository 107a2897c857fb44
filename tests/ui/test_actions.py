"""Every action stands once in the table, is reachable by keyboard, and its keys are its own."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.conftest import Fill
from tests.ui.conftest import settled
from ui.action_rows import MENUS, ROWS
from ui.main_window import MainWindow
from ui.palette_entries import fit
from ui.shortcuts import ShortcutSheet


def test_names_and_keys_are_unique() -> None:
    names = Counter(row.name for row in ROWS)
    assert max(names.values()) == 1
    keys = Counter(QKeySequence(key).toString() for row in ROWS for key in row.keys)
    assert {key: count for key, count in keys.items() if count > 1} == {}


def test_every_action_is_in_its_menu(empty_window: MainWindow) -> None:
    menus = {menu.title(): menu for menu in empty_window.findChildren(QMenu)}
    menus = {name: menus[name] for name in MENUS}
    for row in ROWS:
        inside = [action.objectName() for action in menus[row.menu].actions()]
        assert row.name in inside


def test_the_palette_finds_every_action_by_its_words(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    window.list.step(0)
    settled(window, qtbot)
    palette = window.palette_box
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert palette.isVisible()
    possible = [row for row in ROWS if window.has(row.needs) and row.name != "palette"]
    assert len(possible) > 30
    for row in possible:
        palette.edit.setText(row.text)
        assert palette.entries.entry(0).text == row.text


def test_the_palette_runs_what_enter_is_pressed_on(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    window.palette_box.open()
    qtbot.keyClicks(window.palette_box.edit, "compact")
    qtbot.keyClick(window.palette_box.edit, Qt.Key.Key_Return)
    assert not window.appearance.comfortable
    assert not window.palette_box.isVisible()
    window.appearance.set_density(comfortable=True)


def test_the_palette_jumps_to_a_day(window: MainWindow, fill: Fill, qtbot: QtBot) -> None:
    fill("2023-09-14 Talks", "2023-09-15 Visit")
    settled(window, qtbot)
    window.palette_box.open()
    qtbot.keyClicks(window.palette_box.edit, "2023-09-15")
    qtbot.keyClick(window.palette_box.edit, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert window.list.rows.rowCount() == 1


@pytest.mark.parametrize(
    ("letters", "better", "worse"),
    [("exp", "Export…", "Compact rows exp"), ("comp", "Compact rows", "Copy rows, more people")],
)
def test_beginnings_of_words_fit_better(letters: str, better: str, worse: str) -> None:
    good, bad = fit(letters, better), fit(letters, worse)
    assert good is not None
    assert bad is not None
    assert good < bad
    assert fit("xyz", better) is None


def test_the_sheet_of_keys_names_every_action_that_has_keys(empty_window: MainWindow) -> None:
    sheet = ShortcutSheet(empty_window)
    said = {label.text() for label in sheet.findChildren(QLabel)}
    for row in ROWS:
        if row.keys:
            assert row.text.removesuffix("…") in said
    sheet.deleteLater()


def test_letters_walk_the_list_but_are_text_in_the_search_bar(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks", "2023-09-15 Visit", "2023-09-16 Show")
    settled(window, qtbot)
    window.activateWindow()
    window.list.setFocus()
    for key, row in ((Qt.Key.Key_J, 1), (Qt.Key.Key_J, 2), (Qt.Key.Key_K, 1)):
        qtbot.keyClick(window.list, key)
        assert window.list.currentIndex().row() == row
    window.filter_bar.edit.setFocus()
    qtbot.keyClicks(window.filter_bar.edit, "jk")
    assert window.filter_bar.edit.text() == "jk"
    assert window.list.currentIndex().row() == 1


def test_f6_goes_round_the_panes(window: MainWindow, fill: Fill, qtbot: QtBot) -> None:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    window.activateWindow()
    window.filter_bar.edit.setFocus()
    met = []
    for _ in range(6):
        window.commands.next_pane(1)
        met.append(QApplication.focusWidget())
    assert window.calendar.grid in met
    assert window.list in met
    assert window.timeline.chart in met

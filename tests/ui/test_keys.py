"""Every action is done by keyboard alone, and its keys are the user's to change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.paths import Paths
from desktop_app.settings import read_settings
from tests.conftest import Fill
from tests.ui.conftest import settled
from ui.action_rows import ROWS
from ui.app import Application
from ui.keys import Keys, by_name, refusal
from ui.main_window import MainWindow
from ui.settings.settings_dialog import SettingsDialog
from ui.shortcuts import ShortcutSheet
from ui.windows import Windows


@pytest.fixture
def pressed(window: MainWindow, fill: Fill, qtbot: QtBot) -> list[str]:
    """What was triggered, in a window whose actions only say their name."""
    fill("2023-09-14 Talks", "2023-09-15 Visit")
    settled(window, qtbot)
    window.list.step(0)
    settled(window, qtbot)
    window.activateWindow()
    window.list.setFocus()
    said: list[str] = []
    for name, action in window.actions_made.made.items():
        if name == "palette":
            continue
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, name=name: said.append(name))
        action.setEnabled(True)
    return said


def test_the_keys_of_every_action_reach_it(window: MainWindow, pressed: list[str]) -> None:
    with_keys = [(row, key) for row in ROWS for key in row.keys if row.name != "palette"]
    assert len(with_keys) > 40
    for row, key in with_keys:
        pressed.clear()
        QTest.keySequence(window.list, QKeySequence(key))
        assert pressed == [row.name], (row.name, key)


def test_an_action_without_keys_is_reached_through_the_palette(
    window: MainWindow, pressed: list[str], qtbot: QtBot
) -> None:
    possible = [row for row in ROWS if not row.keys and window.has(row.needs)]
    assert len(possible) > 8
    for row in possible:
        pressed.clear()
        window.list.setFocus()
        qtbot.keyClick(window.list, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        typed = "".join(letter for letter in f"{row.text} {row.words}" if letter.isascii())
        qtbot.keyClicks(window.palette_box.edit, typed)
        qtbot.keyClick(window.palette_box.edit, Qt.Key.Key_Return)
        assert pressed == [row.name]


def test_keys_are_changed_in_the_settings_and_conflicts_are_told_first(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    window.activateWindow()
    QTest.keySequence(window, QKeySequence("Ctrl+,"))
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    page = dialog.keys
    dialog.turn_to(page)
    page.stand_on("columns")
    qtbot.keyClick(page.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.typed == "Ctrl+S"
    assert "Save this search" in page.told.text()
    page.take.click()
    made = window.actions_made.made
    assert made["columns"].shortcuts() == [QKeySequence("Ctrl+S")]
    assert made["save_search"].shortcuts() == []
    sheet = ShortcutSheet(window)
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    assert "Save this search" not in texts
    sheet.deleteLater()
    page.usual.click()
    assert made["columns"].shortcuts() == [QKeySequence("Ctrl+Shift+L")]
    page.all_usual.click()
    assert made["save_search"].shortcuts() == [QKeySequence("Ctrl+S")]
    dialog.reject()


def test_no_key_is_ever_that_of_two_actions() -> None:
    keys = Keys()
    for row, other in zip(ROWS, reversed(ROWS), strict=True):
        for key in other.keys:
            keys.choose(row.name, key)
    keys.reset(row.name for row in ROWS[::3])
    given = [QKeySequence(key).toString() for row in ROWS for key in keys.of(row)]
    assert len(given) == len(set(given)) > 20
    keys.reset_all()
    assert all(keys.of(row) == row.keys for row in ROWS)


def test_letters_stay_letters_where_one_types() -> None:
    assert refusal(by_name()["export"], "E")
    assert not refusal(by_name()["next"], "N")
    assert refusal(by_name()["next"], "Tab")


def test_chosen_keys_hold_over_a_restart(
    qapp: Application, qtbot: QtBot, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.excepthook", __import__("sys").excepthook)
    shown = Windows(qapp, paths)
    qtbot.addWidget(shown.window)
    try:
        qapp.keys.choose("refresh", "Ctrl+R")
        kept = read_settings(paths.config)
        again = Keys()
        again.recall({**kept.keys, "no such action": ("Ctrl+9",)})
        assert again.of(by_name()["refresh"]) == ("Ctrl+R",)
        assert again.chosen.keys() == {"refresh"}
    finally:
        qapp.keys.reset_all()
        shown.deleteLater()
    QApplication.processEvents()

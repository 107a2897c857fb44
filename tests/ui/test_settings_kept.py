"""How the window looks holds over a restart."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.paths import Paths
from desktop_app.settings import read_settings
from ui.app import Application
from ui.habits import Habits
from ui.settings.looks_page import LooksPage
from ui.theme import Appearance
from ui.windows import Windows


def test_theme_and_text_size_hold_over_a_restart(
    qapp: Application, qtbot: QtBot, paths: Paths, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown = Windows(qapp, paths)
    qtbot.addWidget(shown.window)
    looks = qapp.appearance
    before = (looks.wish, looks.text_size)
    try:
        looks.choose("dark")
        looks.resize_text(22)
        kept = read_settings(paths.config)
        assert (kept.theme, kept.text_size) == ("dark", 22)
        again = Appearance()
        again.recall(kept)
        assert (again.theme.name, again.text_size) == ("dark", 22)
    finally:
        looks.choose(before[0])
        looks.resize_text(before[1])
        shown.deleteLater()


def test_whether_opening_marks_as_read_holds_in_all_windows_and_over_a_restart(
    qapp: Application, qtbot: QtBot, paths: Paths, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown = Windows(qapp, paths)
    for window in (shown.window, shown.open_window()):
        qtbot.addWidget(window)
        assert window.habits is qapp.habits
    page = LooksPage(qapp.appearance, qapp.habits, lambda _: None)
    qtbot.addWidget(page)
    try:
        assert page.reads.isChecked()
        page.reads.click()
        again = Habits()
        again.recall(read_settings(paths.config))
        assert not again.reads_on_opening
        qapp.habits.set_reading(on_opening=True)
        assert page.reads.isChecked(), "a menu has changed it"
        assert read_settings(paths.config).reads_on_opening
    finally:
        qapp.habits.set_reading(on_opening=True)
        shown.deleteLater()

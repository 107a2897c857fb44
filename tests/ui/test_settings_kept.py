"""How the window looks holds over a restart."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.paths import Paths
from desktop_app.settings import read_settings
from ui.app import Application
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

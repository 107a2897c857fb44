"""The manual is there in both languages, can be searched, and its pictures are shown."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui import language
from ui.action_rows import ROWS
from ui.app import Application
from ui.main_window import MainWindow
from ui.manual import Manual, manual_folder


@pytest.mark.parametrize(("spoken", "word"), [("en", "companion"), ("ko", "수행자")])
def test_the_manual_is_searched_in_both_languages(
    qapp: Application, qtbot: QtBot, spoken: str, word: str
) -> None:
    language.choose(spoken)
    try:
        manual = Manual(qapp.appearance)
        qtbot.addWidget(manual)
        manual.show()
        assert manual.chapters.count() == 8
        manual.search.setText(word)
        found = manual.text.extraSelections()
        assert len(found) >= 1
        assert manual.text.textCursor().selectedText() == word
        manual.find_next()
        assert manual.text.textCursor().selectedText() == word
        manual.chapters.setCurrentRow(3)
        assert manual.text.textCursor().block().text() == manual.chapters.item(3).text()
        text = (manual_folder() / "manual.md").read_text("utf-8")
        pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
        assert len(pictures) == 2
        assert not any(QImage(str(manual_folder() / name)).isNull() for name in pictures)
        assert "http" not in text
    finally:
        language.choose("en")


def test_the_keys_that_the_manual_tells_are_those_of_the_table() -> None:
    text = (manual_folder() / "manual.md").read_text("utf-8")
    told = set(re.findall(r"\*\*((?:Ctrl|Alt)\+[A-Z0-9a-z,]+|F\d|[A-Z])\*\*", text))
    keys = {key for row in ROWS for key in row.keys}
    assert len(told) > 12
    assert told <= keys


def test_help_opens_the_manual(empty_window: MainWindow, qtbot: QtBot) -> None:
    empty_window.actions_made.made["manual"].trigger()
    manual = empty_window.findChild(Manual)
    assert manual is not None
    assert manual.isVisible()
    qtbot.keyClick(manual, Qt.Key.Key_Escape)

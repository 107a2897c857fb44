"""The sheet of keys (F1), made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.action_rows import MENUS, ROWS
from ui.keys import Keys
from ui.language import say

if TYPE_CHECKING:
    from ui.main_window import MainWindow

# Keys that a view answers by itself, where it has the keyboard.
IN_VIEWS = (
    ("Calendar: day, week", "← → ↑ ↓"),
    ("Calendar: month, year", "PgUp PgDn, Shift+PgUp Shift+PgDn"),
    ("Calendar: narrow to the day; a span from the last one", "Enter, Shift+Enter"),
    ("Calendar: all dates", "Backspace"),
    ("Saved searches: ask, rename, delete", "Enter, F2, Delete"),
    ("Facets: narrow, leave out", "Enter, Alt+Enter"),
    ("Timeline: move, zoom, everything", "← →, + −, Home"),
    ("Search: keep as a chip, take a chip back", "Enter, Backspace"),
    ("Menu of what you stand on", "Shift+F10"),
)


class ShortcutSheet(QDialog):
    """Lists every action that has keys, by menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(say("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1060, 680)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        for names in (("Library", "Edit", "View"), ("Go", "Article", "Help", "")):
            column = QVBoxLayout()
            for name in names:
                column.addWidget(_section(name, window.keys))
            column.addStretch(1)
            columns.addLayout(column, 1)
        inside = QWidget()
        inside.setLayout(columns)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 12, 12, 12)
        outer.addWidget(area)


def _section(menu: str, keys: Keys) -> QWidget:
    lines = (
        [
            (say(row.text).removesuffix("…"), keys.in_words(row))
            for row in ROWS
            if row.menu == menu and keys.of(row)
        ]
        if menu in MENUS
        else [(say(text), own) for text, own in IN_VIEWS]
    )
    section = QWidget()
    grid = QGridLayout(section)
    grid.setContentsMargins(0, 8, 0, 8)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    heading = QLabel((say(menu) if menu else say("Inside the views")).upper())
    heading.setProperty("look", "section")
    grid.addWidget(heading, 0, 0)
    for place, (text, said) in enumerate(lines, 1):
        name, key = QLabel(text), QLabel(said)
        key.setProperty("look", "soft")
        key.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(name, place, 0)
        grid.addWidget(key, place, 1)
    return section

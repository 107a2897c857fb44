"""Settings (Ctrl+,): pages of what the user decides, each choice kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.language import say
from ui.settings.keys_page import KeysPage
from ui.settings.looks_page import LooksPage

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class SettingsDialog(QDialog):
    """A tab a page; nothing to confirm, since every choice can be seen and taken back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(say("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 560)
        self.looks = LooksPage(window.appearance, window.habits, window.choose_language)
        self.keys = KeysPage(window.keys)
        self._pages = QStackedWidget()
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(18)
        for words, page in (("Looks", self.looks), ("Keys", self.keys)):
            self._add(say(words), page)
        self._tabs.addStretch(1)
        rule = QFrame()
        rule.setObjectName("rule")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(0)
        column.addLayout(self._tabs)
        column.addWidget(rule)
        column.addWidget(self._pages, 1)
        column.addSpacing(12)
        column.addWidget(buttons)

    def _add(self, words: str, page: QWidget) -> None:
        tab = QPushButton(words)
        tab.setObjectName("tab")
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        tab.setAutoDefault(False)
        tab.setChecked(self._pages.count() == 0)
        tab.clicked.connect(lambda: self._pages.setCurrentWidget(page))
        self._tabs.addWidget(tab)
        self._pages.addWidget(page)

    def turn_to(self, page: QWidget) -> None:
        """Show ``page``."""
        self._tabs.itemAt(self._pages.indexOf(page)).widget().click()  # type: ignore[union-attr]

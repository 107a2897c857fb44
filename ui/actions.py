"""Makes the table of actions into Qt's actions, menus and context menus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.action_rows import ROWS, ActionRow
from ui.language import say

if TYPE_CHECKING:
    from ui.main_window import MainWindow


# macOS has a menu of its own for these.
PLACES_OF_THE_SYSTEM = {
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}


@dataclass
class Actions:
    """The table made into Qt's actions for one window."""

    window: MainWindow
    made: dict[str, QAction] = field(default_factory=dict)

    def make(self) -> None:
        """Make every action and give its keys to the window, or to the panes that read."""
        for row in ROWS:
            action = QAction(say(row.text), self.window)
            action.setObjectName(row.name)
            action.setCheckable(row.checkable)
            action.setMenuRole(PLACES_OF_THE_SYSTEM.get(row.name, QAction.MenuRole.NoRole))
            action.triggered.connect(lambda _=False, does=row.does: does(self.window))
            if row.reading:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                for pane in self.window.reading_panes():
                    pane.addAction(action)
            else:
                self.window.addAction(action)
            self.made[row.name] = action
        self.window.keys.changed.connect(self._give_keys)
        self._give_keys()
        self.refresh()

    def _give_keys(self) -> None:
        for row in ROWS:
            keys = self.window.keys.of(row)
            self.made[row.name].setShortcuts([QKeySequence(key) for key in keys])

    def refresh(self) -> None:
        """Enable what can be done now, and tick what is on."""
        there = self.window.what_is_there()
        for row in ROWS:
            action = self.made[row.name]
            action.setEnabled(there[row.needs])
            if row.named is not None:
                what = row.named(self.window)
                action.setText(f"{say(row.text)}: {what}" if what else say(row.text))
            if row.checked is not None:
                action.setChecked(row.checked(self.window))

    def fill(self, menu: QMenu, rows: Iterator[ActionRow]) -> None:
        """Put ``rows`` into ``menu``, with a line before each group."""
        for row in rows:
            if row.begins_group and menu.actions():
                menu.addSeparator()
            menu.addAction(self.made[row.name])

    def context_menu(self, inside: str, parent: QWidget) -> QMenu:
        """Return the menu for a right click in a list, a text or on a person."""
        self.refresh()
        menu = QMenu(parent)
        self.fill(menu, (row for row in ROWS if inside in row.inside))
        return menu

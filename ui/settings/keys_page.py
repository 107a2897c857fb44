"""The keys of every action: choose one, press another; conflicts are told before they happen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.action_rows import MENUS, ROWS, ActionRow
from ui.keys import Keys, by_name, refusal
from ui.language import say

NAME = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """A list by menu that can be searched, and below it the keys of the chosen action."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Find an action or a key"))
        self.search.setAccessibleName(say("Find an action or a key"))
        self.actions_shown = QTreeWidget()
        self.actions_shown.setAccessibleName(say("Actions and their keys"))
        self.actions_shown.setHeaderLabels([say("Action"), say("Keys")])
        self.actions_shown.setRootIsDecorated(False)
        self.actions_shown.setItemsExpandable(False)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(say("New keys"))
        self.take = QPushButton(say("Use these keys"))
        self.usual = QPushButton(say("Usual keys"))
        self.all_usual = QPushButton(say("Usual keys for everything"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(34)
        self._lay_out()
        self._fill()
        self.search.textChanged.connect(self._filter)
        self.actions_shown.currentItemChanged.connect(lambda *_: self._turn_to_row())
        self.edit.keySequenceChanged.connect(lambda _: self._tell())
        self.take.clicked.connect(self._take)
        self.usual.clicked.connect(lambda: keys.reset([self._row.name]))
        self.all_usual.clicked.connect(keys.reset_all)
        keys.changed.connect(self._refresh)

    def _lay_out(self) -> None:
        header = self.actions_shown.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.edit, 1)
        line.addWidget(self.take)
        line.addWidget(self.usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.actions_shown, 1)
        column.addLayout(line)
        column.addWidget(self.told)
        column.addWidget(self.all_usual, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill(self) -> None:
        for menu in MENUS:
            group = QTreeWidgetItem([say(menu).upper()])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.actions_shown.addTopLevelItem(group)
            for row in ROWS:
                if row.menu == menu:
                    item = QTreeWidgetItem([say(row.text).removesuffix("…"), ""])
                    item.setData(0, NAME, row.name)
                    group.addChild(item)
            group.setExpanded(True)
        self._refresh()
        self.actions_shown.setCurrentItem(self._items()[0])
        self._turn_to_row()

    def _items(self) -> list[QTreeWidgetItem]:
        tree = self.actions_shown
        groups = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
        items = [group.child(at) for group in groups if group for at in range(group.childCount())]
        return [item for item in items if item is not None]

    @property
    def _row(self) -> ActionRow:
        item = self.actions_shown.currentItem()
        name = item.data(0, NAME) if item is not None else None
        return by_name()[name] if name else ROWS[0]

    def stand_on(self, name: str) -> None:
        """Choose the action ``name`` in the list."""
        item = next(item for item in self._items() if item.data(0, NAME) == name)
        self.actions_shown.setCurrentItem(item)

    def _refresh(self) -> None:
        for item in self._items():
            row = by_name()[item.data(0, NAME)]
            item.setText(1, self._keys.in_words(row))
            font = item.font(0)
            font.setBold(row.name in self._keys.chosen)
            item.setFont(0, font)
        self._tell()

    def _filter(self, letters: str) -> None:
        wanted = letters.casefold().strip()
        for item in self._items():
            item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".casefold())

    def _turn_to_row(self) -> None:
        keys = self._keys.of(self._row)
        self.edit.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())
        self._tell()

    @property
    def typed(self) -> str:
        return self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _tell(self) -> None:
        """Say what taking the typed keys would do."""
        row, typed = self._row, self.typed
        refused = refusal(row, typed) if typed else ""
        holder = self._keys.holder(typed, but=row.name) if typed else None
        same = self._keys.of(row) == ((typed,) if typed else ())
        self.take.setEnabled(not refused and not same)
        self.usual.setEnabled(row.name in self._keys.chosen)
        self.all_usual.setEnabled(bool(self._keys.chosen))
        if refused:
            self._say(refused, "unsure")
        elif holder is not None:
            taken = say(
                "These keys belong to “{action}”, which would go without.",
                action=say(holder.text).removesuffix("…"),
            )
            self._say(taken, "unsure")
        else:
            self._say(say("Click the line and press the keys that you want."), "faint")

    def _say(self, text: str, look: str) -> None:
        self.told.setText(text)
        self.told.setProperty("look", look)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)

    def _take(self) -> None:
        self._keys.choose(self._row.name, self.typed)

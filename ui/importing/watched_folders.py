"""The list of watched folders, to add and remove some."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.language import say

if TYPE_CHECKING:
    from ui.importing.watcher import Watcher


class WatchedFolders(QDialog):
    """Shows the folders; every change holds at once."""

    def __init__(self, watcher: Watcher, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Watched folders"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 340)
        self._watcher = watcher
        self.list = QListWidget()
        self.list.setAccessibleName(say("Watched folders"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._note = QLabel(
            say("What arrives in these folders is imported once it has stopped growing.")
        )
        self._note.setProperty("look", "soft")
        self._note.setWordWrap(True)
        self.add = QPushButton(say("Add a folder…"))
        self.remove = QPushButton(say("Remove"))
        self._close = QPushButton(say("Close"))
        self._lay_out()
        self.add.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        self._close.clicked.connect(self.close)
        self.list.currentRowChanged.connect(lambda at: self.remove.setEnabled(at >= 0))
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self._note)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _show(self) -> None:
        self.list.clear()
        for folder in self._watcher.folders:
            gone = "" if folder.is_dir() else f"  ({say('not there now')})"
            item = QListWidgetItem(f"{folder}{gone}")
            item.setData(Qt.ItemDataRole.UserRole, str(folder))
            self.list.addItem(item)
        self.remove.setEnabled(False)

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, say("Watch a folder"))
        if chosen:
            self.watch(Path(chosen))

    def watch(self, folder: Path) -> None:
        """Add ``folder``."""
        self._watcher.add(folder)
        self._show()

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._watcher.remove(Path(item.data(Qt.ItemDataRole.UserRole)))
            self._show()

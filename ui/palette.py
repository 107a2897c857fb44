"""The command palette (Ctrl+K): every action by a few letters, days and people too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from ui.language import say
from ui.palette_entries import ASKS_FOR, Entry, Offered
from ui.theme import Appearance

if TYPE_CHECKING:
    from ui.main_window import MainWindow

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
WIDTH, SHOWN = 560, 12


class Palette(QFrame):
    """A box over the window: type, choose, Enter."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._window = window
        self._offered = Offered(window)
        self._only = ""
        self.edit = QLineEdit()
        self.edit.setAccessibleName(say("Command palette"))
        self.entries = _Entries(self)
        self.view = QListView()
        self.view.setModel(self.entries)
        self.view.setItemDelegate(_EntryPainter(window.appearance, self))
        self.view.setAccessibleName(say("What fits"))
        self.view.clicked.connect(lambda index: self._run(index.row()))
        self.edit.textChanged.connect(self._fill)
        self.edit.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.edit)
        column.addWidget(self.view)
        self.hide()

    def open(self, only: str = "") -> None:
        """Show the palette over the window, empty; with ``only`` "earlier" or "saved" searches."""
        self._window.actions_made.refresh()
        self._only = only
        self.edit.setPlaceholderText(say(ASKS_FOR[only]))
        self.edit.clear()
        self._fill("")
        self.setFixedSize(WIDTH, 60 + SHOWN * 30)
        self.move((self._window.width() - WIDTH) // 2, 70)
        self.show()
        self.raise_()
        self.edit.setFocus()
        self._offered.ask(lambda: self._fill(self.edit.text()))

    def _fill(self, letters: str) -> None:
        self.entries.show(self._offered.fitting(letters, self._only))
        self.view.setCurrentIndex(self.entries.index(0))

    def _run(self, place: int) -> None:
        if 0 <= place < self.entries.rowCount():
            entry = self.entries.entry(place)
            self._close()
            entry.act()

    def _close(self) -> None:
        self.hide()
        self._window.list.setFocus()

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        place = self.view.currentIndex().row()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            place = min(max(place + step, 0), self.entries.rowCount() - 1)
            self.view.setCurrentIndex(self.entries.index(place))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(place)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return True
        return super().eventFilter(watched, event)


class _Entries(QAbstractListModel):
    """The entries that fit."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, place: int) -> Entry:
        return self._entries[place]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.text}, {entry.note}" if entry.note else entry.text
        return None


class _EntryPainter(QStyledItemDelegate):
    """Paints an entry with its keys at the right."""

    def __init__(self, appearance: Appearance, parent: Palette) -> None:
        super().__init__(parent)
        self._box = parent
        self._appearance = appearance

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        theme = self._appearance.theme
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_ground"))
            painter.drawRoundedRect(area, 5, 5)
        font = QFont(self._box.font())
        font.setPixelSize(13)
        painter.setFont(font)
        inner = area.adjusted(10, 0, -10, 0)
        painter.setPen(theme.colour("ink"))
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        room = inner.width() - metrics.horizontalAdvance(entry.note) - 16
        said = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(middle), said)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(theme.colour("soft"))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), entry.note)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH - 40, 30)

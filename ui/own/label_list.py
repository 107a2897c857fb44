"""The list of tags or collections in the tag box: ticked, coloured, renamed, deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QMenu, QWidget

from desktop_app.model.own import Label
from desktop_app.model.shelf import Shelf
from ui.language import say

_COLOUR, _NAME, _COUNT = (Qt.ItemDataRole.UserRole + n for n in range(3))


class LabelList(QListWidget):
    """Holds what is wanted until the box is accepted; closing the box changes nothing."""

    def __init__(self, parent: QWidget, shelf: Shelf) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._was: dict[str, Qt.CheckState] = {}
        self.deleted: list[str] = []
        self.setAccessibleName(
            say("Known tags") if shelf is Shelf.TAG else say("Known collections")
        )
        self.setToolTip(say("F2 renames, Del deletes it from every dispatch"))
        self.setIconSize(QSize(12, 12))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def fill(self, labels: Sequence[Label], having: Mapping[str, int], articles: int) -> None:
        """List ``labels``; ticked half where only some of ``articles`` dispatches have it."""
        for one in labels:
            count = having.get(one.name, 0)
            state = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
            if count == articles:
                state = Qt.CheckState.Checked
            self._was[one.name] = state
            self.addItem(self._item(one.name, state, one.colour, one.count))

    @property
    def names(self) -> list[str]:
        return [item.text() for item in self._items()]

    def tick(self, name: str, *, on: bool = True) -> None:
        """Tick ``name``, which may be new."""
        item = next(
            (one for one in self._items() if one.text().casefold() == name.casefold()), None
        )
        if item is None:
            item = self._item(name, Qt.CheckState.Unchecked, "", 0)
            self.insertItem(0, item)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.setCurrentItem(item)

    def colour(self, colour: str) -> None:
        """Give the chosen tag a colour; it is painted so at once."""
        item = self.currentItem()
        if item is not None:
            item.setData(_COLOUR, colour)
            item.setIcon(square(colour))

    def delete(self) -> None:
        """Take the chosen one out of the list; accepted, every dispatch loses it."""
        item = self.takeItem(self.currentRow())
        if item is not None and item.data(_NAME) in self._was:
            self.deleted.append(item.data(_NAME))

    @property
    def renamed(self) -> dict[str, str]:
        """Return the new name by the old one."""
        pairs = ((item.data(_NAME), " ".join(item.text().split())) for item in self._items())
        return {old: new for old, new in pairs if new and old in self._was and new != old}

    @property
    def ticks(self) -> tuple[list[str], list[str]]:
        """Return what is to be added and what taken away, by the new names."""
        add: list[str] = []
        remove: list[str] = []
        for item in self._items():
            was = self._was.get(item.data(_NAME), Qt.CheckState.Unchecked)
            name = self.renamed.get(item.data(_NAME), item.data(_NAME))
            if item.checkState() is not was:
                (add if item.checkState() is Qt.CheckState.Checked else remove).append(name)
        return add, remove

    @property
    def colours(self) -> dict[str, str]:
        """Return the colour of each by its new name."""
        return {
            self.renamed.get(item.data(_NAME), item.data(_NAME)): item.data(_COLOUR)
            for item in self._items()
        }

    def _item(self, name: str, state: Qt.CheckState, colour: str, count: int) -> QListWidgetItem:
        item = QListWidgetItem(name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setCheckState(state)
        for role, value in ((_COLOUR, colour), (_NAME, name), (_COUNT, count)):
            item.setData(role, value)
        if self._shelf is Shelf.TAG:
            item.setIcon(square(colour))
        return item

    def _items(self) -> Iterator[QListWidgetItem]:
        return (self.item(place) for place in range(self.count()))

    def _open_menu(self, at: QPoint) -> None:
        item = self.itemAt(at)
        if item is None:
            return
        self.setCurrentItem(item)
        menu = QMenu(self)
        menu.addAction(say("Rename"), lambda: self.editItem(item))
        menu.addAction(say("Delete from {n} dispatches", n=f"{item.data(_COUNT):,}"), self.delete)
        menu.popup(self.viewport().mapToGlobal(at))

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete()
        else:
            super().keyPressEvent(event)


def square(colour: str) -> QIcon:
    """Draw a tag's colour; an outline where it has none."""
    picture = QPixmap(24, 24)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("#8A8E95"))
    if colour:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
    painter.drawRoundedRect(3, 3, 18, 18, 5, 5)
    painter.end()
    return QIcon(picture)

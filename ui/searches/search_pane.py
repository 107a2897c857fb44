"""The saved searches beside the list: a click asks, F2 renames, Delete removes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.library.searches import SavedSearch
from ui.language import number, say
from ui.searches.saved_searches import Counted, SavedSearches
from ui.searches.search_model import COUNTED, Index, SearchModel
from ui.theme import Appearance, figures

LINE_HEIGHT = 24
SHOWN, LEAST = 6, 2  # lines: wanted where there is room, kept where there is none


class SearchPane(QWidget):
    """A heading and the list; hidden while nothing is saved."""

    def __init__(
        self, searches: SavedSearches, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.list = SearchList(searches, appearance)
        heading = QLabel(say("Saved searches").upper())
        heading.setProperty("look", "section")
        heading.setContentsMargins(13, 8, 13, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        searches.changed.connect(self._fit)
        self.hide()

    def _fit(self) -> None:
        self.setVisible(self.list.model().rowCount() > 0)
        self.list.updateGeometry()


class SearchList(QListView):
    """The saved searches of the open library."""

    menu_wanted = Signal(QPoint)
    stood_elsewhere = Signal()

    def __init__(self, searches: SavedSearches, appearance: Appearance) -> None:
        super().__init__()
        self._searches = searches
        self.lines = SearchModel(searches)
        self.setModel(self.lines)
        self.setItemDelegate(_LinePainter(appearance, self))
        self.setAccessibleName(say("Saved searches"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(LEAST * LINE_HEIGHT)
        self.setMouseTracking(True)
        appearance.changed.connect(self.viewport().update)
        searches.saved.connect(self._name)

    @property
    def chosen(self) -> SavedSearch | None:
        """The search that the reader stands on."""
        index = self.currentIndex()
        return self.lines.row(index.row()).search if index.isValid() else None

    def rename(self) -> None:
        """Let the reader type another name in place."""
        if self.currentIndex().isValid():
            self.setFocus()
            self.edit(self.currentIndex())

    def delete(self) -> None:
        if self.chosen is not None:
            self._searches.delete(self.chosen)

    def _name(self, search: SavedSearch) -> None:
        """Stand on a search that was just saved, with its name open for typing."""
        self._wanted = search.id
        self._searches.changed.connect(self._name_it, Qt.ConnectionType.SingleShotConnection)

    def _name_it(self) -> None:
        place = self.lines.place_of(self._wanted)
        if place is not None and self.isVisible():
            self.setCurrentIndex(self.lines.index(place))
            self.scrollTo(self.currentIndex())
            self.rename()

    # Qt's own names

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.stood_elsewhere.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self._searches.ask(self.lines.row(index.row()).search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.chosen is not None:
                self._searches.ask(self.chosen)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chosen is not None:
            self.menu_wanted.emit(event.globalPos())

    def sizeHint(self) -> QSize:
        lines = max(LEAST, min(SHOWN, self.lines.rowCount()))
        return QSize(60, lines * LINE_HEIGHT + 2)


class _LinePainter(QStyledItemDelegate):
    """Paints the name, and at the right what is new and the count."""

    def __init__(self, appearance: Appearance, parent: SearchList) -> None:
        super().__init__(parent)
        self._view = parent
        self._appearance = appearance

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Counted = index.data(COUNTED)
        theme = self._appearance.theme
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        standing = self._view.hasFocus() and index == self._view.currentIndex()
        if standing or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("accent_ground" if standing else "hover"))
        font = figures(QFont(self._view.font()))
        font.setPixelSize(13)
        painter.setFont(font)
        text = area.adjusted(13, 0, -13, 0)
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        for said, colour in reversed(_figures(one)):
            painter.setPen(theme.colour(colour))
            painter.drawText(text, int(middle | right), said)
            text.setRight(text.right() - painter.fontMetrics().horizontalAdvance(said) - 10)
        painter.setPen(theme.colour("ink"))
        name = painter.fontMetrics().elidedText(
            one.search.name, Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, int(middle), name)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, LINE_HEIGHT)


def _figures(one: Counted) -> list[tuple[str, str]]:
    """Return what stands at the right of a line, each with its colour."""
    if one.found is None:
        return []
    new = [(say("{n} new", n=number(one.found.new)), "accent")] if one.found.new else []
    return [*new, (number(one.found.total), "faint")]

"""The facets pane: a click narrows to a value, Alt+click leaves it out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.query.result import FacetCount, Result
from ui.facets.facet_conditions import facet_condition, named_values
from ui.facets.facet_model import FIELDS, LINE, FacetLine, FacetModel
from ui.language import number, say
from ui.panes import keep_bar
from ui.state import BrowserState
from ui.theme import Appearance, figures

LINE_HEIGHT = 22
HEADING_HEIGHT = 32


class Facets(QListView):
    """Shows who and what is in the result; a click narrows, Alt+click excludes."""

    person_menu_wanted = Signal(QPoint)

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._lines = FacetModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(_LinePainter(appearance, self))
        self.setAccessibleName(say("Facets"))
        self.setToolTip(say("Click narrows to it, Alt+click leaves it out"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_bar(self)
        self.setMouseTracking(True)
        appearance.changed.connect(self.viewport().update)
        state.result_changed.connect(self._ask)
        state.query_changed.connect(lambda _: self._light())
        state.library_changed.connect(self._lines.clear)

    def _ask(self, result: Result) -> None:
        library = self._state.library
        if library is None:
            self._lines.clear()
            return
        fields = tuple(FIELDS)
        self._state.jobs.ask(
            "facets",
            lambda job: {field: library.facet(result, field, job) for field in fields},
            self._show,
        )

    def _show(self, counts: dict[str, tuple[FacetCount, ...]]) -> None:
        place = self.verticalScrollBar().value()
        self._lines.show(counts)
        self._light()
        self.verticalScrollBar().setValue(place)

    def _light(self) -> None:
        self._lines.choose(named_values(self._state.query))

    def chosen_person(self) -> str | None:
        """Return the person whose line the keyboard stands on, as a query calls him or her."""
        index = self.currentIndex()
        line = self._lines.line(index) if index.isValid() else None
        return line.value if line is not None and line.field == "person" else None

    def choose(self, line: FacetLine, *, exclude: bool = False) -> None:
        """Do what a click on ``line`` does."""
        if line.is_more:
            self._lines.toggle(line.field)
            return
        if line.value is None:
            return
        condition = facet_condition(line.field, line.value)
        if exclude:
            self._state.exclude(condition)
        elif line.chosen:
            self._state.remove(condition)
        else:
            self._state.add(condition)

    # Qt's own names

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.choose(self._lines.line(index), exclude=alt)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            if self.chosen_person() is not None:
                self.setFocus()
                self.person_menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if index.isValid():
                alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
                self.choose(self._lines.line(index), exclude=alt)
            return
        super().keyPressEvent(event)


class _LinePainter(QStyledItemDelegate):
    """Paints a heading, a value with its count at the right, or "more"."""

    def __init__(self, appearance: Appearance, parent: Facets) -> None:
        super().__init__(parent)
        self._view = parent
        self._appearance = appearance

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: FacetLine = index.data(LINE)
        theme = self._appearance.theme
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        text = area.adjusted(13, 0, -13, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.save()
        font = QFont(self._view.font())
        if line.is_heading:
            text.setTop(text.top() + 8)
            font.setPixelSize(11)
            font.setWeight(QFont.Weight.Bold)
            painter.setFont(font)
            painter.setPen(theme.colour("soft"))
            painter.drawText(text, middle, line.text.upper())
            painter.restore()
            return
        standing = self._view.hasFocus() and index == self._view.currentIndex()
        if state & QStyle.StateFlag.State_MouseOver or standing:
            painter.fillRect(area, theme.colour("accent_ground" if standing else "hover"))
        font.setPixelSize(12 if line.is_more else 13)
        font.setWeight(QFont.Weight.DemiBold if line.chosen else QFont.Weight.Normal)
        painter.setFont(figures(font))
        count = "" if line.count is None else number(line.count)
        room = painter.fontMetrics().horizontalAdvance(count) + 10
        painter.setPen(theme.colour("accent" if line.chosen else "soft" if line.is_more else "ink"))
        said = painter.fontMetrics().elidedText(
            line.text, Qt.TextElideMode.ElideRight, text.width() - room
        )
        painter.drawText(text, middle, said)
        painter.setPen(theme.colour("accent" if line.chosen else "faint"))
        painter.drawText(text, middle | int(Qt.AlignmentFlag.AlignRight), count)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: FacetLine = index.data(LINE)
        return QSize(60, HEADING_HEIGHT if line.is_heading else LINE_HEIGHT)

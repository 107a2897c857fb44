"""The look of the list: its columns, their widths and order, which of them are on show."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ui.article_list.columns import COLUMNS, MARKS, TITLE
from ui.article_list.row_painter import PADDING, RowPainter
from ui.article_list.rows_model import RowsModel
from ui.language import say
from ui.panes import keep_bar
from ui.theme import Appearance

TITLE_LEAST = 100  # pixels: two or three words


class RowTable(QTableView):
    """Shows the rows of a model as the list does; knows of no question and no answer."""

    columns_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list")
        self.setAccessibleName(say("Dispatches"))
        self._appearance = appearance
        self.painter = RowPainter(appearance, self)
        self.setItemDelegate(self.painter)
        self._settle()
        self._restyle()
        appearance.changed.connect(self._restyle)

    def stand_on(self, model: RowsModel) -> None:
        """Show the rows of ``model``, which is to be this table's child, in the usual columns."""
        self.setModel(model)
        for place, column in enumerate(COLUMNS):
            needed = self.fontMetrics().horizontalAdvance(column.longest()) + 2 * PADDING + 2
            self.setColumnWidth(place, max(column.width, needed))
            self.setColumnHidden(place, not column.shown)
        self._title_is_ours()
        self.horizontalHeader().sectionResized.connect(self._make_room)

    def _title_is_ours(self) -> None:
        # Qt's own stretching paints every answer a second time.
        self.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Fixed)

    def _make_room(self, place: int) -> None:
        if place != TITLE:
            self._keep_titles_readable()

    def _settle(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setDragEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        keep_bar(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading = self.horizontalHeader()
        heading.setSectionsMovable(True)
        heading.setHighlightSections(False)
        heading.setSectionsClickable(True)
        heading.setFixedHeight(30)
        heading.setMinimumSectionSize(26)
        heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heading.customContextMenuRequested.connect(self._choose_columns_at)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._appearance.row_height)
        self.viewport().update()

    # Columns

    def shown_columns(self) -> list[int]:
        """Return the columns on show, from left to right."""
        heading = self.horizontalHeader()
        order = [heading.logicalIndex(place) for place in range(len(COLUMNS))]
        return [column for column in order if not self.isColumnHidden(column)]

    def told_columns(self) -> list[int]:
        """Return the columns on show, with the marks behind the title that they may stand in."""
        columns = self.shown_columns()
        if MARKS not in columns and TITLE in columns:
            columns.insert(columns.index(TITLE) + 1, MARKS)
        return columns

    def show_column(self, place: int, *, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        if shown or len(self.shown_columns()) > 1:
            self.setColumnHidden(place, not shown)
            self._keep_titles_readable()
            self.columns_changed.emit()

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Return the menu that chooses columns."""
        menu = QMenu(parent)
        for place, column in enumerate(COLUMNS):
            action = menu.addAction(column.name_in_words)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(lambda shown, at=place: self.show_column(at, shown=shown))
        return menu

    def choose_columns(self) -> None:
        """Open the columns menu at the headings, for the keyboard."""
        self._choose_columns_at(QPoint(20, 20))

    def _choose_columns_at(self, point: QPoint) -> None:
        self.columns_menu(self).exec(self.horizontalHeader().mapToGlobal(point))

    # How it is kept and brought back

    def layout_text(self) -> str:
        """Return the columns' widths and order, as Qt writes them."""
        return bytes(self.horizontalHeader().saveState().toBase64().data()).decode()

    def restore_layout(self, text: str, hidden: list[str]) -> None:
        if text:
            self.horizontalHeader().restoreState(QByteArray.fromBase64(text.encode()))
            for place, column in enumerate(COLUMNS):
                self.setColumnHidden(place, column.name in hidden)
            for place in range(len(COLUMNS)):
                self.horizontalHeader().setSectionResizeMode(
                    place, QHeaderView.ResizeMode.Interactive
                )
            self._title_is_ours()
            self._keep_titles_readable()
            self.columns_changed.emit()

    def hidden_columns(self) -> list[str]:
        return [c.name for place, c in enumerate(COLUMNS) if self.isColumnHidden(place)]

    def _keep_titles_readable(self) -> None:
        """Give the title what the others leave, but never too little: rather scroll sideways."""
        others = sum(self.columnWidth(at) for at in self.shown_columns() if at != TITLE)
        room = max(TITLE_LEAST, self.viewport().width() - others)
        if room != self.columnWidth(TITLE):
            self.setColumnWidth(TITLE, room)

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_titles_readable()

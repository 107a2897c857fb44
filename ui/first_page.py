"""What a window shows while the rest is being made: its panes, and the newest rows of the list.

Everything stands where the views will, so that they take its place and nothing moves.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.model.article_row import ArticleRow
from ui.article_list.row_table import RowTable
from ui.article_list.rows_model import RowsModel
from ui.ground import Ground
from ui.panes import STATUS_LINE, TOOL_ROW, Panes
from ui.theme import Appearance
from ui.window_memory import Memory

ROWS = 64  # more than a tall screen shows


class FirstPage(Ground):
    """The window as ``memory`` has it, with nothing in its panes but ``rows``."""

    def __init__(
        self, rows: Sequence[ArticleRow], memory: Memory, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.list = RowTable(appearance)
        self.list.stand_on(RowsModel(rows, self.list))
        self.list.restore_layout(memory.columns, memory.hidden)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        others = (_plain("leftPane"), _plain("articlePane"), _plain("timelinePane"))
        panes = Panes(others[0], self.list, *others[1:], self)
        panes.come_back_to(memory.panes)
        status = _plain("statusLine")
        status.setFixedHeight(STATUS_LINE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_tool_row())
        column.addWidget(panes.down, 1)
        column.addWidget(status)


def _tool_row() -> QWidget:
    row = _plain("toolRow")
    inside = QHBoxLayout(row)
    inside.setContentsMargins(*TOOL_ROW)
    field = QFrame()
    field.setObjectName("searchField")
    field.setFixedHeight(34)
    inside.addWidget(field)
    return row


def _plain(name: str) -> QWidget:
    pane = QFrame()
    pane.setObjectName(name)
    return pane

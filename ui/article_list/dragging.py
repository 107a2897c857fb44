"""Rows dragged out of the list: tab-separated text, as copying gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from ui.article_list.article_list import ArticleList


def dragged_rows(view: ArticleList) -> QMimeData:
    """Return the selected rows as they are carried to another program."""
    carried = QMimeData()
    carried.setText(view.selection_as_text())
    return carried

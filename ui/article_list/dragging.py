"""Rows dragged out of the list: a CSV file for folders, text for everything else."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl

if TYPE_CHECKING:
    from ui.article_list.article_list import ArticleList


def dragged_rows(view: ArticleList) -> QMimeData:
    """Return the selected rows as a file of their own and as tab-separated text."""
    carried = QMimeData()
    carried.setText(view.selection_as_text())
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    file = folder / "dispatches.csv"
    view.write_selection(file)
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    return carried

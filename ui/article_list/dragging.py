"""Rows dragged out of the list: a CSV file for folders, text for everything else."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl

from desktop_app.exporting.choice import Choice
from desktop_app.exporting.formats import export
from desktop_app.jobs import Job
from desktop_app.query.query import Query
from ui.article_list.columns import COLUMNS

if TYPE_CHECKING:
    from desktop_app.library.library import Library
    from ui.article_list.article_list import ArticleList

AS_FILE_AT_MOST = 5_000  # rows; the window waits while they are written


def dragged_rows(view: ArticleList, library: Library, query: Query) -> QMimeData:
    """Return the selected rows as they are carried to another program."""
    carried = QMimeData()
    carried.setText(view.selection_as_text())
    ids = [int(i) for i in view.selected_ids()]
    if len(ids) <= AS_FILE_AT_MOST:
        selected = tuple(row.public_id for row in library.rows(ids))
        columns = tuple(COLUMNS[place].name for place in view.shown_columns())
        # The program that takes the file reads it when it likes: it stays until the system tidies.
        file = Path(tempfile.mkdtemp(prefix="dateline-")) / "dispatches.csv"
        export(library, Choice(query, columns=columns, selected=selected), file, Job())
        carried.setUrls([QUrl.fromLocalFile(str(file))])
    return carried

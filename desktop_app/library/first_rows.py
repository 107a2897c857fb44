"""The newest rows of a library, by plain SQL: there before the numbers are that questions need."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop_app.library.connections import connect, may_write_in
from desktop_app.library.listed import ROW, row_of
from desktop_app.model.article_row import ArticleRow

# As the arrays sort what is asked for without a word: by day, item on the page, id.
_NEWEST = f"{ROW} WHERE binned = 0 ORDER BY published DESC, coalesce(item_on_page, 0), id LIMIT ?"


def first_rows(library: Path, most: int) -> tuple[ArticleRow, ...]:
    """Return the ``most`` newest rows of the library in the folder ``library``.

    No rows where it cannot be read: opening it will say why.
    """
    file = library / "library.db"
    if not file.exists():
        return ()
    try:
        with closing(connect(file, writing=False, immutable=not may_write_in(library))) as reader:
            return tuple(map(row_of, reader.execute(_NEWEST, (most,))))
    except sqlite3.Error:
        return ()

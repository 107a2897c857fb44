"""Cells as text, such that no spreadsheet runs them and the text can be had back."""

from __future__ import annotations

import re
from datetime import date

from desktop_app.exporting.columns import Cell

_RUNS = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_WAS_NEUTRALISED = re.compile("'+[=+\\-@\t\r＝＋－＠]")


def neutralised(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _RUNS.match(text) else text


def as_written(text: str) -> str:
    """Return the text that `neutralised` was given."""
    return text[1:] if _WAS_NEUTRALISED.match(text) else text


def cell_text(cell: Cell) -> str:
    """Write a cell: days in ISO form, the unknown as nothing."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return neutralised(cell) if isinstance(cell, str) else str(cell)

"""Excel workbooks, written row by row; text stays text, days are days."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from desktop_app.errors import UserError
from desktop_app.exporting.choice import Choice
from desktop_app.exporting.columns import Cell
from desktop_app.exporting.tables import table_of
from desktop_app.exporting.targets import whole_or_nothing
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.messages import message

MOST_ROWS = 1_048_576
MOST_LETTERS = 32_767
FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts days wrongly, so that earlier ones stay text."""


def write_xlsx(library: Library, choice: Choice, target: Path, job: Job) -> int:
    """Write the chosen rows to ``target``; return how many there are below the header."""
    table = table_of(library, choice, job)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(str(choice.rows))
    sheet.freeze_panes = "A2"
    count = 0
    with whole_or_nothing(target) as unfinished, _closed_when_stopped(sheet):
        sheet.append([_cell(sheet, name) for name in table.header])
        for count, row in enumerate(table.rows, start=1):
            if count >= MOST_ROWS:
                raise UserError(
                    message("An Excel sheet holds {rows} rows at most.", rows=MOST_ROWS - 1),
                    message("Export to CSV, or narrow the question."),
                )
            sheet.append([_cell(sheet, cell) for cell in row])
        workbook.save(unfinished)
    return count


@contextmanager
def _closed_when_stopped(sheet: WriteOnlyWorksheet) -> Iterator[None]:
    """Close the sheet's own temporary file when its rows end early."""
    try:
        yield
    except BaseException:
        sheet.close()
        raise


def _cell(sheet: WriteOnlyWorksheet, value: Cell) -> object:
    if isinstance(value, date) and value < FIRST_DAY:
        value = value.isoformat()
    if not isinstance(value, str):
        return value
    # A control character would make a file that Excel refuses to open.
    text = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value)[:MOST_LETTERS]
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell

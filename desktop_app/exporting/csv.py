"""CSV as RFC 4180 has it, in UTF-8 with the mark that spreadsheets look for."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from desktop_app.exporting.cells import cell_text
from desktop_app.exporting.choice import Choice
from desktop_app.exporting.tables import Table, table_of
from desktop_app.exporting.targets import whole_or_nothing
from desktop_app.jobs import Job
from desktop_app.library.library import Library


def write_csv(library: Library, choice: Choice, target: Path, job: Job) -> int:
    """Write the chosen rows to ``target``; return how many there are below the header."""
    table = table_of(library, choice, job)
    count = 0
    with (
        whole_or_nothing(target) as unfinished,
        unfinished.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(table.header)
        for row in table.rows:
            writer.writerow([cell_text(cell) for cell in row])
            count += 1
    return count


def tab_separated(table: Table) -> str:
    """Return ``table`` as the text that spreadsheets paste as cells."""
    text = io.StringIO()
    writer = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    writer.writerow(table.header)
    writer.writerows([cell_text(cell) for cell in row] for row in table.rows)
    return text.getvalue()

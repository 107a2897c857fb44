"""The formats as a table: adding one is adding a file and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import UserError
from desktop_app.exporting.choice import Choice, Rows
from desktop_app.exporting.csv import write_csv
from desktop_app.exporting.jsonl import write_jsonl
from desktop_app.exporting.recipe import write_recipe
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.messages import message

Write = Callable[[Library, Choice, Path, Job], int]


def _write_xlsx(library: Library, choice: Choice, target: Path, job: Job) -> int:
    # openpyxl takes a third of a second to load: not before somebody wants a workbook.
    from desktop_app.exporting.xlsx import write_xlsx

    return write_xlsx(library, choice, target, job)


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a choice; ``label`` names it in the window."""

    name: str
    suffix: str
    label: str
    write: Write
    rows: tuple[Rows, ...] = tuple(Rows)


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("csv", ".csv", "CSV table", write_csv),
        Format("xlsx", ".xlsx", "Excel workbook", _write_xlsx),
        Format("jsonl", ".jsonl", "JSON Lines", write_jsonl, (Rows.ARTICLES,)),
    )
}


def export(
    library: Library,
    choice: Choice,
    target: Path,
    job: Job,
    *,
    name: str = "csv",
    with_recipe: bool = False,
    footnote: str = "",
) -> int:
    """Write ``choice`` to ``target`` in the format ``name``; return the number of rows."""
    chosen = FORMATS.get(name)
    if chosen is None:
        raise UserError(
            message("There is no format “{name}”.", name=name),
            message("There are: {formats}.", formats=tuple(FORMATS)),
        )
    if choice.rows not in chosen.rows:
        raise UserError(
            message("{label} has no rows of participants.", label=chosen.label),
            message("Every dispatch in it holds its participants already."),
        )
    count = chosen.write(library, choice, target, job)
    if with_recipe:
        write_recipe(library, choice, target, name, count, footnote)
    return count

"""Rows of cells for every tabular format, taken from the library a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from desktop_app.errors import UserError
from desktop_app.exporting.choice import Choice, Rows
from desktop_app.exporting.columns import (
    ARTICLE_COLUMNS,
    COMPANION_COLUMNS,
    MORE_ARTICLE_COLUMNS,
    PARTICIPANT_COLUMNS,
    Cell,
    company_of,
)
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.messages import message
from desktop_app.query.arrays import Ids
from desktop_app.query.result import Result

PAGE = 500
WRITING = "Writing rows"


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it; ``articles`` is how many dispatches they are of."""

    header: tuple[str, ...]
    rows: Iterator[tuple[Cell, ...]]
    articles: int


def table_of(library: Library, choice: Choice, job: Job) -> Table:
    """Return what ``choice`` chooses; reading the rows reports to ``job`` and can be stopped."""
    result = chosen(library, choice, job)
    if choice.rows is Rows.PARTICIPANTS:
        values = PARTICIPANT_COLUMNS.values()
        rows = (
            tuple(value(appearance) for value in values)
            for appearance in library.appearances(result, job)
        )
        return Table(tuple(PARTICIPANT_COLUMNS), rows, len(result))
    if choice.rows is Rows.COMPANIONS:
        return Table(tuple(COMPANION_COLUMNS), _companion_rows(library, result, job), len(result))
    return Table(
        choice.columns, _article_rows(library, result.ids, choice.columns, job), len(result)
    )


def _companion_rows(library: Library, result: Result, job: Job) -> Iterator[tuple[Cell, ...]]:
    values = COMPANION_COLUMNS.values()
    events = groupby(library.appearances(result, job), lambda a: (a.article.id, a.event_number))
    for _, event in events:
        for company in company_of(tuple(event)):
            yield tuple(value(company) for value in values)


def chosen(library: Library, choice: Choice, job: Job) -> Result:
    """Answer the choice's query; its ids, and they alone, are narrowed to the selected."""
    result = library.find(choice.query, job)
    if choice.selected is None:
        return result
    selected = [library.article_id(public) for public in choice.selected]
    numbers = [number for number in selected if number is not None]
    return replace(result, ids=result.ids[np.isin(result.ids, numbers)])


def _article_rows(
    library: Library, ids: Ids, columns: tuple[str, ...], job: Job
) -> Iterator[tuple[Cell, ...]]:
    known = ARTICLE_COLUMNS | MORE_ARTICLE_COLUMNS
    missing = [name for name in columns if name not in known]
    if missing:
        raise UserError(
            message("There is no column “{name}”.", name=missing[0]),
            message("There are: {columns}.", columns=tuple(known)),
        )
    values = [known[name] for name in columns]
    for start in range(0, len(ids), PAGE):
        job.report(WRITING, start, len(ids))
        for row in library.rows(ids[start : start + PAGE]):
            yield tuple(value(row) for value in values)
    job.report(WRITING, len(ids), len(ids))

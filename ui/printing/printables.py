"""What can be printed, as a table: adding one is adding a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.model.article import Article
from desktop_app.query.query import Query
from desktop_app.query.result import Result
from ui.article_list.columns import COLUMNS
from ui.language import number, say
from ui.printing.article_sheet import ArticleSheet, roster_sheet
from ui.printing.bars_sheet import BarsSheet
from ui.printing.caption import caption_of
from ui.printing.paper import Sheet
from ui.printing.table_sheet import TableColumn, TableRow, TableSheet
from ui.printing.year_sheet import YearSheet
from ui.timeline.bins import covered_runs
from ui.timeline.timeline import part_name

if TYPE_CHECKING:
    from ui.main_window import MainWindow

ROWS_AT_MOST = 5_000  # some two hundred pages; an export holds all
PAGE = 500


@dataclass(frozen=True, slots=True)
class Printable:
    """One thing to print: what it needs of the window, and the sheet that it gives.

    ``begin`` looks at the window; what it returns asks the library, beside the window.
    """

    name: str
    text: str
    needs: str
    begin: Callable[[MainWindow], Callable[[Job], Sheet]]
    picture: bool = False


def _article(window: MainWindow) -> Callable[[Job], Sheet]:
    article, font = _shown(window), window.appearance.reading_font()
    return lambda _: ArticleSheet(article, font)


def _roster(window: MainWindow) -> Callable[[Job], Sheet]:
    article = _shown(window)
    return lambda _: roster_sheet(article)


def _list(window: MainWindow) -> Callable[[Job], Sheet]:
    library, result = _asked(window)
    columns = [COLUMNS[place] for place in window.list.told_columns()]
    widths = [window.list.columnWidth(place) for place in window.list.told_columns()]

    def sheet(job: Job) -> Sheet:
        headings = [
            TableColumn(
                say(column.heading) if column.heading else "",
                max(width, column.width),
                column.right,
            )
            for column, width in zip(columns, widths, strict=True)
        ]
        ids = result.ids[:ROWS_AT_MOST]

        def rows() -> Iterator[TableRow]:
            for start in range(0, len(ids), PAGE):
                for row in library.rows(int(i) for i in ids[start : start + PAGE]):
                    yield TableRow(tuple(column.text(row) for column in columns))

        left_out = len(result) - len(ids)
        note = (
            say("{n} more are left out here; an export holds all.", n=number(left_out))
            if left_out
            else ""
        )
        caption = caption_of(library, result, job, title=say("Dispatches"))
        return TableSheet(caption, headings, rows(), len(ids), note)

    return sheet


def _year(window: MainWindow) -> Callable[[Job], Sheet]:
    library, result = _asked(window)
    year = window.calendar.month.year

    def sheet(job: Job) -> Sheet:
        days = date(year, 1, 1), date(year, 12, 31)
        caption = caption_of(library, result, job, title=str(year), days=days)
        return YearSheet(caption, year, result.by_day)

    return sheet


def _timeline(window: MainWindow) -> Callable[[Job], Sheet]:
    library, result = _asked(window)
    by, coloured = window.timeline.split.currentData(), window.timeline.colouring

    def sheet(job: Job) -> Sheet:
        parts = {"": result.by_day} if by == "none" else library.split(result, by)
        named = {label: part_name(by, label) for label in parts if by != "none"}
        everything = library.find(Query(axis=result.query.axis), job).by_day
        title = say("Dispatches over time")
        caption = caption_of(library, result, job, title=title)
        days, colouring = tuple(covered_runs(everything)), coloured.given(parts)
        return BarsSheet(caption, parts, named, days, colouring)

    return sheet


def _shown(window: MainWindow) -> Article:
    article = window.article.article
    assert article is not None  # "article" is what the printable needs
    return article


def _asked(window: MainWindow) -> tuple[Library, Result]:
    library = window.state.library
    assert library is not None  # "library" is what the printable needs
    return library, window.state.result


PRINTABLES = (
    Printable("article", "This dispatch", "article", _article),
    Printable("roster", "Its participants", "article", _roster),
    Printable("list", "The list", "library", _list),
    Printable("year", "The calendar of the year", "library", _year, picture=True),
    Printable("timeline", "The timeline", "library", _timeline, picture=True),
)

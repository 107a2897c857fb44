"""What is exported: which articles, in which columns, a row an article or a row a participant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.exporting.columns import ARTICLE_COLUMNS
from desktop_app.query.query import Query


class Rows(StrEnum):
    """What one row of an export stands for."""

    ARTICLES = "articles"
    PARTICIPANTS = "participants"
    COMPANIONS = "companions"


@dataclass(frozen=True, slots=True)
class Choice:
    """The articles that ``query`` finds; of them only ``selected`` (public ids), if given.

    ``columns`` are the names of the visible ones, in their order; they apply to rows of
    articles. Rows of participants always have all of theirs.
    """

    query: Query
    rows: Rows = Rows.ARTICLES
    columns: tuple[str, ...] = tuple(ARTICLE_COLUMNS)
    selected: tuple[str, ...] | None = None

"""Rows of the list by plain SQL, without the numbers that questions need."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from desktop_app.model.article_row import ArticleRow

_ADDRESS = "(SELECT c.url FROM capture c WHERE c.article = article.id ORDER BY c.id LIMIT 1)"
ROW = (
    "SELECT id, public_id, published, title, kind, people, coalesce(place, dateline_place, ''),"
    f" outlet, site, language, coalesce({_ADDRESS}, ''), words, versions, has_text,"
    " doubtful, edited,"
    " starred, unread, binned,"
    " (SELECT group_concat(name, char(10)) FROM (SELECT t.name FROM article_tag x"
    "  JOIN tag t ON t.id = x.tag WHERE x.article = article.id ORDER BY t.folded)),"
    " EXISTS (SELECT 1 FROM note n WHERE n.article = article.id),"
    " CASE WHEN title = '' THEN"
    " (SELECT substr(text, 1, 400) FROM version v WHERE v.id = article.reading_version) END"
    " FROM article"
)
_WITHOUT_ADDRESS = ROW.replace(_ADDRESS, "NULL")


def rows(
    connection: sqlite3.Connection, ids: Iterable[int], *, addresses: bool = True
) -> list[ArticleRow]:
    """Return the rows of ``ids`` in their order; articles that are gone are left out.

    Without their addresses they come in a third of the time: those stand in another table.
    """
    asked = ROW if addresses else _WITHOUT_ADDRESS
    found: dict[int, ArticleRow] = {}
    wanted = [int(one) for one in ids]
    for start in range(0, len(wanted), 500):
        page = wanted[start : start + 500]
        marks = ",".join("?" * len(page))
        for row in connection.execute(f"{asked} WHERE id IN ({marks})", page):
            found[row[0]] = row_of(row)
    return [found[one] for one in wanted if one in found]


def row_of(row: Sequence[Any]) -> ArticleRow:
    (number, public_id, published, title, kind, people, place, outlet, site, language, *rest) = row
    (url, words, versions, has_text, doubtful, edited, starred, unread, binned, *own) = rest
    tags, noted, opening = own
    return ArticleRow(
        id=number,
        public_id=public_id,
        published=day_of(published),
        title=title or "",
        kind=kind or "",
        people=people or 0,
        place=place,
        outlet=outlet or "",
        site=site or "",
        language=language or "",
        url=url,
        words=words or 0,
        versions=versions or 0,
        has_text=has_text == 1,
        doubtful=doubtful == 1,
        edited=edited == 1,
        starred=starred == 1,
        unread=unread == 1,
        binned=binned == 1,
        tags=tuple(tags.split("\n")) if tags else (),
        noted=noted == 1,
        first_words=_first_words(opening) if opening else "",
    )


def _first_words(opening: str) -> str:
    """Return the first words after the dateline: what a list shows where a page has no title."""
    from desktop_app.reading.dateline import find_dateline  # few lists have such a row

    dateline = find_dateline(opening)
    told = " ".join(opening[dateline.end if dateline else 0 :].split())
    return told[:120].rsplit(" ", 1)[0] + "…" if len(told) > 120 else told


def day_of(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None

"""Rows of the list by plain SQL, without the numbers that questions need."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from desktop_app.model.article_row import ArticleRow

ROW = (
    "SELECT id, public_id, published, title, kind, people, coalesce(place, dateline_place, ''),"
    " outlet, site, language, coalesce((SELECT c.url FROM capture c"
    " WHERE c.article = article.id ORDER BY c.id LIMIT 1), ''), words, versions, has_text,"
    " doubtful, edited,"
    " starred, unread, binned,"
    " (SELECT group_concat(name, char(10)) FROM (SELECT t.name FROM article_tag x"
    "  JOIN tag t ON t.id = x.tag WHERE x.article = article.id ORDER BY t.folded)),"
    " EXISTS (SELECT 1 FROM note n WHERE n.article = article.id),"
    " CASE WHEN title = '' THEN"
    " (SELECT substr(text, 1, 400) FROM version v WHERE v.id = article.reading_version) END"
    " FROM article"
)


def rows(connection: sqlite3.Connection, ids: Iterable[int]) -> list[ArticleRow]:
    """Return the rows of ``ids`` in their order; articles that are gone are left out."""
    found: dict[int, ArticleRow] = {}
    wanted = [int(one) for one in ids]
    for start in range(0, len(wanted), 500):
        page = wanted[start : start + 500]
        marks = ",".join("?" * len(page))
        for row in connection.execute(f"{ROW} WHERE id IN ({marks})", page):
            found[row[0]] = row_of(row)
    return [found[one] for one in wanted if one in found]


def row_of(row: tuple[object, ...]) -> ArticleRow:
    (number, public_id, published, title, kind, people, place, *rest) = row
    (outlet, site, language, url, words, versions, has_text, doubtful, edited, *own) = rest
    starred, unread, binned, tags, noted, opening = own
    return ArticleRow(
        id=_int(number),
        public_id=str(public_id),
        published=day_of(published),
        title=str(title),
        kind=str(kind or ""),
        people=_int(people),
        place=str(place),
        outlet=str(outlet or ""),
        site=str(site or ""),
        language=str(language or ""),
        url=str(url),
        words=_int(words),
        versions=_int(versions),
        has_text=bool(has_text),
        doubtful=bool(doubtful),
        edited=bool(edited),
        starred=bool(starred),
        unread=bool(unread),
        binned=bool(binned),
        tags=tuple(tags.split("\n")) if isinstance(tags, str) else (),
        noted=bool(noted),
        first_words=_first_words(opening) if isinstance(opening, str) else "",
    )


def _first_words(opening: str) -> str:
    """Return the first words after the dateline: what a list shows where a page has no title."""
    from desktop_app.reading.dateline import find_dateline  # few lists have such a row

    dateline = find_dateline(opening)
    told = " ".join(opening[dateline.end if dateline else 0 :].split())
    return told[:120].rsplit(" ", 1)[0] + "…" if len(told) > 120 else told


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def day_of(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None

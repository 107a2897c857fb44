"""Which dispatches are gone: from a later complete listing of their day, or from a later crawl."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

import numpy as np
from rapidfuzz import fuzz

from desktop_app.library.captured import moment
from desktop_app.library.folding import fold
from desktop_app.library.identity import DAYS_APART, url_key
from desktop_app.model.ledger import ChangeKind, LedgerEntry
from desktop_app.query.arrays import NO_DAY, Arrays, Ids, Mask

CRAWL_PAUSE = 3
"""Days without any capture of a site, after which a new crawl of it begins."""
AROUND = 3
"""Days before and after a dispatch in which a crawl must have been thorough."""
THOROUGH = 0.75
"""Share of the known dispatches of those days that such a crawl saw again."""
FEWEST = 3
"""Others of those days, below which nothing is said."""
LIKE = 70
"""Likeness of two titles, of 100, from which they may well be the same dispatch."""
LISTED = 0.5
"""Share of a day's dispatches that a listing must name before its silence tells anything."""


@dataclass(frozen=True, slots=True)
class _Mentioned:
    """What the listings of a site name: addresses, folded titles, and titles as written."""

    urls: frozenset[str]
    folded: frozenset[str]
    titles: tuple[str, ...]

    def names(self, dispatch: _Dispatch) -> bool:
        """Whether one of them may be ``dispatch``: in doubt it is."""
        if self.urls & dispatch.urls or any(fold(t) in self.folded for t in dispatch.titles):
            return True
        return any(
            fuzz.token_set_ratio(one, title) >= LIKE
            for title in map(str.casefold, dispatch.titles)
            for one in self.titles
        )


@dataclass(frozen=True, slots=True)
class _Dispatch:
    """One dispatch of a site and day, and when it was last captured there."""

    article: int
    language: str
    last_seen: datetime
    urls: frozenset[str]
    titles: tuple[str, ...]


def deleted(connection: sqlite3.Connection) -> Iterator[LedgerEntry]:
    """Yield what a later complete listing of its day lacks, each once, by the first such one.

    The listing must name at least half of the day's dispatches of that language, and no
    later listing of the days around may name the missing one.
    """
    told: set[int] = set()
    for listing, site, day, at in connection.execute(
        "SELECT id, site, day, captured_at FROM listing WHERE complete AND day IS NOT NULL"
        " AND captured_at IS NOT NULL ORDER BY captured_at, id"
    ).fetchall():
        taken = moment(at)
        here = _mentioned(connection, "listing = ?", (listing,))
        dispatches = _dispatches(connection, site, day)
        named = {one.article for one in dispatches if here.names(one)}
        around: _Mentioned | None = None
        for one in dispatches:
            if one.article in named or one.last_seen >= taken or one.article in told:
                continue
            alike = [other.article for other in dispatches if other.language == one.language]
            listed = sum(article in named for article in alike)
            if listed < LISTED * len(alike) or not listed:
                continue
            around = around or _around(connection, site, day, at)
            if not around.names(one):
                told.add(one.article)
                yield LedgerEntry(
                    ChangeKind.DELETED,
                    one.article,
                    site,
                    last_seen=one.last_seen,
                    noticed=taken,
                    others=len(alike) - 1,
                    again=listed,
                )


def _dispatches(connection: sqlite3.Connection, site: str, day: str) -> list[_Dispatch]:
    """Return what was captured of a site's day, where the page itself said the day."""
    found: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for article, *rest in connection.execute(
        "SELECT a.id, a.language, c.captured_at, coalesce(c.url, ''), c.title, a.title,"
        " coalesce(a.second_title, '') FROM article a JOIN capture c ON c.article = a.id"
        " WHERE a.published = ? AND c.lineage = ? AND c.published = a.published"
        " AND c.published_from <> 'dateline' AND c.captured_at IS NOT NULL",
        (day, site),
    ):
        found[article].append(tuple(rest))
    return [
        _Dispatch(
            article,
            rows[0][0] or "",
            max(moment(row[1]) for row in rows),
            frozenset(url_key(row[2]) for row in rows if row[2]),
            tuple(dict.fromkeys(t for row in rows for t in row[3:] if t)),
        )
        for article, rows in sorted(found.items())
    ]


def _around(connection: sqlite3.Connection, site: str, day: str, at: str) -> _Mentioned:
    middle = date.fromisoformat(day)
    first, last = (middle + timedelta(days=by) for by in (-DAYS_APART, DAYS_APART))
    return _mentioned(
        connection,
        "listing IN (SELECT id FROM listing WHERE site = ? AND captured_at >= ?"
        " AND (day BETWEEN ? AND ?))",
        (site, at, first.isoformat(), last.isoformat()),
    )


def _mentioned(
    connection: sqlite3.Connection, where: str, parameters: tuple[object, ...]
) -> _Mentioned:
    rows = connection.execute(
        f"SELECT coalesce(url, ''), first_words FROM mention WHERE {where}", parameters
    ).fetchall()
    return _Mentioned(
        frozenset(url_key(url) for url, _ in rows if url),
        frozenset(fold(words) for _, words in rows if words),
        tuple(words.casefold() for _, words in rows if words),
    )


def not_seen_again(connection: sqlite3.Connection, arrays: Arrays) -> Iterator[LedgerEntry]:
    """Yield what a later, thorough crawl of the same site and days does not hold.

    A crawl is a run of days on which a site was captured. It is thorough about a dispatch
    when it holds three quarters of what was known, in that language, of the days around.
    """
    lineages: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for lineage, article, at in connection.execute(
        "SELECT lineage, article, captured_at FROM capture WHERE captured_at IS NOT NULL"
        " ORDER BY id"
    ):
        lineages[lineage or ""].append((article, at))
    kinds = arrays.outlet.code.astype(np.int64) * len(arrays.language.words) + arrays.language.code
    for site, rows in sorted(lineages.items()):
        crawls = _Crawls.of(rows)
        if len(crawls.begins) < 2:
            continue
        kind = kinds[crawls.article]
        for one in np.unique(kind):
            for article, missed_by, others, again in _missed(crawls, kind == one, arrays):
                times = [moment(at) for number, at in rows if number == article]
                yield LedgerEntry(
                    ChangeKind.NOT_SEEN_AGAIN,
                    article,
                    site,
                    last_seen=max(times),
                    noticed=moment(crawls.begins[missed_by]),
                    others=others,
                    again=again,
                )


@dataclass(frozen=True, slots=True)
class _Crawls:
    """The captures of one site, each with the number of its crawl, and when each crawl began."""

    article: Ids
    crawl: Ids
    begins: tuple[str, ...]

    @classmethod
    def of(cls, rows: list[tuple[int, str]]) -> Self:
        day = np.array([at[:10] for _, at in rows], dtype="datetime64[D]").astype(np.int64)
        days, place = np.unique(day, return_inverse=True)
        number = np.concatenate([[0], np.cumsum(np.diff(days) > CRAWL_PAUSE)]).astype(np.int64)
        begins: dict[int, str] = {}
        for crawl, (_, at) in zip(number[place].tolist(), rows, strict=True):
            begins[crawl] = min(begins.get(crawl, at), at)
        article = np.array([article for article, _ in rows], dtype=np.int64)
        return cls(article, number[place], tuple(begins[one] for one in sorted(begins)))


def _missed(crawls: _Crawls, here: Mask, arrays: Arrays) -> Iterator[tuple[int, int, int, int]]:
    """Yield each dispatch with the crawl that should have met it, its others, and those met."""
    article, crawl = crawls.article[here], crawls.crawl[here]
    known, first, last = _spans(article, crawl)
    published = arrays.published[known].astype(np.int64)
    open_cases = (published != NO_DAY) & arrays.alive[known]
    for number in range(1, len(crawls.begins)):
        before = open_cases & (first < number)
        missing = before & (last < number)
        if not missing.any():
            continue
        seen = before & np.isin(known, article[crawl == number])
        others, again = _near(published, before) - 1, _near(published, seen)
        lacks = missing & (others >= FEWEST) & (again >= THOROUGH * others)
        open_cases &= ~lacks
        for place in np.flatnonzero(lacks):
            yield int(known[place]), number, int(others[place]), int(again[place])


def _spans(article: Ids, crawl: Ids) -> tuple[Ids, Ids, Ids]:
    """Return each article once, with the first and the last crawl that saw it."""
    order = np.lexsort((crawl, article))
    known, starts = np.unique(article[order], return_index=True)
    ends = np.append(starts[1:], len(article)) - 1
    return known, crawl[order][starts], crawl[order][ends]


def _near(published: Ids, counted: Mask) -> Ids:
    """Count, for every dispatch, the ``counted`` ones published in the days around it."""
    days = np.sort(published[counted])
    after = np.searchsorted(days, published + AROUND, side="right")
    return (after - np.searchsorted(days, published - AROUND, side="left")).astype(np.int64)

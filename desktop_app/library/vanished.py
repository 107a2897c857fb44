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

from desktop_app.library.addresses import url_key
from desktop_app.library.captured import moment
from desktop_app.library.folding import fold
from desktop_app.library.identity import DAYS_APART
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
class _Mention:
    """One line of a listing: its address, its title folded, and as written in small letters."""

    url: str
    folded: str
    title: str

    def names(self, dispatch: _Dispatch) -> bool:
        """Whether it is plainly ``dispatch``: by its address or by the same title."""
        return self.url in dispatch.urls or self.folded in dispatch.folded

    def is_like(self, dispatch: _Dispatch) -> bool:
        """Whether it may be ``dispatch`` under another title."""
        return any(fuzz.token_set_ratio(self.title, one) >= LIKE for one in dispatch.titles)


@dataclass(frozen=True, slots=True)
class _Dispatch:
    """One dispatch of a site and day, and when it was last captured there."""

    article: int
    language: str
    last_seen: datetime
    urls: frozenset[str]
    folded: frozenset[str]
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
        mentions = _mentioned(connection, "listing = ?", (listing,))
        dispatches = _dispatches(connection, site, day)
        named = {d.article for d in dispatches if any(m.names(d) for m in mentions)}
        # A line that is some other dispatch's own cannot stand for this one as well.
        free = [m for m in mentions if not any(m.names(d) for d in dispatches)]
        for one in dispatches:
            if one.article in named or one.last_seen >= taken or one.article in told:
                continue
            alike = [other.article for other in dispatches if other.language == one.language]
            listed = sum(article in named for article in alike)
            if not listed or listed < LISTED * len(alike) or any(m.is_like(one) for m in free):
                continue
            if not any(m.names(one) for m in _around(connection, site, day, at)):
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
        "SELECT a.id, a.language, c.captured_at, coalesce(c.url, ''),"
        " coalesce(c.title, (SELECT title FROM version v WHERE v.id = c.version)), a.title,"
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
            frozenset(fold(t) for row in rows for t in row[3:] if t),
            tuple({t.casefold() for row in rows for t in row[3:] if t}),
        )
        for article, rows in sorted(found.items())
    ]


def _around(connection: sqlite3.Connection, site: str, day: str, at: str) -> list[_Mention]:
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
) -> list[_Mention]:
    return [
        # What has no address, or no title, is named by none.
        _Mention(url_key(url) or "-", fold(words) or "-", words.casefold())
        for url, words in connection.execute(
            f"SELECT coalesce(url, ''), first_words FROM mention WHERE {where}", parameters
        )
    ]


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

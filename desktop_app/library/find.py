"""Answers a query with one `Result`: SQL gives ids, the arrays give everything else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import reduce
from weakref import WeakKeyDictionary

import numpy as np

from desktop_app.jobs import Cancelled, Job
from desktop_app.query.arrays import NO_DAY, Arrays, Ids, Ints, Mask
from desktop_app.query.conditions.words import match_in
from desktop_app.query.query import (
    And,
    ArrayCondition,
    Axis,
    Everything,
    Node,
    Not,
    Or,
    PairsCondition,
    Query,
    SqlCondition,
    TextCondition,
    Versions,
    Where,
)
from desktop_app.query.result import DayCounts, Result


def find(connection: sqlite3.Connection, arrays: Arrays, query: Query, job: Job) -> Result:
    """Answer ``query``; every part of the answer is of the moment of ``connection``.

    Days without articles are left out of the counts: nothing in the library is not the
    same as nothing published, and only coverage may tell them apart.
    """
    masks = Masks(connection, arrays, query.versions, job)
    around = masks.of(query.without_dates().where)
    mask = masks.of(query.where)
    ids = in_order(connection, arrays, mask, query)
    days = days_of(arrays, query.axis)
    by_day, undated = count_days(days, mask)
    by_day_around, undated_around = (
        (by_day, undated) if mask is around else count_days(days, around)
    )
    return Result(
        query=query,
        ids=ids,
        by_day=by_day,
        undated=undated,
        around=by_day_around,
        around_undated=undated_around,
        in_library=int(np.count_nonzero(arrays.alive)),
        generation=arrays.generation,
    )


_MATCHES = frozenset(map(match_in, ("words", "pairs")))


class Masks:
    """Turns a tree into the mask of its articles; a leaf met twice is answered once."""

    def __init__(
        self, connection: sqlite3.Connection, arrays: Arrays, versions: Versions, job: Job
    ) -> None:
        self._connection = connection
        self._arrays = arrays
        self._job = job
        self._versions = versions
        self._answered: dict[Node, Mask] = {}
        self._of_words: dict[Where, Mask] = {}
        self._article_of_version = {
            Versions.READING: arrays.article_of_version,
            Versions.LATEST: arrays.latest_article_of_version,
            Versions.ANY: arrays.any_article_of_version,
        }[versions]

    def of(self, node: Node) -> Mask:
        """Return where ``node`` holds; places without an article are never true."""
        mask = self._answered.get(node)
        if mask is None:
            self._job.check()
            mask = self._answered[node] = self._answer(node)
        return mask

    def _answer(self, node: Node) -> Mask:
        match node:
            case Everything():
                return self._arrays.alive
            case And(parts):
                return reduce(np.logical_and, self._all_of(parts))
            case Or(parts):
                return reduce(np.logical_or, map(self.of, parts))
            case Not(part):
                return self._arrays.alive & ~self.of(part)
            case ArrayCondition():
                return node.mask(self._arrays) & self._arrays.alive
            case PairsCondition() if self._versions is Versions.READING:
                return node.over_pairs(self._arrays, self.ids)
            case TextCondition():
                return self._of_versions(self.ids(node.where()))
            case SqlCondition():
                return self._arrays.mask_of(self.ids(node.where()))
        raise TypeError(f"a condition that nothing answers: {node!r}")

    def _all_of(self, parts: tuple[Node, ...]) -> Iterator[Mask]:
        """Yield a mask for each of ``parts``; words of one table are asked for together.

        FTS5 then meets the rare word first: 2 ms instead of 9 with a word of every other text.
        """
        together: dict[str, list[object]] = {}
        for part in parts:
            where = part.where() if isinstance(part, TextCondition) else None
            if where is not None and where.sql in _MATCHES and self._versions is not Versions.ANY:
                together.setdefault(where.sql, []).extend(where.parameters)
            else:
                yield self.of(part)
        for sql, expressions in together.items():
            asked = Where(sql, (" AND ".join(f"({one})" for one in expressions),))
            if asked not in self._of_words:
                self._of_words[asked] = self._of_versions(self.ids(asked))
            yield self._of_words[asked]

    def _of_versions(self, versions: Ids) -> Mask:
        """Return the articles of ``versions``; a headline stands as its own negative number."""
        known = versions[(versions > 0) & (versions < len(self._article_of_version))]
        mask = self._arrays.mask_of(self._article_of_version[known])
        headlines = -versions[versions < 0]
        if len(headlines):
            mask |= self._arrays.mask_of(headlines)
        return mask

    def ids(self, where: Where) -> Ids:
        """Return the ids that ``where`` selects.

        They leave SQLite as one string: 36 ms for 204,110 ids against 193 ms by fetchall,
        and the interpreter is held for 8 ms at most.
        """
        try:
            row = self._connection.execute(
                # The leaves write their own SQL; values travel as parameters.
                f"WITH found(id) AS ({where.sql}) SELECT group_concat(id) FROM found",
                where.parameters,
            ).fetchone()
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise Cancelled from error
            raise
        if not row or not row[0]:
            return np.zeros(0, dtype=np.int64)
        return np.fromstring(row[0], dtype=np.int64, sep=",")


def days_of(arrays: Arrays, axis: Axis) -> Ints:
    """Return the day of every article on ``axis``."""
    return {
        Axis.PUBLISHED: arrays.published,
        Axis.DATELINE: arrays.dateline,
        Axis.HAPPENED: arrays.happened_first,
        Axis.CAPTURED: arrays.captured,
    }[axis]


def count_days(days: Ints, mask: Mask) -> tuple[DayCounts, int]:
    """Count the masked articles by day; the second number is of those without one."""
    chosen = days[mask]
    dated = chosen[chosen != NO_DAY]
    undated = len(chosen) - len(dated)
    if not len(dated):
        return DayCounts(), undated
    first = int(dated.min())
    return DayCounts(first, np.bincount(dated - first)), undated


def in_order(connection: sqlite3.Connection, arrays: Arrays, mask: Mask, query: Query) -> Ids:
    """Return the ids of ``mask`` in the query's order; equal ones newest first."""
    newest = arrays.newest_first[mask[arrays.newest_first]]
    order = query.order
    if order.column in ("published", "dateline", "happened", "captured"):
        days = days_of(arrays, Axis(order.column))
        if order.column == "published" and order.descending:
            return newest
        keys = days[newest].astype(np.int64)
        keys = -keys if order.descending else keys
        # The undated stand last both ways.
        keys[days[newest] == NO_DAY] = np.iinfo(np.int64).max
        return newest[np.argsort(keys, kind="stable")]
    keys = _keys(connection, arrays, order.column, newest)
    return newest[np.argsort(-keys if order.descending else keys, kind="stable")]


def _keys(connection: sqlite3.Connection, arrays: Arrays, column: str, ids: Ids) -> Ids:
    counts = {
        "people": arrays.participants,
        "words": arrays.words,
        "versions": arrays.versions,
    }
    if column in counts:
        return counts[column][ids].astype(np.int64)
    codes = {
        "outlet": arrays.outlet,
        "site": arrays.site,
        "kind": arrays.kind,
        "place": arrays.place,
        "language": arrays.language,
    }
    if column in codes:
        # The words of a `Codes` stand in order, so the codes sort as the words do.
        return codes[column].code[ids].astype(np.int64)
    return _title_ranks(connection, arrays)[ids]


def _title_ranks(connection: sqlite3.Connection, arrays: Arrays) -> Ids:
    """Return each article's place among the titles; kept as long as its snapshot."""
    known = _RANKS.get(arrays)
    if known is not None:
        return known
    ranks = np.zeros(arrays.size, dtype=np.int64)
    ordered = Masks(connection, arrays, Versions.READING, Job()).ids(
        Where("SELECT id FROM article ORDER BY title COLLATE NOCASE, id")
    )
    ranks[ordered] = np.arange(len(ordered))
    _RANKS[arrays] = ranks
    return ranks


# Sorting 100,000 titles takes 260 ms, which every page, bar and facet would pay again.
_RANKS: WeakKeyDictionary[Arrays, Ids] = WeakKeyDictionary()

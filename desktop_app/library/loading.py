"""Reads the tables into the arrays: all of them, or only the articles that changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.model.participant import DOUBTFUL_BELOW
from desktop_app.query.arrays import NO_DAY, Arrays, Codes, Ids, Ints, Mask, Pairs

_FLAGS = (
    "has_text",
    "edited",
    "variant",
    "corrected",
    "verified",
    "doubtful",
    "starred",
    "unread",
    "binned",
    "astray",
)
_DAY = "CAST(julianday({}) - 2440587.5 AS INTEGER)"
_COLUMNS = {
    "id": "a.id",
    "published": _DAY.format("a.published"),
    "dateline": "CASE WHEN a.dateline_date NOT LIKE '--%' THEN "
    + _DAY.format("a.dateline_date")
    + " END",
    "happened_first": _DAY.format("e.happened_first"),
    "happened_last": _DAY.format("e.happened_last"),
    "captured": "(SELECT "
    + _DAY.format("min(substr(c.captured_at, 1, 10))")
    + " FROM capture c WHERE c.article = a.id)",
    "item": "a.item_on_page",
    "outlet": "a.outlet",
    "site": "a.site",
    "language": "a.language",
    "kind": "a.kind",
    "place": "a.place",
    "words": "a.words",
    "participants": "a.people",
    "versions": "a.versions",
    "flags": " + ".join(f"{1 << bit} * coalesce(a.{f}, 0)" for bit, f in enumerate(_FLAGS)),
    "reading": "a.reading_version",
    "latest": "a.latest_version",
}
_ARTICLES = (
    f"SELECT {', '.join(_COLUMNS.values())} FROM article a"
    " LEFT JOIN event e ON e.version = a.reading_version AND e.position = 0"
)
_PAIRS = (
    f"SELECT a.id, p.person, p.role, p.side, p.title, p.certainty < {DOUBTFUL_BELOW} FROM article a"
    " JOIN event e ON e.version = a.reading_version JOIN participant p ON p.event = e.id"
)
_VERSIONS = "SELECT a.id, a.article FROM version a"
_LAST = (
    "SELECT (SELECT coalesce(max(id), 0) FROM article),"
    " (SELECT coalesce(max(article), 0) FROM version)"
)
_ONLY = " WHERE {} IN (SELECT value FROM json_each(?))"

_INTS = (
    "published",
    "dateline",
    "happened_first",
    "happened_last",
    "captured",
    "item",
    "words",
    "participants",
    "versions",
)
_CODED = ("outlet", "site", "language", "kind", "place")
_AT_ONCE = 40_000  # articles: their rows, before they are numbers, take 80 MB
_DAYS = frozenset(("published", "dateline", "happened_first", "happened_last", "captured"))


def nothing(generation: int = -1) -> Arrays:
    """Return the arrays of an empty library."""
    ints, ids = np.zeros(1, dtype=np.int32), np.zeros(1, dtype=np.int64)
    mask = np.zeros(1, dtype=np.bool_)
    codes = Codes(ints, ("",))
    no_days = np.full(1, NO_DAY, dtype=np.int32)
    empty, small = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int16)
    values: dict[str, Any] = {
        **dict.fromkeys(sorted(_DAYS), no_days),
        **dict.fromkeys(("item", "words", "participants", "versions"), ints),
        **dict.fromkeys((*_CODED, "province"), codes),
        **dict.fromkeys(_FLAGS, mask),
        "newest_first": empty,
        **dict.fromkeys(
            (
                "reading_version",
                "article_of_version",
                "latest_article_of_version",
                "any_article_of_version",
            ),
            ids,
        ),
    }
    return Arrays(
        generation=generation,
        alive=mask,
        pairs=Pairs(empty, empty, small, small, ints[:0], np.zeros(0, dtype=np.bool_)),
        roles=("",),
        sides=("",),
        offices=("",),
        **values,
    )


def whole(connection: sqlite3.Connection, generation: int) -> Arrays:
    """Read the whole library, so many articles at a time that their rows take little memory."""
    arrays = nothing(generation)
    last = max(connection.execute(_LAST).fetchone())
    for first in range(1, last + 1, _AT_ONCE):
        some = range(first, min(first + _AT_ONCE, last + 1))
        arrays = renewed(connection, arrays, generation, some)
    return arrays


def renewed(
    connection: sqlite3.Connection, old: Arrays, generation: int, changed: Sequence[int]
) -> Arrays:
    """Return ``old`` with the articles ``changed`` read anew."""
    rows = connection.execute(*_asked(_ARTICLES, "a.id", changed)).fetchall()
    columns = dict(zip(_COLUMNS, zip(*rows, strict=True), strict=True)) if rows else {}
    ids = np.array(columns.get("id", ()), dtype=np.int64)
    stale = np.array(changed, dtype=np.int64)
    size = max(old.size, int(max(ids.max(initial=0), stale.max(initial=0))) + 1)

    def placed(was: npt.NDArray[Any], name: str, unknown: int) -> npt.NDArray[Any]:
        whole = _grown(was, size, unknown)
        whole[stale] = unknown
        whole[ids] = [unknown if value is None else value for value in columns.get(name, ())]
        return whole

    ints: dict[str, Any] = {
        name: placed(getattr(old, name), name, int(NO_DAY) if name in _DAYS else 0)
        for name in _INTS
    }
    coded: dict[str, Any] = {
        name: _coded(getattr(old, name), stale, ids, columns.get(name, ()), size) for name in _CODED
    }
    flags = np.zeros(size, dtype=np.int32)
    flags[ids] = columns.get("flags", ())
    masks: dict[str, Any] = {
        name: _flagged(getattr(old, name), stale, ids, (flags & (1 << bit)) != 0, size)
        for bit, name in enumerate(_FLAGS)
    }
    alive = _grown(old.alive, size, 0)
    alive[stale] = False
    alive[ids] = ~masks["binned"][ids]
    return Arrays(
        generation=generation,
        alive=alive,
        **ints,
        **coded,
        **masks,
        province=_provinces(connection, coded["place"]),
        newest_first=_newest_first(alive, ints["published"], ints["item"]),
        reading_version=placed(old.reading_version, "reading", 0),
        **_versions(connection, old, changed, ids, columns),
        **_pairs(connection, old, changed, size),
    )


def _asked(sql: str, column: str, changed: Sequence[int]) -> tuple[str, tuple[str, ...]]:
    return sql + _ONLY.format(column), (json.dumps(list(changed)),)


def _grown(was: npt.NDArray[Any], size: int, unknown: int) -> npt.NDArray[Any]:
    whole = np.full(size, unknown, dtype=was.dtype)
    whole[: len(was)] = was
    return whole


def _flagged(was: Mask, stale: Ids, ids: Ids, flag: Mask, size: int) -> Mask:
    whole = _grown(was, size, 0)
    whole[stale] = False
    whole[ids] = flag[ids]
    return whole


def _recoded(
    old: tuple[str, ...], new: Iterable[str | None]
) -> tuple[tuple[str, ...], dict[str, int], npt.NDArray[np.int32]]:
    """Return the words of both in order, their numbers, and what each old number became."""
    words = ("", *sorted({word for word in (*old, *new) if word}))
    number = {word: code for code, word in enumerate(words)}
    return words, number, np.array([number[word] for word in old], dtype=np.int32)


def _coded(was: Codes, stale: Ids, ids: Ids, values: Sequence[str | None], size: int) -> Codes:
    words, number, became = _recoded(was.words, values)
    whole = _grown(became[was.code], size, 0)
    whole[stale] = 0
    whole[ids] = [number[word or ""] for word in values]
    return Codes(whole, words)


def _newest_first(alive: Mask, published: Ints, item: Ints) -> Ids:
    """Sort the alive ids by day, newest first, then as on the page, then id; undated last."""
    ids = np.flatnonzero(alive)
    return ids[np.lexsort((ids, item[ids], -published[ids].astype(np.int64)))]


def _versions(
    connection: sqlite3.Connection,
    old: Arrays,
    changed: Sequence[int],
    ids: Ids,
    columns: dict[str, tuple[Any, ...]],
) -> dict[str, Any]:
    """Turn "version by article" round; a version that does not count stands for article 0."""
    rows = connection.execute(*_asked(_VERSIONS, "a.article", changed)).fetchall()
    version = np.array([row[0] for row in rows], dtype=np.int64)
    size = max(len(old.any_article_of_version), int(version.max(initial=0)) + 1)
    every = _grown(old.any_article_of_version, size, 0)
    every[version] = [row[1] for row in rows]
    turned = {"any_article_of_version": every}
    for name, which in (
        ("article_of_version", "reading"),
        ("latest_article_of_version", "latest"),
    ):
        whole = _grown(getattr(old, name), size, 0)
        whole[version] = 0
        counts = np.array([value or 0 for value in columns.get(which, ())], dtype=np.int64)
        whole[counts[counts > 0]] = ids[counts > 0]
        turned[name] = whole
    return turned


def _pairs(
    connection: sqlite3.Connection, old: Arrays, changed: Sequence[int], size: int
) -> dict[str, Any]:
    rows = connection.execute(*_asked(_PAIRS, "a.id", changed)).fetchall()
    article, person, role, side, title, doubtful = zip(*rows, strict=True) if rows else ((),) * 6
    was = old.pairs
    stale = np.zeros(size, dtype=np.bool_)
    stale[list(changed)] = True
    keep = ~stale[was.article]
    articles = np.concatenate([was.article[keep], np.array(article, dtype=np.int64)])
    order = np.argsort(articles, kind="stable")

    def joined(kept: npt.NDArray[Any], more: Sequence[Any]) -> npt.NDArray[Any]:
        return np.concatenate([kept[keep], np.array(more, dtype=kept.dtype)])[order]

    known: dict[str, tuple[str, ...]] = {}
    codes: dict[str, npt.NDArray[Any]] = {}
    for one, many, more in (
        ("role", "roles", role), ("side", "sides", side), ("office", "offices", title)
    ):  # fmt: skip
        known[many], number, became = _recoded(getattr(old, many), more)
        kept = getattr(was, one)
        codes[one] = joined(became[kept].astype(kept.dtype), [number[word or ""] for word in more])
    pairs = Pairs(
        article=articles[order],
        person=joined(was.person, person),
        **codes,
        doubtful=joined(was.doubtful, doubtful),
    )
    return {"pairs": pairs, **known}


def _provinces(connection: sqlite3.Connection, places: Codes) -> Codes:
    """Give each place its province, where the gazetteer knows one."""
    known = dict(connection.execute("SELECT name, province FROM place WHERE province <> ''"))
    words = ("", *sorted({known[word] for word in places.words if word in known}))
    number = {word: code for code, word in enumerate(words)}
    of_place = np.array([number[known.get(word, "")] for word in places.words], dtype=np.int32)
    return Codes(of_place[places.code], words)

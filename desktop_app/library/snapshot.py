"""Keeps the arrays that answer queries in step with the tables, one generation after another."""

from __future__ import annotations

import sqlite3
import threading

import numpy as np
import numpy.typing as npt

from desktop_app.query.arrays import NO_DAY, Arrays, Codes, Ids, Ints, Mask, Pairs

_COLUMNS = (
    "id",
    "published",
    "dateline",
    "happened_first",
    "happened_last",
    "captured",
    "item",
    "outlet",
    "site",
    "language",
    "kind",
    "place",
    "words",
    "people",
    "versions",
    "flags",
    "reading",
    "latest",
)
_NUMBER = "CAST(julianday({}) - 2440587.5 AS INTEGER)"
_FLAGS = ("has_text", "edited", "variant", "corrected", "verified", "doubtful")
_ARTICLES = (
    "SELECT a.id, "
    + _NUMBER.format("a.published")
    + ", "
    + "CASE WHEN a.dateline_date LIKE '--%' THEN NULL ELSE "
    + _NUMBER.format("a.dateline_date")
    + " END, "
    + _NUMBER.format("e.happened_first")
    + ", "
    + _NUMBER.format("e.happened_last")
    + ", (SELECT "
    + _NUMBER.format("min(substr(c.captured_at, 1, 10))")
    + " FROM capture c WHERE c.article = a.id), a.item_on_page,"
    " a.outlet, a.site, a.language, a.kind, a.place, a.words, a.people, a.versions, "
    + " + ".join(f"({1 << bit} * coalesce(a.{flag}, 0))" for bit, flag in enumerate(_FLAGS))
    + ", a.reading_version, a.latest_version"
    " FROM article a LEFT JOIN event e ON e.version = a.reading_version AND e.position = 0"
)
_PAIRS = (
    "SELECT a.id, p.person, p.role, p.side, p.certainty < 0.7 FROM article a"
    " JOIN event e ON e.version = a.reading_version JOIN participant p ON p.event = e.id"
)


class Snapshots:
    """Gives the arrays of the generation that a connection sees; keeps the newest."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._newest: Arrays | None = None

    def of(self, connection: sqlite3.Connection) -> Arrays:
        """Return the arrays of this moment; call it inside a read transaction."""
        number = int(connection.execute("SELECT number FROM generation").fetchone()[0])
        with self._guard:
            if self._newest is None or self._newest.generation != number:
                self._newest = load(connection, number)
            return self._newest

    def forget(self) -> None:
        with self._guard:
            self._newest = None


def load(connection: sqlite3.Connection, generation: int) -> Arrays:
    """Read the whole library into arrays."""
    rows = connection.execute(_ARTICLES).fetchall()
    columns = dict(zip(_COLUMNS, zip(*rows, strict=True), strict=True)) if rows else {}
    ids = np.array(columns.get("id", ()), dtype=np.int64)
    size = int(ids.max()) + 1 if len(ids) else 1

    def placed(name: str, unknown: int, kind: type[np.generic] = np.int32) -> npt.NDArray[np.int32]:
        values = columns.get(name, ())
        whole = np.full(size, unknown, dtype=kind)
        whole[ids] = [unknown if value is None else value for value in values]
        return whole

    def coded(name: str) -> Codes:
        words = ("", *sorted({str(word) for word in columns.get(name, ()) if word}))
        number = {word: code for code, word in enumerate(words)}
        whole = np.zeros(size, dtype=np.int32)
        whole[ids] = [number[word or ""] for word in columns.get(name, ())]
        return Codes(whole, words)

    alive = np.zeros(size, dtype=np.bool_)
    alive[ids] = True
    flags = placed("flags", 0)

    def flag(name: str) -> Mask:
        bit = np.int32(1 << _FLAGS.index(name))
        return np.asarray((flags & bit) != 0)

    published = placed("published", int(NO_DAY))
    places = coded("place")
    reading = placed("reading", 0, np.int64).astype(np.int64)
    latest = placed("latest", 0, np.int64).astype(np.int64)
    none = np.zeros(size, dtype=np.bool_)
    pairs, roles, sides = _pairs(connection)
    return Arrays(
        generation=generation,
        alive=alive,
        published=published,
        dateline=placed("dateline", int(NO_DAY)),
        happened_first=placed("happened_first", int(NO_DAY)),
        happened_last=placed("happened_last", int(NO_DAY)),
        captured=placed("captured", int(NO_DAY)),
        outlet=coded("outlet"),
        site=coded("site"),
        language=coded("language"),
        kind=coded("kind"),
        place=places,
        province=_provinces(connection, places),
        words=placed("words", 0),
        participants=placed("people", 0),
        versions=placed("versions", 0),
        has_text=flag("has_text"),
        edited=flag("edited"),
        variant=flag("variant"),
        corrected=flag("corrected"),
        verified=flag("verified"),
        doubtful=flag("doubtful"),
        starred=none,
        unread=none,
        newest_first=newest_first(ids, published, placed("item", 0)),
        reading_version=reading,
        article_of_version=_articles_by_version(connection, reading),
        latest_article_of_version=_articles_by_version(connection, latest),
        any_article_of_version=_all_articles_by_version(connection),
        pairs=pairs,
        roles=roles,
        sides=sides,
    )


def newest_first(ids: Ids, published: Ints, item: Ints) -> Ids:
    """Sort ``ids`` by day, newest first, then as on the page, then by id; undated last."""
    return ids[np.lexsort((ids, item[ids], -published[ids].astype(np.int64)))]


def _articles_by_version(connection: sqlite3.Connection, version: Ids) -> Ids:
    """Turn "version by article" round; versions that do not count give 0."""
    size = int(connection.execute("SELECT coalesce(max(id), 0) FROM version").fetchone()[0]) + 1
    articles = np.zeros(size, dtype=np.int64)
    have = np.flatnonzero(version)
    articles[version[have]] = have
    return articles


def _all_articles_by_version(connection: sqlite3.Connection) -> Ids:
    rows = connection.execute("SELECT id, article FROM version").fetchall()
    articles = np.zeros(max((row[0] for row in rows), default=0) + 1, dtype=np.int64)
    for version, article in rows:
        articles[version] = article
    return articles


def _pairs(connection: sqlite3.Connection) -> tuple[Pairs, tuple[str, ...], tuple[str, ...]]:
    rows = connection.execute(_PAIRS).fetchall()
    articles, persons, roles, sides, doubtful = zip(*rows, strict=True) if rows else ((),) * 5
    role_words = ("", *sorted({role for role in roles if role}))
    side_words = ("", *sorted({side for side in sides if side}))
    role_number = {word: code for code, word in enumerate(role_words)}
    side_number = {word: code for code, word in enumerate(side_words)}
    article = np.array(articles, dtype=np.int64)
    by_article = np.argsort(article, kind="stable")
    pairs = Pairs(
        article=article[by_article],
        person=np.array(persons, dtype=np.int64)[by_article],
        role=np.array([role_number[r or ""] for r in roles], dtype=np.int16)[by_article],
        side=np.array([side_number[s or ""] for s in sides], dtype=np.int16)[by_article],
        doubtful=np.array(doubtful, dtype=np.bool_)[by_article],
    )
    return pairs, role_words, side_words


def _provinces(connection: sqlite3.Connection, places: Codes) -> Codes:
    """Give each place its province, where the gazetteer knows one."""
    known = dict(connection.execute("SELECT name, province FROM place WHERE province <> ''"))
    words = ("", *sorted({known[word] for word in places.words if word in known}))
    number = {word: code for code, word in enumerate(words)}
    of_place = np.array([number[known.get(word, "")] for word in places.words], dtype=np.int32)
    return Codes(of_place[places.code], words)

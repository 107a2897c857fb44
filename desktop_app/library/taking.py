"""Takes found captures into the library: decides what each of them is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from desktop_app.library import articles, layer
from desktop_app.library.folding import hashes_in
from desktop_app.library.found import Found
from desktop_app.library.identity import Identity, Match, told_day
from desktop_app.library.purged import purged_hashes
from desktop_app.library.putting import Putting
from desktop_app.library.shelves import Shelved
from desktop_app.model.capture import Listing


class Outcome(StrEnum):
    """What became of a capture, or of a file."""

    NEW = "new"
    NEW_VERSION = "new_version"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one capture, and the article it is of, which may lie in the bin.

    What was purged is skipped; it is of no article (0).
    """

    outcome: Outcome
    article: int
    binned: bool = False


_PURGED = Taken(Outcome.SKIPPED, 0)


@dataclass(slots=True)
class _Opened:
    """The original at hand, and which articles its captures are of, by their locators."""

    number: int
    sha256: str
    articles: dict[str, int]


class Taker:
    """Takes captures in through one connection; lives as long as one import."""

    def __init__(self, connection: sqlite3.Connection, run: int | None) -> None:
        self._connection = connection
        self._identity = Identity(connection)
        self._putting = Putting(connection, run)
        self._purged = purged_hashes(connection)
        self._generation = -1
        self._opened: _Opened | None = None

    def take(self, original: int, batch: Sequence[Found]) -> list[Taken]:
        """Take ``batch``, all found in ``original``, in order; taking again adds nothing."""
        generation = articles.next_generation(self._connection)
        if generation != self._generation + 1:
            self._opened = None
            self._putting.look_again()
        self._generation = generation
        opened = self._open(original)
        taken = [self._one(opened, found) for found in batch]
        touched = {one.article for one in taken if one.outcome is not Outcome.SKIPPED}
        touched |= layer.replay_for(self._connection, touched)
        articles.log_changes(self._connection, generation, touched)
        binned = in_bin(self._connection, touched)
        if not binned:
            return taken
        return [replace(one, binned=True) if one.article in binned else one for one in taken]

    def _open(self, original: int) -> _Opened:
        if self._opened is None or self._opened.number != original:
            sha256 = self._connection.execute(
                "SELECT sha256 FROM original WHERE id = ?", (original,)
            ).fetchone()[0]
            known = self._connection.execute(
                "SELECT locator, article FROM capture WHERE original = ?", (original,)
            )
            self._opened = _Opened(original, sha256, dict(known.fetchall()))
        return self._opened

    def was_purged(self, sha256: str) -> bool:
        """Say whether the bytes of an original were purged: they are not stored again."""
        return sha256 in self._purged

    def _one(self, original: _Opened, found: Found) -> Taken:
        capture = found.capture
        known = original.articles.get(capture.locator)
        if known is not None:
            return Taken(Outcome.DUPLICATE, known)
        if self._purged and not self._purged.isdisjoint(
            (f"{original.sha256} {capture.locator}", found.folded_sha256)
        ):
            return _PURGED
        day = told_day(capture)
        match = self._identity.match(found, day, original.number)
        if match is None:
            taken = self._new(original, found, day)
        else:
            taken = self._known(original, found, day, match)
        original.articles[capture.locator] = taken.article
        return taken

    def _new(self, original: _Opened, found: Found, day: str) -> Taken:
        """Make an article of a capture that shows none of those that there are."""
        put = self._putting
        article = put.article(found, original.sha256, day)
        version = None
        if found.capture.text:
            version = put.version(article, found)
            self._shelve(original, article, version, found, day)
        put.capture(original.number, article, version, found, titled=version is None)
        return Taken(Outcome.NEW, article)

    def _known(self, original: _Opened, found: Found, day: str, match: Match) -> Taken:
        """Add a capture, and its text where that is another one, to the article it shows."""
        put, capture, article = self._putting, found.capture, match.article
        outcome, version = Outcome.DUPLICATE, match.version
        if version is not None:
            put.seen_again(version, capture)
        elif capture.text:
            put.complete(article, day, capture)
            if match.cut_short == "that":
                put.mark_cut(article, len(capture.text))
            version = put.version(article, found, whole=match.cut_short != "this", titled=True)
            self._shelve(original, article, version, found, day)
            outcome = Outcome.NEW_VERSION
        titled = outcome is Outcome.DUPLICATE
        put.capture(original.number, article, version, found, titled=titled)
        articles.refresh(self._connection, article)
        return Taken(outcome, article)

    def _shelve(
        self, original: _Opened, article: int, version: int, found: Found, day: str
    ) -> None:
        hashes = hashes_in(found.sketch)
        shelved = Shelved(article, version, found.principals, hashes, original.number)
        self._identity.shelves.put(found, day, shelved)

    def listing(self, original: int, listing: Listing) -> None:
        """Keep a page that lists a day's dispatches, with what it mentions."""
        self._putting.listing(original, listing)


def in_bin(connection: sqlite3.Connection, ids: Iterable[int]) -> frozenset[int]:
    """Return which of ``ids`` lie in the bin."""
    marked = "SELECT id FROM article WHERE binned AND id IN (SELECT value FROM json_each(?))"
    return frozenset(row[0] for row in connection.execute(marked, (json.dumps([*ids]),)))


def now() -> str:
    """Return this moment in UTC, to the second, in ISO form."""
    return datetime.now(UTC).isoformat(timespec="seconds")

"""Takes found captures into the library: decides what each is, and writes its rows."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from desktop_app.library import articles, index, layer
from desktop_app.library.facts import write_event
from desktop_app.library.folding import hashes_in
from desktop_app.library.found import Found, indexed
from desktop_app.library.identity import Identity, Match, told_day, url_key
from desktop_app.library.people import People
from desktop_app.library.purged import purged_hashes
from desktop_app.library.shelves import Shelved
from desktop_app.model.capture import Capture, Listing, Mention
from desktop_app.reading.preparation import PREPARATION


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


class Taker:
    """Writes captures through one connection; lives as long as one import."""

    def __init__(self, connection: sqlite3.Connection, run: int | None) -> None:
        self._connection = connection
        self._run = run
        self._identity = Identity(connection)
        self._people = People(connection)
        self._purged = purged_hashes(connection)
        self._generation = 0

    def take(self, original: int, batch: Sequence[Found]) -> list[Taken]:
        """Take ``batch``, all found in ``original``, in order; taking again adds nothing."""
        sha256 = self._connection.execute(
            "SELECT sha256 FROM original WHERE id = ?", (original,)
        ).fetchone()[0]
        generation = articles.next_generation(self._connection)
        if generation != self._generation + 1:
            self._people.forget()  # the user decided something since the last batch
        self._generation = generation
        taken = [self._one(original, sha256, found) for found in batch]
        touched = {one.article for one in taken if one.outcome is not Outcome.SKIPPED}
        touched |= layer.replay_for(self._connection, touched)
        articles.log_changes(self._connection, generation, touched)
        binned = in_bin(self._connection, touched)
        return [replace(one, binned=True) if one.article in binned else one for one in taken]

    def was_purged(self, sha256: str) -> bool:
        """Say whether the bytes of an original were purged: they are not stored again."""
        return sha256 in self._purged

    def listing(self, original: int, listing: Listing) -> None:
        """Keep a page that lists a day's dispatches, with what it mentions."""
        cursor = self._connection.execute(
            "INSERT INTO listing (original, site, day, complete, captured_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                original,
                listing.site,
                _iso(listing.day),
                listing.complete,
                listing.captured_at.isoformat() if listing.captured_at else None,
            ),
        )
        self._mentions(listing.mentions, listing=cursor.lastrowid)

    def _one(self, original: int, sha256: str, found: Found) -> Taken:
        capture = found.capture
        known = self._connection.execute(
            "SELECT article FROM capture WHERE original = ? AND locator = ?",
            (original, capture.locator),
        ).fetchone()
        if known:
            return Taken(Outcome.DUPLICATE, known[0])
        if self._purged and not self._purged.isdisjoint(
            (f"{sha256} {capture.locator}", found.folded_sha256)
        ):
            return _PURGED
        day = told_day(capture)
        match = self._identity.match(found, day, original)
        if match is None:
            article = self._new_article(sha256, found, day)
            self._link_same_address(article, capture)
            outcome = Outcome.NEW
        else:
            article, outcome = match.article, Outcome.DUPLICATE
        version = match.version if match else None
        if version is None and capture.text:
            if match:
                self._tell_day(article, day, capture)
                self._forget_headline(article)
            version = self._new_version(article, found, match)
            if outcome is Outcome.DUPLICATE:
                outcome = Outcome.NEW_VERSION
            self._identity.shelves.put(
                found,
                day,
                Shelved(
                    article,
                    version,
                    found.principals,
                    hashes_in(found.sketch),
                    original,
                ),
            )
        self._capture(original, article, version, capture)
        if outcome is Outcome.NEW and version is None:
            index.put(self._connection, -article, found.indexed)
        if outcome is Outcome.NEW:
            articles.first_version(self._connection, article, version, found)
        else:
            articles.refresh(self._connection, article)
        return Taken(outcome, article)

    def _new_article(self, sha256: str, found: Found, day: str) -> int:
        capture = found.capture
        said = capture.dateline
        cursor = self._connection.execute(
            "INSERT INTO article (public_id, published, published_from, dateline_date,"
            " dateline_place, day_told, item_on_page, title, second_title, folded_title, outlet,"
            " site, language, url, has_text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                public_id(sha256, capture.locator),
                _iso(capture.published),
                capture.published_from,
                day if said and said.day else None,
                said.place if said else None,
                day,
                capture.item_on_page,
                capture.title,
                capture.second_title,
                found.folded_title,
                capture.outlet,
                capture.site,
                capture.language,
                capture.url,
                bool(capture.text),
            ),
        )
        return int(cursor.lastrowid or 0)

    def _tell_day(self, article: int, day: str, capture: Capture) -> None:
        """Give a headline the day and place of the text that completes it."""
        said = capture.dateline
        self._connection.execute(
            "UPDATE article SET day_told = ?, dateline_date = ?, dateline_place = ?"
            " WHERE id = ? AND has_text = 0",
            (day, day if said and said.day else None, said.place if said else None, article),
        )

    def _link_same_address(self, article: int, capture: Capture) -> None:
        """Link as possible copies what has one address and other words: two articles."""
        if not (capture.address_is_its_own and capture.url and capture.text):
            return
        self._connection.execute(
            "INSERT OR IGNORE INTO possible_copy (article, other, why)"
            " SELECT DISTINCT ?, article, 'address' FROM capture"
            " WHERE url_key = ? AND article <> ?",
            (article, url_key(capture.url), article),
        )

    def _new_version(self, article: int, found: Found, match: Match | None) -> int:
        capture = found.capture
        if match and match.cut_short == "that":
            self._connection.execute(
                "UPDATE version SET complete = 0 WHERE article = ? AND length(text) < ?",
                (article, len(capture.text)),
            )
        cursor = self._connection.execute(
            "INSERT INTO version (article, title, text, text_sha256, folded_sha256, sketch,"
            " principals, complete, read_with, prepared_with, words)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article,
                capture.title,
                capture.text,
                found.text_sha256,
                found.folded_sha256,
                found.sketch,
                "\n".join(sorted(found.principals)),
                capture.complete and not (match and match.cut_short == "this"),
                found.reading.reader,
                PREPARATION,
                found.words,
            ),
        )
        version = int(cursor.lastrowid or 0)
        index.put(self._connection, version, found.indexed)
        for position, event in enumerate(found.reading.events):
            write_event(self._connection, self._people, article, version, position, event)
        return version

    def _forget_headline(self, article: int) -> None:
        """Take the title of a headline that gets its text out of the index, where it stands
        under the article's number, negative, because it had no version.
        """
        row = self._connection.execute(
            "SELECT title FROM article WHERE id = ? AND has_text = 0", (article,)
        ).fetchone()
        if row is None:
            return
        index.take_out(self._connection, -article, indexed(row[0], ""))

    def _capture(self, original: int, article: int, version: int | None, capture: Capture) -> None:
        number = self._connection.execute(
            "INSERT INTO capture (original, locator, item_on_page, article, version, title, outlet,"
            " site, lineage, url, url_key, published, published_from, captured_at, captured_from,"
            " doubts, captions, topics, run)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                original,
                capture.locator,
                capture.item_on_page,
                article,
                version,
                capture.title,
                capture.outlet,
                capture.site,
                capture.site,
                capture.url,
                url_key(capture.url) if capture.address_is_its_own else None,
                _iso(capture.published),
                capture.published_from,
                capture.captured_at.isoformat() if capture.captured_at else None,
                capture.captured_from,
                _lines(capture.doubts),
                _lines(capture.captions),
                _lines(capture.topics),
                self._run,
            ),
        ).lastrowid
        if version is not None and capture.captured_at:
            at = capture.captured_at.isoformat()
            self._connection.execute(
                "UPDATE version SET first_captured_at = min(coalesce(first_captured_at, ?), ?),"
                " last_captured_at = max(coalesce(last_captured_at, ?), ?) WHERE id = ?",
                (at, at, at, at, version),
            )
        self._mentions(capture.mentions, capture=number)

    def _mentions(
        self,
        mentions: Iterable[Mention],
        listing: int | None = None,
        capture: int | None = None,
    ) -> None:
        self._connection.executemany(
            "INSERT INTO mention (listing, capture, day, first_words, url) VALUES (?, ?, ?, ?, ?)",
            ((listing, capture, _iso(one.day), one.first_words, one.url) for one in mentions),
        )


def in_bin(connection: sqlite3.Connection, ids: Iterable[int]) -> frozenset[int]:
    """Return which of ``ids`` lie in the bin."""
    marked = "SELECT id FROM article WHERE binned AND id IN (SELECT value FROM json_each(?))"
    return frozenset(row[0] for row in connection.execute(marked, (json.dumps([*ids]),)))


def public_id(original_sha256: str, locator: str) -> str:
    """Return the id by which an article is known outside: made from its first capture."""
    return hashlib.sha256(f"{original_sha256}\n{locator}".encode()).hexdigest()[:12]


def now() -> str:
    """Return this moment in UTC, to the second, in ISO form."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _lines(words: Sequence[str]) -> str | None:
    return "\n".join(words) or None

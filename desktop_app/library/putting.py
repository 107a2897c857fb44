"""Puts rows of found captures into the tables: articles, versions, captures, mentions."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from desktop_app.library import articles, index
from desktop_app.library.facts import write_event
from desktop_app.library.found import Found, indexed
from desktop_app.library.people import People
from desktop_app.model.capture import Capture, Listing, Mention
from desktop_app.reading.preparation import PREPARATION


class Putting:
    """Writes rows through one connection, and gives them their numbers."""

    def __init__(self, connection: sqlite3.Connection, run: int | None) -> None:
        self._connection = connection
        self._run = run
        self._people = People(connection)
        self._last_article = self._last_version = 0

    def look_again(self) -> None:
        """Look what is there: between two batches of an import nobody else puts in anything."""
        self._people.forget()
        self._last_article, self._last_version = self._connection.execute(
            "SELECT (SELECT coalesce(max(id), 0) FROM article),"
            " (SELECT coalesce(max(id), 0) FROM version)"
        ).fetchone()

    def article(self, found: Found, sha256: str, day: str) -> int:
        """Put in the row of a new article; its text, if it has one, is to be put in next."""
        capture = found.capture
        self._last_article += 1
        article = self._last_article
        version = self._last_version + 1 if capture.text else None
        public = public_id(sha256, capture.locator)
        articles.put(self._connection, article, public, found, day, version)
        self._link_same_address(article, found)
        if version is None:
            index.put(self._connection, -article, found.indexed)
        return article

    def _link_same_address(self, article: int, found: Found) -> None:
        """Link as possible copies what has one address and other words: two articles."""
        if found.address is None or not found.capture.text:
            return
        self._connection.execute(
            "INSERT OR IGNORE INTO possible_copy (article, other, why)"
            " SELECT DISTINCT ?, article, 'address' FROM capture"
            " WHERE address = ? AND article <> ?",
            (article, found.address, article),
        )

    def version(
        self, article: int, found: Found, *, whole: bool = True, titled: bool = False
    ) -> int:
        """Put in a text and what was read of it; ``titled`` keeps a title that differs."""
        capture = found.capture
        self._last_version += 1
        version = self._last_version
        at = capture.captured_at.isoformat() if capture.captured_at else None
        self._connection.execute(
            "INSERT INTO version (id, article, title, text, text_sha256, folded, sketch,"
            " principals, complete, first_captured_at, last_captured_at, read_with, prepared_with,"
            " words) VALUES (?, ?, nullif(?, (SELECT title FROM article WHERE id = ?)),"
            " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                version,
                article,
                capture.title if titled else None,
                article if titled else None,
                capture.text,
                bytes.fromhex(found.text_sha256),
                found.folded,
                found.sketch,
                "\n".join(sorted(found.principals)),
                capture.complete and whole,
                at,
                at,
                found.reading.reader,
                PREPARATION,
                found.words,
            ),
        )
        index.put(self._connection, version, found.indexed)
        for position, event in enumerate(found.reading.events):
            write_event(self._connection, self._people, article, version, position, event)
        return version

    def capture(
        self, original: int, article: int, version: int | None, found: Found, *, titled: bool
    ) -> None:
        """Put in a capture; one whose title stands with its text needs none of its own."""
        capture = found.capture
        number = self._connection.execute(
            "INSERT INTO capture (original, locator, item_on_page, article, version, title, outlet,"
            " site, url, address, published, published_from, captured_at, captured_from,"
            " doubts, captions, topics, run)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                original,
                capture.locator,
                capture.item_on_page,
                article,
                version,
                capture.title if titled else None,
                capture.outlet,
                capture.site,
                capture.url,
                found.address,
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
        if capture.mentions:
            self._mentions(capture.mentions, capture=number)

    def seen_again(self, version: int, capture: Capture) -> None:
        """Widen the time in which a text was seen."""
        if capture.captured_at:
            at = capture.captured_at.isoformat()
            self._connection.execute(
                "UPDATE version SET first_captured_at = min(coalesce(first_captured_at, ?), ?),"
                " last_captured_at = max(coalesce(last_captured_at, ?), ?) WHERE id = ?",
                (at, at, at, at, version),
            )

    def complete(self, article: int, day: str, capture: Capture) -> None:
        """Give a headline the day and place of the text that completes it.

        Its title stands in the index under the article's number, negative, because it had no
        version: the text is going to stand there with its own.
        """
        row = self._connection.execute(
            "SELECT title FROM article WHERE id = ? AND has_text = 0", (article,)
        ).fetchone()
        if row is None:
            return
        said = capture.dateline
        self._connection.execute(
            "UPDATE article SET day_told = ?, dateline_date = ?, dateline_place = ? WHERE id = ?",
            (day, day if said and said.day else None, said.place if said else None, article),
        )
        index.take_out(self._connection, -article, indexed(row[0], ""))

    def mark_cut(self, article: int, length: int) -> None:
        """Note that the texts of ``article`` shorter than ``length`` are pieces of a whole."""
        self._connection.execute(
            "UPDATE version SET complete = 0 WHERE article = ? AND length(text) < ?",
            (article, length),
        )

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


def public_id(original_sha256: str, locator: str) -> str:
    """Return the id by which an article is known outside: made from its first capture."""
    return hashlib.sha256(f"{original_sha256}\n{locator}".encode()).hexdigest()[:12]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _lines(words: Sequence[str]) -> str | None:
    return "\n".join(words) or None

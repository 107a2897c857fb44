"""What an article's own row says of its captures and versions, kept true at every change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.model.days import DayFrom
from desktop_app.model.participant import DOUBTFUL_BELOW, Reading

if TYPE_CHECKING:
    from desktop_app.library.found import Found

# The page's own day is trusted before what a record or an address says.
_MOST_TRUSTED = tuple(DayFrom)
_TRUST = (
    "CASE published_from "
    + " ".join(f"WHEN '{known}' THEN {rank}" for rank, known in enumerate(_MOST_TRUSTED))
    + " ELSE 99 END"
)


def next_generation(connection: sqlite3.Connection) -> int:
    """Begin a new generation: each commit that changes articles raises the number."""
    connection.execute("UPDATE generation SET number = number + 1")
    return int(connection.execute("SELECT number FROM generation").fetchone()[0])


def log_changes(connection: sqlite3.Connection, generation: int, changed: Iterable[int]) -> None:
    """Log which articles ``generation`` changed, so that snapshots can follow."""
    connection.executemany(
        "INSERT INTO change (generation, article) VALUES (?, ?)",
        ((generation, article) for article in sorted(changed)),
    )


def forget_old_changes(connection: sqlite3.Connection, kept: int = 1000) -> None:
    """Drop the log of all but the last ``kept`` generations; older snapshots are read anew."""
    connection.execute(
        "DELETE FROM change WHERE generation <= (SELECT number FROM generation) - ?", (kept,)
    )


def put(
    connection: sqlite3.Connection,
    article: int,
    public_id: str,
    found: Found,
    day_told: str,
    version: int | None,
) -> None:
    """Put in the row of a new article, with all that its first capture says of it.

    ``version`` is the number that its text is going to have; None of a headline alone.
    """
    capture, reading = found.capture, found.reading
    said = capture.dateline
    rows = reading.participants
    connection.execute(
        "INSERT INTO article (id, public_id, published, published_from, dateline_date,"
        " dateline_place, day_told, item_on_page, title, second_title, outlet, site, language,"
        " has_text, reading_version, latest_version, versions, words, kind, place, people,"
        " doubtful, edited, variant, corrected, verified) VALUES"
        " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)",
        (
            article,
            public_id,
            capture.published.isoformat() if capture.published else None,
            capture.published_from,
            day_told if said and said.day else None,
            said.place if said else None,
            day_told,
            capture.item_on_page,
            capture.title,
            capture.second_title,
            capture.outlet,
            capture.site,
            capture.language,
            bool(capture.text),
            version,
            version,
            0 if version is None else 1,
            found.words,
            _kind(reading) if version else "",
            _place(reading),
            len({row.name for row in rows}),
            bool(capture.doubts) or any(row.certainty < DOUBTFUL_BELOW for row in rows),
        ),
    )


def _kind(reading: Reading) -> str:
    return reading.events[0].kind if reading.events else "other"


def _place(reading: Reading) -> str | None:
    return next((event.place for event in reading.events if event.place), None)


def refresh(connection: sqlite3.Connection, article: int) -> None:
    """Make the row of ``article`` anew from its captures and versions.

    The reading version is the earliest complete one; *edited* is said only of complete
    versions that one lineage showed first at different known times, *variant* of all others.
    """
    order = "complete DESC, coalesce(first_captured_at, '9999'), id"
    versions = connection.execute(
        f"SELECT id, complete, title, words FROM version WHERE article = ? ORDER BY {order}",
        (article,),
    ).fetchall()
    complete = [row for row in versions if row[1]]
    reading = versions[0] if versions else None
    latest = connection.execute(
        "SELECT id FROM version WHERE article = ?"
        " ORDER BY complete DESC, coalesce(last_captured_at, '') DESC, id DESC LIMIT 1",
        (article,),
    ).fetchone()
    published = connection.execute(
        "SELECT published, published_from FROM capture"
        f" WHERE article = ? AND published IS NOT NULL ORDER BY {_TRUST}, id LIMIT 1",
        (article,),
    ).fetchone() or (None, None)
    edited = _edited(connection, article)
    title = reading[2] if reading else None
    if title:  # versions without a title of their own have borne the article's
        connection.execute(
            "UPDATE version SET title = (SELECT title FROM article WHERE id = version.article)"
            " WHERE article = ? AND title IS NULL",
            (article,),
        )
    connection.execute(
        "UPDATE article SET reading_version = ?, latest_version = ?, versions = ?, words = ?,"
        " has_text = ?, published = ?, published_from = ?, title = coalesce(nullif(?, ''), title),"
        " edited = ?, variant = ? WHERE id = ?",
        (
            reading[0] if reading else None,
            latest[0] if latest else None,
            len(versions),
            reading[3] if reading else 0,
            reading is not None,
            *published,
            title,
            edited,
            len(complete) > 1 and not edited,
            article,
        ),
    )
    refresh_facts(connection, article)


def _edited(connection: sqlite3.Connection, article: int) -> bool:
    return (
        connection.execute(
            "SELECT 1 FROM (SELECT c.lineage, min(c.captured_at) AS first FROM capture c"
            " JOIN version v ON v.id = c.version"
            " WHERE c.article = ? AND v.complete AND c.captured_at IS NOT NULL"
            " GROUP BY c.lineage, c.version)"
            " GROUP BY lineage HAVING count(DISTINCT first) > 1 LIMIT 1",
            (article,),
        ).fetchone()
        is not None
    )


def refresh_facts(connection: sqlite3.Connection, article: int) -> None:
    """Renew what the article's row says of its reading version's events and participants."""
    connection.execute(
        "UPDATE article SET"
        " kind = coalesce((SELECT kind FROM event e WHERE e.version = article.reading_version"
        "   ORDER BY position LIMIT 1), CASE WHEN has_text THEN 'other' ELSE '' END),"
        " place = (SELECT place FROM event e WHERE e.version = article.reading_version"
        "   AND place IS NOT NULL ORDER BY position LIMIT 1),"
        " people = (SELECT count(DISTINCT p.name) FROM participant p"
        "   JOIN event e ON e.id = p.event WHERE e.version = article.reading_version),"
        " doubtful = (SELECT count(*) FROM participant p JOIN event e ON e.id = p.event"
        "   WHERE e.version = article.reading_version AND p.certainty < ? AND NOT p.confirmed) > 0"
        "   OR EXISTS (SELECT 1 FROM capture c WHERE c.article = article.id"
        "     AND c.doubts IS NOT NULL),"
        " corrected = EXISTS (SELECT 1 FROM as_read r"
        "   WHERE r.version = article.reading_version AND r.corrected),"
        " verified = EXISTS (SELECT 1 FROM participant p JOIN event e ON e.id = p.event"
        "   WHERE e.version = article.reading_version AND p.confirmed)"
        " WHERE id = ?",
        (DOUBTFUL_BELOW, article),
    )

"""Gives articles out: rows for the list, the whole of one for reading."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime

import numpy as np

from desktop_app.errors import UserError
from desktop_app.library.counterparts import counterparts_of
from desktop_app.library.notes import notes
from desktop_app.library.placing import keys_of
from desktop_app.messages import message
from desktop_app.model.article import Article, ArticleRow, CaptureRow, MentionRow, VersionRow
from desktop_app.model.days import DayFrom, MonthDay
from desktop_app.model.participant import (
    AsRead,
    Event,
    EventAsRead,
    EventKind,
    Group,
    Happened,
    Part,
    Participant,
    Role,
    Span,
)
from desktop_app.query.result import DayCounts

_ROW = (
    "SELECT id, public_id, published, title, kind, people, coalesce(place, dateline_place, ''),"
    " outlet, site, language, coalesce(url, ''), words, versions, has_text, doubtful, edited,"
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
        for row in connection.execute(f"{_ROW} WHERE id IN ({marks})", page):
            found[row[0]] = _row(row)
    return [found[one] for one in wanted if one in found]


def public_ids(connection: sqlite3.Connection, ids: Iterable[int]) -> list[str]:
    """Return the public ids of ``ids`` in their order."""
    wanted = json.dumps([int(one) for one in ids])
    return [
        row[0]
        for row in connection.execute(
            "SELECT a.public_id FROM json_each(?) w JOIN article a ON a.id = w.value"
            " ORDER BY w.key",
            (wanted,),
        )
    ]


def _row(row: tuple[object, ...]) -> ArticleRow:
    (number, public_id, published, title, kind, people, place, *rest) = row
    (outlet, site, language, url, words, versions, has_text, doubtful, edited, *own) = rest
    starred, unread, binned, tags, noted, opening = own
    return ArticleRow(
        id=_int(number),
        public_id=str(public_id),
        published=_day(published),
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


def newest_article(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT public_id FROM article ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else str(row[0])


def article(connection: sqlite3.Connection, number: int, version: int | None) -> Article:
    """Return one article with ``version``, or its reading version; `UserError` if it is gone."""
    row = connection.execute(
        "SELECT published_from, dateline_date, dateline_place, second_title, reading_version,"
        " latest_version"
        " FROM article WHERE id = ?",
        (number,),
    ).fetchone()
    if row is None:
        raise UserError(
            message("This dispatch is no longer in the library."),
            message("It was deleted, or its import was undone."),
        )
    published_from, dateline_date, place, second_title, reading_version, latest_version = row
    versions = _versions(connection, number)
    shown = next((v for v in versions if v.id == (version or reading_version)), None)
    return Article(
        row=rows(connection, [number])[0],
        published_from=DayFrom(published_from) if published_from else None,
        dateline_day=_month_day(dateline_date),
        second_title=second_title or "",
        version=shown,
        events=events(connection, shown.id) if shown else (),
        versions=versions,
        captures=_captures(connection, number),
        mentions=_mentions(connection, number),
        dateline_date=dateline_date or "",
        dateline_place=place or "",
        latest_version=latest_version,
        counterparts=counterparts_of(connection, number),
        notes=notes(connection, number),
    )


def _versions(connection: sqlite3.Connection, number: int) -> tuple[VersionRow, ...]:
    return tuple(
        VersionRow(
            one, title, text, sha256, bool(complete), _moment(first), _moment(last), reader, count
        )
        for one, title, text, sha256, complete, first, last, reader, count in connection.execute(
            "SELECT v.id, v.title, v.text, v.text_sha256, v.complete, v.first_captured_at,"
            " v.last_captured_at, v.read_with,"
            " (SELECT count(*) FROM capture c WHERE c.version = v.id)"
            " FROM version v WHERE v.article = ?"
            " ORDER BY coalesce(v.first_captured_at, '9999'), v.id",
            (number,),
        )
    )


def _captures(connection: sqlite3.Connection, number: int) -> tuple[CaptureRow, ...]:
    return tuple(
        CaptureRow(one, sha256, name, locator, site or "", url or "", _moment(at), how, version)
        for one, sha256, name, locator, site, url, at, how, version in connection.execute(
            "SELECT c.id, o.sha256, o.path, c.locator, c.site, c.url, c.captured_at,"
            " c.captured_from, c.version FROM capture c JOIN original o ON o.id = c.original"
            " WHERE c.article = ? ORDER BY c.id",
            (number,),
        )
    )


def _mentions(connection: sqlite3.Connection, number: int) -> tuple[MentionRow, ...]:
    return tuple(
        MentionRow(_day(day), words or "", url or "")
        for day, words, url in connection.execute(
            "SELECT m.day, m.first_words, m.url FROM mention m JOIN capture c ON c.id = m.capture"
            " WHERE c.article = ? ORDER BY m.id",
            (number,),
        )
    )


def events(connection: sqlite3.Connection, version: int) -> tuple[Event, ...]:
    """Return what ``version`` reports, in the order of its text."""
    text = connection.execute("SELECT text_sha256 FROM version WHERE id = ?", (version,)).fetchone()
    return tuple(
        Event(
            kind=EventKind(kind),
            kind_from=kind_from or "",
            happened=(
                Happened(date.fromisoformat(first), date.fromisoformat(last), how or "")
                if first and last
                else None
            ),
            place=place,
            host=host,
            spans=spans_of(spans),
            participants=participants(connection, number, text[0] if text else "", event),
            groups=groups(connection, number),
            read_as=_event_as_read(read_as),
        )
        for event, (number, kind, kind_from, first, last, how, place, host, spans, read_as) in (
            enumerate(
                connection.execute(
                    "SELECT id, kind, kind_from, happened_first, happened_last, happened_how,"
                    " place, host, spans, read_as FROM event WHERE version = ? ORDER BY position",
                    (version,),
                ).fetchall()
            )
        )
    )


def participants(
    connection: sqlite3.Connection, number: int, text_sha256: str, event: int
) -> tuple[Participant, ...]:
    """Return the rows of the event with this id, the ``event``-th of its text."""
    found = connection.execute(
        "SELECT name, title, side, role, spans, certainty, rule, key, read_from, confirmed, read_as"
        " FROM participant WHERE event = ? ORDER BY position",
        (number,),
    ).fetchall()
    keys = keys_of(text_sha256, event, [(row[0], row[3]) for row in found])
    return tuple(
        Participant(
            name,
            title or "",
            side,
            Role(role),
            spans_of(spans),
            certainty,
            rule or "",
            own_key or key,
            read_from == "user",
            bool(confirmed),
            AsRead(**json.loads(read_as)) if read_as else None,
        )
        for key, (
            name, title, side, role, spans, certainty, rule, own_key, read_from, confirmed, read_as
        ) in zip(keys, found, strict=True)
    )  # fmt: skip


def _event_as_read(stored: str | None) -> EventAsRead | None:
    if not stored:
        return None
    return EventAsRead(**{name: value or "" for name, value in json.loads(stored).items()})


def groups(connection: sqlite3.Connection, event: int) -> tuple[Group, ...]:
    return tuple(
        Group(label, side, Role(role), spans_of(spans))
        for label, side, role, spans in connection.execute(
            "SELECT label, side, role, spans FROM group_present WHERE event = ? ORDER BY position",
            (event,),
        )
    )


def spans_of(stored: str | None) -> tuple[Span, ...]:
    """Read spans as they are stored: ``[[start, end, "name"], …]``."""
    return tuple(Span(start, end, Part(part)) for start, end, part in json.loads(stored or "[]"))


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _month_day(value: str | None) -> MonthDay | None:
    if not value:
        return None
    month, day = value[-5:].split("-")
    return MonthDay(int(month), int(day))


def mentioned_days(connection: sqlite3.Connection) -> DayCounts:
    """Count the different dispatches that listings and teasers speak of, by day."""
    counted = connection.execute(
        "SELECT CAST(julianday(day) - 2440587.5 AS INTEGER), count(DISTINCT first_words)"
        " FROM mention WHERE day IS NOT NULL GROUP BY day"
    ).fetchall()
    if not counted:
        return DayCounts()
    first = min(day for day, _ in counted)
    counts = np.zeros(max(day for day, _ in counted) - first + 1, dtype=np.int64)
    for day, count in counted:
        counts[day - first] = count
    return DayCounts(first, counts)

"""Gives articles out, the whole of one for reading."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime

import numpy as np

from desktop_app.errors import UserError
from desktop_app.library.counterparts import counterparts_of
from desktop_app.library.listed import day_of, rows
from desktop_app.library.notes import notes
from desktop_app.library.placing import keys_of
from desktop_app.messages import message
from desktop_app.model.article import Article, CaptureRow, MentionRow, VersionRow
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
            "SELECT v.id, coalesce(v.title, a.title), v.text, lower(hex(v.text_sha256)),"
            " v.complete, v.first_captured_at,"
            " v.last_captured_at, v.read_with,"
            " (SELECT count(*) FROM capture c WHERE c.article = v.article AND c.version = v.id)"
            " FROM version v JOIN article a ON a.id = v.article WHERE v.article = ?"
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
        MentionRow(day_of(day), words or "", url or "")
        for day, words, url in connection.execute(
            "SELECT m.day, m.first_words, m.url FROM mention m JOIN capture c ON c.id = m.capture"
            " WHERE c.article = ? ORDER BY m.id",
            (number,),
        )
    )


def events(connection: sqlite3.Connection, version: int) -> tuple[Event, ...]:
    """Return what ``version`` reports, in the order of its text."""
    text = connection.execute(
        "SELECT lower(hex(text_sha256)) FROM version WHERE id = ?", (version,)
    ).fetchone()
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

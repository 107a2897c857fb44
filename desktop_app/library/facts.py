"""Writes what the reader read of a text: events, participants, groups."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from desktop_app.library.people import People
from desktop_app.model.participant import Event, Span


def write_event(
    connection: sqlite3.Connection,
    people: People,
    article: int,
    version: int,
    position: int,
    event: Event,
) -> None:
    """Write an event of ``version`` with everybody in it, as the reader read it."""
    when = event.happened
    number = connection.execute(
        "INSERT INTO event (article, version, position, kind, kind_from, happened_first,"
        " happened_last, happened_how, place, host, spans)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article,
            version,
            position,
            event.kind,
            event.kind_from,
            _iso(when.first) if when else None,
            _iso(when.last) if when else None,
            when.how if when else None,
            event.place,
            event.host,
            spans_json(event.spans),
        ),
    ).lastrowid
    connection.executemany(
        "INSERT INTO participant (event, position, person, name, title, side, role, spans,"
        " certainty, rule, read_from, confirmed, link_certainty, linked_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
        (
            (
                number,
                place,
                (link := people.link(row.name)).person,
                row.name,
                row.title,
                row.side,
                row.role,
                spans_json(row.spans),
                row.certainty,
                row.rule,
                "reader",
                link.certainty,
                link.by,
            )
            for place, row in enumerate(event.participants)
        ),
    )
    connection.executemany(
        "INSERT INTO group_present (event, position, label, side, role, spans)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, place, group.label, group.side, group.role, spans_json(group.spans))
            for place, group in enumerate(event.groups)
        ),
    )


def spans_json(spans: Iterable[Span]) -> str:
    """Write spans as others read them: ``[[start, end, "name"], …]``."""
    return "[" + ",".join(f'[{s.start},{s.end},"{s.part}"]' for s in spans) + "]"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

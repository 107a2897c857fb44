"""`dateline read`: records as JSON lines in, their events as JSON lines out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from desktop_app.model.participant import EventKind, Participant, Reading, Span
from desktop_app.reading.dispatch import read_dispatch
from desktop_app.reading.juche import read_day
from desktop_app.reading.passages import sentence_around

Complain = Callable[[int, str], None]


def read_lines(lines: Iterable[bytes], complain: Complain) -> Iterator[dict[str, Any]]:
    """Read each record; a broken line costs itself alone and is complained of by number."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
        except (ValueError, RecursionError) as reason:
            complain(number, f"not JSON: {reason}")
            continue
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            complain(number, "no text")
            continue
        yield read_record(record)


def read_record(record: dict[str, Any]) -> dict[str, Any]:
    """Read one record as the scoring program wants it."""
    found = read_day(record.get("date"))
    published: date | None = found.day if found else None
    title = record.get("title")
    reading = read_dispatch(
        record["text"],
        title if isinstance(title, str) else "",
        published,
        str(record.get("language") or "en"),
    )
    return {"id": record.get("id"), **as_record(reading, record["text"])}


def as_record(reading: Reading, text: str) -> dict[str, Any]:
    """Lay the events of a reading together: each name and role once, in order."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    groups: dict[tuple[str, str | None, str], dict[str, Any]] = {}
    for event in reading.events:
        for row in event.participants:
            rows.setdefault((row.name, row.role), _row(row, text))
        for group in event.groups:
            said = {"label": group.label, "side": group.side, "role": str(group.role)}
            groups.setdefault((group.label, group.side, str(group.role)), said)
    kind = reading.events[0].kind if reading.events else EventKind.OTHER
    participants = [{**row, "order": order} for order, row in enumerate(rows.values(), 1)]
    return {"event_kind": str(kind), "participants": participants, "groups": list(groups.values())}


def _row(row: Participant, text: str) -> dict[str, Any]:
    start, end = sentence_around(text, row.spans[0].start)
    return {
        "name": row.name,
        "title": row.title,
        "side": row.side,
        "role": str(row.role),
        "order": 0,
        "spans": [_span(span) for span in row.spans],
        "sentence": " ".join(text[start:end].split()),
        "certainty": row.certainty,
        "from": row.rule,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "part": str(span.part)}

"""A dispatch as JSON: the same keys in ``show``, ``search`` and JSON Lines exports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeAlias

from desktop_app.model.article import Article
from desktop_app.model.participant import Event, Part, Participant, Span
from desktop_app.model.sentences import sentence_at

Json: TypeAlias = dict[str, object]


def article_json(article: Article) -> Json:
    """Return ``article`` with all that the library knows of it; null where it is not known."""
    row, version = article.row, article.version
    text = version.text if version else ""
    return {
        "id": row.public_id,
        "title": row.title,
        "published": _iso(row.published),
        "published_from": str(article.published_from) if article.published_from else None,
        "dateline_date": article.dateline_date or None,
        "dateline_place": article.dateline_place or None,
        "outlet": row.outlet or None,
        "site": row.site or None,
        "language": row.language or None,
        "url": row.url or None,
        "has_text": row.has_text,
        "starred": row.starred,
        "tags": list(row.tags),
        "notes": [
            {"words": note.words, "quote": note.passage.quote if note.passage else None}
            for note in article.notes
        ],
        "body": text if version else None,
        "captures": [
            {
                "original_sha256": capture.original_sha256,
                "original": capture.original_name,
                "locator": capture.locator,
                "site": capture.site or None,
                "url": capture.url or None,
                "captured_at": _iso(capture.captured_at),
                "captured_from": capture.captured_from,
            }
            for capture in article.captures
        ],
        "versions": [
            {
                "text_sha256": one.text_sha256,
                "title": one.title,
                "complete": one.complete,
                "first_captured_at": _iso(one.first_captured_at),
                "last_captured_at": _iso(one.last_captured_at),
                "captures": one.captures,
                "read_with": one.read_with or None,
                "shown": version is not None and one.id == version.id,
            }
            for one in article.versions
        ],
        "events": [_event(event) for event in article.events],
        "participants": list(_participants(article.events, text)),
        "groups": [
            {
                "event": number,
                "label": group.label,
                "side": group.side,
                "role": str(group.role),
                "spans": _spans(group.spans),
            }
            for number, event in enumerate(article.events, start=1)
            for group in event.groups
        ],
        "counterparts": [
            {
                "id": one.public_id,
                "title": one.title,
                "published": _iso(one.published),
                "outlet": one.outlet or None,
                "language": one.language or None,
                "certainty": one.certainty,
                "shared": list(one.shared),
            }
            for one in article.counterparts
        ],
        "mentions": [
            {"day": _iso(m.day), "first_words": m.first_words, "url": m.url or None}
            for m in article.mentions
        ],
    }


def _event(event: Event) -> Json:
    return {
        "kind": str(event.kind),
        "happened_first": _iso(event.happened.first) if event.happened else None,
        "happened_last": _iso(event.happened.last) if event.happened else None,
        "place": event.place,
    }


def _participants(events: tuple[Event, ...], text: str) -> Iterator[Json]:
    for number, event in enumerate(events, start=1):
        for order, participant in enumerate(event.participants, start=1):
            yield {
                "event": number,
                "name": participant.name,
                "title": participant.title,
                "side": participant.side,
                "role": str(participant.role),
                "order": order,
                "spans": _spans(participant.spans),
                "sentence": _sentence(participant, text),
                "confirmed": participant.confirmed,
                "certainty": round(participant.certainty, 3),
                "from": "user" if participant.by_user else "reader",
            }


def _sentence(participant: Participant, text: str) -> str | None:
    name = next((span for span in participant.spans if span.part is Part.NAME), None)
    if name is None:
        return None
    start, end = sentence_at(text, name.start, name.end)
    return " ".join(text[start:end].split())


def _spans(spans: tuple[Span, ...]) -> list[list[object]]:
    return [[span.start, span.end, str(span.part)] for span in spans]


def _iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None

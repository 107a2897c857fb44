"""What sort of event a Spanish dispatch reports: its main verb first, then any word of its kind."""

from __future__ import annotations

from functools import cache

from desktop_app.model.participant import EventKind
from desktop_app.reading.needles import Pattern
from desktop_app.reading.spanish.grammar import grammar, patterns

_LEAD = 400  # letters


@cache
def _told() -> tuple[tuple[EventKind, str, Pattern], ...]:
    rows = grammar()["told"]
    return tuple((EventKind(row["kind"]), row["where"], Pattern(row["pattern"])) for row in rows)


def kind_of(title: str, lead: str) -> tuple[EventKind, str]:
    """Return the kind of event and the words that told it."""
    said = {"title": title.lower(), "lead": lead.lower()[:_LEAD]}
    for kind, where, pattern in _told():
        if match := pattern.search(said[where]):
            return kind, match[0]
    for words in said.values():
        for key, pattern in patterns("kinds").items():
            if match := pattern.search(words):
                return EventKind(key), match[0]
    return EventKind.OTHER, ""

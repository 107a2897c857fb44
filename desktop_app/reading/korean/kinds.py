"""Says what sort of event a Korean dispatch reports, by its title and its first sentences."""

from __future__ import annotations

from desktop_app.model.participant import EventKind
from desktop_app.reading.korean.words import korean_words


def kind_of(title: str, first: str) -> tuple[EventKind, str]:
    """Return the kind and the words that tell it; the title is asked before the text."""
    for said in (title, first):
        for kind, pattern in korean_words().kinds:
            found = pattern.search(said)
            if found:
                return kind, found[0]
    return EventKind.OTHER, ""

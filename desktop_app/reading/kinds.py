"""What sort of event a dispatch reports, told by its title and its first sentence."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from desktop_app.model.participant import EventKind
from desktop_app.paths import resources


@cache
def _rules() -> tuple[tuple[EventKind, str, re.Pattern[str]], ...]:
    table = tomllib.loads((resources() / "grammar" / "kinds.toml").read_text("utf-8"))
    return tuple(
        (EventKind(row["kind"]), row["where"], re.compile(row["pattern"], re.IGNORECASE))
        for row in table["kind"]
    )


def kind_of(title: str, lead: str) -> tuple[EventKind, str]:
    """Return the kind of event and the words that told it."""
    said = {"title": title or lead, "lead": lead}
    for kind, where, pattern in _rules():
        match = pattern.search(said[where])
        if match:
            return kind, match[0]
    return EventKind.OTHER, ""

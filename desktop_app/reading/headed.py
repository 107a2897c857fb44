"""Lists under a heading: "Members of the Political Bureau", and on the next line their names."""

from __future__ import annotations

from desktop_app.model.participant import Role
from desktop_app.reading.item import Named
from desktop_app.reading.items import read_items
from desktop_app.reading.names import with_names
from desktop_app.reading.patterns import pattern
from desktop_app.reading.rosters import Roster
from desktop_app.reading.titles import Head, head_of
from desktop_app.reading.tokens import tokenize
from desktop_app.reading.wording import Wording

_BEFORE = 300  # letters that hold the sentence which says that they were elected


def headed_lists(wording: Wording) -> list[Roster]:
    """Read the lists of a sentence that is none, where those before it were elected."""
    text, start, end = wording.text, wording.start, wording.end
    if text.find("\n", start, end) < 0 or not pattern("act.were_appointed").search(
        text[max(0, start - _BEFORE) : start]
    ):
        return []
    rosters: list[Roster] = []
    for match in pattern("roster.heading").finditer(text, start, end):
        heading = tokenize(text, *match.span("heading"))
        if head_of(heading) is not Head.OFFICES:
            continue
        items = read_items([*heading, *with_names(tokenize(text, *match.span("names")))])
        if any(isinstance(item, Named) for item in items):
            place = match.span("heading")
            rosters.append(
                Roster(Role.APPOINTED, tuple(items), place, "under a heading", span=match.span())
            )
    return rosters

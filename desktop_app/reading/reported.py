"""What a dispatch reports: its kind of event, told by what it says of itself."""

from __future__ import annotations

from datetime import date

from desktop_app.model.participant import EventKind
from desktop_app.reading.cast import is_dead, name_key
from desktop_app.reading.kinds import kind_of
from desktop_app.reading.passages import Sentence
from desktop_app.reading.patterns import pattern

_SIGNATURE = 6  # sentences; nineteen of twenty commentaries say by then whose they are
_SIGNED = 4  # sentences; by then who begins with somebody's words says whose they are
_TAIL = 160  # letters that hold "…, according to Yonhap News from Seoul"
_OF_THE_PAST = frozenset((EventKind.STATEMENT, EventKind.MESSAGE, EventKind.ARRIVAL_DEPARTURE))


def reported(
    text: str, title: str, sentences: list[Sentence], published: date | None
) -> tuple[EventKind, str]:
    """Return the kind of what a dispatch reports, and the words that told it."""
    said = [" ".join(text[s.start : s.end].split()) for s in sentences[:_SIGNATURE]]
    lead = said[0].strip(" .") if said else ""
    source = pattern("kind.source").search
    named = next((later for later in said[1:_SIGNED] if source(later)), None)
    news = named or _without_source(lead)  # "… . X said this when receiving Y"
    kind, told = kind_of(title, _main_clause(news[:700]), said)
    if kind not in _OF_THE_PAST and _tells_of_the_dead(lead, published):
        return EventKind.OTHER, ""
    return kind, told


def _main_clause(said: str) -> str:
    """Cut off what is only named, added or talked about: it is not what happened."""
    for part in ("kind.work", "kind.clause", "kind.about"):
        beside = pattern(part)
        if beside.may_fit(said):
            said = beside.sub(" ", said)
    aim = pattern("kind.aim").search(said)
    if aim and pattern("kind.issued").search(said, 0, aim.start()):
        return said[: aim.start()]
    return said


def _without_source(lead: str) -> str:
    """Cut off who told it: what a radio reported is not itself a statement."""
    if pattern("kind.told_by").search(lead, max(0, len(lead) - _TAIL)) is None:
        return lead
    source = pattern("kind.sourced").search(lead, max(0, len(lead) - _TAIL))
    return lead[: source.start()] if source else lead


def _tells_of_the_dead(lead: str, published: date | None) -> bool:
    """Say whether a dispatch tells what a leader who is dead did while he lived."""
    told = pattern("kind.dead_acts").match(lead)
    if told is None and pattern("act.anecdote").search(lead, 0, 200):
        told = pattern("kind.leader").search(lead)
    return told is not None and is_dead(name_key(told["leader"]), published)

"""Where a dispatch turns to another event: the banquet after the talks, the next stop of a tour."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.model.participant import EventKind
from desktop_app.reading.korean.kinds import kind_of

_K = EventKind
_MEANWHILE = re.compile(r"\s*(?:한편|이에 앞서|이보다 앞서|또한 이날|이날 또한|같은 날)(?=[\s,])")
_BANQUET = re.compile(
    r"(?:연회|만찬|오찬)(?:가|이|를|을) [^.]{0,30}?(?:마련[하되]|진행되|차리|차려)"
)
_SIGNING = re.compile(
    r"(?:협정|의정서|합의서|계획서|량해문|공동성명)[^.]{0,60}(?:조인|수표)(?:되|하)"
)
_STOP = re.compile(
    r"\s*(?:\S+ ){0,3}(?:이어|다음|계속하여) [^.]{2,60}[을를도] (?:\S+ )?"
    r"(?:료해하|현지지도하|찾으시였|찾았|방문하|시찰하)"
)
_TOURS = frozenset((_K.INSPECTION, _K.VISIT))
_PARTIES = frozenset(
    (_K.TALKS, _K.MEETING, _K.VISIT, _K.INSPECTION, _K.ARRIVAL_DEPARTURE, _K.OTHER)
)
_WHOLE = frozenset((_K.STATEMENT, _K.MESSAGE))
_NEWS = frozenset((_K.ARRIVAL_DEPARTURE, _K.OTHER))


class Turn(NamedTuple):
    """A new event: its kind, the words that tell it, and whether the same people go on."""

    kind: EventKind
    kind_from: str
    same_people: bool = False


def turn_at(said: str, kind: EventKind) -> Turn | None:
    """Return the event that the sentence ``said`` opens in a dispatch of ``kind``."""
    if kind in _WHOLE:
        return None
    if kind in _PARTIES and ("연회" in said or "찬" in said) and (found := _BANQUET.search(said)):
        return Turn(_K.CEREMONY, found[0])
    if kind in (_K.TALKS, _K.MEETING) and (found := _SIGNING.search(said)):
        return Turn(_K.CEREMONY, found[0])
    if kind in _TOURS and (found := _STOP.match(said)):
        return Turn(kind, found[0].strip(), same_people=True)
    if found := _MEANWHILE.match(said):
        other, told = kind_of("", said[found.end() :])
        if other is not _K.OTHER and (other is not kind or kind in _NEWS):
            return Turn(other, told)
    return None

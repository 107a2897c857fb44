"""Several events in one dispatch: the stops of a tour, the banquet after the talks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.model.participant import EventKind
from desktop_app.reading.kinds import kind_of
from desktop_app.reading.needles import Pattern
from desktop_app.reading.passages import Sentence

_K = EventKind


@dataclass(frozen=True, slots=True)
class Scene:
    """One event: its kind, what told it, and the sentences that tell of it."""

    kind: EventKind
    kind_from: str
    sentences: tuple[Sentence, ...]


_MEANWHILE = re.compile(r"(?:Meanwhile|In another development|Earlier|On the same day)\b")
_BANQUET = Pattern(
    r"\b(?:hosted|gave|arranged)\b(?: [\w'-]+){0,3}? (?:banquet|reception|dinner|luncheon|party)\b"
    r"|\b(?:banquet|reception)\b[^.]{0,80}\bwas (?:given|hosted|arranged)\b"
)
_SIGNING = Pattern(
    r"\b(?:agreement|protocol|memorandum|declaration|documents?|plan|contract|programme)\b[^.]{0,160}"
    r"\bw(?:ere|as) (?:signed|inked|concluded)\b"
)
_SHOW = re.compile(
    r"After the [^,.]{3,60}, [^.]{3,80}?\b(?:appreciated|enjoyed|watched|saw)\b[^.]{0,60}"
    r"\b(?:performance|concert)\b"
)
_HELD = re.compile(
    r"(?:An?|The) (?:[\w'-]+ ){0,4}?(?:ceremony|meeting|performance|concert)\b[^.]{0,140}"
    r"\b(?:took place|was held|was given)\b"
)
_STOP = re.compile(
    r"(?:(?:Then|Next|After that|Later)\b[^.]{0,60}"
    r"|(?:He|She|[A-Z]\w+ [A-Z]\w+ [A-Z]\w+) (?:then|also|next) )"
    r"(?:visited|inspected|went to|dropped in|called at|toured)\b"
)
_TOURS = frozenset((_K.INSPECTION, _K.VISIT))
_PARTIES = frozenset(
    (_K.TALKS, _K.MEETING, _K.VISIT, _K.INSPECTION, _K.ARRIVAL_DEPARTURE, _K.OTHER)
)
_SIGNED_AT = frozenset((_K.TALKS, _K.MEETING, _K.VISIT, _K.ARRIVAL_DEPARTURE))
_CEREMONIES = ((_BANQUET, _PARTIES), (_SIGNING, _SIGNED_AT))
_WHOLE = frozenset((_K.STATEMENT, _K.MESSAGE))
_NEWS = frozenset((_K.ARRIVAL_DEPARTURE, _K.OTHER))


def scenes(text: str, sentences: list[Sentence], kind: EventKind, kind_from: str) -> list[Scene]:
    """Part the sentences of a dispatch of ``kind`` into its events."""
    starts: list[tuple[int, EventKind, str]] = [(0, kind, kind_from)]
    ceremonies = [told for told, of in _CEREMONIES if kind in of and told.may_fit(text)]
    if kind not in _WHOLE:
        for number, sentence in enumerate(sentences[1:], 1):
            turn = _turn(text[sentence.start : sentence.end], kind, ceremonies)
            # Who speaks may say "meanwhile", but he does not tell what was given after his speech.
            over = len(starts) > 1
            if turn is not None and (over or turn[0] is _K.CEREMONY or not sentence.quoted):
                starts.append((number, *turn))
    lasts = [number for number, _, _ in starts[1:]] + [max(len(sentences), 1)]
    return [
        Scene(kind, told, tuple(_as_report(sentences[first:last], first)))
        for (first, kind, told), last in zip(starts, lasts, strict=True)
    ]


def _as_report(told: list[Sentence], first: int) -> list[Sentence]:
    """Take the sentences of a further event as the report's own: the speech is over."""
    if not first or not told or not told[0].quoted:
        return told
    return [sentence._replace(quoted=False) for sentence in told]


def _turn(said: str, kind: EventKind, ceremonies: list[Pattern]) -> tuple[EventKind, str] | None:
    """Return the kind of the new event that a sentence opens, or None where it opens none."""
    for ceremony in ceremonies:
        if found := ceremony.search(said):
            return _K.CEREMONY, found[0]
    if kind in _TOURS and (found := _SHOW.match(said)):
        return _K.PERFORMANCE, found[0]
    if kind in _NEWS and (found := _HELD.match(said)):
        other, told = kind_of("", said)
        return (other, told) if other not in (_K.OTHER, kind) else None
    if kind in _TOURS and (found := _STOP.match(said)):
        return kind, found[0]
    if _MEANWHILE.match(said):
        other, told = kind_of("", said)
        if kind in _NEWS or other not in (_K.OTHER, kind):
            return (other, told) if other is not _K.OTHER else (kind, "")
    return None

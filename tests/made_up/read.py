"""Captures with a reading of our own making, so that a test does not wait for the reader."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.library.found import found
from desktop_app.library.library import Library
from desktop_app.library.originals import Compressor, Original
from desktop_app.model.capture import Capture
from desktop_app.model.participant import (
    Event,
    EventKind,
    Happened,
    Part,
    Participant,
    Reading,
    Role,
    Span,
)


def person(
    name: str,
    title: str = "",
    side: str | None = None,
    role: Role = Role.PRESENT,
    certainty: float = 0.99,
    text: str = "",
) -> Participant:
    """Make a participant; its name's span is where ``text`` has it."""
    start = text.find(name)
    spans = (Span(start, start + len(name), Part.NAME),) if start >= 0 else ()
    return Participant(name, title, side, role, spans, certainty, "made up")


def reading(
    *participants: Participant,
    kind: EventKind = EventKind.TALKS,
    place: str | None = None,
    happened: date | None = None,
) -> Reading:
    """Make a reading of one event."""
    when = Happened(happened, happened, "said") if happened else None
    return Reading("made up", (Event(kind, "made up", when, place, None, (), participants),))


def take_read(
    library: Library, name: str, captures: Sequence[tuple[Capture, Reading | None]]
) -> None:
    """Take each capture with its reading; without one it is a bare headline."""
    content = name.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    original = Original(sha256, name, name, len(content), None, (Compressor().chunk(content),))
    with library.taking(name) as taking:
        number = taking.original(original)
        for place, (capture, read) in enumerate(captures):
            made = replace(capture, locator=str(place))
            if read is None:
                made = replace(made, text="", dateline=None)
            ready = found(made)
            taking.take(number, [ready if read is None else replace(ready, reading=read)])
        taking.read_whole(number)

"""The frame of each event of a dispatch: its day and place, its own or those of the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.model.days import Dateline
from desktop_app.model.participant import Happened
from desktop_app.reading.happened import happened_in
from desktop_app.reading.places import place_in
from desktop_app.reading.scenes import Scene

_OPENING = 2  # sentences of an event in which its day and place are told
_NEAR = 4  # the page's day and the dateline's differ by no more


@dataclass(frozen=True, slots=True)
class Frame:
    """When and where an event took place, as far as that is told."""

    happened: Happened | None = None
    place: str | None = None


def frames(
    text: str, parted: list[Scene], dateline: Dateline | None, published: date | None
) -> list[Frame]:
    """Return the frame of each event; what follows on the same day and spot need not repeat it."""
    anchor = _day_of(dateline, published)
    town = dateline.place if dateline else ""
    found: list[Frame] = []
    for scene in parted:
        told = scene.sentences[:_OPENING]
        start, end = (told[0].start, told[-1].end) if told else (0, 0)
        own = Frame(happened_in(text, start, end, anchor), place_in(text, start, end, town))
        if found and not text.startswith("Earlier", start):
            own = Frame(own.happened or found[-1].happened, own.place or found[-1].place)
        found.append(own)
    return found


def _day_of(dateline: Dateline | None, published: date | None) -> date | None:
    """Return the day from which "today" and "on Tuesday" are told: the dateline's, if near."""
    if dateline is None or dateline.day is None or published is None:
        return published
    for year in (published.year, published.year - 1):
        day = dateline.day.in_year(year)
        if day is not None and abs((published - day).days) <= _NEAR:
            return day
    return published

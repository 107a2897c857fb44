"""What a layout gives of one dispatch, before the rules of text have settled it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.model.capture import Mention
from desktop_app.model.days import DayFrom


@dataclass(frozen=True, slots=True)
class Draft:
    """One dispatch as its page or record shows it, chrome perhaps still round its text.

    ``given`` is the page's or record's own day. ``title`` is what the list or the record
    calls the dispatch; the text may carry a better one. ``years`` are hints for the year of
    a dateline that names none, best first; ``nearest`` is a day close to publication.
    """

    text: str
    locator: str = ""
    title: str = ""
    second_title: str = ""
    given: date | None = None
    given_from: DayFrom | None = None
    url: str = ""
    outlet: str = ""
    site: str = ""
    language: str = ""
    item: int = 0
    captured_at: datetime | None = None
    captured_from: str | None = None
    captions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    doubts: tuple[str, ...] = ()
    nearest: date | None = None
    years: tuple[int, ...] = ()
    cut: bool = False

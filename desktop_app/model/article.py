"""What the library gives out of a dispatch: a row for lists, the whole for reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.model.article_row import ArticleRow
from desktop_app.model.counterpart import Counterpart
from desktop_app.model.days import DayFrom, MonthDay
from desktop_app.model.own import Note
from desktop_app.model.participant import Event, Participant


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """Where a text came from: its original, and when it was captured (None: not known)."""

    id: int
    original_sha256: str
    original_name: str
    locator: str
    site: str
    url: str
    captured_at: datetime | None
    captured_from: str | None
    version: int | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One text of an article."""

    id: int
    title: str
    text: str
    text_sha256: str
    complete: bool
    first_captured_at: datetime | None
    last_captured_at: datetime | None
    read_with: str
    captures: int


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A dispatch that this one's page pointed at."""

    day: date | None
    first_words: str
    url: str


@dataclass(frozen=True, slots=True)
class Article:
    """A dispatch with one of its versions, what was read from it, and its provenance.

    Spans of ``events`` are code points of ``version.text``; ``version`` is None where the
    archive has only the headline. ``dateline_date`` is "2023-09-14", or "--09-14" while its
    year is not known.
    """

    row: ArticleRow
    published_from: DayFrom | None
    dateline_day: MonthDay | None
    second_title: str
    version: VersionRow | None
    events: tuple[Event, ...]
    versions: tuple[VersionRow, ...]
    captures: tuple[CaptureRow, ...]
    mentions: tuple[MentionRow, ...]
    dateline_date: str = ""
    dateline_place: str = ""
    latest_version: int | None = None
    counterparts: tuple[Counterpart, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """One participant row with all that an export says of it.

    ``position`` counts from 1 within its event; ``sentence`` holds the name in the text.
    """

    article: ArticleRow
    event: Event
    event_number: int
    position: int
    participant: Participant
    sentence: str
    original_sha256: str

"""What is found in an imported file: captures of dispatches, and pages that list them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.model.days import Dateline, DayFrom


@dataclass(frozen=True, slots=True)
class Mention:
    """One line of a listing, or a teaser: a dispatch that the archive may lack."""

    first_words: str
    day: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists the dispatches of one site and day, as it was at ``captured_at``."""

    site: str
    day: date | None
    complete: bool
    mentions: tuple[Mention, ...]
    captured_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """One dispatch as one original shows it.

    ``locator`` finds it again in its original ("" where it is all of it); ``text`` is as
    extracted, without chrome, empty where only a headline is known. ``address_is_its_own``
    says that ``url`` is an article's address by its outlet's table (a day index is not).
    ``complete`` is False where the text is cut short. ``captured_from`` and
    ``published_from`` say how each time is known; None where it is not.
    """

    locator: str
    title: str
    text: str
    outlet: str
    site: str
    language: str
    item_on_page: int = 0
    second_title: str = ""
    published: date | None = None
    published_from: DayFrom | None = None
    dateline: Dateline | None = None
    url: str | None = None
    address_is_its_own: bool = False
    captured_at: datetime | None = None
    captured_from: str | None = None
    complete: bool = True
    doubts: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()

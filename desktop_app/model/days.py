"""Days as state media and archives know them: whole, without a year, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

JUCHE_BEFORE_FIRST = 1911  # Juche 1 is 1912, the year of Kim Il Sung's birth


def juche_year(year: int) -> int | None:
    """Return the Juche year of a Gregorian one; None before 1912."""
    return year - JUCHE_BEFORE_FIRST if year > JUCHE_BEFORE_FIRST else None


class DayFrom(StrEnum):
    """What a published day was taken from, most trusted last but the user."""

    PAGE = "page"
    RECORD = "record"
    URL = "url"
    JUCHE = "juche"
    DATELINE = "dateline"
    USER = "user"


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A month and day whose year is not said, as in every English dateline."""

    month: int
    day: int

    def __str__(self) -> str:
        return f"--{self.month:02}-{self.day:02}"

    def in_year(self, year: int) -> date | None:
        """Return this day in ``year``; None for 29 February of a common year."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening "Pyongyang, September 14 (KCNA) --": [start, end) in the text."""

    place: str
    day: MonthDay | None
    agency: str
    start: int
    end: int

"""Which side of the talks a person sits on: 우리측에서, 로씨야련방측에서는."""

from __future__ import annotations

import re
from functools import cache

from desktop_app.reading.korean.clauses import closes_clause
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_APART = ("측에서", "측에서는", "측에선", "측은")
_SIDE = re.compile(r"^([가-힣]+?)측(?:에서(?:는)?|에선|은)$")


def side_of(told: list[Word], before: int, country: str | None) -> str | None:
    """Return the side that the nearest "…측에서" before a person sets out.

    ``country`` is the other side of the event, where the text has named it.
    """
    for place in range(before, -1, -1):
        text = told[min(place, len(told) - 1)].text
        if place < before and closes_clause(text):
            return None
        if place and text in _APART:
            text = told[place - 1].text + text  # 북한 측에서는
        found = _SIDE.match(text) if "측" in text else None
        if found:
            said = found[1]
            if said in ("상대", "반대"):
                return country or "opposite"
            return None if said == "현지" else country_of(said)
    return None


def country_of(said: str) -> str:
    """Return the English noun of a side's name; the name itself where none is known."""
    countries = korean_words().countries
    if said in countries:
        return countries[said]
    known = [name for name in countries if len(name) > 1 and said.startswith(name)]
    return countries[max(known, key=len)] if known else said


def other_country(opening: str) -> str | None:
    """Return the country that "the opposite side" means, where ``opening`` names one."""
    found = _abroad().search(opening)
    return country_of(found[0]) if found else None


@cache
def _abroad() -> re.Pattern[str]:
    names = (name for name, noun in korean_words().countries.items() if noun != "DPRK")
    listed = sorted((name for name in names if len(name) > 1), key=len, reverse=True)
    return re.compile("|".join(listed))

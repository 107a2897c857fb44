"""Whose side somebody sat on: "from the Chinese side" as the noun that names it."""

from __future__ import annotations

import re
from functools import cache

from desktop_app.reading.lexicon import lexicon

HOME = "DPRK"
_OPPOSITE = frozenset(("opposite", "opposition", "opposing", "other", "guest", "visiting"))
_HOME_WORDS = frozenset(("home", "our", "korean", "dprk", "north", "host", "north korean"))


@cache
def _countries() -> tuple[re.Pattern[str], dict[str, str]]:
    nouns: dict[str, str] = {}
    for country in lexicon().countries:
        for word in (*country.names, *country.adjectives):
            if word not in ("north", "south"):
                nouns.setdefault(word, country.noun)
    words = sorted(nouns, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")
    return pattern, nouns


def countries_in(text: str) -> list[str]:
    """Return the nouns of the countries that ``text`` names, each once, in order."""
    pattern, nouns = _countries()
    return list(dict.fromkeys(nouns[match[0]] for match in pattern.finditer(text)))


def side_of(said: str | None, contexts: tuple[str, ...]) -> str:
    """Return the noun for the side that is called ``said``; contexts tell who is opposite."""
    word = (said or "our").strip().casefold()
    if word in _HOME_WORDS:
        return HOME
    if word in _OPPOSITE:
        for context in contexts:
            other = [noun for noun in countries_in(context) if noun != HOME]
            if other:
                return other[0]
        return "opposite"
    if word == "south":
        return "South Korea"
    found = countries_in((said or "").strip())
    return found[0] if found else (said or "").strip()

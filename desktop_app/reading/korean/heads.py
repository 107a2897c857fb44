"""Who heads a delegation by what stands in parentheses behind it: 륙해운성대표단(단장 A부상)."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.mentions import mentions
from desktop_app.reading.korean.tokens import Word, words

_HEAD = re.compile(r"[(（](?:단장|책임자|인솔자)(?:인|은|:|-)?\s*([^()（）\n]{3,60})[)）]")


def has_heads(text: str) -> bool:
    """Tell whether a text names any head in parentheses."""
    return "단장" in text and _HEAD.search(text) is not None


def heads_of(text: str, told: list[Word]) -> list[Mention]:
    """Return the heads named in parentheses in a sentence, each where his delegation stands."""
    found: list[Mention] = []
    for aside in _HEAD.finditer(text, told[0].start, told[-1].end):
        inside = words(text, *aside.span(1))
        inside[-1] = inside[-1]._replace(comma=True)  # a name ends here as in a list
        named = mentions(text, inside)
        before = [at for at, word in enumerate(told) if word.start < aside.start()]
        if len(named) == 1 and before:
            place = before[-1]
            said = told[place].text
            particle = said[aside.start() - told[place].start :]
            found.append(replace(named[0], first=place, last=place, particle=particle))
    return found

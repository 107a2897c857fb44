"""What stands in parentheses: who heads a delegation (단장 A부상), what office somebody holds."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.mentions import mentions
from desktop_app.reading.korean.tokens import Word, words
from desktop_app.reading.korean.words import korean_words

_ASIDE = re.compile(r"[(（]([가-힣][^()（）\n]{1,40})[)）]")
_HEAD = re.compile(r"[(（](?:단장|책임자|인솔자)(?:인|은|:|-)?\s*([^()（）\n]{3,60})[)）]")


def with_offices(text: str, people: list[Mention]) -> list[Mention]:
    """Return the people with the offices in parentheses right behind their names: 김남철(총리)."""
    return [_with_office(text, one) for one in people]


def _with_office(text: str, one: Mention) -> Mention:
    end = one.name_span[1]
    aside = _ASIDE.match(text, end) if text[end : end + 1] in ("(", "（") else None
    if aside is None or not korean_words().office_at_end(aside[1].split()[-1]):
        return one
    title = f"{one.title}; {aside[1]}" if one.title else aside[1]
    return replace(one, title=title, title_span=one.title_span or aside.span(1))


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

"""Dispatches that stand in capitals throughout, as in March 1997, in usual letters."""

from __future__ import annotations

import re

from desktop_app.reading.lexicon import lexicon, word_class

_WORD = re.compile(r"[A-Z][A-Z'’-]*")
_LEAST = 0.7
_USUAL = re.compile(r"[a-z]{3} [a-z]{2}\w* [a-z]{2}")  # three small words in a row
_HEAD = 1_000


def in_usual_letters(text: str) -> str:
    """Return ``text``, of the same length, with capitals only where names may stand.

    A text is taken for one in capitals when seven of ten letters are, and no three words in
    a row are small.
    """
    if _USUAL.search(text, 0, _HEAD):
        return text
    letters = [letter for letter in text[:2_000] if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) < _LEAST * len(letters):
        return text
    words = [match[0] for match in _WORD.finditer(text)]
    korean = _korean(words)
    numbered = iter(range(len(words)))

    def usual(match: re.Match[str]) -> str:
        number = next(numbered)
        word = match[0]
        low = word.lower()
        if number in korean:
            return word.capitalize()
        if len(word) > 1 and word in _LETTERS:
            return word
        small = low in lexicon().ordinary or low in word_class("prepositions")
        if small and low not in lexicon().geographic:
            return low
        return "-".join(part.capitalize() for part in low.split("-"))

    return _WORD.sub(usual, text)


_LETTERS = frozenset(("DPRK", "WPK", "KPA", "KCNA", "UN", "UNSC", "NDC", "CC", "CPC", "SPA"))


def _korean(words: list[str]) -> set[int]:
    """Return the numbers of the words that are Korean names: KIM KWANG JIN."""
    lists = lexicon()
    found: set[int] = set()
    for at in range(len(words) - 2):
        family, first, second = (word.lower() for word in words[at : at + 3])
        if (
            at not in found
            and family in lists.family_names
            and first in lists.syllables
            and second in lists.syllables
            and not (family in lists.ordinary and first in lists.ordinary)
        ):
            found |= {at, at + 1, at + 2}
    return found

"""What a word may be by its letters and the lists: part of a name, ordinary, geographic."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from desktop_app.reading.lexicon import lexicon
from desktop_app.reading.tokens import Token

# No name ends so: Exclusion, Fisheries, Archdiocese.
_ABSTRACT = ("tion", "sion", "ness", "ship", "ism", "ology", "graphy", "ities", "ences", "diocese")
ARABIC = ("al-", "el-", "as-", "ad-", "ar-", "an-", "ul-")
INITIAL = re.compile(r"[A-Z]\.")


def may_name(text: str, start: int, end: int, words: AbstractSet[str]) -> bool:
    """Say whether ``text[start:end]`` may name a person; ``words`` are its, in lower case.

    Told by the words alone, before the sentence is cut into tokens: one that no list has, or
    a Korean family name that is also a word, in capitals before another capital.
    """
    familiar, both, families = _familiar()
    for word in words - familiar:
        if not word[0].isalpha() or word.endswith(("'s", "’s", "s'")):
            continue
        if text.find(word.capitalize(), start, end) >= 0:
            return True
        small = text.find(word, start, end) >= 0 or text.find(word.upper(), start, end) >= 0
        if not small:
            return True  # McDonald, al-Assad
    return not words.isdisjoint(both) and families.search(text, start, end) is not None


@cache
def _familiar() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    lists = lexicon()
    familiar = lists.ordinary | lists.offices | lists.people | lists.proper | lists.geographic
    familiar |= lists.places | frozenset(lists.plurals) | lists.honorifics
    both = lists.family_names & familiar
    families = re.compile(rf"\b(?:{'|'.join(sorted(map(str.capitalize, both)))})\s+[A-Z]")
    return familiar - (lists.family_names - lists.ordinary), both, families


def class_of(token: Token) -> str:
    """Return what a capital word is: N a possible name, O ordinary, G geographic, A letters."""
    return class_of_word(token.text)


@lru_cache(maxsize=50_000)
def class_of_word(text: str) -> str:
    """Return the class of a word by itself."""
    lists = lexicon()
    low = text.casefold().replace("’", "'")
    if low.startswith(ARABIC) and text[3:4].isupper():
        return "N"
    if low.endswith(("'s", "'")):
        return "O"
    if INITIAL.fullmatch(text):
        return "I"
    if len(text) == 1:
        return "O"
    if low in lists.geographic or low in lists.places:
        return "G"
    if len(text) > 1 and text.isupper():
        return "A"
    if "." in text:
        return "A" if text.replace(".", "").isupper() else "O"
    if low in lists.proper or low in lists.ordinary or low in lists.offices:
        return "O"
    if low in lists.plurals or low in lists.people:
        return "O"
    if len(low) > 6 and low.endswith(_ABSTRACT):
        return "O"
    if "-" in text:
        return _class_of_compound(text.split("-"))
    return "N"


def _class_of_compound(parts: list[str]) -> str:
    classes: list[str] = []
    for part in parts:
        if not part:
            return "O"
        if part[0].islower() and part not in ("al", "el"):
            # Hao-yi, Ki-moon; but not Juche-oriented
            given = len(part) <= 5 and part not in lexicon().ordinary
            return "N" if given and classes in (["N"], ["O"]) and len(parts) == 2 else "O"
        classes.append("N" if part in ("al", "el") else class_of_word(part))
    return "N" if "N" in classes else classes[0]

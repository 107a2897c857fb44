"""Words and signs of a sentence, with their places in the prepared text."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Kind(StrEnum):
    """What a token is to the grammar."""

    WORD = "w"
    NAME = "N"
    SEPARATOR = ","
    AND = "&"
    SIGN = "."


class Token(NamedTuple):
    """A word, a name of several words, or a sign; [start, end) in the prepared text."""

    kind: Kind
    text: str
    start: int
    end: int
    low: str
    capital: bool


_TOKEN = re.compile(
    r"((?:[A-Za-z]\.){2,}(?![A-Za-z])"  # C.C.  U.S.  a.i.
    r"|[A-Z]\.(?=\s?[A-Z(])"  # an initial
    r"|d['’´`] ?[Aa]ffaires\b"
    r"|[^\W\d_]+(?:['’´`.\-－][^\W\d_]+)*(?:['’](?!\w))?"
    r"|[IVXⅠ-Ⅻ]+)"
    r"|(\d[\d.,/:]*\w*)"
    r"|--|\S|\n"
)
_IS_WORD, _IS_NUMBER = 1, 2  # the pattern's groups
_SHORTENED = re.compile(
    r"(?:Gen|Lieut|Lt|Col|Maj|Capt|Sen|Adm|Vice|Dr|Mr|Mrs|Ms|Prof|Mt|No|St|Jr|Sr|Hon|Rev|Secy"
    r"|Sept|Oct|Nov|Dec|Jan|Feb|Aug|Mar|Apr)\.(?!\w)"
)
# The spaces between stretches that are cut alone: not that of "J. Clinton" and "d' affaires".
_LEANING = (". ", "' ", "’ ", "´ ", "` ")
_APART = re.compile(r" (?<![A-Z]\. )(?<!d['’´`] )")
_AND = frozenset(("and", "&"))
_SEPARATORS = frozenset(",;=\n")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``."""
    found: list[Token] = []
    add, make = found.append, tuple.__new__  # a sentence in ten microseconds instead of thirty
    at = start
    said = text[start:end]
    leans = any(map(said.__contains__, _LEANING))
    for stretch in _APART.split(said) if leans else said.split(" "):
        for kind, word, first, last, low, capital in _cut(stretch):
            add(make(Token, (kind, word, at + first, at + last, low, capital)))
        at += len(stretch) + 1
    return found


@lru_cache(maxsize=30_000)
def _cut(stretch: str) -> tuple[Token, ...]:
    """Cut a stretch of text without spaces; the same few thousand come again and again."""
    if stretch.isalpha():
        low = stretch.casefold()
        kind = Kind.AND if low in _AND else Kind.WORD
        return (Token(kind, stretch, 0, len(stretch), low, stretch[0].isupper()),)
    found: list[Token] = []
    past = 0
    for match in _TOKEN.finditer(stretch):
        first, last = match.span()
        if first < past:
            continue  # the point of "Gen."
        word = match[0]
        if match.lastindex == _IS_WORD:
            shortened = _SHORTENED.match(stretch, first)
            if shortened and shortened.end() == last + 1:
                last = past = last + 1
                word = shortened[0]
            low = word.casefold().replace("’", "'")
            if low.endswith("affaires"):
                low = "d'affaires"
            kind = Kind.AND if low in _AND else Kind.WORD
            found.append(Token(kind, word, first, last, low, word[0].isupper()))
        elif match.lastindex == _IS_NUMBER:
            found.append(Token(Kind.WORD, word, first, last, word, False))
        else:
            kind = Kind.SEPARATOR if word in _SEPARATORS else Kind.SIGN
            kind = Kind.AND if word == "&" else kind
            found.append(Token(kind, word, first, last, word, False))
    return tuple(found)

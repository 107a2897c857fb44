"""Words and signs of a sentence, with their places in the prepared text."""

from __future__ import annotations

import re
from enum import StrEnum
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
    r"|d['’´`] ?affaires\b"
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
_SHORTEST, _LONGEST = 2, 5
_AND = frozenset(("and", "&"))
_SEPARATORS = frozenset(",;=\n")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``."""
    found: list[Token] = []
    add, make = found.append, tuple.__new__  # a fifth of the reading is spent here
    stop = len(text) if end is None else end
    past = start
    for match in _TOKEN.finditer(text, start, stop):
        first, last = match.span()
        if first < past:
            continue  # the point of "Gen."
        word = match[0]
        if match.lastindex == _IS_WORD:
            if _SHORTEST <= len(word) <= _LONGEST and text.startswith(".", last, stop):
                shortened = _SHORTENED.match(text, first, stop)
                if shortened and shortened.end() == last + 1:
                    last = past = last + 1
                    word = shortened[0]
            low = word.casefold().replace("’", "'")
            if low.endswith("affaires"):
                low = "d'affaires"
            kind = Kind.AND if low in _AND else Kind.WORD
            add(make(Token, (kind, word, first, last, low, word[0].isupper())))
        elif match.lastindex == _IS_NUMBER:
            add(make(Token, (Kind.WORD, word, first, last, word, False)))
        else:
            kind = Kind.SEPARATOR if word in _SEPARATORS else Kind.SIGN
            kind = Kind.AND if word == "&" else kind
            add(make(Token, (kind, word, first, last, word, False)))
    return found

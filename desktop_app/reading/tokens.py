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
    r"(?P<word>(?:[A-Za-z]\.){2,}(?![A-Za-z])"  # C.C.  U.S.  a.i.
    r"|(?:Gen|Lieut|Lt|Col|Maj|Capt|Sen|Adm|Vice|Dr|Mr|Mrs|Ms|Prof|Mt|No|St|Jr|Sr|Hon|Rev|Secy"
    r"|Sept|Oct|Nov|Dec|Jan|Feb|Aug|Mar|Apr)\.(?!\w)"
    r"|d['’´`] ?affaires\b"
    r"|[A-Z]\.(?=\s?[A-Z(])"  # an initial
    r"|[^\W\d_]+(?:['’´`.\-－][^\W\d_]+)*(?:['’](?!\w))?"
    r"|[IVXⅠ-Ⅻ]+)"
    r"|(?P<number>\d[\d.,/:]*\w*)"
    r"|(?P<sign>--|\S)"
    r"|(?P<line>\n)"
)
_AND = frozenset(("and", "&"))
_SEPARATORS = frozenset(",;=\n")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        shape = match.lastgroup
        word = match[0]
        if shape == "word":
            low = word.casefold().replace("’", "'")
            if "affaires" in low:
                low = "d'affaires"
            kind = Kind.AND if low in _AND else Kind.WORD
            found.append(Token(kind, word, *match.span(), low, word[0].isupper()))
        elif shape == "number":
            found.append(Token(Kind.WORD, word, *match.span(), word, False))
        elif word in _SEPARATORS:
            found.append(Token(Kind.SEPARATOR, word, *match.span(), word, False))
        else:
            kind = Kind.AND if word == "&" else Kind.SIGN
            found.append(Token(kind, word, *match.span(), word, False))
    return found

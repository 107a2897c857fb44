"""Cuts what was typed into tokens; any string gives some, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    AND = auto()
    NOT = auto()
    TERM = auto()
    FIELD_OPEN = auto()
    WHO_OPEN = auto()
    NEAR = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of what was typed; ``unclosed`` marks a quotation or NEAR without its end.

    ``value`` is without quotation marks; ``star`` and ``tilde`` stood after and before it.
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    field: str = ""
    quoted: bool = False
    star: bool = False
    tilde: bool = False
    unclosed: bool = False


_OPENING, _CLOSING = '"“”„', {'"': '"', "“": "”", "”": "”", "„": "“”"}
_FIELD = re.compile(r"([A-Za-z]{2,12}):(?=(\S?))")
_NEAR = re.compile(r'NEAR\(((?:"(?:[^"]|"")*"|[^()"])*)(\)|\Z)')
_WHO = re.compile(r"who\(", re.IGNORECASE)
_WORD = re.compile(r'[^\s()"“”„]+')
_KEYWORDS = {"OR": Kind.OR, "|": Kind.OR, "AND": Kind.AND, "&": Kind.AND, "NOT": Kind.NOT}


def scan(text: str, fields: frozenset[str]) -> list[Token]:
    """Return the tokens of ``text``; ``name:`` is a field where ``fields`` holds the name."""
    tokens: list[Token] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        token = _simple(text, place) or _group(text, place) or _term(text, place, fields)
        tokens.append(token)
        place = token.end
    return tokens


def _simple(text: str, place: int) -> Token | None:
    letter, after = text[place], text[place + 1 : place + 2]
    if letter == "(":
        return Token(Kind.OPEN, place, place + 1)
    if letter == ")":
        return Token(Kind.CLOSE, place, place + 1)
    if letter == "-" and after and not after.isspace() and after not in "-)":
        return Token(Kind.NOT, place, place + 1)
    return None


def _group(text: str, place: int, field: str = "", start: int | None = None) -> Token | None:
    begin = place if start is None else start
    if match := _NEAR.match(text, place):
        return Token(Kind.NEAR, begin, match.end(), match[1], field=field, unclosed=not match[2])
    if not field and (match := _WHO.match(text, place)):
        return Token(Kind.WHO_OPEN, place, match.end())
    return None


def _term(text: str, place: int, fields: frozenset[str]) -> Token:
    start, field = place, ""
    if (match := _FIELD.match(text, place)) and match[1].casefold() in fields:
        field, place = match[1].casefold(), match.end()
        if match[2] == "(":
            return Token(Kind.FIELD_OPEN, start, place + 1, field=field)
        if near := _group(text, place, field, start):
            return near
        if not match[2] or match[2] == ")":
            return Token(Kind.TERM, start, place, field=field)
    tilde = text[place] == "~" and text[place + 1 : place + 2] not in ("", "~", "(", ")", " ")
    place += tilde
    if text[place] in _OPENING:
        value, end, closed = _quotation(text, place)
        star = closed and text[end : end + 1] == "*"
        return Token(
            Kind.TERM, start, end + star, value, field, True, star, tilde, unclosed=not closed
        )
    return _bare(text, place, start, field, tilde=tilde)


def _bare(text: str, place: int, start: int, field: str, *, tilde: bool) -> Token:
    match = _WORD.match(text, place)
    if match is None:
        return Token(Kind.TERM, start, place + (place == start), text[start:place], field)
    word, end = match[0], match.end()
    if not field and not tilde and word in _KEYWORDS:
        return Token(_KEYWORDS[word], start, end)
    star = len(word) > 1 and word.endswith("*")
    return Token(Kind.TERM, start, end, word[:-1] if star else word, field, False, star, tilde)


def _quotation(text: str, place: int) -> tuple[str, int, bool]:
    """Read a quotation from ``place``: its value, its end, and whether it was closed."""
    closing, value = _CLOSING[text[place]], []
    place += 1
    while place < len(text):
        if text[place] in closing:
            if text[place] == '"' and text[place + 1 : place + 2] == '"':
                value.append('"')
                place += 2
                continue
            return "".join(value), place + 1, True
        value.append(text[place])
        place += 1
    return "".join(value), place, False


def phrases_of_near(inside: str) -> tuple[list[str], int | None]:
    """Return the phrases between the parentheses of NEAR(…) and its distance, if said."""
    distance = None
    if match := re.search(r",\s*(\d{1,6})\s*\Z", inside):
        distance, inside = int(match[1]), inside[: match.start()]
    phrases = [
        quoted.replace('""', '"') if quoted or not bare else bare
        for quoted, bare in re.findall(r'"((?:[^"]|"")*)"|([^\s",]+)', inside)
    ]
    return phrases, distance

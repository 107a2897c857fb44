"""What stands before a sentence's subject: when, where and upon what occasion."""

from __future__ import annotations

from desktop_app.reading.lexicon import lexicon, word_class
from desktop_app.reading.tokens import Kind, Token
from desktop_app.reading.verbs import verb_words

_LED = frozenset(("led", "headed"))
_RELATIVE = frozenset(("who", "whom", "which", "that", "whose"))


def without_lead_in(tokens: list[Token]) -> list[Token]:
    """Drop what leads in: "On the occasion of …," and what an earlier comma has closed."""
    while tokens and tokens[0].kind in (Kind.SIGN, Kind.SEPARATOR, Kind.AND):
        tokens = tokens[1:]
    if (
        tokens
        and tokens[0].kind is Kind.WORD
        and (tokens[0].low in word_class("openers") or _is_participle(tokens[0].low))
    ):
        behind = _behind_speech(tokens) or _behind_place(tokens)
        if behind is not None:
            return behind
        led = any(token.low in _LED for token in tokens)
        if tokens[0].low == "the" and (led or all(t.kind is not Kind.NAME for t in tokens)):
            return tokens  # the minister; the delegation led by
        comma = 0
        for at, token in enumerate(tokens):
            if token.text == ",":
                if _person_begins(tokens, at + 1):
                    return tokens[at + 1 :]
                comma = comma or at + 1
            elif (
                0 < comma < at
                and token.low in verb_words()
                and tokens[at - 1].kind is Kind.WORD
                and not tokens[at - 1].low.endswith("ly")
            ):
                return tokens[comma:]  # upon their arrival, the marchers laid …
        if tokens[0].low in (
            "when",
            "as",
            "while",
            "meanwhile",
            "then",
            "also",
            "earlier",
            "later",
        ):
            return tokens[1:]
        if comma and comma < len(tokens) and tokens[comma].low in ("the", "he", "she"):
            return tokens[comma:]
        return _behind_day(tokens)
    return tokens


def _behind_speech(tokens: list[Token]) -> list[Token] | None:
    """Read "In his speech the ambassador …"."""
    if len(tokens) > 2 and tokens[0].low == "in" and tokens[1].low in ("his", "her"):
        for at, token in enumerate(tokens[2:5], 2):
            if token.low in word_class("speeches"):
                return tokens[at + 1 :]
    return None


def _behind_place(tokens: list[Token]) -> list[Token] | None:
    """Read "At the meeting Ri Un, …" and "On that day premier Ri Un …": nothing parts them."""
    if tokens[0].low == "the":
        return None
    begin = 2 if len(tokens) > 1 and tokens[1].low == "that" else 1  # on that day
    for at, token in enumerate(tokens[begin:9], begin):
        if token.low in word_class("prepositions") or token.text == ",":
            return None
        if token.kind is Kind.NAME:
            return tokens[at:] if at + 1 < len(tokens) and tokens[at + 1].text == "," else None
        if not token.capital and token.low in word_class("leading_offices"):
            return tokens[at:] if _person_begins(tokens, at) else None
    return None


def _is_participle(low: str) -> bool:
    return low.endswith("ing") and low in lexicon().ordinary and low not in lexicon().offices


def _behind_day(tokens: list[Token]) -> list[Token]:
    """Read "On Monday Kim …" and "At the festival Ri …", where no comma parts them."""
    if tokens[-1].low in ("he", "she") and all(_is_light(token) for token in tokens[:-1]):
        return tokens[-1:]  # on September 22 he
    for at, token in enumerate(tokens[1:9], 1):
        if token.capital and token.low not in word_class("days"):
            last = tokens[at - 1].low
            free = last not in word_class("prepositions") and last != "the"
            free = free and last not in lexicon().offices
            if free and not any(t.low == "of" for t in tokens[:at]):
                return tokens[at:]
            break
    for at, token in enumerate(tokens[:8]):
        if token.kind is Kind.NAME:
            before = tokens[:at]
            light = all(_is_light(token) or token.low in lexicon().honorifics for token in before)
            return tokens[at:] if light else tokens if tokens[0].low == "the" else []
    return _behind_long_place(tokens)


def _is_light(token: Token) -> bool:
    return token.low in word_class("light") or token.low[0].isdigit()


def _behind_long_place(tokens: list[Token]) -> list[Token]:
    """Read "At the rally at the plaza of the House of Culture Ri Un, chairman of …"."""
    for at, token in enumerate(tokens[:24]):
        if token.text == ",":
            break
        if token.kind is Kind.NAME:
            last = tokens[at - 1]
            free = last.kind is Kind.WORD and last.capital and last.low not in lexicon().offices
            free = free and last.low not in lexicon().honorifics
            named = at + 1 < len(tokens) and tokens[at + 1].text == ","
            return tokens[at:] if free and named else []
    return []


def _person_begins(tokens: list[Token], at: int) -> bool:
    for token in tokens[at : at + 14]:
        if token.kind is Kind.NAME:
            return True
        if (
            token.kind is Kind.SEPARATOR
            or token.low in _RELATIVE
            or token.low in _LED
            or token.low in verb_words()
        ):
            return False
    return False

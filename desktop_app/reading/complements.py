"""Names that stand inside another phrase and are nobody of the list: an envoy of President X."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.reading.lexicon import lexicon, word_class
from desktop_app.reading.titles import Head, head_of
from desktop_app.reading.tokens import Kind, Token

_RELATIVES = frozenset(
    (
        "wife",
        "husband",
        "widow",
        "son",
        "daughter",
        "brother",
        "sister",
        "grandson",
        "granddaughter",
        "descendant",
    )
)
NOT_HIS = frozenset(("who", "whose", "behalf"))
OF_LEADERS = frozenset(("president", "generalissimo", "leader", "marshal", "general", "chairman"))


def leans(words: list[Token]) -> bool:
    """Say whether a phrase ends with a preposition."""
    return bool(words) and words[-1].low in word_class("prepositions")


def names_a_body(rest: list[Token]) -> bool:
    """Say whether what follows a name has begun the name of a body: of University of …"""
    return len(rest) > 2 and rest[0].low == rest[-1].low == "of" and rest[-2].capital


def is_remembered(words: list[Token]) -> bool:
    """Say whether a name is the object inside a title: committee for remembering President X."""
    if _is_relative(words):
        return True  # the wife of President Roh
    at = len(words)
    while at and (words[at - 1].low in lexicon().honorifics or words[at - 1].low in OF_LEADERS):
        at -= 1
    if not 1 < at < len(words) or words[at - 2].low not in word_class("prepositions"):
        return False
    return words[at - 1].low.endswith("ing") and words[at - 1].low in lexicon().ordinary


def _is_relative(words: list[Token]) -> bool:
    for at, word in enumerate(words[:-1]):
        if words[at + 1].low == "of":
            if word.low in ("family", "families"):
                return True
            member = word.low == "member" and at > 0 and words[at - 1].low == "family"
            if (member or word.low in _RELATIVES) and head_of(words) is Head.ONE:
                return True
    return False


def behind_recipient(words: list[Token]) -> list[Token]:
    """Keep what follows the last "to" or "upon": the title of Merited Actor to Actor X."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].low in ("to", "on", "upon") and at + 1 < len(words):
            following = words[at + 1]
            named = following.capital or following.low in ("the", "his", "her", "comrade")
            if named or head_of(words[at + 1 :]) is not Head.NONE:
                return words[at + 1 :]
            return words  # a pledge to hold X in esteem
    return words


def names_head(words: Sequence[Token]) -> bool:
    """Say whether a delegation is "with Kim X, minister of …, as its head"."""
    if not words or words[0].kind is not Kind.NAME:
        return False
    at = next((at for at, word in enumerate(words) if word.low == "as"), 0)
    return at > 0 and head_of(words[at + 1 : at + 5]) is Head.ONE

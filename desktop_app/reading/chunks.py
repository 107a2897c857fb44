"""A list of people, cut at its separators into chunks of at most one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.reading.complements import (
    NOT_HIS,
    OF_LEADERS,
    behind_recipient,
    is_remembered,
    leans,
    names_a_body,
    names_head,
)
from desktop_app.reading.lexicon import lexicon, word_class
from desktop_app.reading.namelike import class_of
from desktop_app.reading.titles import Head, head_of
from desktop_app.reading.tokens import Kind, Token


@dataclass(slots=True)
class Chunk:
    """What lies between two separators of a list: words, at most one name, words."""

    joint: str  # "", ",", "&", ",&", ";", "incl", "led", "by"
    words: list[Token] = field(default_factory=list)
    name: Token | None = None
    rest: list[Token] = field(default_factory=list)


class _Cutter:
    """Cuts the tokens of a list into chunks at its separators."""

    def __init__(self) -> None:
        self.chunks: list[Chunk] = []
        self.current = Chunk("")
        self._depth = 0
        self._opened = False  # a bracket, right before

    def start(self, joint: str) -> None:
        current = self.current
        if current.words or current.name or current.rest:
            self.chunks.append(current)
            self.current = Chunk(joint)
        elif joint in ("incl", "led"):
            current.joint = joint
        elif joint not in current.joint:
            current.joint += joint

    def take(self, token: Token, following: str) -> int:
        """Take a token in; return how many tokens its joint has."""
        if token.kind is Kind.WORD and token.low not in _JOINING:
            self._add(token)
            return 1
        if token.text in ("--", "—", "–") and not self.current.name:
            return 1  # senior officials -- A, B and C
        if token.text in "()":
            self._depth = max(0, self._depth + (1 if token.text == "(" else -1))
        bracketed = self._opened and following == ")"  # the front (Funcinpec), Kim (Kim Tok-hun)
        self._opened = token.text == "("
        if self._depth and (token.kind is not Kind.NAME or bracketed):
            self._add(token)
            return 1
        joint, length = _joint(token, following)
        if token.text == ":" and self.current.name:
            joint = ";"  # a misprint between two of a list
        if joint:
            self.start(joint)
        elif token.kind is Kind.NAME:
            self._add_name(token)
        else:
            self._add(token)
        return length

    def _add(self, token: Token) -> None:
        (self.current.rest if self.current.name else self.current.words).append(token)

    def _add_name(self, token: Token) -> None:
        current = self.current
        if current.name is not None and names_a_body(current.rest):
            current.rest.append(token)  # professor X of University of Ottawa
            return
        if current.name is not None:
            # Two names without a separator: what lies between leans on the second.
            between, current.rest = current.rest, []
            self.chunks.append(current)
            self.current = Chunk("", between, token)
            return
        while current.words and current.words[-1].low in lexicon().honorifics:
            current.words.pop()
        if current.joint == "&" and not current.words and self._follows_complement():
            self.chunks[-1].words.append(token)  # a service for X and Y
            return
        last = current.words[-1].low if current.words else ""
        if current.words and head_of(current.words) is Head.NONE:
            current.words = behind_recipient(current.words)
        self._part_at_by()
        if (last in word_class("prepositions") and last != "as") or self._in_complement():
            self.current.words.append(token)  # the party of Hilary Onek
        else:
            self.current.name = token

    def _is_of_a_leader(self) -> bool:
        """Say whether an office behind a name is "of President X", who is another."""
        words = self.current.words
        if self.current.joint != "," or not (self.chunks and self.chunks[-1].name):
            return False
        at = len(words)
        while at and words[at - 1].low in OF_LEADERS:
            at -= 1
        if at == len(words):
            return False
        if at and words[at - 1].capital and class_of(words[at - 1]) == "G":
            at -= 1  # special envoy of Chinese President Y
        return at > 1 and words[at - 1].low == "of"

    def _part_at_by(self) -> None:
        """Part "to an official by Chairman": only what is behind "by" leads to the name."""
        current = self.current
        at = next((i for i, word in enumerate(current.words) if word.low == "by"), 0)
        if len(current.words) > 1 and current.words[0].low == "by" and self.chunks:
            self.current = Chunk("by", current.words[1:])
        elif 0 < at < len(current.words) - 1:
            self.chunks.append(Chunk(current.joint, current.words[:at]))
            self.current = Chunk("by", current.words[at + 1 :])

    def _follows_complement(self) -> bool:
        previous = self.chunks[-1] if self.chunks else None
        return (
            previous is not None
            and previous.name is None
            and bool(previous.words)
            and previous.words[-1].kind is Kind.NAME
        )

    def _in_complement(self) -> bool:
        """Say whether the name stands inside a thing's phrase: a work of the great leader X."""
        words = self.current.words
        if self._is_of_a_leader() or sum(word.text == '"' for word in words) % 2:
            return True  # envoy of President Roh; director of "Tele Andina 23"
        if is_remembered(words) or any(word.low in NOT_HIS for word in words):
            return True  # those who won at the Universiad, an envoy on behalf of President X
        if words and words[-1].low == "the" and leans(words[:-1]):
            return True  # chairman of the Makwanpur committee
        if words and words[0].low in word_class("prepositions") and words[0].low != "as":
            return True  # over the demise of leader X
        if self.chunks and self.chunks[-1].name is None:
            return False  # the chunk may continue an office: Trade, Science and Technology X
        return any(word.low == "of" for word in words) and head_of(words) is Head.NONE


def _joint(token: Token, following: str) -> tuple[str, int]:
    if token.kind is Kind.SEPARATOR:
        return (";" if token.text in ";=" else ","), 1
    if token.kind is Kind.AND or token.low == "plus":
        return "&", 1
    if token.low == "including":
        return "incl", 1
    return _JOINTS.get(f"{token.low} {following}", ("", 1))


_JOINING = frozenset(["plus", "including", "such", "led", "headed", "along", "together", "as"])
_JOINTS = {
    "such as": ("incl", 2),
    "led by": ("led", 2),
    "headed by": ("led", 2),
    "along with": ("&", 2),
    "together with": ("&", 2),
    "as well": ("&", 3),
}


def chunks_of(tokens: Sequence[Token]) -> list[Chunk]:
    """Cut a list at its separators, at "including" and at "led by"."""
    cutter = _Cutter()
    at = 0
    while at < len(tokens):
        if tokens[at].low == "with" and names_head(tokens[at + 1 : at + 26]):
            cutter.start("led")
            at += 1
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        at += cutter.take(tokens[at], following)
    return [*cutter.chunks, cutter.current]


def begins_anew(chunk: Chunk) -> bool:
    """Say whether the words of a chunk go on with no office before them: other officials."""
    low = chunk.words[0].low
    if low in word_class("determiners"):
        return True
    own = low in ("they", "he", "she") or ("&" in chunk.joint and low == "the")
    return chunk.name is not None and own

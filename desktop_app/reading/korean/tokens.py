"""Cuts a text into sentences and words."""

from __future__ import annotations

import re
from typing import NamedTuple

_SENTENCE = re.compile(r"[^\n.!?。]+(?:[.!?。](?=\d)[^\n.!?。]*)*[.!?。]?")
# An aside that was blanked leaves spaces before the comma.
_WORD = re.compile(r"([^\s,，、·ㆍ]+)(?:\s*([,，、·ㆍ]))?")
_QUOTED = re.compile(r"《[^《》\n]{0,2000}》|<[^<>\n]{0,200}>|[【\[][^【】\[\]\n]{0,60}[】\]]")
# The South quotes whole dispatches so; the North's own quotations stand in 《》.
_MARKS = re.compile(r"[“”\"‘’]")
_PARENTHESES = re.compile(r"[(（][^()（）\n]{0,200}[)）]")
_END = re.compile(r"\(끝\)|（끝）|-0-|[－‐―]{2,}")
_SMALL_PRINT = re.compile(r"(?m)^(?:Copyright|www\.|https?:|※|ⓒ).*$")


LONGEST_SENTENCE = 1_200  # letters


class Word(NamedTuple):
    """One word: [start, end) in the text, with the comma that follows it."""

    text: str
    start: int
    end: int
    comma: bool


def masked(text: str) -> str:
    """Blank out quotations, asides and the end mark: nobody in them takes part. Offsets stay."""
    text = _MARKS.sub(" ", _QUOTED.sub(_blank, text))
    text = _END.sub(lambda found: "." + " " * (len(found[0]) - 1), text)
    return _SMALL_PRINT.sub(_blank, text)


def without_asides(text: str, start: int) -> str:
    """Blank out what stands in parentheses from ``start`` on: 습근평(시진핑)동지."""
    return text[:start] + _PARENTHESES.sub(_blank, text[start:])


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def sentences(text: str, start: int) -> list[tuple[int, int]]:
    """Return the sentences of ``text`` from ``start`` on as [start, end)."""
    found = []
    for match in _SENTENCE.finditer(text, start):
        first, last = match.span()
        # No writer goes on so long: what does is cut, since a clause is read in its square.
        for piece in range(first, last, LONGEST_SENTENCE):
            if text[piece : min(piece + LONGEST_SENTENCE, last)].strip():
                found.append((piece, min(piece + LONGEST_SENTENCE, last)))
    return found


def words(text: str, start: int, end: int) -> list[Word]:
    """Return the words of one sentence; a full stop is no part of the last."""
    found = []
    for match in _WORD.finditer(text, start, end):
        told = match[1].rstrip(".!?。)")
        if told:
            first = match.start()
            found.append(Word(told, first, first + len(told), match[2] is not None))
    return found

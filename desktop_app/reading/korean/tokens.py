"""Cuts a text into sentences and words, each word with its particle apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.reading.korean.words import korean_words

_SENTENCE = re.compile(r"[^\n.!?。]+(?:[.!?。](?=\d)[^\n.!?。]*)*[.!?。]?")
_WORD = re.compile(r"[^\s,，、]+")
_QUOTED = re.compile(r"《[^《》\n]{0,2000}》")
_END = re.compile(r"\(끝\)|（끝）|-0-|[－‐―]{2,}")


LONGEST_SENTENCE = 1_200  # letters


@dataclass(frozen=True, slots=True)
class Word:
    """One word: [start, end) in the text, with the comma that follows it."""

    text: str
    start: int
    end: int
    comma: bool

    def bare(self) -> tuple[str, str]:
        """Return the word without its particle, and the particle."""
        return without_particle(self.text)


@lru_cache(65_536)
def without_particle(word: str) -> tuple[str, str]:
    """Part a word of two letters and more from what looks like its particle."""
    for particle in korean_words().particles:
        if word.endswith(particle) and len(word) > len(particle) + 1:
            return word[: -len(particle)], particle
    return word, ""


def masked(text: str) -> str:
    """Blank out quotations and the end mark: nobody in them takes part. Offsets stay."""
    text = _QUOTED.sub(lambda found: " " * len(found[0]), text)
    return _END.sub(lambda found: "." + " " * (len(found[0]) - 1), text)


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
        told = match[0].rstrip(".!?。)")
        if told:
            last = match.start() + len(told)
            after = text[last : last + 2].lstrip()
            found.append(Word(told, match.start(), last, after[:1] in (",", "，", "、")))
    return found

"""Which of many patterns may fit a text, told by its words alone.

A pattern fits only where certain words stand, or parts of words. Each word of the language is
asked once to which patterns it may belong; what its words say together tells which few of the
patterns are worth trying in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

from desktop_app.reading.needles import BORDER, bordered_needles_of, commonness

Key = TypeVar("Key")

_RUN = re.compile(r"\w+")
_LONGEST = 40  # letters of a word; what is longer may belong to any pattern
_KEPT = 40_000  # words


class Hints(Generic[Key]):
    """Tells by the words of a text which patterns may fit it, each by its key."""

    def __init__(self, patterns: Mapping[Key, str]) -> None:
        self._every = frozenset(patterns)
        self._by_part: dict[str, set[Key]] = {}
        self._met: set[str] = set()
        self._telling: set[str] = set()  # those of them that belong to a pattern
        self._by_word: dict[str, frozenset[Key]] = {}
        self._same: dict[frozenset[Key], frozenset[Key]] = {}  # few sets serve many words
        always: set[Key] = set()
        for key, written in patterns.items():
            parts = {_rarest_run(needle) for needle in bordered_needles_of(written)}
            if not parts or "" in parts:
                always.add(key)
                continue
            for part in parts:
                self._by_part.setdefault(part, set()).add(key)
        self._always = frozenset(always)

    def among(self, words: AbstractSet[str]) -> AbstractSet[Key]:
        """Return the keys for ``words``, which are in small letters."""
        if not words <= self._met:
            self._meet(words)
        by_word = self._by_word
        return self._always.union(*[by_word[word] for word in words & self._telling])

    def _meet(self, words: AbstractSet[str]) -> None:
        if len(self._met) > _KEPT:
            self._met.clear()
            self._by_word.clear()
            self._telling.clear()
        for word in words - self._met:
            told = self._told_by(word)
            if told:
                self._by_word[word] = self._same.setdefault(told, told)
        self._met |= words
        self._telling |= words & self._by_word.keys()

    def _told_by(self, word: str) -> frozenset[Key]:
        if len(word) > _LONGEST:
            return self._every
        runs = [f"{BORDER}{run}{BORDER}" for run in _RUN.findall(word)]
        parts = {run[a:b] for run in runs for b in range(1, len(run) + 1) for a in range(b)}
        told = self._by_part.keys() & parts
        return frozenset[Key]().union(*map(self._by_part.__getitem__, told))


def _rarest_run(needle: str) -> str:
    """Return the word of a needle that is told best, with a border where nothing may go on."""
    runs = [
        BORDER * (run.start() > 0) + run[0].lower() + BORDER * (run.end() < len(needle))
        for run in _RUN.finditer(needle)
    ]
    return min(runs, key=lambda run: commonness(frozenset((run,))), default="")

"""The words of one sentence, cut and searched for names once, when first asked for."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from desktop_app.reading.namelike import may_name
from desktop_app.reading.names import with_names
from desktop_app.reading.patterns import hints, pattern
from desktop_app.reading.titles import is_office
from desktop_app.reading.tokens import Token, tokenize

_PRONOUNS = frozenset(("he", "she"))
_ARTICLES = frozenset(("the", "its"))  # before an office that stands for its holder
_SIGNS = '.,;:"()'


def plain(text: str) -> str:
    """Return ``text``, of the same length, in small letters and with blanks for its signs."""
    low = text.lower()
    if len(low) != len(text):  # as that of the Turkish dotted capital
        low = "".join(letter.lower()[0] for letter in text)
    for sign in _SIGNS:
        low = low.replace(sign, " ")
    return low


class Wording:
    """A sentence ``text[start:end]``: its ``words`` in small letters, and the patterns it may fit.

    Its tokens, with the names among them, are made at the first need.
    """

    __slots__ = ("_fitting", "_starts", "_tokens", "end", "known", "start", "text", "words")

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        words: AbstractSet[str] | None = None,
        known: AbstractSet[str] = frozenset(),
    ) -> None:
        """Begin with the surnames ``known``, in small letters, of those who were named before."""
        self.text = text
        self.start = start
        self.end = end
        self.words = set(plain(text[start:end]).split()) if words is None else words
        self.known = known
        self._fitting: AbstractSet[str] | None = None
        self._tokens: list[Token] | None = None
        self._starts: list[int] = []

    @property
    def fitting(self) -> AbstractSet[str]:
        """The names of those patterns that may fit, as far as the words tell."""
        if self._fitting is None:
            self._fitting = hints().among(self.words)
        return self._fitting

    def search(
        self, name: str, start: int | None = None, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """Return where the pattern ``name`` first fits in the sentence, or in a part of it."""
        if name not in self.fitting:
            return None
        first = self.start if start is None else start
        return pattern(name).compiled.search(self.text, first, min(end, self.end))

    def finditer(self, name: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Return where the pattern ``name`` fits in a part of the sentence."""
        if name not in self.fitting:
            return iter(())
        return pattern(name).compiled.finditer(self.text, start, end)

    def may_tell_who(self, start: int, end: int) -> bool:
        """Say whether somebody may be meant in [start, end): by name, by office or as "he"."""
        if self._tokens is not None:
            return True
        words = set(plain(self.text[start:end]).split())
        if not (words.isdisjoint(_PRONOUNS) and words.isdisjoint(self.known)):
            return True
        if not words.isdisjoint(_ARTICLES) and any(map(is_office, words)):
            return True
        return may_name(self.text, start, end, words)

    def between(self, start: int, end: int) -> list[Token]:
        """Return the tokens that begin in [start, end) of the text."""
        if self._tokens is None:
            self._tokens = with_names(tokenize(self.text, self.start, self.end))
            self._starts = [token.start for token in self._tokens]
        return self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

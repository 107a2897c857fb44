"""The words of one sentence, cut and searched for names once, when first asked for."""

from __future__ import annotations

from bisect import bisect_left

from desktop_app.reading.names import with_names
from desktop_app.reading.tokens import Token, tokenize


class Wording:
    """A sentence ``text[start:end]`` whose tokens are made at the first need."""

    __slots__ = ("_starts", "_tokens", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self._tokens: list[Token] | None = None
        self._starts: list[int] = []

    def between(self, start: int, end: int) -> list[Token]:
        """Return the tokens that begin in [start, end) of the text."""
        if self._tokens is None:
            self._tokens = with_names(tokenize(self.text, self.start, self.end))
            self._starts = [token.start for token in self._tokens]
        return self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

"""Where a sentence begins and ends: what a row of the participant table points back at."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A stop ends a sentence when a capital, a quotation mark or Hangul follows, and no initial or
# usual abbreviation stands before it.
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bNo)(?<!\bSt)(?<!\bGen)(?<!\bCol)(?<!\bC\.C)"
    r"([.!?。][\"”’')\]]*)\s+(?=[\"“‘'(]?[A-Z가-힣一-鿿])|\n+"
)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence, or sentences, that hold [start, end) of ``text``."""
    first, last = 0, len(text)
    for stop in _END.finditer(text):
        if stop.end() <= start:
            first = stop.end()
        elif stop.start() >= end:
            last = stop.end(1) if stop[1] else stop.start()
            break
    return first, len(text[:last].rstrip())


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of every sentence of ``text`` that says something, in order."""
    first = 0
    for stop in _END.finditer(text):
        last = stop.end(1) if stop[1] else stop.start()
        if text[first:last].strip():
            yield first, last
        first = stop.end()
    if text[first:].strip():
        yield first, len(text.rstrip())

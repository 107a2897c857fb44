"""A passage of a text that is found again when the text has changed: its words and what is around.

Offsets die with the first edit; words that were quoted, and the words beside them, do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

AROUND = 48  # letters kept on either side: enough to tell two of the same name apart
_ALIKE = 88  # of 100: a passage whose own words were edited a little is still meant
_LONG_ENOUGH = 16  # letters; shorter ones are found only as they were


@dataclass(frozen=True, slots=True)
class Passage:
    """Words quoted from a text, with what stood ``before`` and ``after`` them."""

    quote: str
    before: str = ""
    after: str = ""

    def found_in(self, text: str) -> tuple[int, int] | None:
        """Return where [start, end) the passage now stands; None where it does not any more."""
        pattern = r"\s+".join(map(re.escape, self.quote.split()))
        places = [match.span() for match in re.finditer(pattern, text)] if pattern else []
        if places:
            return max(places, key=lambda place: self._fits(text, *place))
        return self._nearly(text)

    def _fits(self, text: str, start: int, end: int) -> float:
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        return fuzz.ratio(before, self.before) + fuzz.ratio(after, self.after)

    def _nearly(self, text: str) -> tuple[int, int] | None:
        if len(self.quote) < _LONG_ENOUGH or len(self.quote) > len(text):
            return None
        near = fuzz.partial_ratio_alignment(self.quote, text, score_cutoff=_ALIKE)
        if near is None:
            return None
        # Its ends are sought by themselves: words put in or taken out move them.
        first = max(0, near.dest_start - _LONG_ENOUGH)
        around = text[first : near.dest_end + _LONG_ENOUGH]
        head = fuzz.partial_ratio_alignment(self.quote[:_LONG_ENOUGH], around)
        tail = fuzz.partial_ratio_alignment(self.quote[-_LONG_ENOUGH:], around)
        if head is None or tail is None or head.dest_start >= tail.dest_end:
            return near.dest_start, near.dest_end
        return first + head.dest_start, first + tail.dest_end


def passage_of(text: str, start: int, end: int) -> Passage:
    """Return the passage [start, end) of ``text``."""
    return Passage(text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])

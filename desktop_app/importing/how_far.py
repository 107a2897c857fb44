"""How far an import is: exact between files, a fair guess inside a large one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.library.found import Found
from desktop_app.model.capture import Capture, Listing

_UNDER_WAY = 0.99  # of a file that is still being read: only its end is its end
_AROUND_A_TEXT = 120  # letters of keys, title and address beside a text in a table
_KNOWN_FROM = 0.002


class HowFar:
    """Counts the bytes that are read, of all that are to be read.

    Inside a file it goes by the texts found, of an archive's member by what it takes when
    it is packed again: nobody knows beforehand what a packed file holds.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self._sizes = sizes
        self._all = max(1, sum(sizes))
        self._done = 0
        self._packed = 0
        self._texts = 0.0

    def found(self, items: Iterable[Found | Listing], leaf_size: int, *, member: bool) -> None:
        """Note what was found in a further part of a leaf."""
        if not member:
            letters = sum(_letters(one.capture) for one in items if isinstance(one, Found))
            self._texts += letters / max(1, leaf_size)

    def packed(self, size: int) -> None:
        """Note what a part of a leaf takes, packed."""
        self._packed += size

    def ended(self, number: int) -> None:
        """Note that a file is done."""
        self._done += self._sizes[number]
        self._packed, self._texts = 0, 0.0

    def total(self, dispatches: int, number: int) -> int | None:
        """Guess how many dispatches there will be, of whom file ``number`` is being read."""
        size = self._sizes[number]
        here = self._texts * size if self._texts else self._packed
        share = (self._done + min(here, _UNDER_WAY * size)) / self._all
        return max(dispatches, int(dispatches / share)) if share > _KNOWN_FROM else None


def _letters(capture: Capture) -> int:
    text = capture.text
    return _AROUND_A_TEXT + (len(text) if text.isascii() else 3 * len(text))

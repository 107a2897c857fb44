"""Places in a text: the core counts code points, Qt counts UTF-16 units. Only here they meet."""

from __future__ import annotations

from bisect import bisect_left

# One for one, so that no span moves: what Qt would swallow or obey is shown as a sign instead.
_SHOWN_AS = {
    ord("\r"): " ",
    0: "\ufffd",
    0xFDD0: "\ufffd",
    0xFDD1: "\ufffd",
    0xFFFC: "\ufffd",
    0x2028: "\n",
    0x2029: "\n",
    **dict.fromkeys(range(0x202A, 0x202F), "\ufffd"),
    **dict.fromkeys(range(0x2066, 0x206A), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def shown(text: str) -> str:
    """Return ``text`` with as many characters, none of which Qt drops, joins or obeys."""
    return text.translate(_SHOWN_AS)


class Positions:
    """Turns places in one text from code points to UTF-16 units and back."""

    def __init__(self, text: str) -> None:
        # Characters beyond U+FFFF take two units; there are few, mostly none.
        self._wide = [place for place, sign in enumerate(text) if ord(sign) > 0xFFFF]
        self._wide_units = [place + before for before, place in enumerate(self._wide)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 place of the code point ``point``."""
        return point + bisect_left(self._wide, point)

    def to_points(self, unit: int) -> int:
        """Return the code point at the UTF-16 place ``unit``."""
        return unit - bisect_left(self._wide_units, unit)

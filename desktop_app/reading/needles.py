"""Patterns that look for a few letters first: without one of these nothing fits them.

Looking for a word is ten times as fast as trying a pattern at each letter of a sentence, and
most patterns fit few sentences. The letters are found in the pattern itself, so that nobody
has to keep a list of them in step with it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from re import _constants, _parser  # type: ignore[attr-defined] # Python's own reading of patterns
from typing import Any

_Node = tuple[Any, Any]
_MOST = 64  # needles; looking for more takes as long as the pattern itself
_FEW = 4  # letters of a class
# Words that stand in every other sentence: looking for them saves nothing.
_COMMON = frozenset(
    ("the", "and", "of", "to", "in", "on", "at", "by", "with", "for", "from", "was", "were")
).union(("are", "is", "said", "says"))
_EDGES = " \b"
BORDER = "\b"
"""Stands in a needle where a word begins or ends."""

_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


class Pattern:
    """A compiled pattern that is tried only where one of its ``needles`` stands."""

    __slots__ = ("_folds", "compiled", "fullmatch", "match", "needles")

    def __init__(self, written: str) -> None:
        self.compiled = re.compile(written)
        self.needles = needles_of(written)
        self._folds = bool(self.compiled.flags & re.IGNORECASE)
        self.match = self.compiled.match
        self.fullmatch = self.compiled.fullmatch

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in ``text[start:end]``."""
        if self.may_fit(text, start, end):
            return self.compiled.search(text, start, end)
        return None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return the matches in ``text[start:end]``."""
        if self.may_fit(text, start, end):
            return self.compiled.finditer(text, start, end)
        return iter(())

    def sub(self, new: str, text: str) -> str:
        """Return ``text`` with ``new`` in place of each match."""
        return self.compiled.sub(new, text) if self.may_fit(text) else text

    def may_fit(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Say whether something in ``text[start:end]`` may fit."""
        stretch = text[start:end]
        if self._folds:
            stretch = stretch.casefold()
        return not self.needles or any(map(stretch.__contains__, self.needles))


def needles_of(written: str) -> tuple[str, ...]:
    """Return letters, one of which stands in every text that the pattern fits; () for none."""
    found = {needle.replace(BORDER, "") for needle in bordered_needles_of(written)}
    if len(found) > _MOST:
        return ()
    return tuple(sorted(n for n in found if not any(o in n for o in found if o != n)))


def bordered_needles_of(written: str) -> frozenset[str]:
    """Return the needles with a ``BORDER`` wherever the pattern asks for a word's."""
    parsed = _parser.parse(written)
    folds = parsed.state.flags & re.IGNORECASE
    return frozenset(needle.casefold() if folds else needle for needle in _of_row(parsed))


def _of_row(nodes: Sequence[_Node]) -> frozenset[str]:
    """Return the rarest needles among those of the parts of a row, each of which must fit."""
    choices: list[frozenset[str]] = []
    letters = {""}
    for kind, told in nodes:
        spelt = _spelt(kind, told)
        if spelt and len(letters) * len(spelt) <= _MOST:
            letters = {before + letter for before in letters for letter in spelt}
            continue
        choices += [frozenset(letters), _of_part(kind, told)]
        letters = set(spelt) or {""}
    choices.append(frozenset(letters))
    return min(filter(_tell, choices), key=commonness, default=frozenset())


def _spelt(kind: Any, told: Any) -> frozenset[str]:
    """Return all that a part may spell, as the two letters of "[Pp]"; nothing if that is open."""
    if kind is _constants.LITERAL:
        return frozenset((chr(told),))
    if kind is _constants.IN and len(told) <= _FEW:
        literal = all(sort is _constants.LITERAL for sort, _ in told)
        return frozenset(chr(letter) for _, letter in told) if literal else frozenset()
    if kind is _constants.AT:
        return frozenset((BORDER if told is _constants.AT_BOUNDARY else "",))
    if kind in (_constants.ASSERT, _constants.ASSERT_NOT):
        return frozenset(("",))  # takes no letters up
    if kind is _constants.SUBPATTERN and not told[1]:  # without flags of its own
        return _spelt_row(told[3])
    if kind is _constants.BRANCH:
        branches = [_spelt_row(branch) for branch in told[1]]
        return frozenset[str]().union(*branches) if all(branches) else frozenset()
    if kind in _REPEATS and told[:2] == (0, 1):
        spelt = _spelt_row(told[2])
        return spelt | {""} if spelt else spelt
    return frozenset()


def _spelt_row(nodes: Sequence[_Node]) -> frozenset[str]:
    letters = frozenset(("",))
    for kind, told in nodes:
        letters = frozenset(a + b for b in _spelt(kind, told) for a in letters)
        if not 0 < len(letters) <= _MOST:
            return frozenset()
    return letters


def _of_part(kind: Any, told: Any) -> frozenset[str]:
    if kind is _constants.SUBPATTERN and not told[1]:  # without flags of its own
        return _of_row(told[3])
    if kind is _constants.ATOMIC_GROUP:
        return _of_row(told)
    if kind in _REPEATS and told[0] > 0:
        return _of_row(told[2])
    if kind is _constants.BRANCH:
        branches = [_of_row(branch) for branch in told[1]]
        return frozenset[str]().union(*branches) if all(branches) else frozenset()
    return frozenset()


def _tell(needles: frozenset[str]) -> bool:
    return bool(needles) and all(needle.strip(BORDER) for needle in needles)


def commonness(needles: frozenset[str]) -> float:
    """Say how often needles are found by chance; each further letter makes them rarer."""
    return sum(
        1.0 if needle.strip(_EDGES) in _COMMON else 0.3 ** len(needle) + 0.001 for needle in needles
    )

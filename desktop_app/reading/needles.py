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
# Words that stand in every other sentence: looking for them saves nothing.
_COMMON = frozenset(
    ("the", "and", "of", "to", "in", "on", "at", "by", "with", "for", "from", "was", "were")
).union(("are", "is", "said", "says"))
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


class Pattern:
    """A compiled pattern that is tried only where one of its ``needles`` stands."""

    __slots__ = ("_folds", "compiled", "fullmatch", "match", "needles", "sub")

    def __init__(self, written: str) -> None:
        self.compiled = re.compile(written)
        self.needles = needles_of(written)
        self._folds = bool(self.compiled.flags & re.IGNORECASE)
        self.match = self.compiled.match
        self.fullmatch = self.compiled.fullmatch
        self.sub = self.compiled.sub

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

    def may_fit(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Say whether something in ``text[start:end]`` may fit."""
        stretch = text[start:end]
        if self._folds:
            stretch = stretch.casefold()
        return not self.needles or any(map(stretch.__contains__, self.needles))


def needles_of(written: str) -> tuple[str, ...]:
    """Return letters, one of which stands in every text that the pattern fits; () for none."""
    parsed = _parser.parse(written)
    folds = parsed.state.flags & re.IGNORECASE
    found = {needle.casefold() if folds else needle for needle in _of_row(parsed)}
    if len(found) > _MOST:
        return ()
    return tuple(sorted(n for n in found if not any(o in n for o in found if o != n)))


def _of_row(nodes: Sequence[_Node]) -> frozenset[str]:
    """Return the rarest needles among those of the parts of a row, each of which must fit."""
    choices: list[frozenset[str]] = []
    letters = {""}
    for kind, told in nodes:
        if spelt := _spelt(kind, told):
            letters = {before + letter for before in letters for letter in spelt}
            continue
        if kind is _constants.AT or kind in (_constants.ASSERT, _constants.ASSERT_NOT):
            continue  # takes no letters up
        choices += [frozenset(letters), _of_part(kind, told)]
        letters = {""}
    choices.append(frozenset(letters))
    return min(filter(_tell, choices), key=_commonness, default=frozenset())


def _spelt(kind: Any, told: Any) -> list[str]:
    """Return the letters that a part spells: one, or the two of "[Pp]"."""
    if kind is _constants.LITERAL:
        return [chr(told)]
    if kind is _constants.IN and len(told) == 2 and all(s is _constants.LITERAL for s, _ in told):
        return [chr(letter) for _, letter in told]
    return []


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
    return bool(needles) and "" not in needles


def _commonness(needles: frozenset[str]) -> float:
    """Say how often needles are found by chance; each further letter makes them rarer."""
    return sum(
        1.0 if needle.strip() in _COMMON else 0.3 ** len(needle) + 0.001 for needle in needles
    )

"""What changed between two versions of one text, word by word, and whom a roster lost or gained.

Only words count. Spaces, dashes, quotation marks, letter case, accents, broken characters,
title line, dateline and end mark are no changes, as they make no version of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from desktop_app.library.folding import fold, frame_of
from desktop_app.model.names import folded_name, name_keys
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.preparation import prepare

# Korean and CJK letters are compared one by one, everything else by the word.
_CJK = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff"
TOKEN = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+")
_STRAY = 2  # words that two long changes have between them: no island in a rewritten passage


class Kind(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch: the half-open spans of its words in the earlier and in the later text."""

    kind: Kind
    earlier: tuple[int, int]
    later: tuple[int, int]


@dataclass(frozen=True, slots=True)
class RosterChange:
    """The names that only the earlier or only the later roster has, in the order of their lists."""

    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, folded, and where each stands in it."""

    folded: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self.places[start][0], self.places[end - 1][1]
        at = self.places[start - 1][1] if start else self.places[0][0] if self.places else 0
        return at, at


_Step = tuple[Kind, int, int, int, int]
_KINDS = {
    "equal": Kind.SAME,
    "delete": Kind.REMOVED,
    "insert": Kind.ADDED,
    "replace": Kind.REPLACED,
}


def compared(
    earlier: str, later: str, earlier_title: str = "", later_title: str = ""
) -> tuple[Change, ...]:
    """Return all stretches in order; a title line counts as such where it is told."""
    old, new = _words_of(earlier, earlier_title), _words_of(later, later_title)
    return tuple(
        Change(kind, old.span(a, b), new.span(c, d))
        for kind, a, b, c, d in _without_strays(_steps(old.folded, new.folded))
    )


def roster_change(
    earlier: Iterable[str], later: Iterable[str], earlier_text: str = "", later_text: str = ""
) -> RosterChange:
    """Who left the roster and who joined it; a change of order or spelling is neither.

    Where the texts are given, a name must stand less often in one than in the other: the
    reader may miss a name in one of two versions that both have it.
    """
    old, new = list(dict.fromkeys(earlier)), list(dict.fromkeys(later))
    return RosterChange(
        removed=_beyond(old, new, earlier_text, later_text),
        added=_beyond(new, old, later_text, earlier_text),
    )


@lru_cache(maxsize=8)
def _words_of(text: str, title: str) -> _Words:
    """Return the words that are compared: read as prepared, placed in the stored text."""
    read = prepare(text)
    dateline = find_dateline(read.text)
    framed = frame_of(read.text, title, *((dateline.start, dateline.end) if dateline else (0, 0)))
    folded, places = [], []
    for match in TOKEN.finditer(read.text):
        if any(start <= match.start() < end for start, end in framed):
            continue
        if word := fold(match.group()):
            folded.append(word)
            places.append(read.stored(*match.span()))
    return _Words(tuple(folded), tuple(places))


def _steps(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[_Step]:
    for step in Levenshtein.opcodes(old, new):
        yield _KINDS[step.tag], step.src_start, step.src_end, step.dest_start, step.dest_end


def _without_strays(steps: Iterable[_Step]) -> list[_Step]:
    """Join neighbours that change, and two long changes with only a stray word between them."""
    joined: list[_Step] = []
    for step in steps:
        joined.append(step)
        while len(joined) > 1 and _belong(joined[-2], joined[-1]):
            joined[-2:] = [_one(joined[-2], joined[-1])]
        while len(joined) > 2 and _is_stray(*joined[-3:]):
            joined[-3:] = [_one(joined[-3], joined[-1])]
    return joined


def _belong(one: _Step, other: _Step) -> bool:
    return (one[0] is Kind.SAME) == (other[0] is Kind.SAME)


def _is_stray(one: _Step, between: _Step, other: _Step) -> bool:
    size = between[2] - between[1]
    small = size <= _STRAY and 2 * size <= min(_size(one), _size(other))
    return between[0] is Kind.SAME and small


def _size(step: _Step) -> int:
    return max(step[2] - step[1], step[4] - step[3])


def _one(one: _Step, other: _Step) -> _Step:
    _, a, _, c, _ = one
    _, _, b, _, d = other
    if one[0] is Kind.SAME and other[0] is Kind.SAME:
        return Kind.SAME, a, b, c, d
    kind = Kind.ADDED if a == b else Kind.REMOVED if c == d else Kind.REPLACED
    return kind, a, b, c, d


def _beyond(names: list[str], others: list[str], text: str, other: str) -> tuple[str, ...]:
    there = {_key(name) for name in others}
    beyond = []
    for name in names:
        if _key(name) in there:
            continue
        there.add(_key(name))
        if not text or _often(name, text) > _often(name, other):
            beyond.append(name)
    return tuple(beyond)


def _key(name: str) -> str:
    keys = name_keys(name)
    return keys[0] if keys else name


def _often(name: str, text: str) -> int:
    return folded_name(text).count(folded_name(name))

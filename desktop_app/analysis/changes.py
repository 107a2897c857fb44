"""What changed between two versions of one text, word by word, and whom a roster lost or gained."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

# Korean and CJK letters are compared one by one, everything else by the word.
_TOKEN = re.compile(
    r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
    r"|[^\W\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]+"
    r"|[^\w\s]"
)


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


_KINDS = {
    "equal": Kind.SAME,
    "delete": Kind.REMOVED,
    "insert": Kind.ADDED,
    "replace": Kind.REPLACED,
}


def compared(earlier: str, later: str) -> tuple[Change, ...]:
    """All stretches in order; white space alone is never a change."""
    old, new = list(_TOKEN.finditer(earlier)), list(_TOKEN.finditer(later))
    steps = Levenshtein.opcodes([t.group() for t in old], [t.group() for t in new])
    return tuple(
        Change(
            _KINDS[step.tag],
            _span(old, step.src_start, step.src_end),
            _span(new, step.dest_start, step.dest_end),
        )
        for step in steps
    )


def roster_change(earlier: Iterable[str], later: Iterable[str]) -> RosterChange:
    """Who left the roster and who joined it; a change of order is neither."""
    old, new = list(earlier), list(later)
    return RosterChange(removed=_beyond(old, new), added=_beyond(new, old))


def _span(tokens: list[re.Match[str]], start: int, end: int) -> tuple[int, int]:
    if start < end:
        return tokens[start].start(), tokens[end - 1].end()
    at = tokens[start - 1].end() if start else 0
    return at, at


def _beyond(names: list[str], others: list[str]) -> tuple[str, ...]:
    left = Counter(others)
    beyond = []
    for name in names:
        if left[name]:
            left[name] -= 1
        else:
            beyond.append(name)
    return tuple(beyond)

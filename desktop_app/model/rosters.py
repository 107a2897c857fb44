"""Which names of two rosters of one event stand for each other, written in two scripts.

Names are paired that sound alike where only these two do, in the same role. One that sounds
like nothing (왕의 is Wang Yi) is paired by its place, where the names around it are paired.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from rapidfuzz import fuzz

from desktop_app.model.names import name_keys

BY_SOUND, BY_PLACE = 1.0, 0.5
"""What one event weighs for a pair that its sounds, or only its place, tell."""
ALIKE, FEWEST = 75.0, 3
"""How like, of 100, the consonants of a foreign name must be in both scripts, and how many."""
# The consonants of Hangul and of Latin letters as the same few classes; vowels tell little.
_INITIALS = (*"kknttrmppss", "", *"cccktph")
_FINALS = ("", *"kkknnntrkmrrrprmppttnttktp", "")
_LATIN = {
    "tch": "c", "sh": "s", "ch": "c", "zh": "c", "ts": "c", "tz": "c", "kh": "k", "ph": "p",
    "th": "t", "ck": "k", "qu": "k", "x": "ks", "b": "p", "c": "k", "d": "t", "f": "p",
    "g": "k", "j": "c", "k": "k", "l": "r", "m": "m", "n": "n", "p": "p", "q": "k", "r": "r",
    "s": "s", "t": "t", "v": "p", "z": "c",
}  # fmt: skip
_CONSONANT = re.compile("|".join(sorted(_LATIN, key=len, reverse=True)))


class Listed(NamedTuple):
    """One name of a roster, in the order in which it is named for its role."""

    name: str
    role: str


class Pair(NamedTuple):
    """A name in letters of ours and one in Hangul that stand for each other in an event."""

    latin: str
    hangul: str
    weight: float


def pairs(latin: Sequence[Listed], hangul: Sequence[Listed]) -> Iterator[Pair]:
    """Yield the names of two rosters of one event that stand for each other, one to one."""
    roles = _roles((*latin, *hangul))
    paired: dict[str, str] = {}
    for alike in (_same_sound, _same_consonants):
        left = [name for name in _roles(latin) if name not in paired]
        right = [name for name in _roles(hangul) if name not in paired.values()]
        found = _only_two(left, right, alike, roles)
        yield from (Pair(*two, BY_SOUND) for two in found.items())
        paired |= found
    yield from (Pair(*two, BY_PLACE) for two in _by_place(latin, hangul, paired).items())


def _roles(roster: Iterable[Listed]) -> dict[str, set[str]]:
    roles: dict[str, set[str]] = defaultdict(set)
    for one in roster:
        roles[one.name].add(one.role)
    return roles


def _only_two(
    left: Iterable[str],
    right: Sequence[str],
    alike: Callable[[str, str], bool],
    roles: Mapping[str, set[str]],
) -> dict[str, str]:
    """Return who of ``left`` is like one of ``right`` in a role of his, and nobody else is."""
    found = {
        one: [other for other in right if roles[one] & roles[other] and alike(one, other)]
        for one in left
    }
    back: dict[str, int] = defaultdict(int)
    for others in found.values():
        for other in others:
            back[other] += 1
    return {
        one: others[0] for one, others in found.items() if len(others) == 1 and back[others[0]] == 1
    }


def _same_sound(latin: str, hangul: str) -> bool:
    sounds = {key for key in name_keys(latin) if key.startswith("sound:")}
    return not sounds.isdisjoint(name_keys(hangul))


def _same_consonants(latin: str, hangul: str) -> bool:
    one, other = consonants(latin), consonants(hangul)
    return min(len(one), len(other)) >= FEWEST and fuzz.ratio(one, other) >= ALIKE


@lru_cache(maxsize=4096)
def consonants(name: str) -> str:
    """Return the consonants of a name as classes that both scripts share: 뜨까츄크 is tkck."""
    found = []
    for letter in name:
        place = ord(letter) - 0xAC00
        if 0 <= place < 11_172:
            initial, rest = divmod(place, 588)
            found += [_INITIALS[initial], _FINALS[rest % 28]]
    if found:
        return "".join(found)
    plain = normalize("NFKD", name).casefold()
    return "".join(_LATIN[match[0]] for match in _CONSONANT.finditer(plain))


def _by_place(
    latin: Sequence[Listed], hangul: Sequence[Listed], paired: Mapping[str, str]
) -> dict[str, str]:
    """Return who stands at the same place of a roster whose other names are paired in order."""
    found: dict[str, str] = {}
    for role in dict.fromkeys(one.role for one in latin):
        left = [one.name for one in latin if one.role == role]
        right = [one.name for one in hangul if one.role == role]
        known = [(at, paired[name]) for at, name in enumerate(left) if name in paired]
        if len(left) != len(right) or 2 * len(known) < len(left):
            continue
        if all(right[at] == other for at, other in known):
            found |= {a: b for a, b in zip(left, right, strict=True) if a not in paired}
    taken = set(paired.values())
    return {a: b for a, b in found.items() if b not in taken and _foreign(a, b)}


def _foreign(latin: str, hangul: str) -> bool:
    """Tell whether the two may be one by place alone: not where both say that they are Korean."""
    keys = (*name_keys(latin), *name_keys(hangul))
    return not (keys[0].startswith("sound:") and any(key.startswith("ko:") for key in keys))

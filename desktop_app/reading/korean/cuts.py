"""Cuts a word into a name and what is written on to it: 천룡수총비서동지께서, 김영일부상."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.reading.korean.names import (
    is_body,
    is_northern_spelling,
    may_be_korean,
    sounds_foreign,
)
from desktop_app.reading.korean.words import korean_words

_WRITTEN = re.compile(r"[가-힣]+|[\u4e00-\u9fff]{3}")
_COPULA = ("이신", "인", "이다", "이였다", "였다", "이며", "이시며")
_MAYBE_NOUN_IN_SSI = ("씨", "전하", "각하")


class Cut(NamedTuple):
    """A word cut into a name, the office behind it ("" for none) and its particle."""

    name: str
    behind: str
    particle: str


def marked_cut(word: str) -> Cut | None:
    """Cut 천룡수총비서동지께서 into name, office and particle."""
    lists = korean_words()
    for mark in lists.marks:
        at = word.find(mark, 1)
        if at < 1:
            continue
        particle = word[at + len(mark) :]
        plain = particle.removeprefix("들")
        if plain and plain not in lists.particles and plain not in _COPULA:
            continue
        cut = _name_before(word[:at].removesuffix("님"), particle)
        if cut and _trusted(cut.name, mark):
            return cut
    return _reverent(word)


def _reverent(word: str) -> Cut | None:
    """Read 김정은원수님께서: an office with 님."""
    at = word.find("님", 4)
    particle = word[at + 1 :]
    if at < 0 or (particle and particle not in korean_words().particles):
        return None
    cut = _name_before(word[:at], particle)
    return cut if cut and cut.behind and may_be_korean(cut.name) else None


def _name_before(stem: str, particle: str) -> Cut | None:
    lists = korean_words()
    office = lists.office_at_end(stem) if len(stem) > 3 else ""
    if may_be_korean(stem) and len(stem) == 3:
        office = ""
    name = stem[: -len(office)] if office and len(stem) - len(office) >= 2 else stem
    if not _WRITTEN.fullmatch(name) or name in lists.offices or name in lists.countries:
        return None
    if name != stem and (len(name) > 5 or is_body(name)) and not may_be_korean(name):
        return None  # 국무위원회위원장동지: an office alone
    return Cut(name, office if name != stem else "", particle)


def _trusted(name: str, mark: str) -> bool:
    """Tell whether a mark makes ``name`` a name: 날씨 and 생각하 hold 씨 and 각하."""
    if mark == "씨" and is_northern_spelling(name):
        return False  # 유하 끼엑씨: the North calls no foreigner 씨
    if mark in _MAYBE_NOUN_IN_SSI:
        return len(name) > 1 and (may_be_korean(name) or sounds_foreign(name))
    if mark == "동지":
        return name not in korean_words().no_names
    return len(name) > 1 and name not in korean_words().no_names


def glued_cut(bare: str, particle: str, office: str) -> Cut | None:
    """Cut 김영일부상 into name and office."""
    lists = korean_words()
    name = bare[: -len(office)] if office else ""
    if len(name) < 2 or not _WRITTEN.fullmatch(name) or name in lists.countries:
        return None
    if name[3:] in lists.countries:  # 정현우조선림시대리대사
        name, office = name[:3], name[3:] + office
    if particle in ("로", "으로") or office == "상":
        return None
    if office in lists.of_many or particle.startswith("들"):
        many = len(name) == 3 and may_be_korean(name) and particle.startswith("들")
        return Cut(name, office, particle.removeprefix("들")) if many else None
    if len(name) >= 3 and may_be_korean(name):
        return Cut(name, office, particle)
    if len(name) <= 8 and sounds_foreign(name) and not is_body(name):
        return Cut(name, office, particle)
    return None

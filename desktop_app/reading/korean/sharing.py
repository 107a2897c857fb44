"""Titles that several share: 비서들인 A, B before their names, 선수들 behind the last of them."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.reading.korean.mention import Mention, Words

_JOINTS = ("와", "과")
_DOTS = frozenset("·ㆍ")


def with_shared_titles(words: Words, people: list[Mention]) -> list[Mention]:
    """Return the people of a sentence, those without a title with that of their list."""
    found = list(people)
    for number in range(1, len(found)):
        before, one = found[number - 1], found[number]
        if before.shared and not one.title and _beside(words, before, one):
            found[number] = replace(one, title=before.shared, shared=before.shared)
    for number in range(len(found) - 1, 0, -1):
        before, one = found[number - 1], found[number]
        if one.title and not before.title and _shares_back(words, before, one):
            found[number - 1] = replace(before, title=one.title, rule="shared")
    return found


def _beside(words: Words, one: Mention, other: Mention) -> bool:
    """Tell whether ``other`` stands next to ``one`` in a list."""
    joined = words.told[one.last].comma or one.particle in _JOINTS
    return joined and one.last + 1 == other.first


def _shares_back(words: Words, before: Mention, one: Mention) -> bool:
    """Tell whether a calling behind ``one`` is that of ``before``, too: 리경철, 조분희선수들."""
    if before.last + 1 != one.first:
        return False
    joined = words.told[before.last]
    dotted = words.text[joined.end : joined.end + 1] in _DOTS
    many = words.word(one.last).startswith(f"{one.name}{one.title}들")
    return dotted or many or (one.rule == "shared" and joined.comma)

"""Titles that several share: 비서들인 A, B before their names, 선수들 behind the last of them."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.reading.korean.mention import Mention, Words
from desktop_app.reading.korean.titles import body_before

_JOINTS = ("와", "과")
_LONGEST_ASIDE = 60  # letters
_DOTS = frozenset("·ㆍ")


def with_shared_titles(words: Words, people: list[Mention]) -> list[Mention]:
    """Return the people of a sentence, those without a title with that of their list."""
    found = list(people)
    for number in range(1, len(found)):
        before, one = found[number - 1], found[number]
        shared = before.shared or _dotted_title(words, before)
        if shared and not one.title and _beside(words, before, one):
            found[number] = replace(one, title=shared, shared=shared)
    for number in range(len(found) - 1, 0, -1):
        before, one = found[number - 1], found[number]
        if one.title and not before.title and _shares_back(words, before, one):
            floor = found[number - 2].last + 1 if number > 1 else 0
            title = _own_title(words, before, one, floor)
            found[number - 1] = replace(before, title=title, rule="shared")
    return found


def _own_title(words: Words, before: Mention, one: Mention, floor: int) -> str:
    """Return the title that ``before`` shares: with his own body where he has one."""
    opens = body_before(words.told, words.shapes, before.first, floor)
    if opens == before.first or not words.shapes[before.first - 1].body:
        return one.title
    return f"{words.between(opens, before.first)} {one.title.split()[-1]}"


def _dotted_title(words: Words, one: Mention) -> str:
    """Return the title that a row of names with points shares: 상무위원인 김남철·리강실."""
    end = words.told[one.last].end
    after = words.text[end : end + _LONGEST_ASIDE].lstrip()[:1]
    return one.title if after in _DOTS and after and _tied(words, one) else ""


def _tied(words: Words, one: Mention) -> bool:
    """Tell whether 인 ties an office to the name after it."""
    first = one.first
    while words.told[first].start < one.name_span[0]:
        first += 1
    return first > one.first and words.shapes[first - 1].tie == "인"


def _beside(words: Words, one: Mention, other: Mention) -> bool:
    """Tell whether ``other`` stands next to ``one`` in a list."""
    joined = words.told[one.last].comma or one.particle in _JOINTS
    return joined and one.last + 1 == other.first


def _shares_back(words: Words, before: Mention, one: Mention) -> bool:
    """Tell whether a calling behind ``one`` is that of ``before``, too: 리경철, 조분희선수들."""
    if before.last + 1 != one.first or _tied(words, one):
        return False  # an office tied to the name is his alone
    joined = words.told[before.last]
    gap = words.text[joined.end : words.told[one.first].start]
    between = gap.strip()
    hanja = between == "," and len(gap) > 3  # 현철해(玄哲海) 박재경(朴在慶)대장
    row = between == "" and before.rule == "in a list"  # 현철해 김명국 리명수 대장
    dotted = hanja or row or (between != "" and between[0] in _DOTS)
    plural = words.shapes[one.last].particle.startswith("들") and one.rule == "before an office"
    many = plural or words.word(one.last).removeprefix(one.name).startswith(
        f"{one.title.split()[-1]}들"
    )
    return dotted or many or (one.rule == "shared" and joined.comma)

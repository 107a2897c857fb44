"""Finds the people in a sentence: name, title, and the particle that says what they do."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop_app.reading.korean.titles import (
    ends_clause,
    is_office,
    is_titled,
    plain_title,
    title_begins,
)
from desktop_app.reading.korean.tokens import Word, without_particle
from desktop_app.reading.korean.words import korean_words

_HANGUL = re.compile(r"[가-힣]+")
_LONGEST_FOREIGN = 5  # words of a foreign name
_DOUBLED = frozenset({1, 4, 8, 10, 13})  # ㄲ ㄸ ㅃ ㅆ ㅉ among the initials


@dataclass(frozen=True, slots=True)
class Mention:
    """One person as named: words [first, last] of the sentence.

    ``particle`` is of the last word; ``commas`` says that a list goes on. ``shared`` is a
    plural title said for several ("비서들인").
    """

    name: str
    title: str
    name_span: tuple[int, int]
    title_span: tuple[int, int] | None
    first: int
    last: int
    particle: str
    honoured: bool
    rule: str
    shared: str = ""


def mentions(text: str, told: list[Word], known: Collection[str] = ()) -> list[Mention]:
    """Return the people of one sentence, in its order.

    ``known`` are the last words of foreign names met before: 록원장 is 보 반 록 again.
    """
    found: list[Mention] = []
    place = 0
    while place < len(told):
        one = _at(text, told, place, found, known)
        if one is None:
            place += 1
            continue
        if not one.title and found and _goes_on(told, found[-1], one):
            one = replace(one, title=found[-1].shared, shared=found[-1].shared)
        found.append(one)
        place = one.last + 1
    return found


def _goes_on(told: list[Word], one: Mention, other: Mention) -> bool:
    """Tell whether ``other`` stands next to ``one`` in a list."""
    joined = told[one.last].comma or one.particle in ("와", "과")
    return joined and one.last + 1 == other.first


def _at(
    text: str, told: list[Word], place: int, before: list[Mention], known: Collection[str]
) -> Mention | None:
    """Read a person whose last word stands at ``place``, or whose foreign name begins there."""
    word = told[place].text
    cut = _with_mark(word) or _known_with_office(told, place, known)
    if cut:
        return _named(text, told, place, *cut, before, "marked")
    run = _foreign_run(told, place)
    name, particle = _bare_name(told, place, before)
    if name and not (run and run[0] > place):
        return _named(text, told, place, name, "", particle, before, "after a title")
    if run is None:
        return None
    last, name, behind, particle = run
    rule = "marked" if behind or _with_mark(told[last].text) else "after a title"
    return _named(text, told, last, name, behind, particle, before, rule, begins=place)


def _known_with_office(
    told: list[Word], place: int, known: Collection[str]
) -> tuple[str, str, str] | None:
    """Read 뜨까츄크대사와: a foreign name met before, or one that cannot be a noun."""
    name, particle = without_particle(told[place].text)
    if name in known and particle in korean_words().ending:
        return name, "", particle
    cut = _office_behind(told[place].text)
    if cut is None:
        return None
    before = told[place - 1].text if place else ""
    foreign = _sounds_foreign(cut[0]) or (
        _foreign(before) and _sounds_foreign(before) and not ends_clause(before)
    )
    return cut if cut[0] in known or (foreign and cut[0] not in korean_words().countries) else None


def _foreign_run(told: list[Word], place: int) -> tuple[int, str, str, str] | None:
    """Read a name of other lands word by word, right after a title, to its comma or particle.

    Its first words may end as particles do (니꼴라이), so a marked word further on wins.
    """
    if place == 0 or told[place - 1].comma or not is_titled(told[place - 1].text):
        return None
    ended: tuple[int, str, str, str] | None = None
    for last in range(place, min(place + _LONGEST_FOREIGN, len(told))):
        word = told[last]
        cut = _with_mark(word.text)
        if cut:
            return (last, *cut) if last > place and not _may_be_name(cut[0]) else ended
        attached = _office_behind(word.text)
        if attached and last > place and ended is None:
            return (last, *attached)
        if not _foreign(word.text) or word.text in korean_words().clause_words:
            break
        name, particle = without_particle(word.text)
        if (
            last > place
            and not particle
            and len(word.text) == 2
            and word.text[1] in "을를이가와과은는의"
        ):
            name, particle = word.text[0], word.text[1]
        if word.comma:
            return ended or (last, word.text, "", "")
        if particle in korean_words().ending and ended is None:
            ended = (last, name, "", particle)
    if ended and ended[0] == place and not _sounds_foreign(ended[1]):
        return None
    return ended


@lru_cache(65_536)
def _office_behind(word: str) -> tuple[str, str, str] | None:
    """Cut 뜨까츄크특명전권대사와 into name, office and particle."""
    bare, particle = without_particle(word)
    office = korean_words().office_at_end(bare)
    name = bare[: -len(office)] if office else ""
    if particle.startswith("들") or particle in ("로", "으로") or office in korean_words().of_many:
        return None
    if name in korean_words().countries:
        return None
    return (name, office, particle) if len(name) > 1 and _HANGUL.fullmatch(name) else None


def _sounds_foreign(name: str) -> bool:
    """Tell whether a single word is likelier a foreign name than a noun: doubled consonants."""
    return len(name) >= 2 and any((ord(letter) - 0xAC00) // 588 in _DOUBLED for letter in name)


@lru_cache(65_536)
def _with_mark(word: str) -> tuple[str, str, str] | None:
    """Cut 천룡수총비서동지께서 into name, the office behind it, and the particle."""
    lists = korean_words()
    for mark in lists.marks:
        at = word.find(mark, 1)
        if at > 0:
            particle = word[at + len(mark) :]
            plain = particle.removeprefix("들")
            if plain and plain not in lists.particles and plain not in ("이신", "인"):
                continue
            stem = word[:at]
            office = lists.office_at_end(stem) if len(stem) > 3 else ""
            name = stem[: -len(office)] if office and len(stem) - len(office) >= 2 else stem
            if len(name) >= 1 and _HANGUL.fullmatch(name):
                return name, office if name != stem else "", particle
    bare, particle = without_particle(word)
    office = lists.office_at_end(bare)
    name = bare[: -len(office)] if office else ""
    if not 2 <= len(name) <= 12 or not _HANGUL.fullmatch(name):
        return None
    if office in korean_words().of_many or name in lists.countries:
        return None
    if particle.startswith("들") or particle in ("로", "으로"):
        return None
    return (name, office, particle) if _may_be_name(name) and len(name) > 2 else None


def _may_be_name(name: str) -> bool:
    """Tell whether ``name`` is a family name with one or two syllables, as Koreans have."""
    lists = korean_words()
    if _sounds_foreign(name):
        return False
    if len(name) == 4 and name[:2] in lists.families:
        return True
    return 2 <= len(name) <= 3 and name[0] in lists.families


def _bare_name(told: list[Word], place: int, before: list[Mention]) -> tuple[str, str]:
    """Return name and particle of a name without a mark: right after a title, or in a list."""
    word = told[place]
    name, particle = without_particle(word.text)
    if word.comma:
        name, particle = word.text, ""
    goes_on = bool(before) and before[-1].last == place - 1 and told[place - 1].comma
    titled = place > 0 and not told[place - 1].comma and is_titled(told[place - 1].text)
    if not (goes_on or titled) or is_office(name) or name in korean_words().clause_words:
        return "", ""
    if name in korean_words().no_names or not _may_be_name(name) or len(name) < 3:
        return "", ""
    if not word.comma and particle not in korean_words().ending and place + 1 < len(told):
        return "", ""
    following = told[place + 1].text if place + 1 < len(told) and not word.comma else ""
    # 국방성 제1부상: a body before an office, however much it looks like a name.
    if following and not particle and is_titled(following):
        return "", ""
    return name, particle


@lru_cache(65_536)
def _foreign(word: str) -> bool:
    """Tell whether a word may be part of a foreign name: no office, no particle, no verb."""
    return (
        _HANGUL.fullmatch(word) is not None
        and len(word) <= 9
        and not is_office(word)
        and not word.endswith(
            ("하였다", "하시였다", "되였다", "위원회", "대표단", "공화국", "대사관", "들")
        )
    )


def _named(
    text: str,
    told: list[Word],
    place: int,
    stem: str,
    behind: str,
    particle: str,
    before: list[Mention],
    rule: str,
    begins: int | None = None,
) -> Mention:
    floor = before[-1].last + 1 if before else 0
    first = place if begins is None else begins
    if begins is None and not _may_be_name(stem):
        while (
            first > floor
            and place - first < _LONGEST_FOREIGN - 1
            and not told[first - 1].comma
            and _foreign(told[first - 1].text)
            and told[first - 1].text not in ("겸", "및")
            and not ends_clause(told[first - 1].text)
            and not is_titled(told[first - 1].text)
        ):
            first -= 1
    start = told[first].start
    end = told[place].start + len(stem)
    opens = title_begins(told, first, floor)
    words = told[opens:first]
    title = text[words[0].start : words[-1].end] if words else ""
    title = plain_title(title)
    if behind:
        title = f"{title}; {behind}" if title else behind
    span = (words[0].start, words[-1].end) if words else None
    return Mention(
        " ".join(text[start:end].split()), title, (start, end), span, opens, place, particle,
        rule == "marked" and "께서" in particle, rule,
        title if words and words[-1].text.endswith("들인") else "",
    )  # fmt: skip

"""Titles of office before a name: where they begin, and how they read without their ties."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_LONGEST_TITLE = 14  # words
_JOINING = ("이며", "이시며", "이고", "이시고", "이신", "이며서", "겸", "및", "인")
_TAILS = ("이시며", "이신", "이며", "들인", "인")
_COUNTERS = re.compile(r"^[\d~]+(?:일|월|년|명|차|시|분|돐|위|대|개)|^\d+월 \d+일$")


def ends_clause(word: str) -> bool:
    """Tell whether a word closes what stands before a title."""
    lists = korean_words()
    if word in lists.clause_words or _COUNTERS.search(word):
        return True
    if word.endswith(_JOINING) or lists.office_at_end(word):
        return False
    return word.endswith(lists.clause_ends) and len(word) > 2


def title_begins(told: list[Word], first: int, floor: int) -> int:
    """Return where the title before the name at ``first`` begins; ``first`` where there is none."""
    lists = korean_words()
    place = first
    while place > floor and first - place < _LONGEST_TITLE:
        word = told[place - 1]
        if word.text in lists.honorifics:
            place -= 1
            continue
        if word.comma or ends_clause(word.text):
            break
        if _is_joint(word.text) and not lists.office_at_end(word.text):
            break
        place -= 1
    # Honorifics at either edge are no part of it.
    while place < first and told[place].text in lists.honorifics:
        place += 1
    words = told[place:first]
    while words and words[-1].text in lists.honorifics:
        words = words[:-1]
    if not words or not _is_title(words[-1].text):
        return first
    return place


def _is_joint(word: str) -> bool:
    return len(word) > 2 and word.endswith(("와", "과", "이", "가")) and not word.endswith("국가")


def _is_title(word: str) -> bool:
    for tail in _TAILS:
        if word.endswith(tail) and is_office(word[: -len(tail)]):
            return True
    return is_office(word)


def plain_title(title: str) -> str:
    """Return a title in the singular, without what ties it to the name."""
    kept = [word for word in title.split() if word not in korean_words().honorifics]
    if not kept:
        return ""
    for tail in _TAILS:
        if kept[-1].endswith(tail) and kept[-1] not in korean_words().offices:
            kept[-1] = kept[-1][: -len(tail)]
            break
    return " ".join(kept)


@lru_cache(65_536)
def is_titled(word: str) -> bool:
    """Tell whether a name may follow a word without any mark."""
    lists = korean_words()
    return bool(lists.office_at_end(word)) or (
        word.endswith("들인") and bool(lists.office_at_end(word[:-2]))
    )


def is_office(word: str) -> bool:
    """Tell whether a word ends as an office, a rank or a calling does."""
    lists = korean_words()
    return bool(lists.office_at_end(word)) or word in lists.offices or word.endswith("성원")

"""Finds the unnamed who stand in a roster beside the named: 관계부문 일군들."""

from __future__ import annotations

from desktop_app.reading.korean.mentions import Mention
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_PEOPLE = ("들", "일행", "림시대리대사")


def group_spans(
    told: list[Word], people: list[Mention], first: int, last: int
) -> list[tuple[int, int, int]]:
    """Return [start, end) and the last word of every group in words [first, last]."""
    named = {place for one in people for place in range(one.first, one.last + 1)}
    found: list[tuple[int, int, int]] = []
    floor = first
    for place in range(first, last + 1):
        if place in named:
            floor = place + 1
            continue
        length = _people_end(told[place].text)
        if not length or (place < last and told[place + 1].text == "그"):
            continue
        begins = _begins(told, named, place, floor)
        start, end = told[begins].start, told[place].start + length
        found.append((start, end, place))
        floor = place + 1
    return found


def _people_end(word: str) -> int:
    """Return how much of ``word`` names people in the plural; 0 where it does not."""
    if word.endswith(("들인", "들의", "들에", "들앞", "들에서", "들로")):
        return 0
    if word == "일행을":
        return 2
    for tail in ("", "이", "과", "은", "와", "가", "도"):
        stem = word[: len(word) - len(tail)] if tail else word
        if (
            word.endswith(tail)
            and stem.endswith(_PEOPLE)
            and not stem.endswith(korean_words().nobody)
        ):
            return len(stem)
    return 0


def _begins(told: list[Word], named: set[int], place: int, floor: int) -> int:
    begins = place
    while begins > floor and begins - 1 not in named:
        before = told[begins - 1]
        if before.comma and not _shares(told, begins, place):
            break
        stops = before.text.endswith(korean_words().group_stops)
        modifies = before.text.endswith(("을", "를")) and told[begins].text in ("맡은", "하게")
        if stops and not modifies and before.text != "하게":
            break
        begins -= 1
    return begins


def _shares(told: list[Word], begins: int, place: int) -> bool:
    """Tell whether the item before the comma ends without 들 and so shares this plural."""
    before = told[begins - 1].text
    return not before.endswith(("들", "동지", "동무")) and place - begins <= 3

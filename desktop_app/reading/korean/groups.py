"""Finds the unnamed who stand in a roster beside the named: 관계부문 일군들."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.shapes import modifies, shape_of
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_PEOPLE = ("들", "일행", "대표단", "예술단", "축하단", "사절단", "방문단", "참관단")
_TAILS = ("", "이", "과", "은", "와", "가", "도", "을", "를", "의")
_JOINED = ("들과", "단과", "일행과")


class GroupSpan(NamedTuple):
    """Words [first, last] that name several; [start, end) is the phrase without its particle."""

    first: int
    last: int
    start: int
    end: int
    particle: str


def group_spans(told: list[Word], people: list[Mention]) -> list[GroupSpan]:
    """Return every group of a sentence, and single offices that stand in a list with them."""
    lengths = [_people_end(word.text) for word in told]
    if not people and not any(lengths):
        return []  # no office stands for its holder where nobody else is listed
    named = {place for one in people for place in range(one.first, one.last + 1)}
    found: list[GroupSpan] = []
    floor = 0
    for place, word in enumerate(told):
        if place in named:
            floor = place + 1
            continue
        following = told[place + 1].text if place + 1 < len(told) else ""
        if following.startswith("성원들") or (
            following == "전체" and told[min(place + 2, len(told) - 1)].text.startswith("성원들")
        ):
            continue
        length = lengths[place]
        shared = word.comma and following and lengths[place + 1]  # 장령, 군관들이
        office = 0 if length or shared else _office_end(told, place)
        if not (length or office):
            continue
        begins = _begins(told, named, place, floor)
        if word.text.startswith("일행") and place - 1 in named and _bare(told, place - 1):
            continue  # 김 위원장 일행: himself, too
        bare = begins == place and word.text[: length or office] in _PEOPLE[2:]
        if bare or (
            begins == place and following == "함께" and not (place and told[place - 1].comma)
        ):
            continue  # 대표단과 동행하였다
        if office and not _listed(told, named, begins, place):
            continue
        length = length or office
        start, end = told[begins].start, word.start + length
        group = GroupSpan(begins, place, start, end, word.text[length:])
        if found and _one_phrase(told, found[-1], group):
            group = group._replace(first=found[-1].first, start=found[-1].start)
            found.pop()
        found.append(group)
        floor = place + 1
    return found


def _one_phrase(told: list[Word], one: GroupSpan, other: GroupSpan) -> bool:
    """Tell whether one modifier goes with both: 시안의 일군들과 근로자들, 성원들과 그 가족들."""
    listed = told[one.last].comma and not one.particle
    if one.last + 1 != other.first or not (listed or one.particle in ("과", "와")):
        return False
    if not told[other.last].text[: other.end - told[other.last].start].endswith(_PEOPLE):
        return False  # 간부들과 우당위원장
    if told[other.first].text == "그" and told[other.last].text.startswith("가족"):
        return True
    if listed:
        staff = told[one.last].text.endswith("일군들")
        return staff and other.first == other.last and told[one.last - 1].text.endswith("의")
    several = _people_end(told[one.last].text) > 0
    offices = (
        several and shape_of(told[one.last].text).office and shape_of(told[other.last].text).office
    )
    if offices and other.first == other.last and one.first < one.last:
        return True
    genitive = any(told[place].text.endswith("의") for place in range(one.first, one.last))
    return genitive and other.first == other.last


def _bare(told: list[Word], place: int) -> bool:
    return not (told[place].comma or shape_of(told[place].text).particle)


@lru_cache(65_536)  # the same words come again and again
def _people_end(word: str) -> int:
    """Return how much of ``word`` names people in the plural; 0 where it does not."""
    if word.endswith(("들인", "들에", "들앞", "들에서", "들로")):
        return 0
    for tail in _TAILS:
        stem = word[: len(word) - len(tail)] if tail else word
        if (
            word.endswith(tail)
            and stem.endswith(_PEOPLE)
            and (len(stem) > 2 or stem == "일행")
            and stem not in korean_words().nobody
            and not stem.endswith(korean_words().thing_plurals)
        ):
            return len(stem)
    return 0


def _office_end(told: list[Word], place: int) -> int:
    """Return the length of an office that stands for its unnamed holder in a list."""
    shape = shape_of(told[place].text)
    if not shape.office or shape.tie or shape.marked or shape.glued or shape.particle == "의":
        return 0
    return len(shape.bare)


def _listed(told: list[Word], named: set[int], begins: int, place: int) -> bool:
    """Tell whether an office stands in a list: after a person, or before another item."""
    before = told[begins - 1] if begins else None
    ends = told[place].comma or shape_of(told[place].text).particle in ("과", "와", "이", "가")
    if before is not None and (before.comma or before.text.endswith(("와", "과"))):
        listed = begins - 1 in named or _people_end(before.text) > 0
        if listed and ends:
            return True
    goes_on = told[place].comma or shape_of(told[place].text).particle in ("과", "와")
    return goes_on and place + 1 < len(told) and place + 1 not in named


def _begins(told: list[Word], named: set[int], place: int, floor: int) -> int:
    begins = place
    while begins > floor and begins - 1 not in named:
        before = told[begins - 1]
        if before.text in ("등", "비롯한", "비롯하여", "그리고") or before.text.endswith("다고"):
            break
        if before.comma and not _shares(told, begins, place):
            break
        shape = shape_of(before.text)
        stops = before.text.endswith(korean_words().group_stops)
        if shape.office and shape.particle in ("이", "가", "께서"):
            break
        following = told[begins].text
        bound = before.text.endswith(("을", "를", "에")) and following.startswith(
            ("맡은", "하게", "체류", "참가한", "파견", "대한")
        )
        if stops and not bound and not _relative(before.text):
            break
        if before.text.endswith(_JOINED) and not before.text.removesuffix("과").endswith(
            korean_words().thing_plurals
        ):
            break
        begins -= 1
    cut = begins > floor and told[begins - 1].text.endswith(("을", "를", "에"))
    if cut and begins < place and modifies(told[begins].text):
        begins += 1  # of 조선을 방문하고있는 대표단 the object is cut, and so the verb
    while begins < place and told[begins].text in (
        "등",
        "등의",
        "비롯한",
        "및",
        "그리고",
        "또한",
        "이날",
        "나와",
        "지난해",
    ):
        begins += 1
    return begins


def _relative(word: str) -> bool:
    """Tell whether a word ending as a stop does is a verb that modifies: 있는, 맡은."""
    return word.endswith(("있는", "맡은", "하게", "받은"))


def _shares(told: list[Word], begins: int, place: int) -> bool:
    """Tell whether the item before the comma ends without 들 and so shares this plural."""
    before = told[begins - 1].text
    if before.endswith(("들", "동지", "동무", *_PEOPLE)):
        return False
    if shape_of(before).office:
        return all(told[at].comma for at in range(begins, place))  # 부장, 국장들
    return place - begins <= 8

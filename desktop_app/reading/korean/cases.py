"""Says in which case a person stands: the particle that closes the list he is in."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.reading.korean.clauses import closes_clause
from desktop_app.reading.korean.groups import GroupSpan
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.shapes import modifies, shape_of
from desktop_app.reading.korean.tokens import Word

SUBJECT = frozenset(
    (
        "께서",
        "께서와",
        "께서와는",
        "께서는",
        "께서도",
        "이",
        "가",
        "은",
        "는",
        "들이",
        "들은",
        "도",
        "들도",
    )
)
_OBJECT = ("를", "을", "들을")
_DATIVE = ("에게", "께", "께는", "들에게", "에게는", "께로", "들께")
_FROM = ("로부터", "으로부터", "에게서", "한테서")
_CASED = frozenset((*SUBJECT, *_OBJECT, *_DATIVE))
_WITH = ("와", "과", "들과", "와도", "과도")
_HEADED = re.compile(
    r"(?:단장|위원장|책임자|인솔자|대표|대장|고문)(?:으로|로) (?:하는|한|하고)"
    r"|(?:인솔하는|인솔한|이끄는)"
)
_INCLUDING = ("비롯한", "비롯해", "비롯하여", "포함한", "포함해")
_LISTING = ("등", "비롯한", "비롯해", "및", "그", "기타", "그밖의")
_COUNT = re.compile(
    r"(?:등|비롯한) (\S+ )?(?:[\d,]+|[수몇]십|수백|여러)여?명(에게|에게는|이|을|은|과)$"
)
_CLAUSE = ("하고", "하며", "하여", "으며", "면서")


class Case(NamedTuple):
    """``name``: headed, subject, object, dative, from, with or property; ``reach``: last word."""

    name: str
    reach: int


Item = Mention | GroupSpan


def case_of(one: Mention, items: list[Item], told: list[Word], last: int) -> Case:
    """Return the case of a person among the ``items`` of the sentence, in a clause to ``last``."""
    if _HEADED.match(_following(told, one.last, 2)):
        return Case("headed", one.last)
    end = _chain_end(items, items.index(one), told)
    item = items[end]
    summed = _summed(told, item.last)
    if summed is not None:
        return summed
    if item is not one and _HEADED.match(_following(told, item.last, 2)):
        return Case("subject", item.last)
    if item.particle in _OBJECT and _following(told, item.last, 1) in _INCLUDING:
        return _including(told, item.last)
    if told[item.last].comma and item.particle not in _CASED:
        return _later(told, item.last, last)
    return _case(item.particle, item.last, told)


def _including(told: list[Word], place: int) -> Case:
    """Return the case of who is named for several: of those with whom somebody came, or who did."""
    for later in range(place + 2, min(place + 8, len(told) - 1)):
        if told[later].text.endswith(_WITH) and told[later + 1].text in ("함께", "같이"):
            return Case("with", later)
    return Case("subject", place)


def _summed(told: list[Word], place: int) -> Case | None:
    """Return the case of a list that ends in its number: "등 6명에게"."""
    if place + 1 >= len(told) or told[place + 1].text not in ("등", "비롯한"):
        return None
    for words in (2, 3):
        counted = _COUNT.fullmatch(_following(told, place, words))
        if counted:
            return _case(counted[2], place + words)
    return None


def _following(told: list[Word], place: int, words: int) -> str:
    return " ".join(word.text for word in told[place + 1 : place + 1 + words])


def _chain_end(items: list[Item], at: int, told: list[Word]) -> int:
    """Return the last of the items that stand in one list with item ``at``."""
    begins = at
    while at + 1 < len(items):
        item, following = items[at], items[at + 1]
        after = told[item.last + 1].text if item.last + 1 < len(told) else ""
        including = item.particle in _OBJECT and after in _INCLUDING
        if (including and _sums(told, item.last, following.first)) or (
            after == "등" and following.first <= item.last + 3
        ):
            at += 1
        elif (
            item.particle == "의"
            and at > begins
            and isinstance(following, Mention)
            and following.first <= item.last + 1
        ):
            at += 1  # 김대중대통령의 특사인 림동원
        elif item.particle in _CASED or not (told[item.last].comma or item.particle in _WITH):
            return at
        elif following.first == item.last + 1 or (
            (after in _LISTING or after.endswith("의")) and following.first <= item.last + 2
        ):
            at += 1
        else:
            return at
    return at


def _sums(told: list[Word], place: int, first: int) -> bool:
    """Tell whether the group that 비롯한 leads to begins at ``first``, in the same clause."""
    between = told[place + 1 : first]
    return len(between) < 8 and not any(closes_clause(word.text) for word in between)


def _case(particle: str, reach: int, told: list[Word] | None = None) -> Case:
    if particle in _WITH:
        return Case("with", reach)
    if particle in SUBJECT:
        return Case("subject", reach)
    if particle in _OBJECT:
        return Case("object", reach)
    if particle in _DATIVE:
        return Case("dative", reach)
    if particle in _FROM:
        return Case("from", reach)
    if particle in ("사이의",):
        return Case("with", reach)
    if particle:
        return Case("property", reach)
    if told is not None and reach + 1 < len(told):
        shape = shape_of(told[reach + 1].text)
        if told[reach + 1].text in ("등이", "등은", "등을", "등과", "등에게"):
            return _case(told[reach + 1].text[1:], reach + 1)
        if shape.bare in ("일행", "내외", "내외분", "자신", "일가"):
            return _case(shape.particle, reach + 1)
    return Case("subject", reach)


def _later(told: list[Word], place: int, last: int) -> Case:
    """Return the case that a list shows further on, where something else goes on with it."""
    for later in range(place + 1, last + 1):
        particle = shape_of(told[later].text).particle
        if told[later].text.endswith(_CLAUSE):
            break
        if particle in SUBJECT:
            return Case("subject", later)
        if particle in _DATIVE and told[later].text.endswith(("에게", "께")):
            return Case("dative", later)
        if particle in _OBJECT and not _bound(told[min(later + 1, last)].text):
            return Case("object", later)
    return Case("subject", place)


def _bound(following: str) -> bool:
    """Tell whether an object belongs to the verb that modifies the next item."""
    return modifies(following) or following.startswith(
        ("비롯한", "비롯하여", "맡은", "하게", "위한", "한")
    )

"""Where a name of other lands begins and ends: 알렉싼드르 쁘로호로비치 로쓔꼬브와."""

from __future__ import annotations

from collections.abc import Collection

from desktop_app.reading.korean.cuts import Cut
from desktop_app.reading.korean.names import may_be_korean, sounds_foreign
from desktop_app.reading.korean.shapes import Shape
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_LONGEST = 5  # words of a foreign name
_PARTY = ("일행", "내외")
_OF_ONE = frozenset("을를이가와과은는의")


def foreign_start(shapes: list[Shape], told: list[Word], place: int, floor: int) -> int:
    """Return the first word of the name whose last word stands at ``place``."""
    first = place
    while first > floor and place - first < _LONGEST - 1:
        before = shapes[first - 1]
        if told[first - 1].comma or not before.foreign or before.titled:
            break
        if before.text in ("겸", "및") or not may_be_inside(before):
            break
        if before.body and not before.strange:
            break
        first -= 1
    return first


def may_be_inside(shape: Shape) -> bool:
    """Tell whether a word may stand inside a foreign name: what looks like a particle is none."""
    if not shape.particle:
        return not shape.closes
    return shape.strange and len(shape.particle) == 1


def foreign_end(
    shapes: list[Shape], told: list[Word], place: int, known: Collection[str]
) -> tuple[int, Cut, str] | None:
    """Return the last word of the name that begins at ``place``, cut, and the rule that read it.

    Its first words may end as particles do (니꼴라이), so a marked word further on wins.
    """
    ended: tuple[int, Cut, str] | None = None
    for last in range(place, min(place + _LONGEST, len(told))):
        shape, word = shapes[last], told[last]
        if shape.marked:
            foreign = last > place and not may_be_korean(shape.marked.name)
            return (last, shape.marked, "marked") if foreign else ended
        if shape.stem and last > place and _is_name(shape.stem, known):
            return ended or (last, Cut(shape.stem, shape.office, shape.particle), "with an office")
        if shape.glued and last > place and not may_be_korean(shape.glued.name):
            return ended or (last, shape.glued, "with an office")
        if shape.bare in korean_words().no_names:
            break
        if not shape.foreign or (word.text.startswith("등") and len(word.text) < 4):
            # 알렉쎄이 바르뚜쏘브 로씨야대사관 무관: what ended it was no particle.
            return None if ended and ended[0] < last - 1 else _told_apart(ended, place)
        if word.comma or (last + 1 < len(told) and told[last + 1].text.startswith("등")):
            return last, Cut(word.text, "", ""), "after a title"
        cut = _cut(shape, alone=last == place)
        if _ends(cut.particle) or (cut.particle == "도" and _is_strange(shapes, place, last)):
            ended = (last, cut, "after a title")
            if not _goes_on(shapes, told, last + 1, shape.strange):
                break
        elif not may_be_inside(shape) and not _strange_ahead(shapes, told, last + 1):
            break
    return _told_apart(ended, place)


def _told_apart(ended: tuple[int, Cut, str] | None, place: int) -> tuple[int, Cut, str] | None:
    """Return a name that is no noun: one word alone has to sound foreign."""
    if ended and ended[0] == place and not sounds_foreign(ended[1].name):
        return None
    return ended


def _ends(particle: str) -> bool:
    return particle in korean_words().ending or particle.startswith(_PARTY)


def _is_strange(shapes: list[Shape], place: int, last: int) -> bool:
    return last > place and (shapes[last].strange or shapes[place].strange)


def _is_name(stem: str, known: Collection[str]) -> bool:
    return stem not in korean_words().countries and (stem in known or sounds_foreign(stem))


def _cut(shape: Shape, *, alone: bool) -> Cut:
    text = shape.text
    if not alone and not shape.particle and len(text) == 2 and text[1] in _OF_ONE:
        return Cut(text[0], "", text[1])
    return Cut(shape.bare, "", shape.particle)


def _strange_ahead(shapes: list[Shape], told: list[Word], place: int) -> bool:
    """Tell whether a name goes on past what looks like a particle: 라미로 델라 푸엔떼와."""
    for at in range(place, min(place + 3, len(told))):
        if not shapes[at].foreign:
            return False
        if shapes[at].strange:
            return True
    return False


def _goes_on(shapes: list[Shape], told: list[Word], place: int, strange: bool) -> bool:
    """Tell whether the name goes on at ``place``, so that what ended it was no particle.

    ``strange`` tells that it sounds foreign so far: 쎄르게이 쇼이구동지.
    """
    if place >= len(told):
        return False
    shape = shapes[place]
    if shape.marked:
        name = shape.marked.name
        return not may_be_korean(name) and (strange or sounds_foreign(name))
    return shape.foreign and sounds_foreign(shape.bare)

"""Titles of office: where the one before a name begins, where the one behind it ends."""

from __future__ import annotations

from desktop_app.reading.korean.names import is_body
from desktop_app.reading.korean.shapes import Shape
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_LONGEST_TITLE = 14  # words
_LONGEST_BEHIND = 8  # words
_TAILS = ("이시며", "이신", "이며", "들인", "인")
NEWLY = frozenset(
    ("임명된", "선출된", "당선된", "선거된", "재선된", "취임한", "추대된", "지명된", "임명되신")
)
_AND = ("이며", "이시며", "이고", "이시고")
_WHOSE = ("우리", "당과", "인민의", "국가의", "군대의", "혁명의", "민족의", "우리당과")
_NO_JOINTS = ("국가", "작가", "평가", "전문가", "예술가", "과학자")


def title_begins(told: list[Word], shapes: list[Shape], first: int, floor: int) -> int:
    """Return where the title before the name at ``first`` begins; ``first`` where there is none."""
    honorifics = korean_words().honorifics
    place = first
    while place > floor and first - place < _LONGEST_TITLE:
        word, shape = told[place - 1], shapes[place - 1]
        if word.text not in honorifics and _bars(told, shapes, place - 1):
            break
        if shape.marked or (shape.glued and place - 1 < first - 1 and not shape.tie):
            break
        place -= 1
    while place < first and told[place].text in honorifics:
        place += 1
    last = first - 1
    while last >= place and told[last].text in honorifics:
        last -= 1
    praised = last
    while praised >= place and told[praised].text in _WHOSE:
        praised -= 1
    if praised >= place and shapes[praised].tie:
        last = praised  # 최고사령관이신 우리 당과 우리 인민의 위대한 령도자
    if last < place or not _closes_title(shapes[last]):
        return first
    return place


def _bars(told: list[Word], shapes: list[Shape], place: int) -> bool:
    """Tell whether no title reaches back over the word at ``place``."""
    word, shape = told[place], shapes[place]
    if word.comma:
        return not (_in_phrase(told, place) or _chained(told, shapes, place))
    if shape.closes or (shape.office and shape.particle not in ("", "의")):
        return True
    return (
        len(word.text) > 2
        and word.text.endswith(("와", "과", "이", "가"))
        and not word.text.endswith(_NO_JOINTS)
        and not shape.office
        and not _in_phrase(told, place)
    )


def _chained(told: list[Word], shapes: list[Shape], place: int) -> bool:
    """Tell whether 이며 holds offices together over a comma: 위원이며 비서, 위원장인 A동지."""
    if not shapes[place].office or shapes[place].particle or shapes[place].glued:
        return False
    for before in range(place - 1, max(-1, place - _LONGEST_BEHIND), -1):
        shape = shapes[before]
        if shape.tie in _AND:
            return True
        if told[before].comma or shape.marked or shape.glued or shape.closes:
            return False
    return False


def _in_phrase(told: list[Word], place: int) -> bool:
    """Tell whether the comma or joint at ``place`` is inside 당과 국가, 군대의 최고령도자."""
    around = " ".join(word.text + "," * word.comma for word in told[max(0, place - 2) : place + 4])
    return any(phrase in around for phrase in korean_words().title_phrases)


def _closes_title(shape: Shape) -> bool:
    return bool(shape.tie or (shape.office and not shape.particle)) or shape.bare.endswith("성원")


def body_before(told: list[Word], shapes: list[Shape], first: int, floor: int) -> int:
    """Return where the body begins whose office is cut in two by a name: 외무성 김영일부상."""
    place = first
    while place > floor and first - place < _LONGEST_TITLE:
        shape = shapes[place - 1]
        if _bars(told, shapes, place - 1) or shape.marked or (shape.glued and not shape.tie):
            break
        if place == first and not (is_body(shape.text) or shape.tie or shape.office):
            if not (shape.particle == "의" and is_body(shape.bare)):
                break
            if shape.bare in korean_words().countries or shape.bare == "나라":
                break
        place -= 1
    while place < first and told[place].text in korean_words().honorifics:
        place += 1
    return place


def newly_held(
    told: list[Word], shapes: list[Shape], first: int, floor: int
) -> tuple[int, str] | None:
    """Return where the office begins to which the next was named, and it: 외무상으로 임명된 A."""
    place = first - 2
    if place < floor or told[first - 1].text not in NEWLY:
        return None
    office = shapes[place]
    if not office.office or office.particle not in ("으로", "로"):
        return None
    begins = place
    while begins > floor and not _bars(told, shapes, begins - 1):
        begins -= 1
    words = [word.text for word in told[begins:place]]
    return begins, plain_title(" ".join([*words, office.bare]))


def office_behind(
    told: list[Word], shapes: list[Shape], first: int, *, many: bool = False
) -> int | None:
    """Return the last word of the office that begins at ``first``, behind its holder's name.

    ``many`` tells that it may be a plural, of several who are named before it.
    """
    for place in range(first, min(first + _LONGEST_BEHIND, len(told))):
        word, shape = told[place], shapes[place]
        if shape.marked or shape.tie or shape.glued:
            return None
        if shape.office:
            plural = shape.particle.startswith("들")
            if (
                plural and (not many or shape.office in korean_words().of_many)
            ) or shape.bare.endswith("성원"):
                return None
            if word.comma or shape.particle:
                return place
            following = shapes[place + 1] if place + 1 < len(told) else None
            if following is None or not _goes_on(following):
                return place
            continue
        if word.comma or shape.closes or (shape.particle and not _in_a_body(shape)):
            return None
    return None


def _goes_on(following: Shape) -> bool:
    """Tell whether an office goes on in its next word: 국무위원 겸 외교부장, 군 총참모장."""
    return following.text in ("겸", "제1") or (
        bool(following.office) and not following.glued and not following.marked
    )


def _in_a_body(shape: Shape) -> bool:
    """Tell whether what looks like a particle belongs to a body's name: 최고인민회의, 경제의."""
    return shape.text.endswith(("회의", "의")) or is_body(shape.text)


def plain_title(title: str) -> str:
    """Return a title in the singular, without what ties it to the name."""
    kept = [word for word in title.split() if word not in korean_words().honorifics]
    while kept and kept[-1] in _WHOSE:
        kept.pop()
    if not kept:
        return ""
    for tail in _TAILS:
        if kept[-1].endswith(tail) and kept[-1] not in korean_words().offices:
            kept[-1] = kept[-1][: -len(tail)]
            break
    return " ".join(kept)

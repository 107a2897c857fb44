"""Parts a sentence into the clauses that its verbs close."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from desktop_app.model.participant import Role
from desktop_app.reading.korean.shapes import modifies, shape_of
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_CLAUSE_END = re.compile(
    r"(?:하고|하며|하시고|하시며|되고|되며|이어|으며|으시며|였으며|였고|시자|하자|되자|면서|하여|하시여|되여|시여|주고|주며|다고|라고)$"
)
_NO_CLAUSE_END = re.compile(
    r"^(?:대하여|의하여|위하여|통하여|관하여|관련하여|대표하여|즈음하여|비롯하여)$"
)
_ADNOMINAL = re.compile(r"(?:는|은|신|한|된|온|던|른|운|난|낸|진)$")
_NOMINAL = ("것은", "것이", "것을", "것과", "것으로", "것에", "것도", "것만큼", "할데", "신데")
_REVERENT = re.compile(r"시[였며고여자는]|셨|시다")
_MODIFIES = (
    "하는",
    "보내는",
    "보낸",
    "보내신",
    "보내시는",
    "보내온",
    "드리는",
    "올리는",
    "이끄는",
    "시는",
    "하신",
)
_TOPIC = (
    "께서는",
    "동지는",
    "녀사는",
    "대통령은",
    "위원장은",
    "총리는",
    "총비서는",
    "통신은",
    "신문은",
    "방송은",
)
_FEAST = re.compile(r"연회|오찬|만찬")
_GIVING = ("보내", "드리는", "드리시는", "올리는")
_ANY_SUBJECT = frozenset(("이", "가", "들이", "께서", "측이", "은", "는", "들은", "께서는"))
_SUBJECTS = ("이", "가", "들이", "께서", "측이")


class Clause(NamedTuple):
    """Words [first, last] that one verb closes, and their place in the text."""

    first: int
    last: int
    text: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence of ``text``: its words and its clauses."""

    text: str
    told: list[Word]
    parts: list[Clause]


def clauses(text: str, told: list[Word]) -> list[Clause]:
    """Part a sentence at the verbs in its middle; the last clause ends with it."""
    found: list[Clause] = []
    first = 0
    for place, word in enumerate(told):
        ends = place == len(told) - 1
        closes = closes_clause(word.text) or _quotes(told, place)
        if ends or (closes and not told[place + 1].text.startswith(("있", "계"))):
            start, end = told[first].start, word.end
            found.append(Clause(first, place, text[start:end], start, end))
            first = place + 1
    return found


def _quotes(told: list[Word], place: int) -> bool:
    """Tell whether 고 stands behind the mark that closes a quotation: 동행하였다” 고."""
    return told[place].text == "고" and place > 0 and told[place - 1].text.endswith("다")


@lru_cache(65_536)
def closes_clause(word: str) -> bool:
    """Tell whether a word is a verb that ends its clause in the middle of a sentence."""
    return word in ("가운데", "며", "면서") or (
        bool(_CLAUSE_END.search(word)) and not _NO_CLAUSE_END.match(word)
    )


@lru_cache(1024)  # every person of a clause asks the same
def role_of(clause: str) -> tuple[Role, int, int] | None:
    """Return the role that the last verb of ``clause`` gives to its subject, and its place."""
    best: tuple[Role, int, int] | None = None
    for pattern, role in korean_words().verbs:
        for found in pattern.finditer(clause):
            if best is None or found.end() > best[2] + 1:
                best = role, found.start(), found.end()
    return best


def said_of(text: str, told: list[Word], parts: list[Clause], number: int, after: int) -> Clause:
    """Return what is said of a subject that ends at word ``after``, in clause ``number``.

    That is the rest of its clause; the clause after it where that has no verb of a role and
    no subject of its own; and only the words up to 타신 in "김정은동지께서 타신 전용렬차가".
    """
    part = parts[number]
    if shape_of(told[after].text).particle in _SUBJECTS or told[after].text.endswith("께서"):
        relative = _relative(told, after + 1, part.last)
        if relative is None and "께서" in told[after].text:
            relative = _revered(told, after + 1, part.last)
        if relative is not None and relative < 0:
            return Clause(after, -relative, "", told[after].end, told[after].end)
        if relative is not None:
            piece = _piece(text, told, after + 1, relative)
            role = role_of(piece.text)
            # Whose deed only tells apart what is spoken of does nothing here: 마련해주신 친선관계.
            told_of = role is not None and role[0] is Role.PRINCIPAL
            return piece._replace(text="", end=piece.start) if told_of else piece
    topic = told[after].text.endswith(("은", "는"))
    if told[after].text.endswith(("이", "가")):
        inner = _inside(told, part.first, after, part.last)
        if inner is not None:
            feast = _FEAST.match(told[inner + 1].text)
            piece = _piece(text, told, after + 1, inner + 1)
            return piece if feast else piece._replace(text="")
    while number + 1 < len(parts):
        following = parts[number + 1]
        said = topic and told[part.last].text.endswith(("다고", "라고"))
        if role_of(part.text) and not (said and not _has_subject(told, following)):
            break
        if told[part.last].text.endswith("자") or (not topic and _has_subject(told, following)):
            break
        number, part = number + 1, following
    return part


def _inside(told: list[Word], first: int, after: int, last: int) -> int | None:
    """Return the verb of a subject inside of another's clause: A는 B가 마련한 연회에 왔다."""
    if not any(is_topic(word.text) for word in told[first:after]):
        return None
    for place in range(after + 1, last):
        if told[place].comma or closes_clause(told[place].text) or _quotes(told, place):
            return None
        if modifies(told[place].text):
            return place
    return None


@lru_cache(65_536)
def is_topic(word: str) -> bool:
    """Tell whether a word is somebody of whom the whole sentence speaks."""
    shape = shape_of(word)
    named = shape.office or shape.marked
    return word.endswith(_TOPIC) or (bool(named) and word.endswith(("은", "는")))


def _piece(text: str, told: list[Word], first: int, last: int) -> Clause:
    start, end = told[first].start, told[last].end
    return Clause(first, last, text[start:end], start, end)


def _relative(told: list[Word], first: int, last: int) -> int | None:
    """Return the verb that makes a subject's clause a mere modifier of the next subject.

    It is negative where the clause is but a thing that is spoken of: 방문하신것은.
    """
    if told[first - 1].comma:
        return None  # 우리측에서 …이, 상대측에서 …이 참가하였다
    for place in range(first, last):
        word = told[place].text
        if word.endswith(_NOMINAL):
            return -place
        if word.startswith(_GIVING) and word.endswith(_MODIFIES):
            return place
        if word.endswith("께서"):
            return None
        if place == first and word.endswith(_MODIFIES) and word not in korean_words().honorifics:
            return place
        if told[place].comma or not _ADNOMINAL.search(word) or word in ("다음은", "이번"):
            continue
        if shape_of(word).particle and not word.endswith(("하는", "되는", "있는", "는")):
            continue
        for later in range(place + 1, min(last, place + 8) + 1):
            if shape_of(told[later].text).particle in _SUBJECTS:
                return place
    return None


def _revered(told: list[Word], first: int, last: int) -> int | None:
    """Return the reverent verb that modifies, where the clause itself speaks of others."""
    if _REVERENT.search(told[last].text):
        return None
    for place in range(first, last):
        if told[place].text.endswith(("시는", "신", "시던")) and not told[place].comma:
            return place
    return None


def _has_subject(told: list[Word], part: Clause) -> bool:
    return any(
        shape_of(told[place].text).particle in _ANY_SUBJECT
        for place in range(part.first, part.last)
    )

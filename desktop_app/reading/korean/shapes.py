"""What a word may be by itself: an office, a name, a name with its mark of respect."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from desktop_app.reading.korean.cuts import Cut, glued_cut, marked_cut
from desktop_app.reading.korean.names import (
    is_body,
    may_be_korean,
    sounds_foreign,
)
from desktop_app.reading.korean.words import korean_words

_FOREIGN_WORD = re.compile(r"[가-힣]+(?:[-.][가-힣]+)*")
_TIED = re.compile(r"(.+?)(들인|이시며|이시고|이신|이며|이고|인|이자|이였던|이던|이였으며)")
_COUNTED = re.compile(r"^[\d~.]+(?:일|월|년|명|차|시|분|돐|위|대|개|건|세|살|회)")
_ADNOMINAL = re.compile(
    r"(?:하는|하던|하신|하시는|되는|되던|되신|있는|계시는|계신|보낸|보내신|보내온|오신|타신|가신|맡은|"
    r"이끄는|모신|받은|받는|세운|나온|떠난|마친|마치신|찾은|찾으신|주신|주는|드린|올린|열린|다녀온|.한|.된|.운|[내나어아려와녀해져겨여]온|[떠어여지나빛]난|.힌|던)$"
)
_ADVERBIAL = re.compile(
    r"(?:하고|하며|하여|하시고|하시며|하시여|되고|되며|되여|면서|면서도|으며|으시며|였고|였으며|"
    r"시자|[었았]고|[었았]으며|[었았]다|하자|되자|도록|하게|하러|려고|고저|이어|아서|어서|여서|에서의|한테서|라고|다고|였다|한다|이다)$"
)
_NO_FOREIGN = (
    "하였다", "하시였다", "되였다", "위원회", "대표단", "공화국", "대사관", "들", "협회", "동맹",
    "공산당", "로동당", "국민당", "지역", "련맹", "예술단", "총련", "인민군", "대학", "학회",
    "회의", "측에서", "측에서는",
)  # fmt: skip
_TEAMS = ("체육단의", "체육구락부의", "선수단의")
_PLAYING = frozenset(("출전한", "우승한", "진출한", "출전하였던"))
COMMON_FAMILIES = frozenset("김리박최허윤백황")  # they begin few other words
_NO_GENITIVE = (
    "회의", "주의", "합의", "토의", "협의", "결의", "강의", "정의", "동의", "제의", "국가",
)  # fmt: skip


class Shape(NamedTuple):
    """Everything that a word says by itself.

    ``office`` ends ``bare``, the word without its particle, and ``stem`` stands before it;
    ``tie`` is what ties an office to the name after it (위원장인). ``marked`` and ``glued``
    are names with 동지 or with an office behind. ``closes`` tells that no title
    reaches back over the word; ``idle`` that no name can begin with it; ``plays`` that a player
    may follow by his bare name: 출전한, 기관차체육단의; ``hints`` that somebody may be named near.
    """

    text: str
    bare: str
    particle: str
    office: str
    stem: str
    tie: str
    marked: Cut | None
    glued: Cut | None
    korean: bool
    foreign: bool
    strange: bool
    body: bool
    closes: bool
    idle: bool
    plays: bool
    hints: bool

    @property
    def titled(self) -> bool:
        """Tell whether a name may follow without any mark: 외무상, 비서들인."""
        return bool(self.tie) or (bool(self.office) and not self.particle)


@lru_cache(65_536)
def without_particle(word: str) -> tuple[str, str]:
    """Part a word of two letters and more from what looks like its particle."""
    if word.endswith(_NO_GENITIVE):
        return word, ""
    for particle in korean_words().particles:
        if word.endswith(particle) and len(word) > len(particle) + 1:
            return word[: -len(particle)], particle
    return word, ""


@lru_cache(65_536)  # the same few thousand words come again and again
def shape_of(word: str) -> Shape:
    """Return what ``word`` may be."""
    lists = korean_words()
    bare, particle = without_particle(word)
    office = lists.office_at_end(bare)
    whole = lists.office_at_end(word)
    if whole:
        bare, particle, office = word, "", whole
    tie = "" if whole else _tie(word)
    if tie:
        bare, particle, office = word[: -len(tie)], "", lists.office_at_end(word[: -len(tie)])
    marked = marked_cut(word)
    glued = None if marked or tie else glued_cut(bare, particle, office)
    stem = bare[: -len(office)] if office else ""
    korean, foreign = may_be_korean(bare), _foreign(word, office or tie)
    plays = word in _PLAYING or word.endswith(_TEAMS)
    led = particle in ("을", "를")  # 단장으로 하는 makes a name of any word
    return Shape(
        word,
        bare,
        particle,
        office,
        stem,
        tie,
        marked,
        glued,
        korean,
        foreign,
        sounds_foreign(bare),
        is_body(bare),
        _closes(word, office if not particle else "", tie),
        not (marked or glued or korean or foreign or led or _short(stem)),
        plays,
        bool(office or marked or plays),
    )


def _short(stem: str) -> bool:
    """Tell whether an office may be glued to a name of two syllables: 김철위원장."""
    return len(stem) == 2 and may_be_korean(stem)


def _tie(word: str) -> str:
    tied = _TIED.fullmatch(word)
    return tied[2] if tied and korean_words().office_at_end(tied[1]) else ""


def _foreign(word: str, office: str) -> bool:
    """Tell whether a word may be part of a foreign name: no office, no plural, no verb."""
    return (
        not office
        and len(word) <= 9
        and _FOREIGN_WORD.fullmatch(word) is not None
        and not word.endswith(_NO_FOREIGN)
        and not (len(word) > 3 and word.endswith("주"))  # 씨엠리옙주; but 만주 is a name
        and word not in korean_words().clause_words
        and word not in korean_words().countries
        and word[:3] not in korean_words().countries
        and not (word[0] == "주" and word[1:] in korean_words().countries)
        and word not in korean_words().things
        and without_particle(word)[0] not in korean_words().things
        and (
            not word.startswith(korean_words().native) or sounds_foreign(without_particle(word)[0])
        )
        and not word.endswith("주재")
        and not _ADVERBIAL.search(word)
        and not (_ADNOMINAL.search(word) and not sounds_foreign(word))
    )


@lru_cache(65_536)
def modifies(word: str) -> bool:
    """Tell whether a word is a verb that modifies what follows: 방문하고있는, 우승한."""
    return bool(_ADNOMINAL.search(word))


def _closes(word: str, office: str, tie: str) -> bool:
    lists = korean_words()
    if word in lists.clause_words or _COUNTED.match(word):
        return True
    if tie or office or word in ("겸", "및") or word in lists.countries:
        return False
    if len(word) > 2 and word.endswith(lists.clause_ends) and not word.endswith("조고"):
        return True
    return bool(_ADNOMINAL.search(word) or _ADVERBIAL.search(word))

"""What a word may name: a person of Korea or China, one of other lands, or a body."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from desktop_app.reading.korean.places import place_names
from desktop_app.reading.korean.words import korean_words

_HANGUL = re.compile(r"[가-힣]+")
HANJA = re.compile(r"[\u4e00-\u9fff]+")
_DOUBLED = frozenset({1, 4, 8, 10, 13})  # ㄲ ㄸ ㅃ ㅆ ㅉ among the initials
_RARE = frozenset(
    "카케쿠캄칸킨켄콘쿤테텔텐튜페펠펜퓨쇼뎨볘쟌졔쥬츄챠텨쥔췬췐쉐쉰톈첸셴펑룽훙쿵뤄궈둬"
)  # no Korean word of Chinese origin has them
_EU = 18  # ㅡ among the vowels; 르, 스, 크 end what other languages end in a consonant
_NATIVE_EU = frozenset("그으쓰느")
_FOREIGN_END = re.compile(
    r"(?:예비치|오비치|노비치|.[예네레제체쩨메베쎄셰]브|.[오노로보소쏘조초꼬도또쇼모뽀]브|노바|예바|로바|쏘바|노와|예와|로와|쏘와|엔꼬|옌꼬|스키|쓰키|스끼|브나|우센|쎈|센|손|쓴|젠|베르그|만쓰|[가-힣]톤|[가-힣]턴|튼)$"
)
_NEVER_NAMES_IN = "적들"  # 전면적, 부문들: no name ends so


@lru_cache(65_536)  # the same words come again and again
def may_be_korean(name: str) -> bool:
    """Tell whether ``name`` is a family name and a given name, as Koreans and Chinese have them."""
    lists = korean_words()
    if not 2 <= len(name) <= 4 or name in lists.no_names or name in lists.countries:
        return False
    if name[-1] in _NEVER_NAMES_IN or name in lists.offices or name in _places():
        return False
    if name[0] in lists.hanja_families:
        return len(name) == 3 and bool(HANJA.fullmatch(name)) and name not in lists.hanja_nouns
    if len(name) == 4:
        return name[:2] in lists.families and set(name[2:]) <= lists.syllables
    return name[0] in lists.families and set(name[1:]) <= lists.syllables


@cache
def _places() -> frozenset[str]:
    return frozenset(place_names())


def may_be_person(name: str) -> bool:
    """Tell whether a word with Hanja behind it is no place and no noun that is known."""
    lists = korean_words()
    known = name in lists.no_names or name in lists.countries or name in lists.offices
    return not known and name not in _places() and not is_body(name)


def is_northern_spelling(name: str) -> bool:
    """Tell whether a foreign name is spelt as in the North: 끼엑, 뿌찐."""
    return any((ord(letter) - 0xAC00) // 588 in _DOUBLED for letter in name)


@lru_cache(65_536)
def sounds_foreign(name: str) -> bool:
    """Tell whether a word is likelier a foreign name than a noun, by its sounds."""
    name = name.replace(".", "")  # 씨.피.마이날리
    if len(name) < 2 or not _HANGUL.fullmatch(name):
        return False
    if _FOREIGN_END.search(name):
        return True
    if name.startswith(korean_words().native):
        return False
    for letter in name:
        initial, rest = divmod(ord(letter) - 0xAC00, 588)
        vowel, final = divmod(rest, 28)
        if (
            letter in _RARE
            or initial in _DOUBLED
            or (vowel == _EU and not final and letter not in _NATIVE_EU)
        ):
            return True
    return False


def is_body(word: str) -> bool:
    """Tell whether a word names a body or stands in the name of one."""
    lists = korean_words()
    if word in lists.countries or (word[:3] in lists.countries and len(word) > 3):
        return True
    return word.endswith(lists.bodies) and (
        len(word) > 3 or word in lists.no_names or len(word) < 3
    )

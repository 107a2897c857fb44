"""Names of people in any spelling: keys that are equal where two spellings may be one name.

`name_keys` gives kinds of keys, told apart by their beginning:

- ``ko:이설주`` Korean, the North's and the South's spelling alike: equal keys link.
- ``sound:ri.sol.ju`` the sounds of a Korean name, from Hangul or any romanisation. Within
  one script equal keys link; across scripts they only propose, since romanisation loses
  (김영철 and 김용철 are both Kim Yong Chol).
- ``name:sergei lavrov`` every other name, without case, accents and punctuation.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, normalize

from desktop_app.model.syllables import (
    HANGUL_FIRST,
    HANGUL_LAST,
    before_the_initial_law,
    combinations,
    is_southern,
    sound_of_hangul,
    sounds_of_latin,
    splits,
)

# Hangul surnames that begin otherwise in the South, as sounds of the North.
_SOUTHERN_SURNAMES = {
    "이": "리", "임": "림", "유": "류", "노": "로", "나": "라", "양": "량", "여": "려",
    "염": "렴", "용": "룡", "연": "련", "육": "륙",
}  # fmt: skip

# Sound of the surname -> its spellings; the first, as the North writes it, says nothing
# about the rest of the name, the others show that the South or an older system is at work.
_SURNAMES = {
    "kim": "kim gim", "ri": "ri lee yi rhee rhie", "pak": "pak park bak",
    "choe": "choe choi ch'oe ch'oi",
    "jong": "jong chong chung jeong jung cho'ng chŏng", "jo": "jo cho joe joh",
    "jang": "jang chang", "kang": "kang gang", "yun": "yun yoon", "rim": "rim lim im yim",
    "han": "han hahn", "o": "o oh", "so": "so seo suh so' sŏ", "sin": "sin shin",
    "kwon": "kwon gwon kwo'n kwŏn", "hwang": "hwang", "an": "an ahn",
    "song": "song seong so'ng sŏng sung",
    "ryu": "ryu ryoo yu yoo", "jon": "jon jeon jun cho'n chŏn", "hong": "hong",
    "ko": "ko go koh", "mun": "mun moon", "ryang": "ryang yang", "son": "son sohn",
    "pae": "pae bae", "paek": "paek baek paik", "ho": "ho heo huh hur ho' hŏ",
    "nam": "nam", "sim": "sim shim", "ro": "ro roh noh no", "ha": "ha", "kwak": "kwak gwak",
    "cha": "cha ch'a", "ju": "ju joo chu", "u": "u woo wu",
    "ku": "ku goo koo", "min": "min", "jin": "jin", "ra": "ra na", "om": "om eom um o'm ŏm",
    "won": "won wo'n wŏn", "chon": "chon cheon ch'o'n ch'ŏn", "pang": "pang bang",
    "kong": "kong gong", "hyon": "hyon hyeon hyun hyo'n hyŏn", "ham": "ham", "pyon": "pyon byun",
    "yom": "yom", "ryom": "ryom", "ryo": "ryo", "chu": "choo ch'u", "to": "to do", "sok": "sok",
    "sol": "sol", "ma": "ma", "ki": "ki", "pyo": "pyo phyo", "myong": "myong",
    "wang": "wang", "ok": "ok", "yuk": "yuk", "in": "in", "maeng": "maeng", "je": "je",
    "mo": "mo", "thak": "thak tak", "kuk": "kuk", "un": "un eun",
    "phyon": "phyon", "yong": "yong", "ye": "ye", "kyong": "kyong", "pong": "pong bong",
    "sa": "sa", "pu": "pu", "ka": "ka", "pok": "pok", "thae": "thae tae", "mok": "mok",
    "hyong": "hyong", "kye": "kye", "phi": "phi", "tu": "tu", "kam": "kam",
    "tong": "tong dong", "on": "on", "ryong": "ryong", "ryon": "ryon", "jae": "jae",
    "nam.kung": "namgung namkung namgoong", "hwang.po": "hwangbo hwangpo",
    "son.u": "sonu sunwoo seonu so'nu sŏnu", "tok.ko": "tokgo dokgo dokko tokko",
    "je.kal": "jegal chegal", "sa.kong": "sagong sakong", "so.mun": "somun seomun so'mun sŏmun",
}  # fmt: skip
_SOUND_OF_SURNAME: dict[str, tuple[str, bool]] = {}
for _sound, _spellings in _SURNAMES.items():
    for _place, _spelling in enumerate(_spellings.split()):
        _SOUND_OF_SURNAME.setdefault(_spelling, (_sound, _place > 0))

_TWO_SYLLABLE_SURNAMES = frozenset({"남궁", "황보", "선우", "독고", "제갈", "사공", "서문"})
_APOSTROPHES = re.compile("[’‘ʼ`´′]")
_ASCII_MARKS = {code: " " for code in range(128) if not chr(code).isalnum()}
_BREVES = {"o\u0306": "ŏ", "u\u0306": "ŭ"}


def folded_name(name: str) -> str:
    """Return ``name`` without letter case, accents and punctuation, single-spaced."""
    if name.isascii():
        return " ".join(name.lower().translate(_ASCII_MARKS).split())  # a tenth of the time
    spread = normalize("NFKD", normalize("NFKD", name).casefold())
    kept = ("" if category(c) == "Mn" else c if c.isalnum() else " " for c in spread)
    return normalize("NFC", " ".join("".join(kept).split()))


@lru_cache(maxsize=16384)
def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys of ``name``, the surest first.

    Two spellings that share any may be the same name, so each is worth storing.
    """
    hangul = "".join(name.split())
    if 2 <= len(hangul) <= 5 and all(HANGUL_FIRST <= ord(c) <= HANGUL_LAST for c in hangul):
        return _keys_of_hangul(hangul)
    sounds = _sounds_of_romanised(name)
    if sounds:
        return tuple(f"sound:{key}" for key in sounds)
    folded = folded_name(name)
    return (f"name:{folded}",) if folded else ()


def _keys_of_hangul(name: str) -> tuple[str, ...]:
    long = 2 if name[:2] in _TWO_SYLLABLE_SURNAMES and len(name) > 2 else 1
    surname, given = name[:long], name[long:]
    southern = surname in _SOUTHERN_SURNAMES
    northern = _SOUTHERN_SURNAMES.get(surname, surname)
    choices: list[tuple[str, ...]] = [(sound_of_hangul(c),) for c in given]
    if southern:
        choices[0] = before_the_initial_law(choices[0][0])
    first: list[tuple[str, ...]] = [(sound_of_hangul(c),) for c in northern]
    sounds = [".".join(chosen) for chosen in combinations(first + choices)]
    return (f"ko:{northern}{given}", *(f"sound:{key}" for key in sounds))


def _sounds_of_romanised(name: str) -> tuple[str, ...]:
    """Return the sounds of a name that is a Korean surname and given name, else nothing."""
    plain = _APOSTROPHES.sub("'", normalize("NFD", name.casefold()))
    for spread, letter in _BREVES.items():
        plain = plain.replace(spread, letter)
    words = plain.replace(".", " ").split()
    if len(words) not in (2, 3) or words[0] not in _SOUND_OF_SURNAME:
        return ()
    surname, southern = _SOUND_OF_SURNAME[words[0]]
    given = " ".join(words[1:]).replace("-", " ").split()
    southern = southern or any(is_southern(word) for word in given)
    keys: dict[str, None] = {}
    for syllables in _syllables_of_given(given):
        # The press hyphenates the North's spelling, older systems their own: both readings
        # count, the North's first.
        sure = len(syllables) == len(given) and "-" not in plain
        for northern in (True, False) if not southern else (False,):
            if northern or southern or not sure:
                for key in _keys_of_given(syllables, northern=northern):
                    keys[f"{surname}.{key}"] = None
    return tuple(keys)


def _syllables_of_given(given: list[str]) -> list[tuple[str, ...]]:
    if len(given) == 1:
        return splits(given[0])
    return [tuple(given)] if len(given) == 2 else []


def _keys_of_given(syllables: tuple[str, ...], *, northern: bool) -> list[str]:
    choices = [sounds_of_latin(syllable, northern) for syllable in syllables]
    if not northern and choices[0]:
        choices[0] = tuple(s for sound in choices[0] for s in before_the_initial_law(sound))
    return [".".join(chosen) for chosen in combinations(choices)]

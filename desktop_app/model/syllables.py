"""Korean syllables as sounds, and every way in which Latin letters write them.

A sound is a string such as "sol": the initial, vowel and final of a syllable, where ㅓ and
ㅗ are both "o" and ㅡ and ㅜ both "u", since the North's own romanisation writes them alike.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

HANGUL_FIRST, HANGUL_LAST = 0xAC00, 0xD7A3
_VOWELS_A_SYLLABLE, _FINALS_A_VOWEL = 21, 28

# In the order of Unicode. Tense consonants are rare in names and written as plain ones.
_INITIALS, _VOWELS, _FINALS = (
    letters.split()
    for letters in (
        "k k n t t r m p p s s - j j ch kh th ph h",
        "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
        "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t",
    )
)

_VOICED = {"g": "k", "gg": "k", "kk": "k", "d": "t", "dd": "t", "tt": "t", "b": "p", "bb": "p"}
_VOICED |= {"pp": "p", "jj": "j", "tch": "j", "ss": "s", "sh": "s", "l": "r"}
_MAYBE_ASPIRATED = {"k": ("k", "kh"), "t": ("t", "th"), "p": ("p", "ph"), "ch": ("j", "ch")}
_ASPIRATED = {"k'": "kh", "t'": "th", "p'": "ph", "ch'": "ch"}

_VOWEL_SPELLINGS = {
    **{vowel: vowel for vowel in _VOWELS},
    "eo": "o", "ŏ": "o", "o'": "o", "ō": "o", "oh": "o", "ah": "a", "eu": "u", "ŭ": "u",
    "u'": "u", "ū": "u", "oo": "u", "woo": "u", "wu": "u", "yeo": "yo", "yŏ": "yo", "yo'": "yo",
    "you": "yo", "yoo": "yu", "ee": "i", "yi": "i", "eui": "ui", "ŭi": "ui", "u'i": "ui",
    "wŏ": "wo", "wo'": "wo", "weo": "wo", "oi": "oe", "oy": "oe", "ay": "ae",
}  # fmt: skip
_FINAL_SPELLINGS = {
    "": "", "k": "k", "g": "k", "n": "n", "t": "t", "d": "t", "s": "t", "l": "l", "r": "l",
    "m": "m", "p": "p", "b": "p", "ng": "ng",
}  # fmt: skip

_SYLLABLE = re.compile(
    r"(?P<initial>ch'|k'|t'|p'|tch|kk|gg|kh|tt|dd|th|pp|bb|ph|jj|ch|ss|sh|[gkndtrlmbpsjh]|)"
    r"(?P<vowel>"
    + "|".join(sorted(_VOWEL_SPELLINGS, key=len, reverse=True))
    + r")(?P<final>ng|[kgntdslrmpb]|)"
)

# Customary spellings of the South and of the leaders' names that no system gives.
_CUSTOMARY = {
    "sung": ("song", "sung"), "young": ("yong",), "hyun": ("hyon",), "myung": ("myong",),
    "kyung": ("kyong",), "byung": ("pyong",), "pyung": ("pyong",), "chul": ("chol",),
    "jung": ("jong", "jung"), "chung": ("jong", "jung", "chung"), "hee": ("hui",),
    "sun": ("son", "sun"), "hwan": ("hwan",), "suk": ("sok", "suk"), "hun": ("hon", "hun"),
    "geun": ("kun",), "keun": ("kun",),
}  # fmt: skip
CUSTOMARY_IN_THE_NORTH = {"sung": ("song", "sung")}
_SOUTHERN = re.compile(r"eo|eu|oo|ee|ou|^young$|^hyun$|^myung$|^kyung$|^chul$")


def sound_of_hangul(syllable: str) -> str:
    """Return the sound of one Hangul syllable: 설 is "sol"."""
    place = ord(syllable) - HANGUL_FIRST
    initial, rest = divmod(place, _VOWELS_A_SYLLABLE * _FINALS_A_VOWEL)
    vowel, final = divmod(rest, _FINALS_A_VOWEL)
    parts = (_INITIALS[initial], _VOWELS[vowel], _FINALS[final])
    return "".join(part for part in parts if part != "-")


def is_southern(syllable: str) -> bool:
    """Tell whether ``syllable`` is spelt as only the South or McCune-Reischauer does."""
    return "'" in syllable or "ŏ" in syllable or "ŭ" in syllable or bool(_SOUTHERN.search(syllable))


@lru_cache(maxsize=4096)
def sounds_of_latin(syllable: str, northern: bool) -> tuple[str, ...]:
    """Return the sounds that ``syllable`` may stand for; empty where it is no syllable.

    The North writes ㅈ "j" and ㅊ "ch"; elsewhere "ch", "k", "t" and "p" may be either.
    """
    customary = CUSTOMARY_IN_THE_NORTH if northern else _CUSTOMARY
    if syllable in customary:
        return customary[syllable]
    match = _SYLLABLE.fullmatch(syllable)
    if match is None:
        return ()
    vowel = _VOWEL_SPELLINGS[match["vowel"]]
    final = _FINAL_SPELLINGS[match["final"]]
    return tuple(
        dict.fromkeys(
            initial + vowel + final for initial in _initials(match["initial"], northern=northern)
        )
    )


def _initials(spelling: str, *, northern: bool) -> tuple[str, ...]:
    if spelling in _ASPIRATED:
        return (_ASPIRATED[spelling],)
    if not northern and spelling in _MAYBE_ASPIRATED:
        return _MAYBE_ASPIRATED[spelling]
    return (_VOICED.get(spelling, spelling),)


def before_the_initial_law(sound: str) -> tuple[str, ...]:
    """Return what a word's first syllable of the South may be in the North: 용 is 용 or 룡."""
    if sound[0] in "yi":
        return (sound, "r" + sound)
    if sound[0] == "n" and sound[1] not in "yi":
        return (sound, "r" + sound[1:])
    return (sound,)


def splits(word: str, most: int = 2) -> list[tuple[str, ...]]:
    """Return every way to read ``word`` as one to ``most`` syllables: "jong un", "jon gun"."""
    found: list[tuple[str, ...]] = [(word,)] if _SYLLABLE.fullmatch(word) else []
    if most > 1 and not found:
        for place in range(1, len(word)):
            if _SYLLABLE.fullmatch(word[:place]):
                found += [(word[:place], *rest) for rest in splits(word[place:], most - 1)]
    return found


def combinations(choices: list[tuple[str, ...]], most: int = 16) -> list[tuple[str, ...]]:
    """Return the first ``most`` ways to choose one of each."""
    return [chosen for chosen, _ in zip(product(*choices), range(most), strict=False)]

"""What a text tells of its event in any language: numbers, places and names of things."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import normalize

from desktop_app.model.names import name_keys
from desktop_app.paths import resources

_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,9}(?:[,. ][0-9]{3}){0,3}(?![0-9])")
_BETWEEN = re.compile("[,. ]")
_HANGUL = re.compile("[가-힣]")
_JUCHE = re.compile(r"(?:Juche|Juché|주체)\s*\d{2,3}", re.I)
_PROPER = re.compile(r"(?<![\w'])[A-Z][\w'’-]{3,}")
_CAPITALISED = re.compile(r"[A-Z][\w'’-]+")
_WORD = re.compile(r"[a-z]{5,}|[^\W\d_a-z]{2,}")
_MARKS = re.compile("[\u0300-\u036f]+")
_NOTHING = frozenset([""])
_FEWEST = 31  # up to it a number may be a day of the month, which all of a day share
_YEARS = range(1890, 2100)


@dataclass(frozen=True, slots=True)
class Signs:
    """What is compared between languages, each sign as a word that any language gives alike.

    ``common`` are people, numbers and towns; ``proper`` are capitalised words, which only
    languages in Latin letters share.
    """

    common: frozenset[str]
    proper: frozenset[str]
    all: frozenset[str]


def signs_of(title: str, text: str, names: tuple[str, ...]) -> Signs:
    """Return the signs of one text; ``names`` are those of its participants."""
    told = f"{title}\n{text}"
    numbers = {f"number:{number}" for number in numbers_in(text)}
    people = {key for name in names if (key := person_sign(name))}
    towns = {f"place:{town}" for town in places_in(told)}
    hangul = _HANGUL.search(text, 0, 400) is not None
    common = frozenset(people | numbers | towns)
    proper = frozenset[str]() if hangul else _proper_words(text)
    return Signs(common, proper, common | proper)


def words_in(text: str) -> frozenset[str]:
    """Return the longer words of ``text`` as they stand, for two dispatches in one language."""
    return frozenset(_WORD.findall(text.casefold()))


def person_sign(name: str) -> str:
    """Return how a person's name sounds, the same for Hangul and for its romanised form."""
    keys = name_keys(name)
    return next((key for key in keys if key.startswith("sound:")), keys[0] if keys else "")


def numbers_in(text: str) -> set[int]:
    """Return the numbers of ``text`` that may tell one event from another: no days, no years."""
    if "uch" in text or "UCH" in text or "주체" in text:
        text = _JUCHE.sub(" ", text)
    return {
        number
        for written in set(_NUMBER.findall(text))
        if (number := int(_BETWEEN.sub("", written))) > _FEWEST and number not in _YEARS
    }


def places_in(text: str) -> set[str]:
    """Return the towns that ``text`` names, in English, whatever its language."""
    english, korean = _towns()
    words = set(_CAPITALISED.findall(text)) & english.keys()
    found = {name for word in words for name in english[word] if name in text}
    if not text.isascii():
        found |= {name for hangul, name in korean.items() if hangul in text}
    return found


@cache
def _towns() -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return the names by their first words, and those of Hangul.

    Pyongyang, where everything happens, is left out, and so are names of three letters and
    Korean ones of two syllables, which are too often a part of another word.
    """
    english: dict[str, list[str]] = defaultdict(list)
    korean: dict[str, str] = {}
    for file in ("places.csv", "places_ko.csv"):
        with (resources() / "gazetteer" / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                name, hangul = row["name"], row["name_ko"] or ""
                if name == "Pyongyang" or len(name) < 4:
                    continue
                english[name.split()[0]].append(name)
                if len(hangul) > 2:
                    korean[hangul] = name
    return dict(english), korean


def _proper_words(text: str) -> frozenset[str]:
    told = text if text.isascii() else normalize("NFC", _MARKS.sub("", normalize("NFKD", text)))
    return frozenset(map(_proper, set(_PROPER.findall(told)))) - _NOTHING


@lru_cache(maxsize=20_000)  # names of things come again and again
def _proper(word: str) -> str:
    """Return ``word`` in small letters without its ending; "" where too little is left."""
    word = word.lower()
    if word.endswith("s"):
        word = word[:-2] if word.endswith(("'s", "’s")) else word[:-1]
    return word if len(word) > 3 else ""

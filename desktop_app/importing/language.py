"""Which language a dispatch is in: told by its script, then by its smallest words."""

from __future__ import annotations

import re

_LOOKED_AT = 1_500


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


_ENGLISH = _words(
    "the of and in to a on for by with at from is was were be as his her its their "
    "that this who which he she they it an are has have had been will not all into "
    "under over after "
)
_SPANISH = _words(
    "el la los las de del y en que por con se un una al su sus para es fue lo como a o "
    "sobre contra desde hasta entre dia e ha han fueron no dirigente presidente "
    "coreano coreana "
)
_SPANISH_ENDINGS = re.compile(
    r"(?:ci[oó]n|ciones|dad|dades|ado|ada|ados|adas|ista|istas|aje|ero|os|as)$"
)
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]+")
_LATIN_LETTER = re.compile(r"[A-Za-zÀ-ɏ]")
_HANGUL = re.compile("[가-힣]")
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[一-鿿]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def language_of(text: str, hint: str = "") -> str:
    """Return en, es, ko, zh, ja or ru; ``hint`` counts only where the letters do not tell."""
    head = text[:_LOOKED_AT]
    by_script = _by_script(head)
    if by_script == "zh" and hint == "ja":
        return "ja"  # a title without any kana
    if by_script:
        return by_script
    written = _LATIN.findall(head)
    if not written:
        return hint
    # A capital is a name's syllable ("Chon Ryong Su") and no small word, but for the first.
    small = _LATIN.findall(head.casefold()) if head.isupper() else written
    small[0] = small[0].casefold()
    english = sum(map(_ENGLISH.__contains__, small))
    spanish = sum(map(_SPANISH.__contains__, small))
    if english == spanish:
        endings = sum(1 for word in written if _SPANISH_ENDINGS.search(word.casefold()))
        spanish += endings * 2 > len(written) + 1
    if english == spanish:
        return hint or "en"
    return "es" if spanish > english else "en"


def _by_script(head: str) -> str:
    if head.isascii():
        return ""
    hangul, kana = len(_HANGUL.findall(head)), len(_KANA.findall(head))
    han, cyrillic = len(_HAN.findall(head)), len(_CYRILLIC.findall(head))
    latin = len(_LATIN_LETTER.findall(head))
    # A syllable or a Han letter says about as much as two or three Latin letters.
    if hangul * 3 > latin and hangul > kana + han:
        return "ko"
    if (kana + han) * 3 > latin and kana + han:
        return "ja" if kana * 10 > han else "zh"
    return "ru" if cyrillic > latin else ""

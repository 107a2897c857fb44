"""Which texts are Spanish, and their letters as the grammar of names wants them."""

from __future__ import annotations

import re

from desktop_app.reading.lexicon import lexicon

_MARKS = frozenset(
    ["de", "del", "la", "las", "el", "los", "en", "que", "por", "un", "una", "con", "se", "al", "y"]
)
_BETWEEN = tuple(f" {mark} " for mark in sorted(_MARKS))  # no Spanish text is without any
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][^\W\d_]+\b")
_AND = re.compile(r"(?<=\s)[ye](?=\s)")
_THREE = re.compile(r"(?=\b([A-Z][a-z]*) ([A-Z][a-z]*) ([A-Z][a-z]*)\b)")
_ENDINGS = ("ica", "ico", "cion", "ción", "dad", "ista", "ario", "aria", "ivo", "iva", "miento")
_SPANISH = 0.14  # of the words of Spanish texts, a quarter are among the marks; of English, few


def is_spanish(text: str) -> bool:
    """Say whether a text without a stated language is Spanish."""
    said = text[:800].lower()
    if not any(map(said.__contains__, _BETWEEN)):
        return False
    words = said.split()
    return sum(map(_MARKS.__contains__, words)) > _SPANISH * max(20, len(words))


def in_usual_letters(text: str) -> str:
    """Return ``text``, of the same length, with capitals only where names may stand."""
    small = lexicon().ordinary_spanish

    korean = _korean_words(text)

    def lowered(match: re.Match[str]) -> str:
        low = match[0].lower()
        ordinary = low in small or (len(low) > 6 and low.endswith(_ENDINGS))
        return low if ordinary and match.start() not in korean else match[0]

    return _AND.sub("&", _CAPITALISED.sub(lowered, text))


def _korean_words(text: str) -> set[int]:
    """Return where the words of Korean names begin; "Su" and "An" are Spanish words, too."""
    lists = lexicon()
    found: set[int] = set()
    for match in _THREE.finditer(text):
        family, first, second = (word.lower() for word in match.groups())
        if family in lists.family_names and first in lists.syllables and second in lists.syllables:
            found |= {match.start(1), match.start(2), match.start(3)}
    return found

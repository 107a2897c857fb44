"""From the text of one dispatch to its events and those who took part."""

from __future__ import annotations

import re
from datetime import date

from desktop_app.model.participant import Event, EventKind, Reading
from desktop_app.reading.english import read_english
from desktop_app.reading.korean.reader import read_korean
from desktop_app.reading.spanish.letters import is_spanish
from desktop_app.reading.spanish.reader import read_spanish

_HANGUL = re.compile(r"[가-힣]")
_KOREAN = 0.3  # of the letters; the spaces, signs and figures of a Korean text are the rest

READER = "en-5 ko-4"
"""The reader's name; it changes whenever any text might be read differently."""


def read_dispatch(
    text: str, title: str = "", published: date | None = None, language: str = "en"
) -> Reading:
    """Read a dispatch; a language without a grammar gives one event of kind ``other``."""
    if language == "ko" or is_korean(text):
        return Reading(READER, tuple(read_korean(text, title, published)))
    if language == "es" or (language == "en" and is_spanish(text)):
        return Reading(READER, tuple(read_spanish(text, title, published)))
    if language == "en":
        return Reading(READER, tuple(read_english(text, title, published)))
    return Reading(READER, (Event(EventKind.OTHER, ""),))


def is_korean(text: str) -> bool:
    """Say whether a text is Korean, whatever its record says or does not say."""
    opening = text[:400]
    return not opening.isascii() and len(_HANGUL.findall(opening)) > _KOREAN * len(opening)

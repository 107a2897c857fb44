"""From the text of one dispatch to its events and those who took part."""

from __future__ import annotations

from datetime import date

from desktop_app.model.participant import Event, EventKind, Reading
from desktop_app.reading.english import read_english
from desktop_app.reading.korean.reader import read_korean
from desktop_app.reading.spanish import is_spanish, read_spanish

READER = "en-2"
"""The reader's name; it changes whenever any text might be read differently."""


def read_dispatch(
    text: str, title: str = "", published: date | None = None, language: str = "en"
) -> Reading:
    """Read a dispatch; a language without a grammar gives one event of kind ``other``."""
    if language == "es" or (language == "en" and is_spanish(text)):
        return Reading(READER, tuple(read_spanish(text, title, published)))
    if language == "en":
        return Reading(READER, tuple(read_english(text, title, published)))
    if language == "ko":
        return Reading(READER, tuple(read_korean(text, title, published)))
    return Reading(READER, (Event(EventKind.OTHER, ""),))

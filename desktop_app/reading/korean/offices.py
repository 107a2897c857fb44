"""Who speaks where only an office is named: 로씨야외무성 부상은 연설에서 …."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.model.participant import Role
from desktop_app.reading.korean.clauses import Sentence, role_of
from desktop_app.reading.korean.roles import Acting
from desktop_app.reading.korean.scene import Scene, is_spoken
from desktop_app.reading.korean.shapes import shape_of
from desktop_app.reading.korean.tokens import Word

_LONGEST = 6  # words
_SPACES = re.compile(r"\s+")


def holder_speaking(sentence: Sentence, rows: list[Acting], scene: Scene) -> list[Acting]:
    """Return the row of the one person met before who holds the office that speaks here."""
    text, told, parts = sentence
    place = _office(told)
    if place is None:
        return []
    clause = parts[-1]
    verb = role_of(clause.text)
    speaks = verb is not None and verb[0] is Role.SPEAKER
    if not speaks and not is_spoken(text[told[0].start : told[-1].end], scene):
        return []
    said = _SPACES.sub(
        "", text[told[0].start : told[place].start + len(shape_of(told[place].text).bare)]
    )
    holders = {row.mention.name: row for row in rows if _holds(row.mention.title, said)}
    if len(holders) != 1:
        return []
    row = next(iter(holders.values()))
    return [replace(row, role=Role.SPEAKER, trigger=(clause.start, clause.end), side=row.side)]


def _office(told: list[Word]) -> int | None:
    """Return the word that names an office as the subject near the sentence's beginning."""
    for place, word in enumerate(told[:_LONGEST]):
        shape = shape_of(word.text)
        if shape.office and shape.particle in ("은", "는", "이", "가"):
            return place
        if shape.closes or word.comma or shape.particle in ("은", "는", "이", "가"):
            return None
    return None


def _holds(title: str, said: str) -> bool:
    held = _SPACES.sub("", title)
    return bool(held) and (held == said or held.endswith(said) or said.endswith(held))

"""Who speaks where only an office is named: 로씨야외무성 부상은 연설에서 …."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.model.participant import Role
from desktop_app.reading.korean.clauses import clauses, role_of
from desktop_app.reading.korean.roles import Acting
from desktop_app.reading.korean.scene import Scene, is_spoken
from desktop_app.reading.korean.shapes import shape_of
from desktop_app.reading.korean.tokens import Word

_LONGEST = 6  # words
_SPACES = re.compile(r"\s+")


def holder_speaking(
    text: str, told: list[Word], office: tuple[int, int], rows: list[Acting], scene: Scene
) -> list[Acting]:
    """Return the row of the one person met before who holds the ``office`` that speaks here."""
    if not rows:
        return []
    first, place = office
    clause = clauses(text, told)[-1]
    verb = role_of(clause.text)
    speaks = verb is not None and verb[0] is Role.SPEAKER
    greets = verb is not None and verb[0] is Role.SENDER and "인사를 전" in clause.text
    if not speaks and not greets and not is_spoken(text[told[0].start : told[-1].end], scene):
        return []
    said = _SPACES.sub(
        "",
        text[
            told[first].start : told[place].start
            + len(shape_of(told[place].text.replace("동지", "", 1)).bare)
        ],
    )
    holders = {row.mention.name: row for row in rows if holds(row.mention.title, said)}
    if len(holders) != 1:
        return []
    row = next(iter(holders.values()))
    trigger = clause.start, clause.end
    role = Role.SENDER if greets else Role.SPEAKER
    return [replace(row, role=role, trigger=trigger, title="", known=True)]


def office_in(told: list[Word]) -> tuple[int, int] | None:
    """Return the words [first, last] of an office that is the subject of a sentence."""
    first = 1 if told[0].text.endswith("에서") and not told[0].comma else 0  # 석상에서 총비서는
    for place in range(first, min(first + _LONGEST, len(told))):
        word = told[place]
        shape = shape_of(word.text.replace("동지", "", 1))
        if shape.office and shape.particle in ("은", "는", "이", "가"):
            return first, place
        if shape.closes or word.comma or shape.particle in ("은", "는", "이", "가"):
            return None
    return None


def holds(title: str, said: str) -> bool:
    """Tell whether who has ``title`` may be called by the office ``said``."""
    held = _SPACES.sub("", title)
    if not held:
        return False
    if held.endswith(said) or said.endswith(held):
        return True
    # 브라질대사 is who is called 주조 브라질련방공화국 특명전권대사.
    country, office = said[:-2], said[-2:]
    return len(country) > 1 and held.endswith(office) and country in held

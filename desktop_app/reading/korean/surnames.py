"""Who is meant by family name and office, as papers of the South go on: 리 외무상은."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.model.participant import Role
from desktop_app.reading.korean.clauses import is_topic
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.offices import holds
from desktop_app.reading.korean.pronouns import TAKEN_UP
from desktop_app.reading.korean.roles import LEADERS, Acting
from desktop_app.reading.korean.shapes import shape_of
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_HEADLINE = re.compile("|".join(LEADERS))


def surnamed(told: list[Word], named: list[Mention], title: str) -> list[Mention]:
    """Return everybody of a sentence who is called so, each named before or in the ``title``."""
    found: list[Mention] = []
    topic = False
    for place in range(len(told) - 1):
        word = told[place]
        topic = topic or is_topic(word.text)
        if len(word.text) != 1 or word.comma or word.text not in korean_words().families:
            continue
        shape = shape_of(told[place + 1].text)
        if not shape.office or shape.stem or (topic and shape.particle in ("이", "가")):
            continue  # what another says of him: 부국장은 리 대사가 …기를 희망한다고 밝혔다
        one = _holder(word.text, shape.office, named) or _leader(told, place, title)
        if one is not None:
            here = replace(one, first=place, last=place + 1, particle=shape.particle, shared="")
            found.append(here)
    return found


def surnamed_rows(rows: list[Acting], people: list[Mention]) -> list[Acting]:
    """Return ``rows`` without what such a calling alone does not tell of ``people``."""
    kept: list[Acting] = []
    for row in rows:
        if not any(row.mention is one for one in people):
            kept.append(row)
        elif row.role in TAKEN_UP or row.role is Role.PRINCIPAL:
            kept.append(replace(row, known=True, weak=row.role is Role.PRINCIPAL))
    return kept


def _holder(family: str, office: str, named: list[Mention]) -> Mention | None:
    holders = {one.name: one for one in named if one.name[0] == family and holds(one.title, office)}
    return next(iter(holders.values())) if len(holders) == 1 else None


def _leader(told: list[Word], place: int, title: str) -> Mention | None:
    """Return the leader whom the headline alone names; the words stand for his name."""
    found = _HEADLINE.search(title)
    if found is None or told[place].text != found[0][0]:
        return None
    office = shape_of(told[place + 1].text).bare
    if not office.endswith(("위원장", "비서")):
        return None
    start = told[place].start
    end = told[place + 1].start + len(office)
    span = (start, end)
    return Mention(found[0], office, span, None, place, place + 1, "", "in the headline")

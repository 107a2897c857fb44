"""Everybody once for each role: one spelling, the fullest title, the side, and how sure it is."""

from __future__ import annotations

from collections import Counter

from desktop_app.model.participant import Part, Participant, Role, Span
from desktop_app.reading.korean.certainty import certainty_of
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.roles import Acting


def participants_of(
    rows: list[Acting], named: list[Mention], known: dict[str, str]
) -> tuple[Participant, ...]:
    """Return each person and role once, under one spelling and with the fullest title.

    ``named`` is everybody whom the dispatch names, also where he does nothing.
    """
    titles: dict[str, str] = {}
    sides: dict[str, str] = {}
    strong: set[str] = set()
    weak: set[str] = set()
    for one in named:
        name = known.get(one.name, one.name)
        if len(one.title) > len(titles.get(name, "")):
            titles[name] = one.title
    for row in rows:
        name = known.get(row.mention.name, row.mention.name)
        if row.side:
            sides.setdefault(name, row.side)
        if not row.weak:
            strong.add(name)
    kept: dict[tuple[str, Role], Acting] = {}
    for row in rows:
        name = known.get(row.mention.name, row.mention.name)
        if (name, row.role) in kept or (row.weak and (name in strong or name in weak)):
            continue
        if row.weak:
            weak.add(name)
        kept[name, row.role] = row
    roles = Counter(name for name, _ in kept)
    return tuple(
        Participant(
            name,
            _title(row, titles.get(name, "")),
            sides.get(name),
            role,
            _spans(row.mention, row.trigger),
            certainty_of(role, roles[name]),
            f"Korean, {row.mention.rule}, {role}{': known' * row.known}",
        )
        for (name, role), row in kept.items()
    )


def _title(row: Acting, fullest: str) -> str:
    """Return the title of a row: of an appointment the old post and the new."""
    if not row.title:
        return fullest
    return f"{row.mention.title}; {row.title}" if row.mention.title else row.title


def _spans(one: Mention, trigger: tuple[int, int]) -> tuple[Span, ...]:
    spans = [Span(*one.name_span, Part.NAME)]
    if one.title_span:
        spans.append(Span(*one.title_span, Part.TITLE))
    spans.append(Span(*trigger, Part.TRIGGER))
    return tuple(spans)

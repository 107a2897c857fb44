"""Gives the unnamed of a sentence the role of the roster in which they stand."""

from __future__ import annotations

import re

from desktop_app.model.participant import EventKind, Group, Part, Role, Span
from desktop_app.reading.korean.clauses import Clause, Sentence, role_of
from desktop_app.reading.korean.groups import GroupSpan
from desktop_app.reading.korean.roles import Acting
from desktop_app.reading.korean.scene import Scene, waiting

_ROSTER = frozenset({Role.PRESENT, Role.ACCOMPANIED, Role.GREETED, Role.SAW_OFF})
_TOURS = frozenset({EventKind.INSPECTION, EventKind.VISIT})
_MEETING = re.compile(r"^.{1,2}(?: 각각)? (?:만나|접견)")


def groups_of(
    sentence: Sentence, spans: list[GroupSpan], rows: list[Acting], scene: Scene
) -> list[Group]:
    """Return the groups of a sentence that stand in a roster, each in the role of its clause."""
    found: list[Group] = []
    text = sentence.text
    if scene.kind is EventKind.SPORTS and not rows:
        return []  # the players of all lands, in a sentence of their own
    for clause in sentence.parts:
        here = [row for row in rows if clause.start <= row.mention.name_span[0] < clause.end]
        listed = _roster_role(clause, here) or waiting(clause.text, scene)
        for one in spans:
            role = listed or _party(text, one, here)
            if role is None or not clause.first <= one.last <= clause.last or one.particle == "의":
                continue
            if one.particle in ("을", "를") and (scene.kind in _TOURS or not _met(text, one)):
                continue  # whom he meets on a visit is no group
            side = next((row.side for row in reversed(here) if row.mention.last < one.last), None)
            label = " ".join(text[one.start : one.end].split())
            found.append(Group(label, side, role, (Span(one.start, one.end, Part.NAME),)))
    return found


def _party(text: str, one: GroupSpan, here: list[Acting]) -> Role | None:
    """Return the role of somebody's party: that of whom it is with."""
    if text[one.start : one.end] != "일행":
        return None
    return next(
        (
            row.role
            for row in here
            if row.mention.last == one.first - 1 and row.mention.particle in ("와", "과")
        ),
        None,
    )


def _met(text: str, one: GroupSpan) -> bool:
    """Tell whether a group is who was met: 단장들을 각각 만나."""
    if text[one.start : one.end].endswith("단"):
        return False  # it is named by its head
    after = text[one.end : one.end + 12]
    return text[one.start : one.end].endswith("일행") or bool(_MEETING.search(after))


def _roster_role(clause: Clause, here: list[Acting]) -> Role | None:
    """Return the role of the unnamed in a clause; None where it is no roster."""
    verb = role_of(clause.text)
    role = next((row.role for row in here if row.role in _ROSTER), verb[0] if verb else None)
    if role in _ROSTER:
        return role
    beside = "비롯한" in clause.text or re.search(r"[을를](?: 각각)? (?:만나|접견)", clause.text)
    return Role.PRINCIPAL if beside and any(r.role is Role.PRINCIPAL for r in here) else None

"""Who did what to whom: the verbs of the reported event, and the roles they give."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from desktop_app.model.participant import Role
from desktop_app.reading.clauses import objects, subjects
from desktop_app.reading.items import Item, Named
from desktop_app.reading.patterns import pattern
from desktop_app.reading.verbs import Verb, verbs_of

_R = Role


@dataclass(frozen=True, slots=True)
class Act:
    """Persons in one role, what said so, and where."""

    role: Role
    items: tuple[Item, ...]
    trigger: tuple[int, int]
    rule: str
    office: bool = False  # the appointee's new post stands behind


def find_acts(text: str, start: int, end: int, words: AbstractSet[str]) -> list[Act]:
    """Read what the persons of ``text[start:end]``, a sentence of ``words``, are said to do."""
    acts: list[Act] = []
    for verb in verbs_of(words):
        match = verb.pattern.search(text, start, end)
        if match is not None:
            acts += _act(text, start, end, verb, match)
    return _foremost(acts) + _beside(text, start, end)


def _act(text: str, start: int, end: int, verb: Verb, match: re.Match[str]) -> list[Act]:
    persons = subjects(text, start, match.start())
    if not persons:
        return []
    trigger = match.span()
    found: list[Act] = []
    found.append(Act(verb.subject, tuple(persons), trigger, verb.rule))
    if verb.object is not None:
        others = objects(text, match.end(), end)
        if others:
            found.append(Act(verb.object, tuple(others), trigger, f"{verb.rule}: object"))
    for key, role, start in (("to", verb.to, trigger[0]), ("from", verb.source, trigger[1])):
        if role is not None:
            rule = f"{verb.rule}: {key}"
            found += _first_after(pattern(f"act.{key}"), text, start, end, role, rule)
    return found


def _first_after(
    marker: re.Pattern[str], text: str, start: int, end: int, role: Role, rule: str
) -> list[Act]:
    for match in marker.finditer(text, start, end):
        persons = objects(text, match.end(), end)
        if role is _R.SENDER:  # a delegation's gift is not its leader's
            persons = [p for p in persons if not (isinstance(p, Named) and p.leads)]
        if persons:
            return [Act(role, tuple(persons), match.span(), rule)]
    return []


def _foremost(acts: list[Act]) -> list[Act]:
    """Keep the verb that stands first after the subject, with what belongs to it."""
    if not acts:
        return []
    place = min(act.trigger[0] for act in acts if ":" not in act.rule)
    main = [act for act in acts if act.trigger[0] == place or ":" in act.rule]
    rule = next((act.rule for act in main if ":" not in act.rule), "")
    kept = [act for act in main if act.rule.split(":")[0] == rule]
    persons = {id(item) for act in kept for item in act.items}
    for act in acts:
        speaks = act.role in (_R.SPEAKER, _R.SIGNATORY) and act.rule not in ("said in", rule)
        if speaks and not any(id(item) in persons for item in act.items):
            kept.append(act)
    return kept


def _beside(text: str, start: int, end: int) -> list[Act]:
    """Read the persons that a noun or a participle brings in."""
    acts: list[Act] = []
    between = pattern("act.between").search(text, start, end)
    if between:
        persons = objects(text, between.end(), end)
        if persons:
            acts.append(Act(_R.PRINCIPAL, tuple(persons), between.span(), "talks between"))
    acts += _first_after(pattern("act.name_of"), text, start, end, _R.SENDER, "in the name of")
    acts += _first_after(pattern("act.adopted"), text, start, end, _R.RECIPIENT, "letter to")
    acts += _first_after(pattern("act.passive_by"), text, start, end, _R.PRINCIPAL, "issued by")
    passive = pattern("act.passive_sent").search(text, start, end)
    if passive:
        persons = objects(text, passive.end(), end)
        if persons:
            acts.append(Act(_R.RECIPIENT, tuple(persons), passive.span(), "was sent to"))
            acts += _first_after(
                pattern("act.from"), text, passive.end(), end, _R.SENDER, "was sent: from"
            )
    for led in pattern("act.led").finditer(text, start, end):
        persons = objects(text, led.end(), end)
        if persons:
            acts.append(Act(_R.PRINCIPAL, (persons[0],), led.span(), "led by"))
    return acts


def persons_of(act: Act) -> list[Named]:
    """Return the named persons of an act."""
    return [item for item in act.items if isinstance(item, Named)]

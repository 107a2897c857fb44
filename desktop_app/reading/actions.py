"""Who did what to whom: the verbs of the reported event, and the roles they give."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice

from desktop_app.model.participant import Role
from desktop_app.reading.clauses import Subject, listed, objects, subject
from desktop_app.reading.items import Item, Named
from desktop_app.reading.patterns import pattern
from desktop_app.reading.titles import Head, head_of
from desktop_app.reading.tokens import tokenize
from desktop_app.reading.verbs import Verb, verbs_of

_R = Role


@dataclass(frozen=True, slots=True)
class Act:
    """Persons in one role, what said so, and where; ``post`` is an appointee's office."""

    role: Role
    items: tuple[Item, ...]
    trigger: tuple[int, int]
    rule: str
    post: tuple[int, int] | None = None
    pronoun: bool = False
    office: str = ""


# A body may give a banquet for somebody, or a delegation meet him.
_FOR_WHOM = frozenset(("hosted for", "met", "called on"))
# These happen to one person after the other in one sentence.
_IN_TURN = frozenset((_R.APPOINTED, _R.DISMISSED, _R.PERFORMER))


def find_acts(text: str, start: int, end: int, words: AbstractSet[str]) -> list[Act]:
    """Read what the persons of ``text[start:end]``, a sentence of ``words``, are said to do."""
    acts: list[Act] = []
    turns: list[tuple[int, int, Verb, re.Match[str]]] = []
    for order, verb in enumerate(verbs_of(words)):
        for match in islice(verb.pattern.finditer(text, start, end), 12):
            if verb.subject in _IN_TURN:
                turns.append((match.start(), order, verb, match))
                continue
            found = _act(text, (start, end), subject(text, start, match.start()), verb, match)
            if found:
                acts += found
                break
    acts = _in_turn(text, start, end, turns) + acts
    return _foremost(acts) + _beside(text, start, end)


def _act(
    text: str, sentence: tuple[int, int], who: Subject, verb: Verb, match: re.Match[str]
) -> list[Act]:
    trigger, end = match.span(), sentence[1]
    if not who:
        if verb.rule not in _FOR_WHOM:
            return []
        guests = objects(text, match.end(), end)
        return [Act(_R.PRINCIPAL, tuple(guests), trigger, f"{verb.rule}: for")] if guests else []
    post = _post(text, trigger[1], end) if verb.subject in _IN_TURN else None
    found = [Act(verb.subject, who.items, trigger, verb.rule, post, who.pronoun, who.office)]
    if verb.also is not None:
        found.append(Act(verb.also, who.items, trigger, f"{verb.rule}: also"))
    if verb.object is not None:
        others = objects(text, match.end(), end)
        if others:
            found.append(Act(verb.object, tuple(others), trigger, f"{verb.rule}: object"))
    for key, role, start in (("to", verb.to, trigger[0]), ("from", verb.source, trigger[1])):
        if role is not None:
            rule = f"{verb.rule}: {key}"
            found += _first_after(pattern(f"act.{key}"), text, start, end, role, rule)
    return found


def _in_turn(
    text: str, start: int, end: int, turns: list[tuple[int, int, Verb, re.Match[str]]]
) -> list[Act]:
    """Read "A was recalled … and B was elected …", each with the person nearest before it."""
    acts: list[Act] = []
    at = start
    for place, _, verb, match in sorted(turns, key=lambda turn: turn[:2]):
        if place < at:
            continue
        who = subject(text, at, place)
        if not who:
            for joint in pattern("act.joint").finditer(text, at, place):
                who = subject(text, joint.end(), place)
                if who:
                    break
        acts += _act(text, (start, end), who, verb, match)
        at = match.end()
    return acts


def _post(text: str, start: int, end: int) -> tuple[int, int] | None:
    found = pattern("act.post").match(text, start, end)
    if found is None or head_of(tokenize(found["post"])) is not Head.ONE:
        return None
    return found.span("post")


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
    place = min((act.trigger[0] for act in acts if ":" not in act.rule), default=-1)
    main = [act for act in acts if act.trigger[0] == place or ":" in act.rule]
    rule = next((act.rule for act in main if ":" not in act.rule), main[0].rule.split(":")[0])
    kept = [act for act in main if act.rule.split(":")[0] == rule]
    for act in acts:
        speaks = act.role in (_R.SPEAKER, _R.SIGNATORY) and act.rule not in ("said in", rule)
        if speaks or (act.role in _IN_TURN and act not in kept):
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
    acts += _first_after(pattern("act.said_after"), text, start, end, _R.SPEAKER, "said in")
    acts += _first_after(pattern("act.handed_by"), text, start, end, _R.PRINCIPAL, "handed by")
    passive = pattern("act.passive_sent").search(text, start, end)
    if passive:
        awarded = passive["award"] or passive["went"]
        persons = listed(text, passive.end(), end) if awarded else objects(text, passive.end(), end)
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

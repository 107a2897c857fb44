"""Who did what to whom: the verbs of the reported event, and the roles they give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.model.participant import Role
from desktop_app.reading.clauses import objects, subjects
from desktop_app.reading.items import Item, Named
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


_TWO_CAPITALS = re.compile(r"[A-Z][\w'.-]* (?:[a-z]{1,4} )?[A-Z]|[A-Z]\w+-[A-Z]")
_TO = re.compile(r"\bto (?=[A-Z]|the |his |her |its |Comrade|respected)")
_FROM = re.compile(r"\b(?:from|by) (?=[A-Z]|the |Comrade)")
_BETWEEN = re.compile(
    r"\b(?:[Tt]alks?|[Mm]eetings?|[Dd]ialogue|[Nn]egotiations|[Cc]onsultations?|tete-a-tete|[Cc]ontacts?|[Cc]onversation)\b[^.;:]{0,120}?\bbetween "
)
_NAME_OF = re.compile(
    r"\b(?:in the name of|bearing the (?:august )?names? of|[Ww]reaths? (?:and \w+ )?(?:from|sent by)|(?:basket|wreath|bouquet)s? (?:sent )?(?:from|by)|associated with the \w+ \w+ care of|gifts? (?:sent by|from)|(?:letters?|messages?|greetings|thanks)(?: of \w+)? (?:from|sent by|of)) "
)
_ADOPTED = re.compile(
    r"\b(?:[Mm]essage|[Ll]etter|[Mm]essages|[Ll]etters|oath|[Tt]elegram)(?: of [\w ]{3,30}?)? (?:to|addressed to) (?=[^.]{3,160}?\b(?:was|were) (?:adopted|read|sent|presented|handed))"
)
_PASSIVE_SENT = re.compile(
    r"\b(?:was|were) (?:sent|presented|handed|conveyed|awarded|conferred|given|addressed|extended)(?: \w+){0,6}? (?:to|on|upon) "
)
_PASSIVE_BY = re.compile(
    r"\b(?:[Ss]tatement|[Aa]rticle|[Ll]etter)\b[^.]{0,60}?\b(?:released|issued|published|contributed|made public) by "
)
_LED = re.compile(r"\b(?:led|headed) by ")
_AWARD = re.compile(
    r"\b(?:[Oo]rder|[Mm]edal|[Tt]itle|[Dd]octorate|[Dd]egree|[Dd]iploma|[Pp]rize|[Cc]ertificate|[Cc]up)\b"
)


def find_acts(text: str, start: int, end: int) -> list[Act]:
    """Read what the persons of the sentence ``text[start:end]`` are said to have done."""
    if not _TWO_CAPITALS.search(text, start, end):
        return []
    acts: list[Act] = []
    for verb in verbs_of(set(text[start:end].split())):
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
    if verb.subject is _R.SENDER:
        found += _first_after(_TO, text, match.start(), end, _R.RECIPIENT, "sent: to")
    if verb.subject is _R.RECIPIENT:
        found += _first_after(_FROM, text, match.end(), end, _R.SENDER, "received: from")
    return found


def _first_after(
    marker: re.Pattern[str], text: str, start: int, end: int, role: Role, rule: str
) -> list[Act]:
    for match in marker.finditer(text, start, end):
        persons = objects(text, match.end(), end)
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
        if act.role in (_R.SPEAKER, _R.SIGNATORY) and act.rule not in ("said in", rule):
            if not any(id(item) in persons for item in act.items):
                kept.append(act)
    return kept


def _beside(text: str, start: int, end: int) -> list[Act]:
    """Read the persons that a noun or a participle brings in."""
    acts: list[Act] = []
    between = _BETWEEN.search(text, start, end)
    if between:
        persons = objects(text, between.end(), end)
        if persons:
            acts.append(Act(_R.PRINCIPAL, tuple(persons), between.span(), "talks between"))
    acts += _first_after(_NAME_OF, text, start, end, _R.SENDER, "in the name of")
    acts += _first_after(_ADOPTED, text, start, end, _R.RECIPIENT, "letter to")
    acts += _first_after(_PASSIVE_BY, text, start, end, _R.PRINCIPAL, "issued by")
    passive = _PASSIVE_SENT.search(text, start, end)
    if passive:
        persons = objects(text, passive.end(), end)
        if persons:
            acts.append(Act(_R.RECIPIENT, tuple(persons), passive.span(), "was sent to"))
            acts += _first_after(_FROM, text, passive.end(), end, _R.SENDER, "was sent: from")
    for led in _LED.finditer(text, start, end):
        persons = objects(text, led.end(), end)
        if persons:
            acts.append(Act(_R.PRINCIPAL, tuple(persons[:1]), led.span(), "led by"))
    return acts


def persons_of(act: Act) -> list[Named]:
    """Return the named persons of an act."""
    return [item for item in act.items if isinstance(item, Named)]

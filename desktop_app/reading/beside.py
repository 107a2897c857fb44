"""Persons whom a noun or a participle brings into a sentence, beside its subject."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from desktop_app.model.participant import Role
from desktop_app.reading.act import Act, first_after
from desktop_app.reading.clauses import listed, objects
from desktop_app.reading.lexicon import word_class
from desktop_app.reading.patterns import pattern
from desktop_app.reading.wording import Wording

_R = Role

# A pattern, the class of words without one of which it is not tried, the role and the rule.
_BESIDE = (
    ("between", "parties", _R.PRINCIPAL, "talks between"),
    ("when_meeting", "meetings", _R.PRINCIPAL, "when meeting"),
    ("name_of", "senders_things", _R.SENDER, "in the name of"),
    ("adopted", "adopted_things", _R.RECIPIENT, "letter to"),
    ("passive_by", "written_things", _R.PRINCIPAL, "issued by"),
    ("along", "along", _R.PRINCIPAL, "together with"),
    ("stated_by", "stated", _R.SPEAKER, "said this"),
    ("appointing", "appointing", _R.APPOINTED, "appointed"),
    ("replacing", "replacing", _R.DISMISSED, "replaced"),
    ("said_after", "sayings", _R.SPEAKER, "said in"),
    ("report_by", "speeches", _R.SPEAKER, "report by"),
    ("guided_by", "guided", _R.PRINCIPAL, "guided by"),
    ("handed_by", "handed", _R.PRINCIPAL, "handed by"),
)

BESIDE = frozenset(("led by", *(rule for *_, rule in _BESIDE)))
"""The rules that read somebody who is not the subject of his sentence."""


@cache
def beside_words() -> frozenset[str]:
    """Return the words without one of which a sentence holds nobody but its subject."""
    hints = (word_class(hint) for _, hint, *_ in _BESIDE)
    return frozenset(("by",)).union(word_class("given"), *hints)


def _given_to(wording: Wording, end: int) -> list[Act]:
    """Read "was awarded to …" and "the title went to …", with all whom the list names."""
    passive = pattern("act.passive_sent").search(wording.text, wording.start, end)
    if passive is None:
        return []
    several = passive["award"] or passive["went"] or passive[0].startswith("were")
    persons = listed(wording, passive.end()) if several else objects(wording, passive.end())
    # Who hands a gift over, or takes it for another, neither sends nor receives it.
    by_hand = re.search(r"\b(?:handed|conveyed|delivered)\b", passive[0]) is not None
    to, by = (_R.PRINCIPAL, _R.PRINCIPAL) if by_hand else (_R.RECIPIENT, _R.SENDER)
    given = [Act(to, tuple(persons), passive.span(), "was sent to")] if persons else []
    if passive["award"] or passive["went"]:
        for more in pattern("act.given_too").finditer(wording.text, passive.end(), end):
            persons = objects(wording, more.end())
            given += [Act(to, tuple(persons), more.span(), "was sent to")] if persons else []
    rule = "was sent: from"
    giver = first_after(pattern("act.from"), wording, passive.end(), end, by, rule)
    return [*given, *giver]


def beside_subject(wording: Wording, end: int, words: AbstractSet[str]) -> list[Act]:
    """Read the persons that a noun or a participle brings in."""
    acts: list[Act] = []
    words = words & beside_words()
    for key, hints, role, rule in _BESIDE if words else ():
        if not words.isdisjoint(word_class(hints)):
            acts += first_after(pattern(f"act.{key}"), wording, wording.start, end, role, rule)
    if not words.isdisjoint(word_class("given")):
        acts += _given_to(wording, end)
    if "by" not in words:
        return acts
    for led in pattern("act.led").finditer(wording.text, wording.start, end):
        persons = objects(wording, led.end())
        if persons:
            acts.append(Act(_R.PRINCIPAL, (persons[0],), led.span("by"), "led by"))
    return acts

"""Persons whom a noun or a participle brings into a sentence, beside its subject."""

from __future__ import annotations

import re
from functools import cache

from desktop_app.model.participant import Role
from desktop_app.reading.act import Act, first_after
from desktop_app.reading.clauses import listed, objects
from desktop_app.reading.lexicon import word_class
from desktop_app.reading.wording import Wording

_R = Role

# A pattern, the class of words without one of which it is not tried, the role and the rule.
_BESIDE = (
    ("act.between", "parties", _R.PRINCIPAL, "talks between"),
    ("act.when_meeting", "meetings", _R.PRINCIPAL, "when meeting"),
    ("act.name_of", "senders_things", _R.SENDER, "in the name of"),
    ("act.adopted", "adopted_things", _R.RECIPIENT, "letter to"),
    ("act.passive_by", "written_things", _R.PRINCIPAL, "issued by"),
    ("act.along", "along", _R.PRINCIPAL, "together with"),
    ("act.stated_by", "stated", _R.SPEAKER, "said this"),
    ("act.appointing", "appointing", _R.APPOINTED, "appointed"),
    ("act.replacing", "replacing", _R.DISMISSED, "replaced"),
    ("act.said_after", "sayings", _R.SPEAKER, "said in"),
    ("act.report_by", "speeches", _R.SPEAKER, "report by"),
    ("act.guided_by", "guided", _R.PRINCIPAL, "guided by"),
    ("act.handed_by", "handed", _R.PRINCIPAL, "handed by"),
)

BESIDE = frozenset(("led by", *(rule for *_, rule in _BESIDE)))
"""The rules that read somebody who is not the subject of his sentence."""


@cache
def beside_words() -> frozenset[str]:
    """Return the words without one of which a sentence holds nobody but its subject."""
    hints = (word_class(hint) for _, hint, *_ in _BESIDE)
    return frozenset(("by",)).union(word_class("given"), *hints)


# What is handed to whom it is meant for.
_FOR_HIMSELF = re.compile(r"\b(?:[Tt]ables?|[Ss]preads?|[Cc]ertificates?|[Mm]edals?|[Oo]rders?) $")


def _given_to(wording: Wording, end: int) -> list[Act]:
    """Read "was awarded to …" and "the title went to …", with all whom the list names."""
    passive = wording.search("act.passive_sent", wording.start, end)
    if passive is None:
        return []
    several = passive["award"] or passive["went"] or passive[0].startswith("were")
    persons = listed(wording, passive.end()) if several else objects(wording, passive.end())
    # Who hands a gift over, or takes it for another, neither sends nor receives it.
    by_hand = re.search(r"\b(?:handed|conveyed|delivered)\b", passive[0]) is not None
    if _FOR_HIMSELF.search(wording.text, wording.start, passive.start()):
        by_hand = False
    to, by = (_R.PRINCIPAL, _R.PRINCIPAL) if by_hand else (_R.RECIPIENT, _R.SENDER)
    given = [Act(to, tuple(persons), passive.span(), "was sent to")] if persons else []
    if passive["award"] or passive["went"]:
        for more in wording.finditer("act.given_too", passive.end(), end):
            persons = objects(wording, more.end())
            given += [Act(to, tuple(persons), more.span(), "was sent to")] if persons else []
    rule = "was sent: from"
    giver = first_after("act.from", wording, passive.end(), end, by, rule)
    return [*given, *giver]


def beside_subject(wording: Wording, end: int) -> list[Act]:
    """Read the persons that a noun or a participle brings in."""
    acts: list[Act] = []
    words = wording.words & beside_words()
    for marker, hints, role, rule in _BESIDE if words else ():
        if marker in wording.fitting and not words.isdisjoint(word_class(hints)):
            acts += first_after(marker, wording, wording.start, end, role, rule)
    if not words.isdisjoint(word_class("given")):
        acts += _given_to(wording, end)
    if "by" not in words:
        return acts
    for led in wording.finditer("act.led", wording.start, end):
        persons = objects(wording, led.end())
        if persons:
            acts.append(Act(_R.PRINCIPAL, (persons[0],), led.span("by"), "led by"))
    return acts

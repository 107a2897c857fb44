"""Who did what to whom: the verbs of the reported event, and the roles they give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from desktop_app.model.participant import Role
from desktop_app.reading.act import Act, Post, first_after
from desktop_app.reading.beside import beside_subject, beside_words
from desktop_app.reading.clauses import Subject, group_met, listed, objects, subject
from desktop_app.reading.groups import beside_named
from desktop_app.reading.item import Item, Named, Unnamed
from desktop_app.reading.lexicon import word_class
from desktop_app.reading.namelike import may_name
from desktop_app.reading.patterns import pattern
from desktop_app.reading.phrases import closes
from desktop_app.reading.titles import Head, head_of
from desktop_app.reading.tokens import tokenize
from desktop_app.reading.verbs import Verb, verbs_in
from desktop_app.reading.wording import Wording

_R = Role
# A body may give a banquet for somebody, or a delegation meet him.
_FOR_WHOM = frozenset(("awarded", "hosted for", "met", "sent", "had talks"))
# One sentence may say these of several, each in a clause of his own.
_EACH = frozenset(("made a speech", "took the floor"))
# These happen to one person after the other in one sentence.
_IN_TURN = frozenset((_R.APPOINTED, _R.DISMISSED, _R.PERFORMER))


# Somebody may be named: two capitals in a row, or a word for somebody named before.
_MAY_NAME = re.compile(
    r"[A-Z][\w'’.-]{0,30},? (?:[a-z]{1,3} )?[A-Z]|[A-Z]\w{1,20}-[A-Z]|\b(?:He|She|The) "
)

_OWN = frozenset(("his", "her"))


def find_acts(wording: Wording, stop: int, *, first: bool = True) -> list[Act]:
    """Read what the persons of a sentence do, as far as ``stop``.

    In the ``first`` event nobody becomes principal by a pronoun.
    """
    text, start, end, words = wording.text, wording.start, stop, wording.words
    possible = verbs_in(text, start, end, words)
    if not possible and words.isdisjoint(beside_words()):
        return []
    silent = words.isdisjoint(_OWN) or words.isdisjoint(word_class("speeches"))
    if silent and words.isdisjoint(wording.known):
        if not _MAY_NAME.search(text, start, end):
            return []
        if first and not may_name(text, start, end, words) and not _gives_known(possible, words):
            return []
    acts: list[Act] = []
    turns: list[tuple[int, int, Verb, re.Match[str]]] = []
    before: dict[tuple[int, int], Subject] = {}
    for order, (verb, places) in enumerate(possible):
        begin = start
        for match in islice(verb.matches(places, text, end), 12):
            if verb.subject in _IN_TURN:
                turns.append((match.start(), order, verb, match))
                continue
            place = begin, match.start()
            if place not in before:  # "was" opens several verbs
                before[place] = subject(wording, *place)
            found = _act(wording, end, before[place], verb, match)
            acts += found
            if found and verb.rule not in _EACH:
                break
            begin = match.end() if found else begin
    acts = _in_turn(wording, end, turns) + acts
    main, beside = _foremost(acts), beside_subject(wording, end)
    if any(act.rule == "sent" for act in main):  # A, together with B, sent a message
        beside = [act for act in beside if act.rule != "together with"]
    return main + beside


def _gives_known(possible: list[tuple[Verb, list[int]]], words: AbstractSet[str]) -> bool:
    """Say whether one of the ``possible`` verbs gives a role to somebody who is not named here."""
    voiced = not words.isdisjoint(word_class("speeches"))  # the ambassador said in his speech
    return any(
        v.subject is not _R.PRINCIPAL and (voiced or v.rule != "said in") for v, _ in possible
    )


def _act(wording: Wording, end: int, who: Subject, verb: Verb, match: re.Match[str]) -> list[Act]:
    trigger = match.span()
    if not who:
        if verb.rule not in _FOR_WHOM:
            return []
        if verb.to is not None:  # a committee's message, too, has a recipient
            return first_after("act.to", wording, trigger[0], end, verb.to, f"{verb.rule}: to")
        guests = objects(wording, match.end())
        if not guests or (
            verb.rule == "had talks" and not _by_delegation(wording, trigger, guests)
        ):
            return []
        return [Act(_R.PRINCIPAL, tuple(guests), trigger, f"{verb.rule}: for")]
    posts = _posts(wording.text, trigger, end, len(who.items)) if verb.subject in _IN_TURN else ()
    found = [Act(verb.subject, who.items, trigger, verb.rule, posts, who.pronoun, who.office)]
    found += _elided(wording, verb, trigger, posts)
    if verb.subject is _R.PERFORMER:
        found += _gapped(wording, verb, trigger)
    if verb.rule == "was awarded":
        found += _awarded_too(wording, verb, trigger)
    if verb.also is not None:
        found.append(Act(verb.also, who.items, trigger, f"{verb.rule}: also"))
    if verb.object is not None:
        others = objects(wording, match.end())
        if others:
            found.append(Act(verb.object, tuple(others), trigger, f"{verb.rule}: object"))
        if verb.object is _R.PRINCIPAL and (met := _group_met(wording, match.end(), others)):
            found.append(Act(verb.object, (met,), trigger, f"{verb.rule}: met"))
    return found + _reached(wording, end, verb, trigger)


def _group_met(wording: Wording, start: int, others: Sequence[Item]) -> Unnamed | None:
    """Return people without names who are met, or those whose delegation somebody leads."""
    if others and not (isinstance(others[0], Named) and others[0].leads):
        return None
    met = group_met(wording, start)
    return met if met and (not others or beside_named([met])) else None


def _gapped(wording: Wording, verb: Verb, trigger: tuple[int, int]) -> list[Act]:
    """Read "A won a medal at the games, B and C at the contest", which says "won" once."""
    acts: list[Act] = []
    run: list[Item] = []
    for item in listed(wording, trigger[1]):
        joined = isinstance(item, Named) and item.joint and not (item.before or item.after)
        run = [*run, item] if joined else []
        if run and isinstance(item, Named) and item.rest:
            if item.rest[0].low in word_class("shares"):
                acts.append(Act(verb.subject, tuple(run), trigger, f"{verb.rule}: too"))
            run = []
    return acts


def _awarded_too(wording: Wording, verb: Verb, trigger: tuple[int, int]) -> list[Act]:
    """Read "A was awarded the order; B and C watches; D the citation", which says it once."""
    acts: list[Act] = []
    place = wording.text.find(";", trigger[1], wording.end)
    while place >= 0:
        persons = objects(wording, place + 1)
        if persons and not (isinstance(persons[-1], Named) and closes(persons[-1].rest)):
            acts.append(Act(verb.subject, tuple(persons), trigger, f"{verb.rule}: too"))
        place = wording.text.find(";", place + 1, wording.end)
    return acts


def _reached(wording: Wording, end: int, verb: Verb, trigger: tuple[int, int]) -> list[Act]:
    """Read whom the verb reaches by "to" and "from"."""
    found: list[Act] = []
    if verb.rule == "sent":
        for more in wording.finditer("act.sent_too", trigger[1], end):
            others = objects(wording, more.end())
            found += [Act(_R.RECIPIENT, tuple(others), more.span(), "sent: to")] if others else []
    for key, role, start in (("to", verb.to, trigger[0]), ("from", verb.source, trigger[1])):
        if role is not None:
            rule = f"{verb.rule}: {key}"
            found += first_after(f"act.{key}", wording, start, end, role, rule)
    return found


def _by_delegation(wording: Wording, verb: tuple[int, int], met: list[Item]) -> bool:
    """Say whether a delegation talked with somebody who is not himself named as a leader."""
    led = isinstance(met[0], Named) and met[0].leads
    return not led and "delegation" in wording.text[wording.start : verb[0]]


def _elided(
    wording: Wording, verb: Verb, trigger: tuple[int, int], posts: tuple[Post, ...]
) -> list[Act]:
    """Read "A was elected chairman and B, director of …, its secretary", which says it once."""
    if len(posts) != 1:
        return []
    joint = pattern("act.and_another").match(wording.text, posts[0][-1][1], wording.end)
    others = objects(wording, joint.end()) if joint else []
    if not others or not isinstance(others[0], Named) or others[0].after is None:
        return []
    several = others[0].shared and others[0].after is not None
    return [Act(verb.subject, tuple(others) if several else (others[0],), trigger, verb.rule)]


def _in_turn(
    wording: Wording, end: int, turns: list[tuple[int, int, Verb, re.Match[str]]]
) -> list[Act]:
    """Read "A was recalled … and B was elected …", each with the person nearest before it."""
    acts: list[Act] = []
    at = wording.start
    who = Subject()
    for place, _, verb, match in sorted(turns, key=lambda turn: turn[:2]):
        if place < at:
            continue
        same = who if wording.text[:place].endswith(" and ") else Subject()  # was … and appointed
        at = max(at, wording.text.rfind(" while ", at, place) + 1)
        who = subject(wording, at, place)
        if not who:
            for joint in wording.finditer("act.joint", at, place):
                who = subject(wording, joint.end(), place)
                if who:
                    break
        who = who or same
        acts += _act(wording, end, who, verb, match)
        at = match.end()
    return acts


def _posts(text: str, verb: tuple[int, int], end: int, persons: int) -> tuple[Post, ...]:
    found = pattern("act.post").match(text, verb[1], end)
    head = head_of(tokenize(found["post"])) if found else Head.NONE
    if found is None or head is Head.NONE or (head is not Head.ONE and persons < 2):
        return ()
    first, last = found.span("post")
    each = pattern("act.respective").search(text, verb[0], min(last + 15, end))
    joint = text.find(" and ", first, last)
    if each is None or persons != 2 or joint < 0:
        return (((first, last),),)
    # "respectively elected chairman and vice-chairman of the committee"
    shared = text.find(" of ", joint, last)
    earlier = (first, joint)
    return ((earlier, (shared + 1, last)) if shared > 0 else (earlier,)), ((joint + 5, last),)


def _foremost(acts: list[Act]) -> list[Act]:
    """Keep the verb that stands first after the subject, with what belongs to it."""
    if not acts:
        return []
    place = min((act.trigger[0] for act in acts if ":" not in act.rule), default=-1)
    main = [act for act in acts if act.trigger[0] == place or ":" in act.rule]
    rule = next((act.rule for act in main if ":" not in act.rule), main[0].rule.split(":")[0])
    kept = [act for act in main if act.rule.split(":")[0] == rule]
    for act in acts:
        speaks = act.role in (_R.SPEAKER, _R.SIGNATORY) and act.rule != "said in"
        sends = rule == "said in" and act.rule.split(":")[0] == "sent"  # thanked and sent
        if act not in kept and (speaks or sends or act.role in _IN_TURN):
            kept.append(act)
    return kept

"""Passages that list who took part: what opens them, in which role, on which side."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from desktop_app.model.participant import Role
from desktop_app.reading.item import Item, Named, Unnamed
from desktop_app.reading.items import read_items
from desktop_app.reading.lexicon import word_class
from desktop_app.reading.names import with_names
from desktop_app.reading.patterns import pattern
from desktop_app.reading.tokens import Kind, Token, tokenize
from desktop_app.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of people in one role; ``side`` is as said, ``trigger`` where it is said."""

    role: Role
    items: tuple[Item, ...]
    trigger: tuple[int, int]
    rule: str
    sided: bool = False
    side: str | None = None
    span: tuple[int, int] = (0, 0)


# Who is called so sits across from the home side, which then need not be named.
_ACROSS = frozenset(("opposite", "opposition", "opposing", "other"))
_WERE = frozenset(("was", "were", "are", "included", "includes"))
_THEY = frozenset(("include", "included", "includes", "among", "are", "were"))
_MADE_UP = frozenset(
    ("consists", "consisted", "formed", "organized", "organised", "composed", "made", "members")
)
_WITH = frozenset(("attendance", "participation", "presence"))
_RELATIVE = frozenset(("who", "which", "that"))
_READS = frozenset(("addressed", "read", "read out"))
_ROLES = {
    "principal": Role.PRINCIPAL,
    "present": Role.PRESENT,
    "accompanied": Role.ACCOMPANIED,
    "greeted": Role.GREETED,
    "saw_off": Role.SAW_OFF,
    "speaker": Role.SPEAKER,
    "signatory": Role.SIGNATORY,
}


def find_rosters(wording: Wording) -> list[Roster]:
    """Read the rosters of a sentence."""
    text, start, end = wording.text, wording.start, wording.end
    words = wording.words
    if words.isdisjoint(word_class("roster_openers")) and not text.startswith("They ", start):
        return []
    fitting = wording.fitting
    sentence = text[start:end]
    represented = _found("roster.represented", sentence, fitting)
    if represented:
        return _lists(
            text,
            start + represented.end(),
            end,
            Role.PRESENT,
            (start, start + represented.end()),
            "represented by",
            represented["side"],
        )
    they = not words.isdisjoint(_THEY) and pattern("roster.they").match(sentence)
    if they:
        place, trigger = start + they.end(), (start, start + they.end())
        return _lists(text, place, end, Role.PRINCIPAL, trigger, "they included", None)
    formed = not words.isdisjoint(_MADE_UP) and _found("roster.formed", sentence, fitting)
    if formed:
        place, trigger = start + formed.end(), (start + formed.start(), start + formed.end())
        return _lists(text, place, end, Role.APPOINTED, trigger, "formed with", None)
    best = _found("roster.best", sentence, fitting)
    if best:
        place, trigger = start + best.end(), (start + best.start(), start + best.end())
        return _lists(text, place, end, Role.RECIPIENT, trigger, "named best", None)
    opens = not words.isdisjoint(_WERE)
    inverted = _found("roster.inverted", sentence, fitting) if opens else None
    passive = _found("roster.passive", sentence, fitting) if "by" in words else None
    if inverted and passive and inverted.start() < passive.start() < inverted.end():
        return _read_passive(text, start, end, passive)  # the guests were met by
    if inverted and (inverted.start() == 0 or _leads_in(sentence[: inverted.start()])):
        return _read_inverted(text, start, end, inverted)
    there = _found("roster.there_were", sentence, fitting)
    if there:
        side = pattern("roster.side").search(sentence, 0, there.end())
        return _lists(
            text,
            start + there.end(),
            end,
            Role.PRESENT,
            (start + there.start(), start + there.end()),
            "there were present",
            side["side"] if side else None,
            sided=side is not None,
        )
    if passive:
        return _read_passive(text, start, end, passive)
    attendance = not words.isdisjoint(_WITH) and _found("roster.attendance", sentence, fitting)
    if attendance:
        trigger = (start + attendance.start(), start + attendance.end())
        return _lists(text, trigger[1], end, Role.PRESENT, trigger, "present: with", None)
    subject = _found("roster.subject", sentence, fitting)
    if subject:
        return _read_subject(text, start, end, subject)
    return []


def _found(name: str, sentence: str, fitting: AbstractSet[str]) -> re.Match[str] | None:
    return pattern(name).compiled.search(sentence) if name in fitting else None


def _leads_in(before: str) -> bool:
    """Say whether only time and place stand before an inverted opening."""
    return re.fullmatch(
        r"(?:Also|At|In|On|After|Then|Meanwhile|That day|From|Of|Besides|Among)?\b[^.;:]{0,90}",
        before,
    ) is not None and not any(t.kind is Kind.NAME for t in with_names(tokenize(before)))


def _role(match: re.Match[str]) -> tuple[Role, str]:
    name = next(key for key in _ROLES if match.groupdict().get(key) is not None)
    return _ROLES[name], name


def _read_inverted(text: str, start: int, end: int, match: re.Match[str]) -> list[Roster]:
    if pattern("roster.things").match(text, start + match.end()):
        return []
    if pattern("roster.among_are").match(match[0]):
        return []  # what is, not who was there
    if pattern("roster.done_to").match(text, start + match.end()):
        return []  # the guests were told by …
    role, name = _role(match)
    if pattern("roster.to_see_off").search(match[0]):
        role = Role.SAW_OFF  # among those present to see them off
    elif pattern("roster.to_greet").search(match[0]):
        role = Role.GREETED
    side = pattern("roster.side").search(text[start + match.start() : start + match.end()])
    return _lists(
        text,
        start + match.end(),
        end,
        role,
        (start + match.start(), start + match.end()),
        f"{name}: inverted",
        side["side"] if side else None,
        sided=side is not None,
    )


def _read_passive(text: str, start: int, end: int, match: re.Match[str]) -> list[Roster]:
    role, name = _role(match)
    spoken = pattern("roster.made_speech").search(text, start, start + match.start())
    if " taken " in f" {match[0]}" and pattern("roster.floor").search(
        text, start, start + match.end()
    ):
        role, name = Role.SPEAKER, "speaker"
    elif role is Role.SPEAKER and match["speaker"] not in _READS and not spoken:
        return []
    trigger = (start + match.start(), start + match.end())
    side = pattern("roster.side").search(text[trigger[0] : trigger[1]])
    return _lists(
        text,
        trigger[1],
        end,
        role,
        trigger,
        f"{name}: by",
        side["side"] if side else None,
        sided=side is not None,
    )


def _read_subject(text: str, start: int, end: int, match: re.Match[str]) -> list[Roster]:
    if pattern("roster.things").match(text, start):
        return []  # wreaths in the name of X were seen there
    role, name = _role(match)
    trigger = (start + match.start(), start + match.end())
    tokens = with_names(tokenize(text, start, trigger[0]))
    if len(tokens) > 1 and tokens[-1].low in _RELATIVE and tokens[-2].text != ",":
        return []  # the officials who came out to see him off
    items = read_items(_after_adverbial(tokens))
    rosters = [Roster(role, tuple(items), trigger, f"{name}: subject", span=(start, trigger[0]))]
    behind = pattern("roster.including").search(text, trigger[1], end)
    if behind and items and not any(isinstance(item, Named) for item in items):
        # Officials attended the ceremony, including A and B.
        rosters += _one(text, behind.end(), end, role, trigger, f"{name}: including", None, False)
    return rosters


def _after_adverbial(tokens: list[Token]) -> list[Token]:
    if tokens and tokens[0].low in ("on", "in", "at", "after", "then", "meanwhile", "also"):
        for at, token in enumerate(tokens):
            if token.text == ",":
                return tokens[at + 1 :]
    return tokens


def _lists(
    text: str,
    start: int,
    end: int,
    role: Role,
    trigger: tuple[int, int],
    rule: str,
    side: str | None,
    *,
    sided: bool | None = None,
) -> list[Roster]:
    """Read ``text[start:end]`` as one list, or as one for each side that it sets out."""
    marked = side is not None if sided is None else sided
    rosters: list[Roster] = []
    at = start
    cut = pattern("roster.tail").search(text, start, end)
    stop = cut.start() if cut and text[cut.start() : cut.start() + 1] == "," else end
    for marker in pattern("roster.side").finditer(text, start, stop):
        if not text[marker.end() : stop].strip(" ."):
            break  # reporters from the south side: theirs alone
        rosters += _one(text, at, marker.start(), role, trigger, rule, side, marked)
        side, marked, at = marker["side"], True, marker.end()
    rosters += _one(text, at, stop, role, trigger, rule, side, marked)
    if len(rosters) > 1 and not rosters[0].sided and rosters[-1].side in _ACROSS:
        rosters[0] = replace(rosters[0], sided=True, side="home")
    return rosters


def _one(
    text: str,
    start: int,
    end: int,
    role: Role,
    trigger: tuple[int, int],
    rule: str,
    side: str | None,
    marked: bool,
) -> list[Roster]:
    tokens = with_names(tokenize(text, start, end))
    if tokens and tokens[0].low in ("him", "her", "them", "it", "whom"):
        return []
    items = read_items(tokens)
    if not any(isinstance(item, (Named, Unnamed)) for item in items):
        return []
    return [Roster(role, tuple(items), trigger, rule, marked, side, (start, end))]

"""Reads a Korean dispatch: its event, its people, and the groups beside them."""

from __future__ import annotations

import re
from datetime import date

from desktop_app.model.participant import (
    Event,
    EventKind,
    Group,
    Happened,
    Part,
    Participant,
    Role,
    Span,
)
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.korean.clauses import Clause, Sentence, clauses, role_of
from desktop_app.reading.korean.days import happened_in
from desktop_app.reading.korean.groups import GroupSpan, group_spans
from desktop_app.reading.korean.kinds import kind_of
from desktop_app.reading.korean.letters import letter_rows
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.mentions import mentions
from desktop_app.reading.korean.offices import holder_speaking
from desktop_app.reading.korean.places import place_in
from desktop_app.reading.korean.pronouns import known_rows, pronoun_in, subject_of, taken_up
from desktop_app.reading.korean.roles import Acting, acting
from desktop_app.reading.korean.scene import Scene, waiting
from desktop_app.reading.korean.sides import other_country
from desktop_app.reading.korean.tokens import Word, masked, sentences, without_asides, words

# People are dead from these days on, and take part in nothing any more.
_DEAD = (("김일성", date(1994, 7, 8)), ("김정일", date(2011, 12, 17)))
_CERTAINTY = {"marked": 0.95, "with an office": 0.9, "before an office": 0.9, "after a title": 0.85}
_ROSTER = frozenset({Role.PRESENT, Role.ACCOMPANIED, Role.GREETED, Role.SAW_OFF})
_QUOTING = frozenset({EventKind.STATEMENT, EventKind.MESSAGE})
_ISSUED = re.compile(r"발표|대답|질문|기자회견|기자와|담화|성명")
_MEETING = re.compile(r"^.{1,2}(?: 각각)? (?:만나|접견)")
_SPEECH = re.compile(r"다음과 같(?:이|다)")


def read_korean(text: str, title: str, published: date | None) -> list[Event]:
    """Read one dispatch; it is one event of which everybody takes part."""
    return [_Dispatch(text, title, published).event()]


class _Dispatch:
    """One dispatch while it is read, sentence by sentence."""

    def __init__(self, text: str, title: str, published: date | None) -> None:
        plain = masked(text)
        dateline = find_dateline(text)
        start = dateline.end if dateline else 0
        self.text = without_asides(plain, start)
        self.published = published
        self.sentences = sentences(self.text, start)
        opening = " ".join(self.text[first:last] for first, last in self.sentences[:2])
        self.kind, self.kind_from = kind_of(title, opening)
        self.scene = Scene(self.kind, other_country(f"{title} {opening}"))
        self.scene.titled(title)
        self.known: dict[str, str] = {}
        self.named: list[Mention] = []
        self.rows: list[Acting] = []
        self.subject: Mention | None = None
        self.groups: list[Group] = []

    def event(self) -> Event:
        for first, last in self.sentences:
            self.read(first, last)
            if self.kind in _QUOTING and _SPEECH.search(self.text, max(0, last - 60), last):
                break
        if self.kind is EventKind.MESSAGE:
            letters = letter_rows(self.text)
            self.rows += letters
            self.named += [row.mention for row in letters]
        participants = participants_of(self.rows, self.named, self.known)
        opening = self.sentences[:2]
        return Event(
            kind=self.kind,
            kind_from=self.kind_from,
            happened=next(filter(None, (self.day(*one) for one in opening)), None),
            place=next(filter(None, (place_in(self.text, *one) for one in opening)), None),
            spans=tuple(Span(first, last, Part.TRIGGER) for first, last in opening[:1]),
            participants=participants,
            groups=tuple(self.groups) if participants else (),
        )

    def day(self, first: int, last: int) -> Happened | None:
        return happened_in(self.text, first, last, self.published)

    def read(self, first: int, last: int) -> None:
        """Read one sentence: its people, its groups, and the roles of both."""
        told = words(self.text, first, last)
        if not told:
            return
        sentence = Sentence(self.text, told, clauses(self.text, told))
        self.scene.heard(self.text[first:last])
        people = [
            one
            for one in mentions(self.text, told, self.known)
            if not _dead(one.name, self.published)
        ]
        meant = self.meant(told)
        if meant is not None:
            people = sorted([*people, meant], key=lambda one: one.first)
        groups = group_spans(told, people)
        if self.kind is EventKind.STATEMENT and not _ISSUED.search(self.text, first, last):
            people = []  # whom a statement speaks of are its topics
        rows = acting(sentence, people, groups, self.scene) if people else []
        if meant is not None:
            rows = known_rows(rows, meant)
        for one in people:
            self.known.setdefault(one.name.split()[-1], one.name)
        rows = rows or holder_speaking(sentence, self.rows, self.scene)
        self.subject = subject_of(people) or (rows[0].mention if rows else None)
        self.rows += rows
        self.named += people
        if groups:
            self.groups += groups_of(sentence, groups, rows, self.scene)

    def meant(self, told: list[Word]) -> Mention | None:
        """Return whoever a pronoun of this sentence takes up."""
        place = pronoun_in(told) if self.subject is not None else None
        if self.subject is None or place is None:
            return None
        return taken_up(self.subject, place, told)


def _dead(name: str, published: date | None) -> bool:
    day = published or date.max
    return any(name == who and day > died for who, died in _DEAD)


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
    found: dict[tuple[str, Role], Participant] = {}
    for row in rows:
        one = row.mention
        name = known.get(one.name, one.name)
        if (name, row.role) in found or (row.weak and (name in strong or name in weak)):
            continue
        if row.weak:
            weak.add(name)
        title = titles.get(name, "")
        if row.title:
            title = f"{one.title}; {row.title}" if one.title else row.title
        found[name, row.role] = Participant(
            name,
            title,
            sides.get(name),
            row.role,
            _spans(one, row.trigger),
            _CERTAINTY.get(one.rule, 0.8),
            f"Korean, {one.rule}, {row.role}{': known' * row.known}",
        )
    return tuple(found.values())


def _spans(one: Mention, trigger: tuple[int, int]) -> tuple[Span, ...]:
    spans = [Span(*one.name_span, Part.NAME)]
    if one.title_span:
        spans.append(Span(*one.title_span, Part.TITLE))
    spans.append(Span(*trigger, Part.TRIGGER))
    return tuple(spans)


def groups_of(
    sentence: Sentence, spans: list[GroupSpan], rows: list[Acting], scene: Scene
) -> list[Group]:
    """Return the groups of a sentence that stand in a roster, each in the role of its clause."""
    found: list[Group] = []
    text = sentence.text
    for clause in sentence.parts:
        here = [row for row in rows if clause.start <= row.mention.name_span[0] < clause.end]
        role = _roster_role(clause, here) or waiting(clause.text, scene)
        if role is None:
            continue
        for one in spans:
            if not clause.first <= one.last <= clause.last or one.particle == "의":
                continue
            if one.particle in ("을", "를") and not _met(text, one):
                continue
            side = next((row.side for row in reversed(here) if row.mention.last < one.last), None)
            label = " ".join(text[one.start : one.end].split())
            found.append(Group(label, side, role, (Span(one.start, one.end, Part.NAME),)))
    return found


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

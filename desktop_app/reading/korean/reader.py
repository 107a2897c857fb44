"""Reads a Korean dispatch: its event, its people, and the groups beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from desktop_app.model.participant import (
    Event,
    EventKind,
    Group,
    Happened,
    Part,
    Role,
    Span,
)
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.korean.cast import participants_of
from desktop_app.reading.korean.clauses import Sentence, clauses
from desktop_app.reading.korean.committees import committee_rows
from desktop_app.reading.korean.days import happened_in
from desktop_app.reading.korean.groups import group_spans
from desktop_app.reading.korean.heads import has_heads, heads_of, with_offices
from desktop_app.reading.korean.kinds import kind_of
from desktop_app.reading.korean.leader import Leader, is_dead
from desktop_app.reading.korean.letters import letter_rows
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.mentions import mentions
from desktop_app.reading.korean.names import may_be_person
from desktop_app.reading.korean.offices import holder_speaking, office_in
from desktop_app.reading.korean.places import place_in, written_away
from desktop_app.reading.korean.pronouns import (
    known_rows,
    pronoun_in,
    subject_of,
    taken_up,
)
from desktop_app.reading.korean.roles import LEADERS, Acting, acting
from desktop_app.reading.korean.rosters import groups_of
from desktop_app.reading.korean.scene import Scene
from desktop_app.reading.korean.sides import other_country
from desktop_app.reading.korean.surnames import surnamed, surnamed_rows
from desktop_app.reading.korean.tokens import (
    Word,
    is_southern,
    masked,
    named_in_hanja,
    sentences,
    without_asides,
    words,
)
from desktop_app.reading.korean.turns import Turn, turn_at

_QUOTING = frozenset({EventKind.STATEMENT, EventKind.MESSAGE})
_ISSUED = re.compile(r"발표|대답|질문|기자회견|기자와|담화|성명")
_SPEECH = re.compile(r"다음과 같(?:이|다)")


def read_korean(text: str, title: str, published: date | None) -> list[Event]:
    """Read one dispatch: its event, and those that it turns to later."""
    return _Dispatch(text, title, published).events()


class _Scene:
    """One event while it is read: where it begins, who does what in it, and who stands beside."""

    def __init__(self, turn: Turn, first: int) -> None:
        self.turn, self.first = turn, first
        self.rows: list[Acting] = []
        self.groups: list[Group] = []


# He said that …: whom he spoke of does nothing here.
_QUOTED = re.compile(
    r"그[는가] .*[다라자]고 (?:말|강조|지적|언급|언명|주장|호소|확언)하(?:였|시였)"
)


class _Dispatch:
    """One dispatch while it is read, sentence by sentence."""

    def __init__(self, text: str, title: str, published: date | None) -> None:
        plain = masked(text)
        dateline = find_dateline(text)
        start = dateline.end if dateline else 0
        self.text = without_asides(plain, start)
        self.away = written_away(dateline.place) if dateline else None
        self.published = published
        self.sentences = sentences(self.text, start)
        opening = " ".join(self.text[first:last] for first, last in self.sentences[:2])
        self.kind, kind_from = kind_of(title, opening)
        self.scene = Scene(self.kind, other_country(f"{title} {opening}"))
        self.scene.titled(title)
        self.known = {name: name for name in named_in_hanja(text) if may_be_person(name)}
        self.title, self.southern = title, is_southern(text)
        if self.southern:
            self.known.update((name, name) for name in LEADERS)
        self.named: list[Mention] = []
        self.subject: Mention | None = None
        self.plain = plain
        self.heads = has_heads(plain)
        self.leader = Leader(plain, title, published)
        self.acted = False  # nobody has a role yet
        self.scenes = [_Scene(Turn(self.kind, kind_from), 0)]

    @property
    def rows(self) -> list[Acting]:
        """The rows of all events so far."""
        return [row for scene in self.scenes for row in scene.rows]

    def events(self) -> list[Event]:
        for number, (first, last) in enumerate(self.sentences):
            turn = turn_at(self.text[first:last], self.kind) if number else None
            if turn is not None:
                self.scenes.append(_Scene(turn, number))
                self.scene.kind = turn.kind
            self.read(first, last)
            if self.kind in _QUOTING and _SPEECH.search(self.text, max(0, last - 60), last):
                break
        if self.kind is EventKind.MESSAGE:
            letters = letter_rows(self.text)
            self.scenes[0].rows += letters
            self.named += [row.mention for row in letters]
        committee = committee_rows(self.text)
        self.scenes[0].rows += committee
        self.named += [row.mention for row in committee]
        self.take_along()
        events: list[Event] = []
        for number in range(len(self.scenes)):
            events.append(self.event(number, events[-1] if events else None))
        return events

    def take_along(self) -> None:
        """Give the next stop of a tour whoever made the stop before."""
        for before, scene in pairwise(self.scenes):
            if scene.turn.same_people and not any(r.role is Role.PRINCIPAL for r in scene.rows):
                along = (row for row in before.rows if row.role is Role.PRINCIPAL)
                scene.rows = [*(replace(row, known=True) for row in along), *scene.rows]

    def event(self, number: int, before: Event | None) -> Event:
        scene = self.scenes[number]
        end = self.scenes[number + 1].first if number + 1 < len(self.scenes) else scene.first + 2
        length = 1 if number else 2
        opening = self.sentences[scene.first : min(scene.first + length, end)]
        participants = participants_of(scene.rows, self.named, self.known)
        day = next(filter(None, (self.day(*one) for one in opening)), None)
        place = next(filter(None, (place_in(self.text, *one) for one in opening)), None)
        return Event(
            kind=scene.turn.kind,
            kind_from=scene.turn.kind_from,
            happened=day or (before.happened if before else None),
            place=place or (self.away if not before or scene.turn.same_people else before.place),
            spans=tuple(Span(first, last, Part.TRIGGER) for first, last in opening[:1]),
            participants=participants,
            groups=tuple(scene.groups) if participants else (),
        )

    def day(self, first: int, last: int) -> Happened | None:
        return happened_in(self.text, first, last, self.published)

    def read(self, first: int, last: int) -> None:
        """Read one sentence: its people, its groups, and the roles of both."""
        told = words(self.text, first, last)
        if not told:
            return
        self.scene.heard(self.text[first:last])
        meant = self.meant(told)
        called = surnamed(told, self.named, self.title) if self.southern else []
        people = self.people_in(told, [*called, meant] if meant else called)
        groups = group_spans(told, people)
        if self.kind is EventKind.STATEMENT and not _ISSUED.search(self.text, first, last):
            people = []  # whom a statement speaks of are its topics
        parts = clauses(self.text, told) if people or groups else []
        sentence = Sentence(self.text, told, parts)
        rows = acting(sentence, people, groups, self.scene) if people else []
        if called:
            rows = surnamed_rows(rows, called)
        if meant is not None:
            rows = known_rows(rows, meant)
            if _QUOTED.search(self.text, first, last):
                rows = [row for row in rows if row.mention is meant and row.role is Role.SPEAKER]
        for one in people:
            self.known.setdefault(one.name.split()[-1], one.name)
        if self.acted and subject_of(people) is None and (office := office_in(told)):
            rows = [*holder_speaking(self.text, told, office, self.rows, self.scene), *rows]
        self.subject = subject_of(people) or (rows[0].mention if rows else None)
        self.scenes[-1].rows += rows
        self.acted = self.acted or bool(rows)
        self.named += people
        if groups:
            self.scenes[-1].groups += groups_of(sentence, groups, rows, self.scene)

    def people_in(self, told: list[Word], taken_up: list[Mention]) -> list[Mention]:
        """Return the living whom a sentence names, those ``taken_up`` among them, in its order."""
        named = mentions(self.text, told, self.known)
        people = [one for one in named if not is_dead(one.name, self.published)]
        if taken_up:
            taken = {at for one in people for at in range(one.first, one.last + 1)}
            people += [one for one in taken_up if one.first not in taken]
        if self.leader.called:
            people = self.leader.add(told, people)
        if not (people or self.heads):
            return people
        if people and self.plain.find("(", told[0].start, told[-1].end) >= 0:
            people = with_offices(self.plain, people)
        if self.heads:
            people = [*people, *heads_of(self.plain, told)]
        return sorted(people, key=lambda one: one.first)

    def meant(self, told: list[Word]) -> Mention | None:
        """Return whoever a pronoun of this sentence takes up."""
        place = pronoun_in(told) if self.subject is not None else None
        if self.subject is None or place is None:
            return None
        return taken_up(self.subject, place, told)

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
from desktop_app.reading.korean.days import happened_in
from desktop_app.reading.korean.groups import group_spans
from desktop_app.reading.korean.heads import has_heads, heads_of
from desktop_app.reading.korean.kinds import kind_of
from desktop_app.reading.korean.letters import letter_rows
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.mentions import mentions
from desktop_app.reading.korean.names import may_be_person
from desktop_app.reading.korean.offices import holder_speaking, office_in
from desktop_app.reading.korean.places import place_in, written_away
from desktop_app.reading.korean.pronouns import (
    EPITHETS,
    called,
    epithet_in,
    known_rows,
    pronoun_in,
    subject_of,
    taken_up,
)
from desktop_app.reading.korean.roles import Acting, acting
from desktop_app.reading.korean.rosters import groups_of
from desktop_app.reading.korean.scene import Scene
from desktop_app.reading.korean.sides import other_country
from desktop_app.reading.korean.tokens import (
    Word,
    masked,
    named_in_hanja,
    sentences,
    without_asides,
    words,
)
from desktop_app.reading.korean.turns import Turn, turn_at

# People are dead from these days on, and take part in nothing any more.
_DEAD = {
    "김일성": date(1994, 7, 8),
    "金日成": date(1994, 7, 8),
    "김정일": date(2011, 12, 17),
    "金正日": date(2011, 12, 17),
}
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
        self.named: list[Mention] = []
        self.subject: Mention | None = None
        self.heads = plain if has_heads(plain) else ""
        self.called = any(one in plain for one in EPITHETS)
        heading = words(title, 0, len(title)) if self.called else []
        self.leader = self.honoured(mentions(title, heading))
        self.headline = self.leader is not None
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
        self.take_along()
        events: list[Event] = []
        for number in range(len(self.scenes)):
            events.append(self.event(number, events[-1] if events else None))
        return events

    def honoured(self, people: list[Mention]) -> Mention | None:
        """Return the living leader of whom a sentence speaks."""
        for one in people:
            if one.honoured and not _dead(one.name, self.published):
                return one
        return None

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
        people = [
            one
            for one in mentions(self.text, told, self.known)
            if not _dead(one.name, self.published)
        ]
        meant = self.meant(told)
        if meant is not None:
            people = sorted([*people, meant], key=lambda one: one.first)
        if self.called:
            people = self.with_leader(told, people)
        if self.heads:
            people = sorted([*people, *heads_of(self.heads, told)], key=lambda one: one.first)
        groups = group_spans(told, people)
        if self.kind is EventKind.STATEMENT and not _ISSUED.search(self.text, first, last):
            people = []  # whom a statement speaks of are its topics
        parts = clauses(self.text, told) if people or groups else []
        sentence = Sentence(self.text, told, parts)
        rows = acting(sentence, people, groups, self.scene) if people else []
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

    def with_leader(self, told: list[Word], people: list[Mention]) -> list[Mention]:
        """Add the leader where a sentence only calls him by his title, and remember him."""
        leader = self.honoured(people)
        if leader is not None:
            self.leader, self.headline = leader, False
        elif self.leader is not None:
            mourned = _dead("김정일", self.published)
            place = epithet_in(told, mourned=mourned)
            taken = {at for one in people for at in range(one.first, one.last + 1)}
            if place is not None and place not in taken:
                one = called(self.leader, place, told, titled=self.headline)
                return sorted([*people, one], key=lambda one: one.first)
        return people

    def meant(self, told: list[Word]) -> Mention | None:
        """Return whoever a pronoun of this sentence takes up."""
        place = pronoun_in(told) if self.subject is not None else None
        if self.subject is None or place is None:
            return None
        return taken_up(self.subject, place, told)


def _dead(name: str, published: date | None) -> bool:
    died = _DEAD.get(name)
    return died is not None and (published or date.max) > died

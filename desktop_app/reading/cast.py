"""Everybody of an event: one row a person and role, titles and sides carried between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import OSA

from desktop_app.model.participant import Group, Part, Participant, Role, Span

Stored = Callable[[int, int], tuple[int, int]]
"""Leads from a stretch of the prepared text to that of the stored one."""


@dataclass(slots=True)
class Row:
    """A person in a role, still in places of the prepared text."""

    name: str
    title: str
    side: str | None
    role: Role
    rule: str
    name_at: tuple[int, int]
    titles_at: tuple[tuple[int, int], ...]
    trigger: tuple[int, int]
    sentence: tuple[int, int]
    scene: int = 0


@dataclass(slots=True)
class GroupRow:
    """An unnamed group, still in places of the prepared text."""

    label: str
    side: str | None
    role: Role
    at: tuple[int, int]
    trigger: tuple[int, int]
    scene: int = 0


LEADERS = frozenset(("kimjongil", "kimjongun"))
_DIED = {
    "kimilsung": date(1994, 7, 8),
    "kimjongil": date(2011, 12, 17),
    "kimjongsuk": date(1949, 9, 22),
}


def is_dead(key: str, published: date | None) -> bool:
    """Say whether the leader with this key was dead when a dispatch was published."""
    died = _DIED.get(key)
    return died is not None and (published is None or published > died)


@lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """Fold a name for comparing within one dispatch."""
    plain = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"[\W_]+", "", plain)


@dataclass(slots=True)
class Cast:
    """The rows of one event in the order of the text, each name and role once."""

    rows: list[Row] = field(default_factory=list)
    groups: list[GroupRow] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)

    def add(self, row: Row) -> None:
        """Take a row in unless the person already stands in that role."""
        row.name = self.fullest(row.name)
        key = name_key(row.name)
        for other in self.rows:
            if name_key(other.name) == key and other.name.count(" ") < row.name.count(" "):
                other.name = row.name  # Jong Jinsong is Jong Jin Song
        for other in self.rows:
            same = name_key(other.name) == key and other.role is row.role
            if same and other.scene == row.scene:
                if row.title and not other.title:
                    other.title, other.titles_at = row.title, row.titles_at
                other.side = other.side or row.side
                return
        self.rows.append(row)
        self.surnames.add(row.name.casefold().split()[-1])

    def fullest(self, name: str) -> str:
        """Return the fullest spelling of ``name`` seen so far: Putin is Vladimir … Putin."""
        key = name_key(name)
        words = name.casefold().split()
        for row in self.rows:
            if name_key(row.name) == key:
                return max(row.name, name, key=lambda spelling: spelling.count(" "))
            others = row.name.casefold().split()
            if len(words) < len(others) and (words == others[-len(words) :] or words == others[:1]):
                return row.name
            if len(others) == len(words) > 1 and others[0] == words[0] and _misspelt(key, row.name):
                return row.name
        return name

    def of(self, name: str) -> Row | None:
        """Return the first row of a person."""
        key = name_key(self.fullest(name))
        return next((row for row in self.rows if name_key(row.name) == key), None)

    def called(self, office: str) -> Row | None:
        """Return the one person whose title says all that ``office`` says, if there is one."""
        said = _content(office)
        fitting = {name_key(row.name): row for row in self.rows if said <= _content(row.title)}
        return next(iter(fitting.values())) if len(fitting) == 1 and said else None

    def settle(self) -> None:
        """Give every row of a person the fullest title and the side that the text gives."""
        titles: dict[str, Row] = {}
        sides: dict[str, str] = {}
        for row in self.rows:
            key = name_key(row.name)
            if row.title and (key not in titles or len(row.title) > len(titles[key].title)):
                titles[key] = row
            if row.side:
                sides.setdefault(key, row.side)
        for row in self.rows:
            key = name_key(row.name)
            if key in titles and _same_office(row.title, titles[key].title):
                row.title, row.titles_at = titles[key].title, titles[key].titles_at
            row.side = row.side or sides.get(key)


def _misspelt(key: str, name: str) -> bool:
    """Say whether a long foreign name is but spelt in two ways: Chanyalath, Chanyarath."""
    return len(key) > 12 and OSA.distance(key, name_key(name), score_cutoff=2) <= 2


def _same_office(own: str, fullest: str) -> bool:
    """Say whether the fullest title may be another form of ``own``; two may share a name."""
    return not own or bool(_content(own) & _content(fullest))


def _content(title: str) -> set[str]:
    words = re.findall(r"[^\W_]+", title.casefold().replace("c.c.", "central committee"))
    return {word.rstrip("s") for word in words} - _EMPTY


_EMPTY = frozenset(["of", "the", "and", "a", "an", "to", "in", "for", "on", "said"])


def as_participant(row: Row, stored: Stored, certainty: float) -> Participant:
    """Turn a row into a participant with its places in the stored text."""
    spans = [Span(*stored(*row.name_at), Part.NAME)]
    spans += [Span(*stored(*at), Part.TITLE) for at in row.titles_at]
    spans.append(Span(*stored(*row.trigger), Part.TRIGGER))
    return Participant(row.name, row.title, row.side, row.role, tuple(spans), certainty, row.rule)


def as_group(row: GroupRow, stored: Stored) -> Group:
    """Turn a group's row into a group with its places in the stored text."""
    spans = (Span(*stored(*row.at), Part.NAME), Span(*stored(*row.trigger), Part.TRIGGER))
    return Group(row.label, row.side, row.role, spans)

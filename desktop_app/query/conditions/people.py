"""Who took part, as what: conditions that one participant row must meet together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from desktop_app.messages import Message, message
from desktop_app.model.called import role_called
from desktop_app.model.names import folded_name, name_keys
from desktop_app.query.arrays import Arrays, Ids, Ints, Mask
from desktop_app.query.query import PairsCondition, Where
from desktop_app.query.quoting import written

UNKNOWN = "unknown"


class About(StrEnum):
    """What of a participant a trait is about; the value is its word in the query language."""

    PERSON = "person"
    ROLE = "role"
    SIDE = "side"
    OFFICE = "office"


_SAYS = {
    About.PERSON: "with {value}",
    About.ROLE: "role {value}",
    About.SIDE: "side {value}",
    About.OFFICE: "office “{value}”",
}
_SAYS_NOT = {
    About.PERSON: "not {value}",
    About.ROLE: "not as {value}",
    About.SIDE: "not of side {value}",
    About.OFFICE: "not as “{value}”",
}
_SAYS_BESIDE_A_NAME = {
    About.ROLE: "{value}",
    About.SIDE: "side {value}",
    About.OFFICE: "“{value}”",
}


EXACTLY, BY_ID = "=", "#"
"""A person's value that begins so means one person: by the name shown, or by the uuid, which
a space and the name may follow for people to read.

Any other is a name as typed, which may find several persons in all spellings and scripts.
"""


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that is so of a participant, or with ``excluded`` is not."""

    about: About
    value: str
    excluded: bool = False

    def sql(self) -> tuple[str, tuple[object, ...]]:
        """Return what must be true of a row ``p`` of ``participant``."""
        test, parameters = {
            About.PERSON: _person,
            About.ROLE: _role,
            About.SIDE: _side,
            About.OFFICE: _office,
        }[self.about](self.value)
        return (f"NOT coalesce({test}, 0)" if self.excluded else test), parameters

    def rows(self, arrays: Arrays, ids_of: Callable[[Where], Ids]) -> Mask:
        """Return of which rows of ``arrays.pairs`` it is so."""
        pairs = arrays.pairs
        if self.about is About.PERSON:
            test, parameters = person_ids(self.value)
            chosen = ids_of(Where(test, parameters))
            meant = np.zeros(max(pairs.person.max(initial=0), chosen.max(initial=0)) + 1, np.bool_)
            meant[chosen] = True
            rows = meant[pairs.person]
        elif self.about is About.ROLE:
            rows = _coded(pairs.role, arrays.roles, self.value)
        elif self.about is About.SIDE:
            rows = _coded(pairs.side, arrays.sides, self.value)
        else:
            rows = _holding(pairs.office, arrays.offices, self.value)
        return np.asarray(~rows if self.excluded else rows)

    def words(self) -> Message:
        says = _SAYS_NOT if self.excluded else _SAYS
        return message(says[self.about], value=self._value_in_words())

    def words_beside_a_name(self) -> Message:
        """Say it where the person of whom it is said stands before it."""
        if self.excluded or self.about is About.PERSON:
            return self.words()
        return message(_SAYS_BESIDE_A_NAME[self.about], value=self._value_in_words())

    def _value_in_words(self) -> Message | str:
        if self.about is About.PERSON and self.value[:1] == EXACTLY:
            return self.value[1:] or message("unknown")
        if self.about is About.PERSON and self.value[:1] == BY_ID:
            return self.value.partition(" ")[2] or self.value
        if self.about is About.ROLE and self.value:
            return role_called(self.value.casefold())
        return self.value or message("unknown")

    def text(self) -> str:
        if not self.value and self.about is not About.PERSON:
            value = UNKNOWN
        else:
            value = written(self.value, special=frozenset({UNKNOWN}))
        return f"{'-' if self.excluded else ''}{self.about}:{value}"


@dataclass(frozen=True, slots=True)
class Who(PairsCondition):
    """There is one participant of whom all ``traits``, at least one, hold.

    Answered by versions, so that it follows ``as:latest`` as words do.
    """

    traits: tuple[Trait, ...]

    @property
    def field(self) -> str:
        abouts = [trait.about for trait in self.traits]
        return str(About.PERSON if About.PERSON in abouts else abouts[0])

    def where(self) -> Where:
        tests = [trait.sql() for trait in self.traits]
        sql = " AND ".join(test for test, _ in tests)
        return Where(
            f"SELECT e.version FROM participant p JOIN event e ON e.id = p.event WHERE {sql}",
            tuple(parameter for _, parameters in tests for parameter in parameters),
        )

    def over_pairs(self, arrays: Arrays, ids_of: Callable[[Where], Ids]) -> Mask:
        rows = np.ones(len(arrays.pairs.article), dtype=np.bool_)
        for trait in self.traits:
            rows &= trait.rows(arrays, ids_of)
        return arrays.mask_of(arrays.pairs.article[rows])

    def words(self) -> Message:
        traits = tuple(trait.words() for trait in self.traits)
        if len(traits) == 1 and not self.traits[0].excluded:
            return traits[0]
        first, *others = self.traits
        if first.about is About.PERSON and not first.excluded:
            beside = tuple(trait.words_beside_a_name() for trait in others)
            return message("{who} ({traits})", who=first.words(), traits=beside)
        return message("a participant: {traits}", traits=traits)

    def text(self) -> str:
        alone = len(self.traits) == 1 and not self.traits[0].excluded
        if alone and self.traits[0].about is About.PERSON:
            return self.traits[0].text()
        # Bare role:, side: and office: would bind to a person before them.
        return f"who({' '.join(trait.text() for trait in self.traits)})"


def person_named(name: str) -> Who:
    """Return the condition that somebody of this name, however spelt, took part."""
    return Who((Trait(About.PERSON, name),))


def this_person(uuid: str, name: str) -> Who:
    """Return the condition that this very person took part; ``name`` is for people to read."""
    return person_named(value_of(uuid, name, alone=False))


def value_of(uuid: str, name: str, *, alone: bool) -> str:
    """Return how a query calls one person: by the name where it is nobody else's."""
    return EXACTLY + name if alone else f"{BY_ID}{uuid} {name}"


def someone(role: str | None = None, side: str | None = None) -> Who:
    """Return the condition that somebody took part in this role, on this side."""
    wanted = ((About.ROLE, role), (About.SIDE, side))
    return Who(tuple(Trait(about, value) for about, value in wanted if value is not None))


def _person(name: str) -> tuple[str, tuple[object, ...]]:
    ids, parameters = person_ids(name)
    return f"p.person IN ({ids})", parameters


def person_ids(name: str) -> tuple[str, tuple[object, ...]]:
    """Select all spellings of a full name; a part of one, or an unknown one, as it stands."""
    if name[:1] == EXACTLY and name[1:]:
        return "SELECT id FROM person WHERE name = ?", (name[1:],)
    if name[:1] == BY_ID and name[1:]:
        return "SELECT id FROM person WHERE uuid = ?", (name[1:].partition(" ")[0],)
    keys = name_keys(name) or (name,)
    marks = ", ".join("?" * len(keys))
    by_key = f"SELECT person FROM person_name WHERE key IN ({marks})"
    part = f"SELECT person FROM person_name WHERE {_holds(name)}"
    pattern = _pattern(name)
    if len(folded_name(name).split()) > 1:
        part += f" AND NOT EXISTS ({by_key})"
        # Who is called just so is meant, whatever keys an earlier program kept of the name.
        # Of two that were made one, the one who is left without a name is nobody.
        same = "SELECT id FROM person WHERE name = ? AND id IN (SELECT person FROM person_name)"
        return f"{by_key} UNION {same} UNION {part}", (*keys, name, pattern, *keys)
    return f"{by_key} UNION {part}", (*keys, pattern)


def _coded(codes: npt.NDArray[np.int16], words: tuple[str, ...], value: str) -> Mask:
    """Return where ``codes`` stand for ``value``, letter case aside."""
    wanted = value.casefold()
    meant = [code for code, word in enumerate(words) if word.casefold() == wanted]
    return np.isin(codes, meant)


def _holding(codes: Ints, words: tuple[str, ...], part: str) -> Mask:
    """Return where ``codes`` stand for a word with ``part`` in it; no part: for no word."""
    wanted = part.casefold()
    meant = np.fromiter((wanted in word.casefold() for word in words), np.bool_, len(words))
    if not wanted:
        meant[1:] = False
    return np.asarray(meant[codes])


def _holds(name: str) -> str:
    """Match inside a Korean word, but only whole words elsewhere."""
    if any("가" <= letter <= "힣" for letter in name):
        return "name LIKE ? ESCAPE '\\'"
    return "' ' || replace(name, '-', ' ') || ' ' LIKE ? ESCAPE '\\'"


def _pattern(name: str) -> str:
    if any("가" <= letter <= "힣" for letter in name):
        return f"{escaped(name)}%" if len(name) == 1 else f"%{escaped(name)}%"
    return f"% {escaped(name.replace('-', ' '))} %"


def _role(role: str) -> tuple[str, tuple[object, ...]]:
    return "p.role = ?", (role.casefold(),)


def _side(side: str) -> tuple[str, tuple[object, ...]]:
    if not side:
        return "coalesce(p.side, '') = ''", ()
    return "p.side = ? COLLATE NOCASE", (side,)


def _office(office: str) -> tuple[str, tuple[object, ...]]:
    if not office:
        return "coalesce(p.title, '') = ''", ()
    return "p.title LIKE ? ESCAPE '\\'", (f"%{escaped(office)}%",)


def escaped(text: str) -> str:
    """Return ``text`` for LIKE, where it stands for itself."""
    for special in ("\\", "%", "_"):
        text = text.replace(special, "\\" + special)
    return text

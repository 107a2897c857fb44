"""Human beings over all spellings, as lists of public facts know them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from desktop_app.messages import Message

_DATELINE = uuid.UUID("6f3c2a52-0d8e-5a58-9c58-2f6f3b6f1b11")


def person_uuid(*parts: str) -> str:
    """Return the lasting id of the person whom ``parts`` describe: the same in every library."""
    return str(uuid.uuid5(_DATELINE, "\n".join(parts)))


@dataclass(frozen=True, slots=True)
class Office:
    """An office held, both days included; None where a day is not known, or it has not ended."""

    title: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """One entry of an authority file; ``source`` says where it comes from."""

    id: str
    name: str
    source: str
    name_ko: str = ""
    spellings: tuple[str, ...] = ()
    nation: str = ""
    died: date | None = None
    offices: tuple[Office, ...] = ()

    @property
    def uuid(self) -> str:
        return person_uuid("known", self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, as written."""
        return tuple(one for one in (self.name, self.name_ko, *self.spellings) if one)

    def in_office_on(self, day: date) -> bool:
        """Tell whether ``day`` lies between the first and the last day in any office."""
        firsts = [office.first for office in self.offices if office.first]
        lasts = [office.last or date.max for office in self.offices]
        return bool(firsts) and min(firsts) <= day <= max(lasts)


@dataclass(frozen=True, slots=True)
class Person:
    """One human being as the library has him or her; ``id`` is a row's and does not last."""

    id: int
    uuid: str
    name: str
    name_ko: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which dispatches write a person's name, and in how many they do."""

    name: str
    script: str
    count: int


@dataclass(frozen=True, slots=True)
class Held:
    """A title as dispatches give it, with the first and the last day on which they do.

    ``writings`` are all the ways in which they write it, ``title`` the most frequent.
    """

    title: str
    first: date | None
    last: date | None
    count: int
    writings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """Who stands in how many of the same dispatches; ``value`` is what a query takes."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody who may be the same person, because of ``why``; the likeliest come first."""

    person: Person
    count: int
    why: Message
    likeness: float


@dataclass(frozen=True, slots=True)
class Linked:
    """How many rows were linked to a person by the same thing, and how sure that is."""

    by: str
    count: int
    certainty: float


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a person: those that fit all that is said; what is empty says nothing.

    ``dispatches`` are public ids; days include both ends.
    """

    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    dispatches: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

"""Who takes part in a made-up event, and how a roster says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.made_up.people import Person, Population
from tests.made_up.words import COUNTRIES

Chance = Callable[[], float]
HOME = "DPRK"


@dataclass(frozen=True, slots=True)
class Row:
    """One participant as the annotation guide wants it."""

    name: str
    title: str
    side: str | None
    role: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What a dispatch tells before the rest of its prose: headline, sentences, who took part."""

    title: str
    sentences: tuple[str, ...]
    kind: str
    rows: tuple[Row, ...] = ()
    groups: tuple[tuple[str, str | None, str], ...] = ()


def some(people: Population, chance: Chance, most: int) -> list[Person]:
    """Draw one to ``most`` different people at home, the frequent ones more often."""
    drawn = people.drawn
    wanted = 1 + int(chance() * most)
    return list({drawn[int(chance() * len(drawn))]: None for _ in range(wanted)})


def guests(people: Population, chance: Chance, country: int, most: int) -> list[Person]:
    """Draw one to ``most`` different people of one foreign country."""
    from_there = people.abroad[country]
    wanted = 1 + int(chance() * most)
    return list(
        {from_there[int(chance() * chance() * len(from_there))]: None for _ in range(wanted)}
    )


def country_of(chance: Chance) -> int:
    return int(chance() * chance() * len(COUNTRIES))


def listed(parts: list[str], *, commas: bool = False) -> str:
    """Join as English does: "A, B and C", or "A, x, B, y, and C, z" where parts hold commas."""
    if len(parts) == 1:
        return parts[0]
    return ", ".join(parts[:-1]) + (", and " if commas else " and ") + parts[-1]


def named(persons: list[Person], year: int, after: bool, *also: str) -> str:
    """Write a roster with titles before the names, or after them between commas."""
    if after:
        told = [f"{person.name}, {person.title(year)}" for person in persons]
    else:
        told = [f"{person.title(year)} {person.name}" for person in persons]
    return listed([*told, *also], commas=after)


def rows(persons: list[Person], year: int, role: str, side: str | None = None) -> tuple[Row, ...]:
    return tuple(Row(person.name, person.title(year), side, role) for person in persons)


def rows_ko(
    persons: list[Person], year: int, role: str, side: str | None = None
) -> tuple[Row, ...]:
    return tuple(Row(person.name_ko, person.title_ko(year), side, role) for person in persons)

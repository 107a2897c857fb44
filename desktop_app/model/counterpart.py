"""Counterparts: dispatches that report one event in another outlet or language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Another dispatch of the same event, and what speaks for that.

    ``certainty`` is 0 to 1; ``shared`` are the names, numbers and places that both have.
    """

    article: int
    public_id: str
    title: str
    outlet: str
    language: str
    published: date | None
    certainty: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A dispatch as it is compared with those of the days around, in its reading version."""

    article: int
    day: int
    outlet: str
    language: str
    kind: str
    title: str
    text: str
    names: tuple[str, ...]
    sketch: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Link:
    """Two dispatches of one event, the smaller id first, and what both have."""

    article: int
    other: int
    certainty: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CounterpartWork:
    """The days, counted from 1970-01-01, whose links an earlier state of the library left open.

    ``changed`` are the articles that changed since; None where they are too many to tell apart.
    """

    days: tuple[int, ...]
    generation: int
    changed: frozenset[int] | None

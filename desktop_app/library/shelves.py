"""The texts of the days at hand, so that a near copy is found without comparing all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.library.folding import SKETCH_AT_LEAST, hashes_in
from desktop_app.library.found import Found

WORTH_COMPARING = 0.3  # of the sketch; a text with ten edits shares half of it
MOST_COMPARED = 24  # texts of one day; more are alike only where all are
TOO_FEW = 4  # hashes in a sketch: say nothing, compare the texts


@dataclass(frozen=True, slots=True)
class Compared:
    """A text as stored and as folded."""

    text: str
    folded: str


@dataclass(slots=True)
class Shelved:
    """One version as far as comparing needs it."""

    article: int
    version: int
    principals: frozenset[str]
    hashes: frozenset[bytes]
    original: int
    compared: Compared | None = None


class Shelf:
    """The texts of one day, found by what their sketches share: flat however many they are.

    Sets of texts are the bits of whole numbers, so that a day of hundreds costs as a day of ten.
    """

    def __init__(self, shelved: Iterable[Shelved] = ()) -> None:
        self._all: list[Shelved] = []
        self._having: dict[bytes, int] = {}  # a hash, and which texts have it
        self._short = 0
        self._few: list[int] = []
        for one in shelved:
            self.put(one)

    def put(self, shelved: Shelved) -> None:
        place = len(self._all)
        self._all.append(shelved)
        having = self._having
        for one in shelved.hashes:
            having[one] = having.get(one, 0) | 1 << place
        if len(shelved.hashes) < SKETCH_AT_LEAST:
            self._short |= 1 << place
        if len(shelved.hashes) < TOO_FEW:
            self._few.append(place)

    def near(self, hashes: frozenset[bytes]) -> list[Shelved]:
        """Return the texts worth comparing with one of this sketch, the nearest first.

        A sketch of few hashes says nothing, so that short texts are compared with short ones.
        """
        any_, worth = self._sharing(hashes)
        ranked = []
        for place in _places(worth):
            other = self._all[place].hashes
            shared = len(hashes & other)
            if shared >= WORTH_COMPARING * min(len(hashes), len(other)):
                ranked.append((-shared, place))
        near = [place for _, place in sorted(ranked)[:MOST_COMPARED]]
        if len(hashes) <= 2 * TOO_FEW:
            near += [place for place in self._few[-MOST_COMPARED:] if not any_ >> place & 1]
        return [self._all[place] for place in near]

    def _sharing(self, hashes: frozenset[bytes]) -> tuple[int, int]:
        """Return which texts share a hash, and which of those may share enough of them."""
        one = two = three = four = 0  # which have so many of them, or more
        for hash_ in hashes:
            having = self._having.get(hash_, 0)
            if having:
                four |= three & having
                three |= two & having
                two |= one & having
                one |= having
        # Of twelve hashes on each side a third is four: what shares fewer need not be counted.
        return one, one & self._short | four if len(hashes) >= SKETCH_AT_LEAST else one


def _places(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


@dataclass(slots=True)
class Shelves:
    """The shelves of the days at hand, loaded once a day and kept while an import runs."""

    connection: sqlite3.Connection
    days: dict[tuple[str, str, str], Shelf] = field(default_factory=dict)

    def of(self, outlet: str, language: str, day: str) -> Shelf:
        key = (outlet, language, day)
        shelf = self.days.get(key)
        if shelf is None:
            if len(self.days) > 400:  # a year of days: older ones are loaded again if needed
                self.days.clear()
            shelf = self.days[key] = Shelf(self._load(outlet, language, day))
        return shelf

    def put(self, found: Found, day: str, shelved: Shelved) -> None:
        if day:
            capture = found.capture
            self.of(capture.outlet, capture.language, day).put(shelved)

    def _load(self, outlet: str, language: str, day: str) -> list[Shelved]:
        rows = self.connection.execute(
            "SELECT v.article, v.id, v.principals, v.sketch,"
            " (SELECT min(c.original) FROM capture c WHERE c.article = a.id AND c.version = v.id)"
            " FROM article a JOIN version v ON v.article = a.id"
            " WHERE a.day_told = ? AND a.outlet = ? AND a.language = ? ORDER BY v.id",
            (day, outlet, language),
        )
        return [
            Shelved(
                article, version, frozenset(filter(None, who.split("\n"))), hashes_in(sketch), first
            )
            for article, version, who, sketch, first in rows
        ]

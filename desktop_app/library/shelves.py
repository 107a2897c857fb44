"""The texts of the days at hand, so that a near copy is found without comparing all."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.library.folding import hashes_in
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
    hashes: frozenset[int]
    original: int
    compared: Compared | None = None


class Shelf:
    """The texts of one day, found by what their sketches share: flat however many they are."""

    def __init__(self, shelved: Iterable[Shelved] = ()) -> None:
        self._all: list[Shelved] = []
        self._by_hash: dict[int, list[int]] = {}
        self._short: list[int] = []
        for one in shelved:
            self.put(one)

    def put(self, shelved: Shelved) -> None:
        place = len(self._all)
        self._all.append(shelved)
        for one in shelved.hashes:
            self._by_hash.setdefault(one, []).append(place)
        if len(shelved.hashes) < TOO_FEW:
            self._short.append(place)

    def near(self, hashes: frozenset[int]) -> list[Shelved]:
        """Return the texts worth comparing with one of this sketch, the nearest first.

        A sketch of few hashes says nothing, so that short texts are compared with short ones.
        """
        shared: Counter[int] = Counter()
        for one in hashes:
            shared.update(self._by_hash.get(one, ()))
        worth = [
            place
            for place, count in shared.most_common(MOST_COMPARED)
            if count >= WORTH_COMPARING * min(len(hashes), len(self._all[place].hashes))
        ]
        if len(hashes) <= 2 * TOO_FEW:
            worth += [place for place in self._short[-MOST_COMPARED:] if place not in shared]
        return [self._all[place] for place in worth]


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
            " (SELECT min(c.original) FROM capture c WHERE c.version = v.id)"
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

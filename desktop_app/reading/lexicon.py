"""The word lists that the grammar reads with, loaded once, when first asked for."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop_app.paths import resources


@dataclass(frozen=True, slots=True)
class Country:
    """A country or body under the noun that names a side, with all that point at it."""

    noun: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every list, in lower case where a word may stand in either."""

    family_names: frozenset[str]
    syllables: frozenset[str]
    first_names: frozenset[str]
    ordinary: frozenset[str]
    offices: frozenset[str]
    plurals: dict[str, str]
    people: frozenset[str]
    honorifics: frozenset[str]
    proper: frozenset[str]
    places: frozenset[str]
    countries: tuple[Country, ...]
    geographic: frozenset[str]
    spanish: frozenset[str]  # nouns of persons that head a phrase from its beginning
    ordinary_spanish: frozenset[str]


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").split()


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@cache
def lexicon() -> Lexicon:
    """Return the lists, read from the resources on the first call."""
    root = resources()
    offices = list(_rows(root / "titles" / "offices.csv"))
    spanish = list(_rows(root / "titles" / "offices_es.csv"))
    people_es = _lines(root / "titles" / "people_es.txt")
    countries = tuple(
        Country(
            row["country"],
            (row["country"], *filter(None, row["also"].split("|"))),
            tuple(filter(None, row["adjectives"].split("|"))),
        )
        for row in _rows(root / "gazetteer" / "countries.csv")
    )
    family = {s for r in _rows(root / "names/korean_family_names.csv") for s in _spellings(r)}
    syllables = {s for r in _rows(root / "names/korean_syllables.csv") for s in _spellings(r)}
    words_of_countries = {
        word.casefold()
        for country in countries
        for name in (*country.names, *country.adjectives)
        for word in name.split()
        if word[0].isupper()
    } - {"sri"}  # also an honorific
    places = frozenset(word.casefold() for word in _lines(root / "gazetteer/place_words.txt"))
    return Lexicon(
        family_names=frozenset(family),
        syllables=frozenset(syllables),
        first_names=frozenset(w.casefold() for w in _lines(root / "names/first_names.txt")),
        ordinary=frozenset(_lines(root / "titles" / "ordinary_words.txt")),
        offices=frozenset(row["singular"] for row in (*offices, *spanish)),
        plurals={row["plural"]: row["singular"] for row in (*offices, *spanish)},
        people=frozenset((*_lines(root / "titles" / "people.txt"), *people_es)),
        spanish=frozenset((*people_es, *(word for row in spanish for word in row.values())))
        - {row["singular"] for row in offices},
        ordinary_spanish=frozenset(_lines(root / "titles" / "ordinary_words_es.txt")),
        honorifics=frozenset(_lines(root / "titles" / "honorifics.txt")),
        proper=frozenset(w.casefold() for w in _lines(root / "titles" / "proper_nouns.txt")),
        places=places,
        countries=countries,
        geographic=frozenset(words_of_countries),
    )


@cache
def word_class(name: str) -> frozenset[str]:
    """Return a closed class of words (words.toml) in lower case."""
    return frozenset(_word_classes()[name].split())


@cache
def _word_classes() -> dict[str, str]:
    return tomllib.loads((resources() / "grammar" / "words.toml").read_text("utf-8"))


def _spellings(row: dict[str, str]) -> list[str]:
    return row["spellings"].casefold().split()

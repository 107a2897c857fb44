"""Two dispatches of one event beside each other: what only one of them has."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from desktop_app.model.article import Article
from desktop_app.model.sentences import sentences_of
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.signs import numbers_in, person_sign, places_in

LIKE = 62
"""Likeness of two sentences of one language, of 100, from which one stands for the other."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two dispatches: its names that the other lacks, and spans of such sentences."""

    text: str
    names: tuple[str, ...]
    alone: tuple[tuple[int, int], ...]


def beside(one: Article, other: Article) -> tuple[Side, Side]:
    """Compare two counterparts in the versions that they hold.

    In one language a sentence is told when nothing in the other dispatch is like it. Between
    languages it is told when it names a person, a town or a number that the other lacks.
    """
    first, second = _Text.of(one), _Text.of(other)
    same_language = one.row.language == other.row.language
    return first.without(second, same_language), second.without(first, same_language)


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    names: tuple[str, ...]
    signs: frozenset[str]
    numbers: frozenset[int]
    places: frozenset[str]
    sentences: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, article: Article) -> _Text:
        text = article.version.text if article.version else ""
        people = [row.name for event in article.events for row in event.participants]
        names = tuple(dict.fromkeys(people))
        dateline = find_dateline(text)
        body = dateline.end if dateline else 0
        return cls(
            text,
            names,
            frozenset(map(person_sign, names)),
            frozenset(numbers_in(text)),
            frozenset(places_in(text)),
            tuple((max(a, body), b) for a, b in sentences_of(text) if b > body),
        )

    def without(self, other: _Text, same_language: bool) -> Side:
        """Return this text, with what ``other`` does not have."""
        names = tuple(name for name in self.names if person_sign(name) not in other.signs)
        there = [other.text[a:b].casefold() for a, b in other.sentences]
        alone = (
            (a, b)
            for a, b in self.sentences
            if (
                _is_unlike(self.text[a:b].casefold(), there)
                if same_language
                else self._says_more(self.text[a:b], names, other)
            )
        )
        return Side(self.text, names, tuple(alone))

    def _says_more(self, sentence: str, names: tuple[str, ...], other: _Text) -> bool:
        return bool(
            any(name in sentence for name in names)
            or numbers_in(sentence) - other.numbers
            or places_in(sentence) - other.places
        )


def _is_unlike(sentence: str, others: list[str]) -> bool:
    return all(fuzz.token_set_ratio(sentence, other) < LIKE for other in others)

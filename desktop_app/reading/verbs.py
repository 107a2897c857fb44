"""The verbs of the grammar: which words open them, and which roles they give."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from desktop_app.model.participant import Role
from desktop_app.paths import resources

# What {few}, {thing} and {speech} stand for in the patterns of verbs.toml.
_FILLINGS = {
    "few": r"(?: [\w',-]+){0,8}?",
    "thing": (
        r"(?:messages?|letters?|greetings?|congratulations|telegrams?|cables?|wreaths?|baskets?"
        r"|bouquets?|gifts?|presents?|reply|replies|condolences|sympathy|spread|tables?|note|flowers"
        r"|thanks|cards?)"
    ),
    "speech": (
        r"(?:speech|speeches|address|addresses|reports?|remarks|toasts?|lectures?|papers?"
        r"|summing-up)"
    ),
}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its pattern, which begins with one of ``words``."""

    rule: str
    words: frozenset[str]
    pattern: re.Pattern[str]
    subject: Role
    object: Role | None
    to: Role | None
    source: Role | None
    also: Role | None

    def matches(self, places: Sequence[int], text: str, end: int) -> Iterator[re.Match[str]]:
        """Return where the verb stands in ``text[:end]``, if at one of the ``places``."""
        past = 0
        for place in places:
            match = self.pattern.match(text, place, end) if place >= past else None
            if match is not None:
                past = match.end()
                yield match


@cache
def verbs() -> tuple[Verb, ...]:
    """Return all verbs in the order in which they are tried."""
    table = tomllib.loads((resources() / "grammar" / "verbs.toml").read_text("utf-8"))
    return tuple(_verb(row) for row in table["verb"])


def verbs_in(
    text: str, start: int, end: int, words: AbstractSet[str]
) -> list[tuple[Verb, list[int]]]:
    """Return the verbs that may stand in ``text[start:end]``, in their order, and their places.

    ``words`` are those of the text in small letters; longer words may hold them, too.
    """
    found: dict[int, list[int]] = {}
    every, by_word = verbs(), _by_word()
    for word in words & verb_words():
        place = text.find(word, start, end)
        while place >= 0:
            for number in by_word[word]:
                found.setdefault(number, []).append(place)
            place = text.find(word, place + 1, end)
    return [(every[number], sorted(found[number])) for number in sorted(found)]


@cache
def _by_word() -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for number, verb in enumerate(verbs()):
        for word in verb.words:
            numbers.setdefault(word, []).append(number)
    return numbers


@cache
def verb_words() -> frozenset[str]:
    """Return every word that opens a verb."""
    return frozenset().union(*(verb.words for verb in verbs()))


def _verb(row: dict[str, str]) -> Verb:
    words = row["words"].split()
    then = row.get("then", "")
    for name, filling in _FILLINGS.items():
        then = then.replace("{" + name + "}", filling)
    return Verb(
        rule=row["rule"],
        words=frozenset(words),
        pattern=re.compile(rf"\b{row.get('opening', '')}(?:{'|'.join(words)})\b{then}"),
        subject=Role(row["subject"]),
        object=_role(row, "object"),
        to=_role(row, "to"),
        source=_role(row, "from"),
        also=_role(row, "also"),
    )


def _role(row: dict[str, str], key: str) -> Role | None:
    return Role(row[key]) if key in row else None

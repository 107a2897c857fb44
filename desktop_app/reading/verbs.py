"""The verbs of the grammar: which words open them, and which roles they give."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
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
        r"|bouquets?|gifts?|presents?|reply|replies|condolences|sympathy|spread|note|flowers"
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

    def places(
        self, words: AbstractSet[str], text: str, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        """Return where the verb stands in ``text[start:end]``, a text of these ``words``."""
        past = start
        for place in sorted(_places(self.words & words, text, start, end)):
            match = self.pattern.match(text, place, end) if place >= past else None
            if match is not None:
                past = match.end()
                yield match


def _places(words: Iterable[str], text: str, start: int, end: int) -> Iterator[int]:
    """Return where ``words`` stand, and where longer words hold them."""
    for word in words:
        place = text.find(word, start, end)
        while place >= 0:
            yield place
            place = text.find(word, place + 1, end)


@cache
def verbs() -> tuple[Verb, ...]:
    """Return all verbs in the order in which they are tried."""
    table = tomllib.loads((resources() / "grammar" / "verbs.toml").read_text("utf-8"))
    return tuple(_verb(row) for row in table["verb"])


def verbs_of(words: AbstractSet[str]) -> list[Verb]:
    """Return the verbs that may stand in a sentence of these words, in their order."""
    found, by_word = words & verb_words(), _by_word()
    if not found:
        return []
    every = verbs()
    return [every[number] for number in sorted({n for word in found for n in by_word[word]})]


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

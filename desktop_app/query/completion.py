"""What can follow at the cursor of the search bar: fields, their values, people, places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_app.model.names import folded_name
from desktop_app.model.participant import EventKind, Role
from desktop_app.query.conditions.columns import LANGUAGES
from desktop_app.query.conditions.flags import Flag
from desktop_app.query.fields import FIELDS, NOTE
from desktop_app.query.query import COLUMNS, Axis, Lies, Versions
from desktop_app.query.quoting import written
from desktop_app.query.result import FacetCount
from desktop_app.query.scanning import Kind, Token, scan

COUNTED = (
    "person",
    "place",
    "province",
    "outlet",
    "site",
    "side",
    "kind",
    "role",
    "lang",
    "tag",
    "collection",
)
"""Fields whose values the library knows, with how many dispatches have each."""

BY_THE_WORD = ("person", "place", "outlet", "tag")
"""Of these, values are offered for a word without any field."""

FIXED: dict[str, tuple[str, ...]] = {
    "kind": tuple(map(str, EventKind)),
    "role": tuple(map(str, Role)),
    "lang": tuple(LANGUAGES),
    "is": tuple(str(flag) for flag in Flag if flag is not Flag.TEXT),
    "has": (str(Flag.TEXT), NOTE),
    "by": tuple(map(str, Axis)),
    "as": tuple(map(str, Versions)),
    "in": tuple(map(str, Lies)),
    "sort": tuple(COLUMNS),
    "date": ("unknown", "known"),
    "happened": ("unknown", "known"),
}

WORDS_OF_A_NAME = 4  # before the one being typed

ValuesOf = Callable[[str, str], Sequence[FacetCount]]
"""Gives the values of a field that begin as typed, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is being typed: [start, end) is what a choice replaces; ``field`` "" is none.

    ``longer`` are the same with the words before it, the longest first: a name has several.
    """

    field: str
    typed: str
    start: int
    end: int
    longer: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One line of the completion: what it puts in, how it is shown, how many have it.

    It takes the place of what was typed from ``start``; None: of the last word alone.
    """

    text: str
    label: str
    count: int | None = None
    start: int | None = None


def asked_at(text: str, cursor: int) -> Asked | None:
    """Return what is being typed at ``cursor``; None where nothing can be completed."""
    tokens = scan(text[:cursor], frozenset(FIELDS))
    if not tokens or tokens[-1].end != cursor:
        return Asked("", "", cursor, cursor)
    last = tokens[-1]
    if last.kind is not Kind.TERM:
        return Asked("", "", cursor, cursor) if last.kind is not Kind.NEAR else None
    if last.star or (last.quoted and not last.unclosed):
        return None
    longer = () if last.field or last.quoted else _longer(tokens, cursor)
    return Asked(last.field, last.value, last.start, cursor, longer)


def _longer(tokens: Sequence[Token], cursor: int) -> tuple[Asked, ...]:
    """Return what is typed with one, two … words before it, as long as these are bare words.

    The first of them may stand behind a field: ``person:Kim Jong`` is still to get its quotes.
    """
    found: list[Asked] = []
    said = tokens[-1].value
    for place in range(len(tokens) - 2, max(-1, len(tokens) - 2 - WORDS_OF_A_NAME), -1):
        token, before = tokens[place], tokens[place - 1] if place else None
        if token.kind is not Kind.TERM or token.quoted or token.star or token.tilde:
            break
        if before is not None and before.end == token.start and not token.field:
            break  # a minus, or an opening bracket: this word is not like the others
        said = f"{token.value} {said}"
        found.append(Asked(token.field, said, token.start, cursor))
        if token.field:
            break
    return tuple(reversed(found))


def options(asked: Asked | None, values_of: ValuesOf, most: int = 12) -> tuple[Option, ...]:
    """Return what ``asked`` may become, the likeliest first."""
    if asked is None:
        return ()
    if asked.field:
        return tuple(_values(asked.field, asked.typed, values_of))[:most]
    if not asked.typed:
        return ()
    found = _of_several_words(asked, values_of)
    if found:
        return tuple(found[:most])
    found = [
        Option(f"{name}:", f"{name}:") for name in FIELDS if name.startswith(asked.typed.casefold())
    ]
    if len(asked.typed) > 1 or not asked.typed.isascii():
        for field in BY_THE_WORD:
            found += _values(field, asked.typed, values_of)[: most // 3]
    return tuple(found[:most])


def _of_several_words(asked: Asked, values_of: ValuesOf) -> list[Option]:
    """Return the names and places that begin with more than the last word; of the longest."""
    for longer in asked.longer:
        fields = (longer.field,) if longer.field else BY_THE_WORD
        found = [
            replace(one, start=longer.start)
            for field in fields
            for one in _values(field, longer.typed, values_of)
        ]
        if found:
            return found
    return []


def _values(field: str, typed: str, values_of: ValuesOf) -> list[Option]:
    found: dict[str, Option] = {}
    if field in COUNTED:
        for line in values_of(field, typed):
            found[line.value.casefold()] = Option(
                f"{field}:{written(line.value)}", line.label, line.count
            )
    wanted = folded_name(typed)
    for value in FIXED.get(field, ()):
        if value.casefold() not in found and folded_name(value).startswith(wanted):
            found[value.casefold()] = Option(f"{field}:{value}", value)
    return list(found.values())

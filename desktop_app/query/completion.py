"""What can follow at the cursor of the search bar: fields, their values, people, places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.model.names import folded_name
from desktop_app.model.participant import EventKind, Role
from desktop_app.query.conditions.columns import LANGUAGES
from desktop_app.query.conditions.flags import Flag
from desktop_app.query.fields import FIELDS, NOTE
from desktop_app.query.query import COLUMNS, Axis, Lies, Versions
from desktop_app.query.quoting import written
from desktop_app.query.result import FacetCount
from desktop_app.query.scanning import Kind, scan

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

ValuesOf = Callable[[str, str], Sequence[FacetCount]]
"""Gives the values of a field that begin as typed, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is being typed: [start, end) is what a choice replaces; ``field`` "" is none."""

    field: str
    typed: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Option:
    """One line of the completion: what it puts in, how it is shown, how many have it."""

    text: str
    label: str
    count: int | None = None


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
    return Asked(last.field, last.value, last.start, cursor)


def options(asked: Asked | None, values_of: ValuesOf, most: int = 12) -> tuple[Option, ...]:
    """Return what ``asked`` may become, the likeliest first."""
    if asked is None:
        return ()
    if asked.field:
        return tuple(_values(asked.field, asked.typed, values_of))[:most]
    if not asked.typed:
        return ()
    found = [
        Option(f"{name}:", f"{name}:") for name in FIELDS if name.startswith(asked.typed.casefold())
    ]
    if len(asked.typed) > 1 or not asked.typed.isascii():
        for field in BY_THE_WORD:
            found += _values(field, asked.typed, values_of)[: most // 3]
    return tuple(found[:most])


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

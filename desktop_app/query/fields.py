"""The fields of the query language: what ``name:value`` means. Adding one is adding a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from typing import TypeAlias

from desktop_app.messages import Message, message
from desktop_app.model.participant import EventKind, Role
from desktop_app.model.shelf import Shelf
from desktop_app.query.conditions.changes import Changed
from desktop_app.query.conditions.columns import LANGUAGES, UNKNOWN, Column, ColumnIs
from desktop_app.query.conditions.counts import Counted, CountIs
from desktop_app.query.conditions.days import Anniversary, DaysIn, DayUnknown
from desktop_app.query.conditions.flags import Flag, Is
from desktop_app.query.conditions.own import NONE, LabelIs, NoteHas
from desktop_app.query.conditions.people import About, Trait, Who
from desktop_app.query.conditions.words import Forms, Part, Words
from desktop_app.query.dates_written import Span, read_month_day, read_span
from desktop_app.query.query import COLUMNS, Axis, Everything, Lies, Node, Order, Versions
from desktop_app.query.scanning import Token

NOTE = "note"

Setting: TypeAlias = Axis | Versions | Lies | Order
"""What is not a condition: the day axis, which version counts, library or bin, the order."""


@dataclass(frozen=True, slots=True)
class Read:
    """What ``name:value`` was understood as; ``problem`` where not all of it makes sense."""

    node: Node | None = None
    setting: Setting | None = None
    problem: Message | None = None


def words(token: Token, part: Part) -> Read:
    """Read a word or phrase that is looked for in title or text."""
    problem = None
    if not any(letter.isalnum() for letter in token.value):
        problem = message("“{value}” has no letter or number to look for", value=token.value)
    if token.tilde:
        return Read(Forms(token.value, part), problem=problem)
    return Read(Words(token.value, part, token.star), problem=problem)


def _days(axis: Axis) -> Callable[[Token], Read]:
    def read(token: Token) -> Read:
        known = token.value.casefold()
        if known == "unknown":
            return Read(DayUnknown(axis))
        if known == "known":
            return Read(DaysIn(None, None, axis))
        return _span(read_span(token.value), axis)

    return read


def _span(span: Span | Message, axis: Axis = Axis.PUBLISHED) -> Read:
    if isinstance(span, Message):
        return Read(problem=span)
    problem = None
    if span.first is not None and span.last is not None and span.last < span.first:
        problem = message("the span ends before it begins")
    return Read(DaysIn(span.first, span.last, axis), problem=problem)


def _before(token: Token) -> Read:
    span = read_span(token.value)
    if isinstance(span, Message):
        return Read(problem=span)
    if span.first is None or span.first == date.min:
        return Read(problem=message("before: wants one day, month or year"))
    return Read(DaysIn(None, span.first - timedelta(days=1)))


def _after(token: Token) -> Read:
    span = read_span(token.value)
    if isinstance(span, Message):
        return Read(problem=span)
    if span.last is None or span.last == date.max:
        return Read(problem=message("after: wants one day, month or year"))
    return Read(DaysIn(span.last + timedelta(days=1), None))


def _juche(token: Token) -> Read:
    return _span(read_span(token.value, juche=True))


def _anniversary(token: Token) -> Read:
    day = read_month_day(token.value)
    return Read(problem=day) if isinstance(day, Message) else Read(Anniversary(*day))


def _column(column: Column, known: Iterable[str] = ()) -> Callable[[Token], Read]:
    among = tuple(known)

    def read(token: Token) -> Read:
        value = token.value
        if not token.quoted and value.casefold() == UNKNOWN:
            return Read(ColumnIs(column, ""))
        if column is Column.LANGUAGE and not token.quoted:
            value = LANGUAGES.get(value.casefold(), value)
        if not value:
            return Read(problem=_empty(token))
        problem = None
        if among and value.casefold() not in among:
            problem = _not_among(value, among)
        return Read(ColumnIs(column, value), problem=problem)

    return read


_COUNT = re.compile(r"(>=|<=|>|<|=)?(\d{1,18})|(\d{1,18})\.\.(\d{1,18})")


def _count(counted: Counted) -> Callable[[Token], Read]:
    def read(token: Token) -> Read:
        match = _COUNT.fullmatch(token.value)
        if match is None:
            return Read(
                problem=message("write a number: {field}:>500 or {field}:10..20", field=counted)
            )
        if match[3]:
            return Read(CountIs(counted, int(match[3]), int(match[4])))
        number = int(match[2])
        least, most = {
            ">=": (number, None),
            ">": (number + 1, None),
            "<=": (0, number),
            "<": (0, number - 1),
        }.get(match[1] or "=", (number, number))
        if most is not None and most < 0:
            return Read(problem=message("nothing is less than 0"))
        return Read(CountIs(counted, least, most))

    return read


def _is(token: Token) -> Read:
    if token.value.casefold() == "any":
        return Read(Everything())
    flags = [flag.value for flag in Flag if flag is not Flag.TEXT]
    if token.value.casefold() not in flags:
        return Read(problem=_not_among(token.value, flags))
    return Read(Is(Flag(token.value.casefold())))


def _has(token: Token) -> Read:
    if token.value.casefold() == NOTE:
        return Read(NoteHas(""))
    if token.value.casefold() != Flag.TEXT.value:
        return Read(problem=_not_among(token.value, [Flag.TEXT.value, NOTE]))
    return Read(Is(Flag.TEXT))


def _label(shelf: Shelf) -> Callable[[Token], Read]:
    def read(token: Token) -> Read:
        if not token.quoted and token.value.casefold() == NONE:
            return Read(LabelIs(shelf, ""))
        problem = None if token.value else _empty(token)
        return Read(LabelIs(shelf, token.value), problem=problem)

    return read


def _note(token: Token) -> Read:
    return Read(NoteHas(token.value), problem=None if token.value else _empty(token))


def _changed(token: Token, *, added: bool) -> Read:
    return Read(Changed(token.value, added), problem=words(token, Part.ANY).problem)


def trait_of(token: Token, *, excluded: bool = False) -> tuple[Trait, Message | None]:
    """Read ``person:``, ``role:``, ``side:`` or ``office:``."""
    about, value = About(token.field), token.value
    problem = None
    if not token.quoted and value.casefold() == "unknown" and about is not About.PERSON:
        value = ""
    elif not value:
        problem = _empty(token)
    elif about is About.ROLE and value.casefold() not in tuple(Role):
        problem = _not_among(value, tuple(Role))
    return Trait(about, value, excluded), problem


def _trait(token: Token) -> Read:
    trait, problem = trait_of(token)
    return Read(Who((trait,)), problem=problem)


def _axis(token: Token) -> Read:
    if token.value.casefold() not in tuple(Axis):
        return Read(problem=_not_among(token.value, tuple(Axis)))
    return Read(setting=Axis(token.value.casefold()))


def _versions(token: Token) -> Read:
    if token.value.casefold() not in tuple(Versions):
        return Read(problem=_not_among(token.value, tuple(Versions)))
    return Read(setting=Versions(token.value.casefold()))


def _lies(token: Token) -> Read:
    if token.value.casefold() not in tuple(Lies):
        return Read(problem=_not_among(token.value, tuple(Lies)))
    return Read(setting=Lies(token.value.casefold()))


def _sort(token: Token) -> Read:
    column = token.value.removeprefix("-").casefold()
    if column not in COLUMNS:
        return Read(problem=_not_among(column, COLUMNS))
    return Read(setting=Order(column, descending=token.value.startswith("-")))


def _empty(token: Token) -> Message:
    return message("{field}: wants something after it", field=token.field)


def _not_among(value: str, known: Iterable[str]) -> Message:
    among = [str(one) for one in known]
    close = get_close_matches(value.casefold()[:40], among, n=1)
    if close:
        return message("“{value}” is not known; did you mean {close}?", value=value, close=close[0])
    return message("“{value}” is not known; there is {known}", value=value, known=tuple(among))


FIELDS: dict[str, Callable[[Token], Read]] = {
    "title": lambda token: words(token, Part.TITLE),
    "text": lambda token: words(token, Part.TEXT),
    "date": _days(Axis.PUBLISHED),
    "dateline": _days(Axis.DATELINE),
    "happened": _days(Axis.HAPPENED),
    "captured": _days(Axis.CAPTURED),
    "before": _before,
    "after": _after,
    "juche": _juche,
    "anniversary": _anniversary,
    "kind": _column(Column.KIND, EventKind),
    "place": _column(Column.PLACE),
    "province": _column(Column.PROVINCE),
    "outlet": _column(Column.OUTLET),
    "site": _column(Column.SITE),
    "lang": _column(Column.LANGUAGE),
    "person": _trait,
    "role": _trait,
    "side": _trait,
    "office": _trait,
    "tag": _label(Shelf.TAG),
    "collection": _label(Shelf.COLLECTION),
    "note": _note,
    "words": _count(Counted.WORDS),
    "participants": _count(Counted.PARTICIPANTS),
    "versions": _count(Counted.VERSIONS),
    "is": _is,
    "has": _has,
    "removed": lambda token: _changed(token, added=False),
    "added": lambda token: _changed(token, added=True),
    "by": _axis,
    "as": _versions,
    "in": _lies,
    "sort": _sort,
}

TEXT_FIELDS = {"": Part.ANY, "title": Part.TITLE, "text": Part.TEXT}
"""Where words of any form (prefix, ~, NEAR) may stand."""


def read_field(token: Token) -> Read:
    """Return what ``name:value`` means; an empty or starred value only where it makes sense."""
    if not token.value and not token.quoted:
        return Read(problem=_empty(token))
    read = FIELDS[token.field](token)
    if (token.star or token.tilde) and token.field not in TEXT_FIELDS and read.problem is None:
        problem = message("* and ~ go with words, not with {field}:", field=token.field)
        return Read(read.node, read.setting, problem)
    return read

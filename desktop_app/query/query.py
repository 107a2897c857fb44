"""The question: a tree of conditions, an order and a day axis, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self, TypeAlias

from desktop_app.messages import Message, message
from desktop_app.query.arrays import Arrays, Ids, Mask


@dataclass(frozen=True, slots=True)
class Where:
    """A complete SELECT that returns one column of ids, and its parameters."""

    sql: str
    parameters: tuple[object, ...] = ()


class Condition:
    """A leaf of the tree. It knows its words, its text, and how it is answered.

    A leaf answers either by SQL (`SqlCondition`) or over the arrays (`ArrayCondition`).
    ``field`` is what a view replaces when it narrows ("date", "person", "text", …).
    """

    __slots__ = ()

    @property
    def field(self) -> str:
        raise NotImplementedError

    def words(self) -> Message:
        """Say the condition to people: the chip and the caption."""
        raise NotImplementedError

    def text(self) -> str:
        """Write the condition in the query language; parsing gives it back."""
        raise NotImplementedError


class SqlCondition(Condition):
    """A leaf that SQL answers with ids of articles."""

    __slots__ = ()

    def where(self) -> Where:
        raise NotImplementedError


class TextCondition(Condition):
    """A leaf that a full-text index answers with ids of *versions*.

    A headline without text has no version; it stands as its article's id, negative.
    """

    __slots__ = ()

    def where(self) -> Where:
        raise NotImplementedError


class PairsCondition(TextCondition):
    """A leaf about participants: of reading versions the arrays tell, of others only SQL."""

    __slots__ = ()

    def over_pairs(self, arrays: Arrays, ids_of: Callable[[Where], Ids]) -> Mask:
        """Return the mask over reading versions.

        ``ids_of`` answers what only SQL knows, such as who is called so.
        """
        raise NotImplementedError


class ArrayCondition(Condition):
    """A leaf that the arrays answer."""

    __slots__ = ()

    def mask(self, arrays: Arrays) -> Mask:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Everything:
    """No condition at all."""

    def words(self) -> Message:
        return message("everything")

    def text(self) -> str:
        return "is:any"


@dataclass(frozen=True, slots=True)
class And:
    """All of ``parts`` hold; at least two."""

    parts: tuple[Node, ...]

    def words(self) -> Message:
        return message("{parts}", parts=tuple(part_words(part) for part in self.parts))

    def text(self) -> str:
        return " ".join(part_text(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of ``parts`` holds; at least two."""

    parts: tuple[Node, ...]

    def words(self) -> Message:
        said = part_words(self.parts[0])
        for part in self.parts[1:]:
            said = message("{one} or {other}", one=said, other=part_words(part))
        return said

    def text(self) -> str:
        return " OR ".join(part_text(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    """``part`` does not hold: the complement over all articles, unknown values included."""

    part: Node

    def words(self) -> Message:
        return message("not {what}", what=part_words(self.part))

    def text(self) -> str:
        inner = self.part.text()
        return f"-({inner})" if isinstance(self.part, And | Or | Not) else f"-{inner}"


Node: TypeAlias = Condition | Everything | And | Or | Not


def part_text(node: Node) -> str:
    """Write ``node`` as a part of another: a composed one stands in parentheses."""
    return f"({node.text()})" if isinstance(node, And | Or) else node.text()


def part_words(node: Node) -> Message:
    """Say ``node`` as a part of another."""
    if isinstance(node, And | Or):
        return message("({what})", what=node.words())
    return node.words()


class Axis(StrEnum):
    """Which of a dispatch's days the calendar and the timeline count by."""

    PUBLISHED = "published"
    DATELINE = "dateline"
    HAPPENED = "happened"
    CAPTURED = "captured"


class Versions(StrEnum):
    """Which version of an article counts."""

    READING = "reading"
    LATEST = "latest"
    ANY = "any"


class Lies(StrEnum):
    """Where the articles lie that are asked for: in the library, or in its bin."""

    LIBRARY = "library"
    BIN = "bin"


COLUMNS = (
    "published",
    "dateline",
    "happened",
    "captured",
    "title",
    "kind",
    "people",
    "place",
    "outlet",
    "site",
    "language",
    "words",
    "versions",
)
"""What the list can be sorted by."""


@dataclass(frozen=True, slots=True)
class Order:
    """How the list is sorted: a column of the list, newest first by default."""

    column: str = "published"
    descending: bool = True


_AXIS_SAYS = {
    Axis.DATELINE: "the dateline",
    Axis.HAPPENED: "the event",
    Axis.CAPTURED: "the capture",
}
_VERSIONS_SAY = {
    Versions.LATEST: "in the latest versions",
    Versions.ANY: "in any version",
}


@dataclass(frozen=True, slots=True)
class Query:
    """Everything that decides which articles are shown, and in which order."""

    where: Node = Everything()
    order: Order = Order()
    axis: Axis = Axis.PUBLISHED
    versions: Versions = Versions.READING
    lies: Lies = Lies.LIBRARY

    def text(self) -> str:
        """Write the query in the query language; parsing gives it back."""
        said = [] if isinstance(self.where, Everything) else [self.where.text()]
        more = []
        if self.axis is not Axis.PUBLISHED:
            more.append(f"by:{self.axis}")
        if self.versions is not Versions.READING:
            more.append(f"as:{self.versions}")
        if self.lies is not Lies.LIBRARY:
            more.append(f"in:{self.lies}")
        if self.order != Order():
            more.append(f"sort:{'-' if self.order.descending else ''}{self.order.column}")
        if said and more:
            said = [part_text(self.where) if isinstance(self.where, Or) else said[0]]
        return " ".join(said + more)

    def words(self) -> Message:
        """Say the whole query to people: the caption of a window, a chart or an export."""
        said = self.where.words()
        if self.axis is not Axis.PUBLISHED:
            said = message(
                "{query}, by the day of {axis}", query=said, axis=message(_AXIS_SAYS[self.axis])
            )
        if self.versions is not Versions.READING:
            said = message(
                "{query}, {versions}", query=said, versions=message(_VERSIONS_SAY[self.versions])
            )
        if self.lies is Lies.BIN:
            said = message("{query}, in the bin", query=said)
        return said

    def top_level(self) -> tuple[Node, ...]:
        """Return the parts that all hold: what stands as one chip each."""
        if isinstance(self.where, And):
            return self.where.parts
        return () if isinstance(self.where, Everything) else (self.where,)

    def narrowed(self, condition: Condition) -> Self:
        """Return this query with ``condition`` in place of any top-level one of its field."""
        kept = [p for p in self.top_level() if field_of(p) != condition.field]
        return replace(self, where=all_of(*kept, condition))

    def added(self, node: Node) -> Self:
        """Return this query with ``node`` holding as well (facet clicks)."""
        if node in self.top_level():
            return self
        return replace(self, where=all_of(*self.top_level(), node))

    def without(self, node: Node) -> Self:
        """Return this query without the top-level part ``node`` (a chip's cross)."""
        return replace(self, where=all_of(*(p for p in self.top_level() if p != node)))

    def without_dates(self) -> Self:
        """Return this query without its own top-level dates: what `Result.around` counts."""
        return replace(
            self, where=all_of(*(p for p in self.top_level() if field_of(p) != self.axis_field))
        )

    @property
    def axis_field(self) -> str:
        """The field of the conditions that the day views set (``date`` for published)."""
        return "date" if self.axis is Axis.PUBLISHED else str(self.axis)


def field_of(node: Node) -> str:
    """Return the field that ``node`` is about; "" for a composed one."""
    if isinstance(node, Condition):
        return node.field
    return field_of(node.part) if isinstance(node, Not) else ""


def all_of(*nodes: Node) -> Node:
    """Join ``nodes`` by And, without needless levels."""
    parts: list[Node] = []
    for node in nodes:
        if isinstance(node, And):
            parts.extend(node.parts)
        elif not isinstance(node, Everything):
            parts.append(node)
    if not parts:
        return Everything()
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def leaves(node: Node) -> Iterator[Condition]:
    """Yield every condition of the tree, from left to right."""
    if isinstance(node, Condition):
        yield node
    elif isinstance(node, Not):
        yield from leaves(node.part)
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part)

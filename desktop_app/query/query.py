"""The question: a tree of conditions, an order and a day axis, as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Self, TypeAlias

from desktop_app.messages import Message, message
from desktop_app.query.arrays import Arrays, Mask


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
    field: ClassVar[str] = ""

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
    """A leaf that a full-text index answers with ids of *versions*."""

    __slots__ = ()

    def where(self) -> Where:
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
        return ""


@dataclass(frozen=True, slots=True)
class And:
    """All of ``parts`` hold; at least two."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of ``parts`` holds; at least two."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """``part`` does not hold: the complement over all articles, unknown values included."""

    part: Node


Node: TypeAlias = Condition | Everything | And | Or | Not


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


@dataclass(frozen=True, slots=True)
class Order:
    """How the list is sorted: a column of the list, newest first by default."""

    column: str = "published"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """Everything that decides which articles are shown, and in which order."""

    where: Node = Everything()
    order: Order = Order()
    axis: Axis = Axis.PUBLISHED
    versions: Versions = Versions.READING

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

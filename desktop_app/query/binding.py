"""Binds ``role:``, ``side:`` and ``office:`` to the person before them in one AND group."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.query.conditions.people import About, Trait, Who
from desktop_app.query.query import And, Node, Not, Or


@dataclass(frozen=True, slots=True)
class Item:
    """A term as typed: a node, or traits that still look for their person.

    Several ``traits`` are alternatives (role:present OR role:speaker), unless excluded:
    then none of them holds. ``is_person`` marks a ``person:``, or alternatives of such,
    that traits bind to.
    """

    node: Node | None = None
    traits: tuple[Trait, ...] = ()
    is_person: bool = False

    def negated(self) -> Item:
        """Return the opposite: of ``role:x``, that the participant has another role."""
        if self.traits and not any(trait.excluded for trait in self.traits):
            return Item(traits=tuple(replace(trait, excluded=True) for trait in self.traits))
        return Item(node=Not(self.alone()))

    def alone(self) -> Node:
        """Return what it means without a person to bind to."""
        if self.node is not None:
            return self.node
        nodes: list[Node] = []
        for trait in self.traits:
            who = Who((replace(trait, excluded=False),))
            nodes.append(Not(who) if trait.excluded else who)
        if len(nodes) == 1:
            return nodes[0]
        return And(tuple(nodes)) if self.traits[0].excluded else Or(tuple(nodes))


def bound(items: list[Item]) -> Node | None:
    """Return what ``items`` mean together; traits without a person bind to each other."""
    people: list[_Row] = []
    loose = _Row()
    nodes: list[Node | _Row] = []
    for item in items:
        if item.is_person and item.node is not None:
            people.append(_Row(item.node))
            nodes.append(people[-1])
        elif item.node is not None:
            nodes.append(item.node)
        elif people:
            people[-1].add(item.traits)
        else:
            if not loose.seen:
                nodes.append(loose)
            loose.add(item.traits)
    return _joined(nodes)


def _joined(nodes: list[Node | _Row]) -> Node | None:
    parts: list[Node] = []
    for node in nodes:
        parts.extend(node.nodes() if isinstance(node, _Row) else [node])
    if len(parts) < 2:
        return parts[0] if parts else None
    return And(tuple(parts))


def _alternatives(node: Node) -> list[Who]:
    """Return the rows that an already bound person may be."""
    if isinstance(node, Who):
        return [node]
    if isinstance(node, Or):
        return [who for part in node.parts for who in _alternatives(part)]
    return []


class _Row:
    """One participant that traits are being bound to; several where there are alternatives."""

    def __init__(self, person: Node | None = None) -> None:
        self._person = person
        people = [] if person is None else _alternatives(person)
        self._rows: list[tuple[Trait, ...]] = [who.traits for who in people] or [()]
        self._more: list[Node] = []
        self.seen = False

    def add(self, traits: tuple[Trait, ...]) -> None:
        """Bind ``traits``: excluded ones all, others as alternatives.

        A person can have two roles only in two rows, so a second role asks for one more row.
        """
        self.seen = True
        if traits[0].excluded:
            self._rows = [row + traits for row in self._rows]
        elif any(_has(row, traits[0].about) for row in self._rows):
            others = [
                tuple(t for t in row if t.excluded or t.about is About.PERSON) for row in self._rows
            ]
            self._more.append(_any_of([(*row, trait) for row in others for trait in traits]))
        else:
            self._rows = [(*row, trait) for row in self._rows for trait in traits]

    def nodes(self) -> list[Node]:
        """Return what must hold; without anything positive, that there is no such row."""
        if self._person is not None and not self.seen:
            return [self._person]
        if all(trait.excluded for row in self._rows for trait in row):
            return [
                Not(Who((replace(trait, excluded=False),))) for row in self._rows for trait in row
            ] + self._more
        return [_any_of(self._rows), *self._more]


def _has(row: tuple[Trait, ...], about: About) -> bool:
    return any(trait.about is about and not trait.excluded for trait in row)


def _any_of(rows: list[tuple[Trait, ...]]) -> Node:
    whos: tuple[Node, ...] = tuple(dict.fromkeys(Who(row) for row in rows))
    return whos[0] if len(whos) == 1 else Or(whos)

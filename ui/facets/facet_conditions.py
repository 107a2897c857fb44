"""From a facet's line to the condition that a click on it means."""

from __future__ import annotations

from desktop_app.model.shelf import Shelf
from desktop_app.query.conditions.columns import Column, ColumnIs
from desktop_app.query.conditions.own import LabelIs
from desktop_app.query.conditions.people import Who, person_named, someone
from desktop_app.query.query import Condition, Not, Query


def facet_condition(field: str, value: str) -> Condition:
    """Return the condition that dispatches have ``value`` in ``field``."""
    if field == "person":
        return person_named(value)
    if field == "role":
        return someone(role=value)
    if field == "side":
        return someone(side=value)
    if field in tuple(Shelf):
        return LabelIs(Shelf(field), value)
    return ColumnIs(Column("lang" if field == "language" else field), value)


def named_values(query: Query) -> set[tuple[str, str]]:
    """Return what ``query`` asks for by facet, as (field, value)."""
    named: set[tuple[str, str]] = set()
    for node in query.top_level():
        if isinstance(node, ColumnIs):
            field = "language" if node.column is Column.LANGUAGE else str(node.column)
            named.add((field, node.value))
        elif isinstance(node, LabelIs):
            named.add((str(node.shelf), node.name))
        elif isinstance(node, Who):
            named.update((str(t.about), t.value) for t in node.traits if not t.excluded)
    return named


def excluded_values(query: Query) -> set[tuple[str, str]]:
    """Return what ``query`` leaves out by facet, as (field, value)."""
    named: set[tuple[str, str]] = set()
    for node in query.top_level():
        if isinstance(node, Not):
            named |= named_values(Query(where=node.part))
    return named

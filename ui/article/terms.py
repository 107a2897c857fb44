"""Which words of a query are lit in the text."""

from __future__ import annotations

from desktop_app.query.conditions.words import Forms, Near, Words
from desktop_app.query.english import forms_of
from desktop_app.query.query import And, Condition, Node, Not, Or, Query


def terms_of(query: Query) -> tuple[str, ...]:
    """Return the words and phrases that ``query`` asks for; not those it excludes."""
    found: dict[str, None] = {}
    for leaf in _asked_for(query.where):
        if isinstance(leaf, Words):
            found[leaf.phrase] = None
        elif isinstance(leaf, Near):
            found.update(dict.fromkeys(leaf.phrases))
        elif isinstance(leaf, Forms):
            found.update(dict.fromkeys(forms_of(leaf.word)))
    return tuple(found)


def _asked_for(node: Node) -> list[Condition]:
    if isinstance(node, Not):
        return []
    if isinstance(node, And | Or):
        return [leaf for part in node.parts for leaf in _asked_for(part)]
    return [node] if isinstance(node, Condition) else []

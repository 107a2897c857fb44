"""Which words of a query are lit in the text."""

from __future__ import annotations

from desktop_app.query.query import And, Condition, Node, Not, Or, Query

LIT_FIELDS = ("", "text", "word", "phrase", "title")


def terms_of(query: Query) -> tuple[str, ...]:
    """Return the words and phrases that ``query`` asks for; not those it excludes."""
    found: dict[str, None] = {}
    for leaf in _asked_for(query.where):
        text = getattr(leaf, "words_asked", None) or getattr(leaf, "phrase", None)
        if isinstance(text, str):
            found[text] = None
    return tuple(found)


def _asked_for(node: Node) -> list[Condition]:
    if isinstance(node, Not):
        return []
    if isinstance(node, And | Or):
        return [leaf for part in node.parts for leaf in _asked_for(part)]
    return [node] if isinstance(node, Condition) else []

"""How a value is written in the query language so that reading gives the same value back."""

from __future__ import annotations

import re

KEYWORDS = frozenset({"OR", "AND", "NOT"})
ISO_DAY = re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?")
_PLAIN = re.compile(r"[^\W_][\w'’·-]*")


def quoted(value: str) -> str:
    """Write ``value`` in quotation marks; a mark inside is doubled."""
    doubled = value.replace('"', '""')
    return f'"{doubled}"'


def written(value: str, *, special: frozenset[str] = frozenset()) -> str:
    """Write ``value`` bare where that reads back the same, else in quotation marks.

    ``special`` are bare words with a meaning of their own in this place ("unknown").
    """
    bare = (
        _PLAIN.fullmatch(value) is not None
        and value not in KEYWORDS
        and value.casefold() not in special
        and not ISO_DAY.fullmatch(value)
    )
    return value if bare else quoted(value)

"""The kinds of label that a user gives; apart, so that a start need not load what asks for them."""

from __future__ import annotations

from enum import StrEnum


class Shelf(StrEnum):
    """The two kinds of label; the value is their word in the query language and their table."""

    TAG = "tag"
    COLLECTION = "collection"

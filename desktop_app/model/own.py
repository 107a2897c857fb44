"""What is the user's own: tags, collections and notes."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Label:
    """A tag or a collection: its name, its colour ("" where none was chosen), how many have it."""

    name: str
    colour: str
    count: int


@dataclass(frozen=True, slots=True)
class Note:
    """The user's words on a dispatch, or on a ``passage`` of its text."""

    id: str
    words: str
    passage: Passage | None = None

"""A dispatch as lists show it: what a window needs before it knows anything else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the article list; ``published`` None stands in the undated bucket.

    ``people`` counts the named participants of the reading version; ``marks`` are words
    for the row's end ("2 versions", "doubtful", "no text") as message texts. ``first_words``
    are those of the text where the page gave no title, else "". ``starred`` to ``noted`` are
    the user's own.
    """

    id: int
    public_id: str
    published: date | None
    title: str
    kind: str
    people: int
    place: str
    outlet: str
    site: str
    language: str
    url: str
    words: int
    versions: int
    has_text: bool
    doubtful: bool
    edited: bool
    first_words: str = ""
    starred: bool = False
    unread: bool = False
    binned: bool = False
    tags: tuple[str, ...] = ()
    noted: bool = False

"""Putting marks on dispatches: on any number of them, each time as one step."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.library.library import Library
from desktop_app.library.marks import READ, STAR
from desktop_app.library.steps import Done, do, named
from desktop_app.library.work import Change
from desktop_app.messages import message


def star(library: Library, articles: Sequence[int], *, on: bool = True) -> Done:
    """Star ``articles``, or take their stars away."""
    says = message("star {what}" if on else "unstar {what}", what=named(library, articles))
    return do(library, says, _each(library, STAR, articles, on=on))


def mark_read(library: Library, articles: Sequence[int], *, on: bool = True) -> Done:
    """Mark ``articles`` as read, or as unread."""
    what = named(library, articles)
    says = message("mark {what} as read" if on else "mark {what} as unread", what=what)
    return do(library, says, _each(library, READ, articles, on=on))


def opened(library: Library, article: int) -> Done:
    """Note that ``article`` was read; nobody wants to undo having read."""
    says = message("read {what}", what=named(library, [article]))
    return do(library, says, _each(library, READ, [article], on=True), undoable=False)


def _each(library: Library, action: str, articles: Sequence[int], *, on: bool) -> list[Change]:
    return [Change(action, public, on or None) for public in library.public_ids(articles)]

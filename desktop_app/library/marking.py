"""Putting marks on dispatches: on any number of them, each time as one step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop_app.errors import UserError
from desktop_app.library import labels as tables
from desktop_app.library.library import Library
from desktop_app.library.marks import READ, STAR
from desktop_app.library.steps import Done, do, named
from desktop_app.library.work import Change
from desktop_app.messages import message
from desktop_app.model.own import Label
from desktop_app.model.shelf import Shelf


def star(library: Library, articles: Sequence[int], *, on: bool = True) -> Done:
    """Star ``articles``, or take their stars away."""
    says = message("star {what}" if on else "unstar {what}", what=named(library, articles))
    return do(library, says, each(library, STAR, articles, on=on))


def mark_read(library: Library, articles: Sequence[int], *, on: bool = True) -> Done:
    """Mark ``articles`` as read, or as unread."""
    what = named(library, articles)
    says = message("mark {what} as read" if on else "mark {what} as unread", what=what)
    return do(library, says, each(library, READ, articles, on=on))


def opened(library: Library, article: int) -> Done:
    """Note that ``article`` was read; nobody wants to undo having read."""
    says = message("read {what}", what=named(library, [article]))
    return do(library, says, each(library, READ, [article], on=True), undoable=False)


def labels(library: Library, shelf: Shelf) -> tuple[Label, ...]:
    """Return every tag, or every collection, by name."""
    return library.read(lambda connection: tables.labels(connection, shelf))


def having(library: Library, shelf: Shelf, articles: Sequence[int]) -> Mapping[str, int]:
    """Count by label how many of ``articles`` have it."""
    return library.read(lambda connection: tables.having(connection, shelf, articles))


def label(
    library: Library,
    shelf: Shelf,
    articles: Sequence[int],
    *,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
) -> Done:
    """Tag ``articles``, or put them into collections, and take tags or places away."""
    more, less = (_known(library, shelf, names) for names in (add, remove))
    changes = labelled(library, shelf, articles, more)
    changes += labelled(library, shelf, articles, less, on=False)
    said = _SAID[shelf, bool(more), bool(less)]
    what = named(library, articles)
    return do(library, message(said, what=what, more=more, less=less), changes)


_SAID = {
    (Shelf.TAG, True, False): "tag {what}: {more}",
    (Shelf.TAG, False, True): "untag {what}: {less}",
    (Shelf.TAG, True, True): "tag {what}: {more}, without {less}",
    (Shelf.TAG, False, False): "tag {what}",
    (Shelf.COLLECTION, True, False): "put {what} into {more}",
    (Shelf.COLLECTION, False, True): "take {what} out of {less}",
    (Shelf.COLLECTION, True, True): "move {what} from {less} to {more}",
    (Shelf.COLLECTION, False, False): "collect {what}",
}


def colour_tag(library: Library, name: str, colour: str) -> Done:
    """Give a tag a colour such as ``#b03060``; "" takes it away."""
    (name,) = _known(library, Shelf.TAG, [name])
    says = message("colour the tag {name}", name=name)
    return do(library, says, [Change(tables.COLOUR, name, colour or None)])


def rename_label(library: Library, shelf: Shelf, old: str, new: str) -> Done:
    """Call a tag or collection otherwise; it becomes one with another of that name."""
    (old,), (other,) = _known(library, shelf, [old]), _known(library, shelf, [new])
    new = new if other == old else other  # another spelling of itself is wanted as written
    changes = [] if new == old else list(library.read(lambda c: _moved(c, shelf, old, new)))
    return do(library, message("rename {old} to {new}", old=old, new=new), changes)


def delete_label(library: Library, shelf: Shelf, name: str) -> Done:
    """Take a tag or collection away from every dispatch that has it."""
    (name,) = _known(library, shelf, [name])
    changes = library.read(lambda connection: list(_moved(connection, shelf, name, None)))
    said = "delete the tag {name}" if shelf is Shelf.TAG else "delete the collection {name}"
    return do(library, message(said, name=name), changes)


def _moved(
    connection: sqlite3.Connection, shelf: Shelf, old: str, new: str | None
) -> Iterator[Change]:
    for public in tables.articles_with(connection, shelf, old):
        yield Change(shelf, f"{public} {old}", None)
        if new is not None:
            yield Change(shelf, f"{public} {new}", True)
    shade = tables.colour_of(connection, old) if shelf is Shelf.TAG else None
    if shade:
        yield Change(tables.COLOUR, old, None)
        if new is not None and not tables.colour_of(connection, new):
            yield Change(tables.COLOUR, new, shade)


def _known(library: Library, shelf: Shelf, names: Iterable[str]) -> tuple[str, ...]:
    """Return ``names`` single-spaced, each as the label of that name is written already."""
    wanted = dict.fromkeys(" ".join(name.split()) for name in names)
    if "" in wanted:
        raise UserError(message("A tag or a collection wants a name."))
    return library.read(
        lambda connection: tuple(
            dict.fromkeys(tables.known_as(connection, shelf, name) for name in wanted)
        )
    )


def each(library: Library, action: str, articles: Sequence[int], *, on: bool) -> list[Change]:
    """Return the changes that put a mark on ``articles``, or take it away."""
    return [Change(action, public, on or None) for public in library.public_ids(articles)]


def labelled(
    library: Library,
    shelf: Shelf,
    articles: Sequence[int],
    names: Iterable[str],
    *,
    on: bool = True,
) -> list[Change]:
    """Return the changes that give ``articles`` these tags or collections, or take them away."""
    known = _known(library, shelf, names)
    return [
        Change(shelf, f"{public} {name}", on or None)
        for public in library.public_ids(articles)
        for name in known
    ]

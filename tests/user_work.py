"""Anything a user may do to a library, as strategies, and how what was done stands in it."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from desktop_app.library import marking
from desktop_app.library.library import Library
from desktop_app.query.query import Query

Deed = Callable[[Library], object]

_TABLES = ("SELECT public_id, starred, unread, binned FROM article ORDER BY public_id",)


def standing(library: Library) -> list[list[tuple[object, ...]]]:
    """Return all that the user's layer says in the tables, by names that outlive a rebuild."""
    return library.change(
        lambda connection: [connection.execute(table).fetchall() for table in _TABLES]
    ).result()


def _chosen(library: Library, places: list[int]) -> list[int]:
    ids = library.find(Query()).ids.tolist()
    return sorted({ids[place % len(ids)] for place in places}) if ids else []


_SOME = st.lists(st.integers(0, 20), max_size=4)


def _over_some(
    act: Callable[..., object], **more: st.SearchStrategy[object]
) -> st.SearchStrategy[Deed]:
    def deed(places: list[int], values: dict[str, object]) -> Deed:
        return lambda library: act(library, _chosen(library, places), **values)

    return st.builds(deed, _SOME, st.fixed_dictionaries(more))


DEEDS = st.one_of(
    _over_some(marking.star, on=st.booleans()),
    _over_some(marking.mark_read, on=st.booleans()),
)
"""One deed of the user's; every kind of action has its line here."""

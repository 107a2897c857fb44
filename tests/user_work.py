"""Anything a user may do to a library, as strategies, and how what was done stands in it."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from desktop_app.library import binning, marking, noting
from desktop_app.library.library import Library
from desktop_app.model.passage import Passage
from desktop_app.query.conditions.own import Shelf
from desktop_app.query.query import Lies, Query

Deed = Callable[[Library], object]
Deeds = st.SearchStrategy[Deed]
Values = st.SearchStrategy[object]

_TABLES = (
    "SELECT public_id, starred, unread, binned FROM article ORDER BY public_id",
    "SELECT public_id, name FROM article_tag x JOIN tag l ON l.id = x.tag"
    " JOIN article a ON a.id = x.article ORDER BY 1, 2",
    "SELECT public_id, name FROM article_collection x JOIN collection l ON l.id = x.collection"
    " JOIN article a ON a.id = x.article ORDER BY 1, 2",
    "SELECT name, folded, colour FROM tag ORDER BY name",
    "SELECT public_id, key, n.words, n.folded, quote, before, after FROM note n"
    " JOIN article a ON a.id = n.article ORDER BY key",
)


def standing(library: Library) -> list[list[tuple[object, ...]]]:
    """Return all that the user's layer says in the tables, by names that outlive a rebuild."""
    return library.change(
        lambda connection: [connection.execute(table).fetchall() for table in _TABLES]
    ).result()


def _chosen(library: Library, places: list[int]) -> list[int]:
    ids = library.find(Query()).ids.tolist()
    return sorted({ids[place % len(ids)] for place in places}) if ids else []


_SOME = st.lists(st.integers(0, 20), max_size=4)


def _over_some(act: Callable[..., object], **more: Values) -> Deeds:
    def deed(places: list[int], values: dict[str, object]) -> Deed:
        return lambda library: act(library, _chosen(library, places), **values)

    return st.builds(deed, _SOME, st.fixed_dictionaries(more))


def _on_one(act: Callable[..., object], **more: Values) -> Deeds:
    def deed(place: int, values: dict[str, object]) -> Deed:
        def done(library: Library) -> None:
            for article in _chosen(library, [place]):
                act(library, article, **values)

        return done

    return st.builds(deed, st.integers(0, 20), st.fixed_dictionaries(more))


def _anywhere(act: Callable[..., object], **more: Values) -> Deeds:
    def deed(values: dict[str, object]) -> Deed:
        return lambda library: act(library, **values)

    return st.builds(deed, st.fixed_dictionaries(more))


def _label(library: Library, articles: list[int], shelf: Shelf, **names: set[str]) -> None:
    marking.label(library, shelf, articles, **names)


def _restore(library: Library) -> None:
    binning.restore(library, library.find(Query(lies=Lies.BIN)).ids.tolist()[:1])


def _change_a_note(library: Library, article: int, words: str) -> None:
    for note in noting.notes_on(library, article)[:1]:
        if words:
            noting.change_note(library, article, note, words)
        else:
            noting.remove_note(library, article, note)


_NAMES = st.sampled_from(["nuclear", "To check", "to CHECK", "한 글", "a'b;--"])
_LABELS = st.sets(_NAMES, max_size=2)
_SHELVES = st.sampled_from(Shelf)
_PASSAGES = st.none() | st.just(Passage("was reported", "Talks ", " by the agency"))

DEEDS = st.one_of(
    _over_some(marking.star, on=st.booleans()),
    _over_some(marking.mark_read, on=st.booleans()),
    _over_some(binning.move_to_bin),
    _anywhere(_restore),
    _over_some(_label, shelf=_SHELVES, add=_LABELS, remove=_LABELS),
    _anywhere(marking.rename_label, shelf=_SHELVES, old=_NAMES, new=_NAMES),
    _anywhere(marking.delete_label, shelf=_SHELVES, name=_NAMES),
    _anywhere(marking.colour_tag, name=_NAMES, colour=st.sampled_from(["", "#b03060"])),
    _on_one(noting.add_note, words=st.sampled_from(["Ask.", "확인"]), passage=_PASSAGES),
    _on_one(_change_a_note, words=st.sampled_from(["", "Asked."])),
)
"""One deed of the user's; every kind of action has its line here."""

"""Anything a user may do to a library, as strategies, and how what was done stands in it."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from desktop_app.library import binning, correcting, marking, noting
from desktop_app.library.correcting import Cells
from desktop_app.library.library import Library
from desktop_app.model.article import Article
from desktop_app.model.participant import EventKind, Participant, Role
from desktop_app.model.passage import Passage
from desktop_app.model.shelf import Shelf
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
    "SELECT public_id, e.position, e.kind, e.place, happened_first, happened_last, e.read_as,"
    " corrected, verified, doubtful, astray FROM event e JOIN article a ON a.id = e.article"
    " ORDER BY 1, 2",
    "SELECT public_id, e.position, p.position, p.name, p.title, side, role, p.spans, certainty,"
    " rule, read_from, confirmed, p.read_as, q.uuid FROM participant p JOIN event e"
    " ON e.id = p.event JOIN article a ON a.id = e.article JOIN person q ON q.id = p.person"
    " ORDER BY 1, 2, 3",
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


def _on_a_row(act: Callable[..., object], **more: Values) -> Deeds:
    def on_row(library: Library, article: int, nth: int, **values: object) -> None:
        read = library.article(article)
        rows = [row for event in read.events for row in event.participants]
        if rows:
            act(library, read, rows[nth % len(rows)], **values)

    return _on_one(on_row, nth=st.integers(0, 9), **more)


def _remove_row(library: Library, article: Article, row: Participant) -> None:
    correcting.remove_rows(library, article, [row])


def _confirm_row(library: Library, article: Article, row: Participant, *, on: bool) -> None:
    correcting.confirm_rows(library, article, [row], on=on)


def _add_row(library: Library, article: int, cells: Cells, span: tuple[int, int] | None) -> None:
    correcting.add_row(library, library.article(article), cells, span=span)


def _correct_event(library: Library, article: int, kind: EventKind, place: str) -> None:
    correcting.correct_event(library, library.article(article), 0, kind=kind, place=place)


_CELLS = st.builds(
    Cells,
    name=st.sampled_from([None, "Ri Kwang Chon", "리광천"]),
    title=st.sampled_from([None, "", "minister"]),
    side=st.sampled_from([None, "", "DPRK"]),
    role=st.none() | st.sampled_from([Role.PRESENT, Role.SPEAKER]),
)
_NAMED = _CELLS.filter(lambda cells: cells.name is not None)
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
    _on_a_row(correcting.correct_row, cells=_CELLS),
    _on_a_row(_remove_row),
    _on_a_row(_confirm_row, on=st.booleans()),
    _on_a_row(correcting.move_row, by=st.sampled_from([-1, 1])),
    _on_one(_add_row, cells=_NAMED, span=st.none() | st.just((4, 12))),
    _on_one(_correct_event, kind=st.sampled_from(EventKind), place=st.sampled_from(["", "Wonsan"])),
    _on_one(noting.add_note, words=st.sampled_from(["Ask.", "확인"]), passage=_PASSAGES),
    _on_one(_change_a_note, words=st.sampled_from(["", "Asked."])),
)
"""One deed of the user's; every kind of action has its line here."""

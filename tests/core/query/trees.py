"""Arbitrary queries, for laws that must hold for every one of them."""

from hypothesis import strategies as st

from desktop_app.model.participant import EventKind, Role
from desktop_app.model.shelf import Shelf
from desktop_app.query.conditions.changes import Changed
from desktop_app.query.conditions.columns import Column, ColumnIs
from desktop_app.query.conditions.counts import Counted, CountIs
from desktop_app.query.conditions.days import Anniversary, DaysIn, DayUnknown
from desktop_app.query.conditions.flags import Flag, Is
from desktop_app.query.conditions.own import LabelIs, NoteHas
from desktop_app.query.conditions.people import About, Trait, Who
from desktop_app.query.conditions.words import Forms, Near, Part, Words
from desktop_app.query.query import (
    COLUMNS,
    And,
    Axis,
    Everything,
    Not,
    Or,
    Order,
    Query,
    Versions,
)

SPECIAL = [
    "OR", "AND", "NOT", "NEAR", "who", "unknown", "english", "a b", '"', '""', "date:2023", "-x",
    "~x", "x*", "2023", "2023-09-13", "김정은", "김정은 동지", "is:any", "(", "a)b", "“x”", "",
    "So'l-chu", "21세기", "\n", "\0", "\\", "%", "NEAR(a b)", "role:present",
]  # fmt: skip

PIECES = [
    *SPECIAL, *"()\"-*~:|&' ", " OR ", " AND ", "NOT ", "NEAR(", "who(", "person:", "role:",
    "date:", "title:", "words:>", "date:2023-02-30", "juche:0", "..", "by:", "as:latest ",
    "'; DROP TABLE",
    "MATCH", "^", "{title}:", "(a+)+$", "is:", "\ud800", "😀", "\U0010ffff", "person:A ", "place:",
]  # fmt: skip
TYPED = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=25).map("".join)


def queries(words=None, names=None):
    """Any query at all; ``words`` and ``names`` make it likely to find something."""
    anything = st.sampled_from(SPECIAL) | st.text(max_size=12)
    text = anything if words is None else words
    named = text if names is None else names
    days = st.dates()
    axes = st.sampled_from(Axis)
    parts = st.sampled_from(Part)
    traits = st.one_of(
        st.builds(Trait, st.sampled_from([About.PERSON, About.SIDE, About.OFFICE]), named),
        st.builds(Trait, st.just(About.ROLE), st.sampled_from(Role).map(str)),
    ).flatmap(lambda trait: st.sampled_from([trait, Trait(trait.about, trait.value, True)]))
    numbers = st.integers(0, 10**12)
    leaves = st.one_of(
        st.builds(Words, text, parts, st.booleans()),
        st.builds(Forms, text, parts),
        st.builds(
            Near, st.lists(text, min_size=2, max_size=3).map(tuple), st.integers(0, 99), parts
        ),
        st.builds(DaysIn, st.none() | days, st.none() | days, axes),
        st.builds(DayUnknown, axes),
        st.sampled_from([Anniversary(9, 9), Anniversary(2, 29), Anniversary(12, 31)]),
        st.builds(ColumnIs, st.sampled_from([c for c in Column if c is not Column.KIND]), named),
        st.builds(ColumnIs, st.just(Column.KIND), st.sampled_from(EventKind).map(str)),
        st.builds(CountIs, st.sampled_from(Counted), numbers, st.none() | numbers),
        st.sampled_from(Flag).map(Is),
        st.builds(LabelIs, st.sampled_from(Shelf), named),
        st.builds(NoteHas, text),
        st.builds(Changed, text, st.booleans()),
        st.lists(traits, min_size=1, max_size=3).map(lambda chosen: Who(tuple(chosen))),
        st.just(Everything()),
    )
    nodes = st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=4).map(lambda parts: And(tuple(parts))),
            st.lists(inner, min_size=2, max_size=4).map(lambda parts: Or(tuple(parts))),
            inner.map(Not),
        ),
        max_leaves=8,
    )
    return st.builds(
        Query,
        nodes,
        st.builds(Order, st.sampled_from(COLUMNS), st.booleans()),
        axes,
        st.sampled_from(Versions),
    )

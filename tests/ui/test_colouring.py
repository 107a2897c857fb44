"""A kind keeps its colour from one search to the next, and no two have the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.timeline.bins import REST
from ui.timeline.colouring import COLOURS, Colouring

THEME = ("a", "b", "c", "d", "e", "f", "rest")
LABELS = st.lists(st.sampled_from("ABCDEFGHIJ"), unique=True, max_size=COLOURS)


@given(st.lists(LABELS, min_size=2, max_size=5))
def test_whoever_stays_keeps_the_colour_and_nobody_shares_one(rounds: list[list[str]]) -> None:
    colouring, before = Colouring(), dict[str, str]()
    for labels in rounds:
        colouring = colouring.given([*labels, REST])
        now = {label: colouring.colour(THEME, label) for label in labels}
        assert len(set(now.values())) == len(labels)
        assert "rest" not in now.values()
        assert all(now[label] == before[label] for label in labels if label in before)
        before = now
    assert colouring.colour(THEME, REST) == "rest"


def test_a_kind_that_was_away_has_its_colour_again_while_others_are_free() -> None:
    first = Colouring().given(["other", "talks"])
    later = first.given(["visit"]).given(["talks", "visit"])
    assert later.colour(THEME, "talks") == first.colour(THEME, "talks")

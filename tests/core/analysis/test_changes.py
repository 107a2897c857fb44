"""Two versions compared: spans lie in both texts, spaces change nothing, names are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.changes import Change, Kind, compared, roster_change
from desktop_app.library.folding import fold

TEXTS = st.lists(st.sampled_from(["Pak", "Ri", "went", ",", "박철수는", "会"]), max_size=20).map(
    " ".join
)


@given(TEXTS, TEXTS)
def test_the_later_text_is_made_from_the_changes(earlier: str, later: str) -> None:
    changes = compared(earlier, later)
    told = "".join(later[c.later[0] : c.later[1]] for c in changes)
    assert fold(told) == fold(later)
    lost = "".join(earlier[c.earlier[0] : c.earlier[1]] for c in changes)
    assert fold(lost) == fold(earlier)
    for change in changes:
        alike = fold(earlier[slice(*change.earlier)]) == fold(later[slice(*change.later)])
        assert alike is (change.kind is Kind.SAME)


@given(TEXTS)
def test_a_text_flowed_anew_has_no_change(text: str) -> None:
    assert all(c.kind is Kind.SAME for c in compared(text, text.replace(" ", "\n  ")))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Pyongyang, May 4 (KCNA) -- Premier Pak spoke.", "Premier Pak spoke. -0-"),
        ("Fair Opens\nPyongyang, May 4 (KCNA) -- A fair opened.", "A fair opened.-0-"),
        ('the "Choe Yong" team – from Nampho', "the “Choe Yong” team -- from Nampho"),
        ("ComradeKim Jong Unwas there&nbsp;; he spoke", "Comrade Kim Jong Un was there, he spoke"),
    ],
)
def test_what_makes_no_version_makes_no_change(earlier: str, later: str) -> None:
    assert {c.kind for c in compared(earlier, later, "Fair Opens", "Fair Opens")} == {Kind.SAME}


def test_a_passage_written_anew_is_one_change() -> None:
    old = "Premier Pak went round the old kilns of Nampho and asked many builders how they live"
    new = "Premier Pak praised some miners of the coal field and wrote to their families again"
    kinds = [c.kind for c in compared(old, new)]
    assert kinds == [Kind.SAME, Kind.REPLACED]


def test_a_dropped_word_is_shown_where_it_stood() -> None:
    removed = [c for c in compared("Pak Song Mu came", "Pak Mu came") if c.kind is not Kind.SAME]
    assert removed == [Change(Kind.REMOVED, (4, 8), (3, 3))]


def test_korean_is_compared_by_the_syllable() -> None:
    changed = [c for c in compared("박철수는", "박영수는") if c.kind is not Kind.SAME]
    assert changed == [Change(Kind.REPLACED, (1, 2), (1, 2))]


def test_a_name_gone_from_the_roster_is_told_and_a_new_order_is_not() -> None:
    change = roster_change(["Pak Song Mu", "Ri Il", "Jo Un"], ["Jo Un", "Han Sun", "Pak Song-mu"])
    assert (change.removed, change.added) == (("Ri Il",), ("Han Sun",))


def test_a_name_that_the_later_text_still_has_did_not_leave() -> None:
    change = roster_change(["Ri Il"], [], "Ri Il was present.", "Also there: Ri Il.")
    assert change.removed == ()

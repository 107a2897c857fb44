"""Two versions compared: spans lie in both texts, spaces change nothing, names are told."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.changes import Change, Kind, compared, roster_change

TEXTS = st.lists(st.sampled_from(["Pak", "Ri", "went", ",", "박철수는", "会"]), max_size=20).map(
    " ".join
)


@given(TEXTS, TEXTS)
def test_the_later_text_is_made_from_the_changes(earlier: str, later: str) -> None:
    changes = compared(earlier, later)
    told = "".join(later[c.later[0] : c.later[1]] for c in changes)
    assert told.replace(" ", "") == later.replace(" ", "")
    lost = "".join(earlier[c.earlier[0] : c.earlier[1]] for c in changes)
    assert lost.replace(" ", "") == earlier.replace(" ", "")
    for change in changes:
        if change.kind is Kind.SAME:
            old = earlier[slice(*change.earlier)].split()
            assert old == later[slice(*change.later)].split()


@given(TEXTS)
def test_a_text_flowed_anew_has_no_change(text: str) -> None:
    assert all(c.kind is Kind.SAME for c in compared(text, text.replace(" ", "\n  ")))


def test_a_dropped_word_is_shown_where_it_stood() -> None:
    removed = [c for c in compared("Pak Song Mu came", "Pak Mu came") if c.kind is not Kind.SAME]
    assert removed == [Change(Kind.REMOVED, (4, 8), (3, 3))]


def test_korean_is_compared_by_the_syllable() -> None:
    changed = [c for c in compared("박철수는", "박영수는") if c.kind is not Kind.SAME]
    assert changed == [Change(Kind.REPLACED, (1, 2), (1, 2))]


def test_a_name_gone_from_the_roster_is_told_and_a_new_order_is_not() -> None:
    change = roster_change(["Pak Song Mu", "Ri Il", "Ri Il"], ["Ri Il", "Han Sun", "Pak Song Mu"])
    assert (change.removed, change.added) == (("Ri Il",), ("Han Sun",))

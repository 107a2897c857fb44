"""Both texts stand whole beside each other, cut where a paragraph ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.changes import Kind, compared
from desktop_app.analysis.passages import passages

TEXTS = st.lists(st.sampled_from(["Pak", "Ri", "went", ",", "\n", "박철수는", ". -0-"])).map(
    " ".join
)


@given(TEXTS, TEXTS)
def test_nothing_of_either_text_is_lost(earlier: str, later: str) -> None:
    pieces = [p for one in passages(compared(earlier, later), earlier, later) for p in one.pieces]
    assert "".join(piece.earlier for piece in pieces) == earlier
    assert "".join(piece.later for piece in pieces) == later


def test_a_changed_paragraph_stands_between_unchanged_ones() -> None:
    earlier = "Pak came.\nRi and Jo sang.\nAll went home."
    later = "Pak came.\n\nRi sang.\nAll went home."
    told = passages(compared(earlier, later), earlier, later)
    assert [one.changed for one in told] == [False, False, True, False]
    (change,) = [p for one in told for p in one.pieces if p.number is not None]
    assert (change.kind, change.earlier.strip(), change.later) == (Kind.REMOVED, "and Jo", "")

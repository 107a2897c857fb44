"""The seed capture is read entirely right; it does not ship, so elsewhere this is skipped."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from desktop_app.model.participant import EventKind, Part, Role
from desktop_app.reading.dispatch import read_dispatch

SEED = Path(__file__).parents[4] / "shared" / "corpus" / "kcna-watch-page-2023-09-14.txt"


@pytest.mark.skipif(not SEED.is_file(), reason="the shared corpus is not beside the checkout")
def test_the_seed_capture_gives_both_sides_all_titles_both_principals_and_the_group():
    text = SEED.read_text("utf-8")
    (event,) = read_dispatch(text, "", date(2023, 9, 14)).events
    assert event.kind is EventKind.TALKS
    assert event.happened is not None
    assert event.happened.first == date(2023, 9, 13)
    rows = event.participants
    assert [row.role for row in rows[:2]] == [Role.PRINCIPAL] * 2
    assert [row.side for row in rows[2:]] == ["DPRK"] * 6 + ["Russia"] * 10
    assert {row.role for row in rows[2:]} == {Role.PRESENT}
    roster = text[text.index("Present at the talks") : text.index("On the occasion, ")]
    places = [roster.index(row.name) for row in rows[2:]]
    assert places == sorted(places)
    for row in rows:
        name = next(span for span in row.spans if span.part is Part.NAME)
        assert text[name.start : name.end] == row.name
        assert row.title
        # A shared title stands in the plural; all others stand as they are said.
        if "Secretary of WPK" not in row.title:
            assert re.sub(r"\s+", " ", row.title) in re.sub(r"\s+", " ", text)
    assert sum(row.title == "Secretary of WPK Central Committee" for row in rows) == 2
    assert sum("concurrently" in row.title for row in rows) == 3
    assert rows[-1].title.startswith("Russian Ambassador")
    (group,) = event.groups
    assert (group.label, group.side) == ("other senior officials and officials concerned", "Russia")

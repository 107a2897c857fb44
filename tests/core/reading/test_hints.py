"""Words tell which patterns to try: no pattern that fits is ever left out."""

from __future__ import annotations

import re
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.paths import resources
from desktop_app.reading.hints import Hints
from desktop_app.reading.patterns import hints, pattern
from desktop_app.reading.wording import plain


def names() -> list[str]:
    """Give the names of the patterns of the English grammar."""
    told = tomllib.loads((resources() / "grammar" / "patterns.toml").read_text("utf-8"))
    return [f"{part}.{key}" for part, row in told.items() if part != "parts" for key in row]


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_whatever_fits_a_pattern_of_the_grammar_is_hinted_at_by_its_words(data):
    name = data.draw(st.sampled_from(names()))
    text = data.draw(st.from_regex(re.compile(pattern(name).compiled.pattern)))
    assert name in hints().among(set(plain(text).split()))


@pytest.mark.parametrize(
    ("text", "fitting"),
    [
        ("he met them", {"met"}),
        ("a metal helmet", set()),
        ("was received-by hand", {"met"}),
        ("the visitors left", {"visit"}),
        ("provisional", set()),
        ("she sent flowers", {"sent"}),
    ],
)
def test_words_tell_what_may_fit(text, fitting):
    told = Hints(
        {"met": r"\b(?:met|received)\b", "visit": r"\bvisit\w*", "sent": r"\bsent (?:a|b)?"}
    )
    assert told.among(set(text.split())) == fitting

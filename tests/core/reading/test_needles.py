"""Patterns are skipped only where they cannot fit: each text that fits one holds a needle."""

from __future__ import annotations

import re
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.paths import resources
from desktop_app.reading.needles import Pattern, needles_of
from desktop_app.reading.patterns import pattern


def grammar() -> list[str]:
    """Give every pattern that the English and the Spanish grammar look for with needles."""
    folder = resources() / "grammar"
    told = {file: tomllib.loads((folder / f"{file}.toml").read_text("utf-8")) for file in FILES}
    named = [
        pattern(f"{section}.{key}").compiled.pattern
        for section, patterns in told["patterns"].items()
        for key in patterns
        if section != "parts"
    ]
    kinds = [row[key] for row in told["kinds"]["kind"] for key in KEYS if key in row]
    spanish = [
        one for part in ("rosters", "acts", "kinds") for one in told["spanish"][part].values()
    ]
    return [*named, *kinds, *spanish]


FILES = ("patterns", "kinds", "spanish")
KEYS = ("pattern", "unless", "lead")


@pytest.mark.parametrize(
    ("written", "needles"),
    [
        (r"\b(?:met|received) with\b", {"met with", "received with"}),
        (r"[Pp]resent(?:ed)?\b", {"Present", "present"}),
        (r"(?i)Rodong Sinmun|minju joson", {"rodong sinmun", "minju joson"}),
        (r"was (?=here)(?<!not )signed", {"was signed"}),
        (r"(?:visit|visits) the ", {"visit the ", "visits the "}),
        (r"[^a]b?(?:c|d*)", set()),
        (r"a|", set()),
    ],
)
def test_needles_are_letters_without_which_nothing_fits(written, needles):
    assert set(needles_of(written)) == needles


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_whatever_fits_a_pattern_of_the_grammar_is_found_by_it(data):
    written = data.draw(st.sampled_from(grammar()))
    text = data.draw(st.from_regex(re.compile(written)))
    expected = re.search(written, text)
    found = Pattern(written).search(text)
    assert expected is not None
    assert found is not None
    assert found.span() == expected.span()


def test_a_part_of_a_text_is_searched_without_what_stands_around_it():
    met = Pattern(r"\bmet\b")
    assert met.search("He met her", 6) is None
    assert [found.start() for found in met.finditer("met, met", 2)] == [5]
    assert not met.may_fit("He met her", 0, 4)

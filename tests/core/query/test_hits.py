"""What is lit in a text is what the search found there, and nothing else."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.query.conditions.words import Part, Words
from desktop_app.query.grammar import parse
from desktop_app.query.hits import hits_in, snippet
from desktop_app.query.query import Query
from tests.core.query.test_pairs import found

LETTERS = "abAé2 -'\n,_김정은지"


@pytest.mark.parametrize(
    ("typed", "text", "lit"),
    [
        ("talks", "Talks about talkshows and talks.", ["Talks", "talks"]),
        ("talk*", "Talks, talking", ["Talk", "talk"]),
        ('"foreign minister"', "The Foreign\nMinister; foreign", ["Foreign\nMinister"]),
        ("~visit", "He visited, visiting a visitor", ["visited", "visiting"]),
        ("cafe", "Café", ["Café"]),
        ("So'l-chu", "Ri So’l-chu", ["So’l-chu"]),
        ("김정은", "김정은동지와 김정 은", ["김정은", "김정 은"]),
        ("21세기 a", "21세기 21 세기 21차 a1 a", ["21세기", "21 세기", "a"]),
        ("a -b NEAR(c d)", "a b c d", ["a", "c", "d"]),
        ("title:a b", "a b", ["b"]),
        ("-(-a)", "a", ["a"]),
        ("date:2023", "2023", []),
        ("removed:a", "a", ["a"]),
    ],
)
def test_hits_are_lit_where_a_reader_sees_them(typed, text, lit):
    assert [text[start:end] for start, end in hits_in(text, parse(typed).query)] == lit


@settings(max_examples=300)
@given(st.text(LETTERS, max_size=25), st.text(LETTERS, min_size=1, max_size=5))
@example("a김a", "aa")
@example("aé", "ae")
def test_a_text_has_hits_exactly_where_the_index_finds_it(text, wanted):
    parts = [hits_in(text, Query(Words(one))) for one in _pieces(wanted)]
    assert found(text, wanted) is all(parts)


def _pieces(wanted):
    """Return the scripts of ``wanted`` apart: a mixed phrase is lit where any of it stands."""
    from desktop_app.query.pairs import runs_of, words_match, words_of

    words = [words_of(wanted)] if words_match(wanted) is not None else []
    return runs_of(wanted) + words


@given(st.text(LETTERS, max_size=400), st.integers(10, 80))
def test_a_snippet_shows_the_first_hit_on_one_line(text, length):
    hits = hits_in(text, Query(Words("a")))
    shown = snippet(text, hits, length)
    assert (shown is None) is (not hits)
    if shown is not None:
        start, end = shown.hits[0]
        assert shown.text[start:end] == text[slice(*hits[0])]
        assert "\n" not in shown.text
        assert len(shown.text) <= length + 4


def test_a_title_is_lit_by_what_was_asked_of_titles():
    query = parse("title:a text:b c").query
    assert [s for s, _ in hits_in("a b c", query, Part.TITLE)] == [0, 4]

"""What is typed in any script is found, and nothing else."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.query.pairs import pairs_match, pairs_of, runs_of, words_match, words_of

HANGUL = "김정은일숙동지가나다"


def found(text, wanted):
    db = sqlite3.connect(":memory:")
    for table, content in (("pairs", pairs_of(text)), ("words", words_of(text))):
        db.execute(
            f"CREATE VIRTUAL TABLE {table} USING "
            "fts5(text, content='', tokenize='unicode61 remove_diacritics 2')"
        )
        db.execute(f"INSERT INTO {table}(rowid, text) VALUES (1, ?)", [content])
    searches = [("pairs", pairs_match(run)) for run in runs_of(wanted)]
    if (words := words_match(wanted)) is not None:
        searches.append(("words", words))
    return all(
        db.execute(f"SELECT 1 FROM {table} WHERE {table} MATCH ?", [match]).fetchone()
        for table, match in searches
    )


@pytest.mark.parametrize(
    ("text", "wanted", "is_found"),
    [
        ("김정은동지께서", "김정은", True),
        ("김정일동지와 정은숙", "김정은", False),
        ("김정, 은동지", "김정은", False),
        ("김정, 정은숙", "김정은", False),
        ("현지지도", "지도", True),
        ("현지 지도하시였다", "현지지도", True),
        ("현지\n지도", "현지지도", True),
        ("제목 현지\n\n지도", "현지지도", False),
        ("동지", "지", True),
        ("동무", "지", False),
        ("李雪主女士", "李雪主", True),
        ("김정은\u1112\u1161\u11ab", "한", True),
        ("Ri So'l-chu", "ri so’l chu", True),
        ("Café Moranbong", "cafe", True),
        ("21세기 태양", "21세기", True),
        ("22세기 태양", "21세기", False),
    ],
)
def test_a_word_is_found_where_it_stands_and_nowhere_else(text, wanted, is_found):
    assert found(text, wanted) is is_found


@given(st.text(HANGUL + " ,\n", max_size=30), st.text(HANGUL, min_size=1, max_size=4))
def test_pairs_find_exactly_what_the_text_without_its_spaces_holds(text, wanted):
    assert found(text, wanted) is any(wanted in run for run in runs_of(text))


@given(st.text(max_size=50))
def test_any_text_can_be_indexed_and_asked_for(text):
    found(text, text)

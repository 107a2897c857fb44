"""A passage is found again by its words and what is around, wherever the text has moved."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.passage import passage_of

TEXT = (
    "Hong Ryong Sae met Boris Zimin. The talks were held in a warm atmosphere. "
    "Hong Ryong Sae met a delegation in the evening."
)


@given(text=st.text(min_size=1, max_size=80), data=st.data())
def test_in_its_own_text_a_passage_stands_where_its_words_do(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = passage_of(text, start, end)
    found = passage.found_in(text)
    assert (found is not None) == bool(passage.quote.split() or len(passage.quote) >= 16)
    if found and passage.quote.split():
        assert text[slice(*found)].split() == passage.quote.split()


def test_of_two_places_with_the_same_words_the_one_with_the_same_surroundings_is_meant():
    second = TEXT.rindex("Hong")
    passage = passage_of(TEXT, second, second + 14)
    moved = "A headline was put in.\n" + TEXT
    assert passage.found_in(moved) == (second + 23, second + 37)


def test_a_passage_whose_own_words_were_mended_is_still_found_and_another_is_not():
    start = TEXT.index("The talks")
    passage = passage_of(TEXT, start, start + 41)
    edited = TEXT.replace("a warm atmosphere", "a  warmer\natmosphere")
    found = passage.found_in(edited)
    assert found
    assert edited[slice(*found)].startswith("The talks were")
    assert passage.found_in("Nothing of the kind was ever reported by anybody there.") is None

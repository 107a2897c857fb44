"""Saved searches stay, count what is new since the last look, and can be removed."""

import pytest

from desktop_app.errors import UserError
from desktop_app.library.library import Library
from desktop_app.library.searches import Found, Searches
from desktop_app.query.grammar import parse


def test_a_saved_search_counts_what_came_since_the_last_look(library, fill):
    searches = Searches(library)
    fill("2024-01-01 Talks one", "2024-01-02 Visit")
    saved = searches.save("  Talks ", parse("talks OR visit sort:title").query)
    assert searches.count(saved) == Found(2, 0)
    fill("2024-01-03 Talks two of another sort", "2024-01-04 Rally")
    assert searches.count(saved) == Found(3, 1)
    saved = searches.look_at(saved)
    assert searches.count(saved) == Found(3, 0)
    assert searches.all() == (saved,)
    assert saved.query == parse("talks OR visit sort:title").query


def test_searches_are_renamed_and_forgotten_and_outlive_closing(tmp_path):
    with Library.create(tmp_path / "a.dateline") as library:
        searches = Searches(library)
        first = searches.save("One", parse("a").query)
        second = searches.save("Two", parse("b").query)
        searches.rename(first, "First")
        searches.forget(second)
        with pytest.raises(UserError):
            searches.save(" ", parse("c").query)
    with Library.open(tmp_path / "a.dateline") as library:
        assert [search.name for search in Searches(library).all()] == ["First"]

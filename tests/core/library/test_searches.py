"""Saved searches stay, count what is new since the last look, and can be removed."""

import pytest

from desktop_app.errors import UserError
from desktop_app.importing.rebuild import rebuild
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
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


def test_what_was_seen_is_the_same_after_a_rebuild(tmp_path):
    first, later = tmp_path / "first.txt", tmp_path / "later.txt"
    first.write_text("Pyongyang, January 1 (KCNA) -- Talks were held today.\n", "utf-8")
    later.write_text("Pyongyang, January 2 (KCNA) -- Other talks were held.\n", "utf-8")
    with Library.create(tmp_path / "a.dateline") as library:
        import_paths(library, [first], Job())
        saved = Searches(library).save("Talks", parse("talks").query)
        import_paths(library, [later], Job())
        before = Searches(library).count(saved)
    rebuild(tmp_path / "a.dateline", Job())
    with Library.open(tmp_path / "a.dateline") as library:
        (kept,) = Searches(library).all()
        assert before == Searches(library).count(kept) == Found(2, 1)

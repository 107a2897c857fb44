"""A library is made, opened, shared between windows, and refuses what it must."""

import sqlite3

import pytest

from desktop_app.errors import UserError
from desktop_app.library.library import Library
from desktop_app.library.schema import NEWEST
from desktop_app.query.query import Query
from tests.conftest import capture_of, take


def test_a_new_library_is_empty_and_answers(library):
    result = library.find(Query())
    assert (len(result), result.undated, result.by_day.total) == (0, 0, 0)


def test_what_was_taken_is_there_again_after_closing(tmp_path, library, fill):
    fill("2024-01-01 Greetings", "2024-01-02 Guidance", "Without a day")
    before = library.find(Query())
    library.close()
    with Library.open(library.path / "open.dateline") as again:
        result = again.find(Query())
        assert list(result.ids) == list(before.ids)
        assert [row.title for row in again.rows(result.ids)] == [
            "Guidance",
            "Greetings",
            "Without a day",
        ]
        assert (result.by_day.total, result.undated) == (2, 1)


def test_a_second_opening_reads_and_says_so(library, fill):
    fill("2024-01-01 Greetings")
    with Library.open(library.path) as second:
        assert not second.writable
        assert len(second.find(Query())) == 1
        with pytest.raises(UserError, match="read only"):
            second.change(lambda connection: None)
        fill("2024-01-02 Guidance")
        assert len(second.find(Query())) == 2, "another's commit is seen"


def test_the_lock_is_free_again_after_closing(library):
    library.close()
    with Library.open(library.path) as again:
        assert again.writable


def test_a_newer_library_is_refused_with_a_sentence(library):
    library.close()
    with sqlite3.connect(library.path / "library.db") as connection:
        connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    connection.close()
    with pytest.raises(UserError, match="newer Dateline"):
        Library.open(library.path)


def test_what_is_no_library_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(UserError, match="not a Dateline library"):
        Library.open(tmp_path)
    with pytest.raises(UserError, match="already"):
        Library.create(Library.create(tmp_path / "Twice").path)


def test_a_change_that_fails_leaves_nothing_behind(library, fill):
    fill("2024-01-01 Greetings")

    def half(connection):
        connection.execute("DELETE FROM article")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        library.change(half).result()
    assert len(library.find(Query())) == 1


def test_a_dispatch_without_a_title_is_listed_by_its_first_words(library):
    text = "Ryonghung, May 4 (KCNA) -- Premier Ri Un visited the Saesol Cement Complex.\nHe left."
    (taken,) = take(library, "bare", [capture_of("2023-05-04", text, title="")])
    (row,) = library.rows([taken.article])
    assert row.title == ""
    assert row.first_words == "Premier Ri Un visited the Saesol Cement Complex. He left."

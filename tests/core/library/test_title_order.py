"""Titles stand in the order that SQLite would give them, however many and however alike."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.jobs import Cancelled, Job
from desktop_app.library import title_order
from desktop_app.library.title_order import title_ranks


def table_of(titles: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, title TEXT)")
    connection.executemany("INSERT INTO article (title) VALUES (?)", [(one,) for one in titles])
    return connection


def in_sql(connection: sqlite3.Connection) -> list[int]:
    asked = "SELECT id FROM article ORDER BY title COLLATE NOCASE, id"
    return [row[0] for row in connection.execute(asked)]


words = st.text(st.sampled_from("abAB zé정은"), max_size=30)


@given(st.lists(words, max_size=60))
def test_titles_stand_as_sqlite_orders_them(titles: list[str]) -> None:
    at_once, title_order._AT_ONCE = title_order._AT_ONCE, 3  # a long list is parted, and again
    try:
        connection = table_of(titles)
        ranks = title_ranks(connection, len(titles) + 1, Job())
        assert (1 + np.argsort(ranks[1:])).tolist() == in_sql(connection)
    finally:
        title_order._AT_ONCE = at_once


def test_an_overtaken_question_does_not_sort() -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        title_ranks(table_of(["Talks", "Visit"]), 3, job)

"""No hot query may come to read a whole table as the archive grows."""

import re
import sqlite3

import pytest

from desktop_app.query.grammar import parse
from desktop_app.query.query import SqlCondition, TextCondition, leaves

LARGE = ("participant", "event", "article", "version", "capture", "mention", "p", "e", "v", "c")
HOT = [
    "talks",
    '"foreign minister"',
    "nucle*",
    "title:talks",
    "현지지도",
    "~visit",
    "NEAR(foreign minister, 5)",
    'person:"Hong Ryong Sae"',
    'person:"=Hong Ryong Sae"',
    "person:hong",
    'person:"Hong Ryong Sae" office:minister',
    'who(person:"Hong Ryong Sae" role:present)',
    'removed:"Hong Ryong Sae"',
]


def plan(library, sql, parameters):
    connection = sqlite3.connect(library.path / "library.db")
    try:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall()
    finally:
        connection.close()
    return [row[3] for row in rows]


@pytest.mark.parametrize("typed", HOT)
def test_a_hot_condition_scans_no_large_table(library, typed):
    asked = [
        c for c in leaves(parse(typed).query.where) if isinstance(c, TextCondition | SqlCondition)
    ]
    assert asked
    for condition in asked:
        where = condition.where()
        steps = plan(library, where.sql, where.parameters)
        assert steps
        for step in steps:
            scanned = re.fullmatch(r"SCAN (\w+)(?! VIRTUAL).*", step)
            assert not (scanned and scanned[1] in LARGE), step


def test_rows_of_a_page_are_sought_by_their_number(library):
    (step,) = plan(library, "SELECT title FROM article WHERE id IN (?, ?)", (1, 2))
    assert step.startswith("SEARCH article USING INTEGER PRIMARY KEY")

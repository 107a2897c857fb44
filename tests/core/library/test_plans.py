"""No hot query may come to read a whole table as the archive grows."""

import re
import sqlite3
from dataclasses import replace

import numpy as np
import pytest

from desktop_app.analysis.counterparts import link_counterparts
from desktop_app.jobs import Job
from desktop_app.query.conditions.people import Who
from desktop_app.query.grammar import parse
from desktop_app.query.query import SqlCondition, TextCondition, leaves
from tests.conftest import capture_of, take
from tests.made_up.read import person, reading, take_read

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


@pytest.mark.parametrize(
    "typed", ["office:minister", "role:present", "person:hong office:minister"]
)
def test_who_took_part_is_asked_of_the_arrays_and_only_names_of_the_tables(library, typed):
    asked = []

    def ids_of(where):
        asked.append(where)
        return np.zeros(0, dtype=np.int64)

    for condition in leaves(parse(typed).query.where):
        assert isinstance(condition, Who)
        condition.over_pairs(library.arrays(), ids_of)
    assert len(asked) == typed.count("person:")
    for where in asked:
        for step in plan(library, where.sql, where.parameters):
            assert re.fullmatch(r"SCAN (\w+)(?! VIRTUAL).*", step) is None or "person" in step, step


@pytest.mark.parametrize(
    ("office", "found"), [("minister", 2), ("VICE-minister", 1), ("unknown", 1), ("%", 0)]
)
def test_the_arrays_and_the_tables_agree_on_who_held_an_office(library, office, found):
    take_read(
        library,
        "made up",
        [
            (capture_of("2023-09-14 Talks"), reading(person("Hong Ryong Sae", "Foreign Minister"))),
            (capture_of("2023-09-15 Tour"), reading(person("Kim Jol Min", "vice-minister"))),
            (capture_of("2023-09-16 Letter"), reading(person("Ri Mi Ok"))),
        ],
    )
    query = parse(f"office:{office}").query
    (who,) = leaves(query.where)
    assert isinstance(who, Who)
    connection = sqlite3.connect(library.path / "library.db")
    of_tables = {row[0] for row in connection.execute(who.where().sql, who.where().parameters)}
    connection.close()
    versions = library.arrays().reading_version[library.find(query).ids]
    assert set(versions.tolist()) == of_tables
    assert len(of_tables) == found


def test_an_import_scans_no_large_table(library):
    """A dispatch, the same again, a bare headline, its text, and another text at one address."""
    take(library, "before", [capture_of("2024-01-01 Talks Held", locator="x")])
    said: list[str] = []
    library.change(lambda connection: connection.set_trace_callback(said.append)).result()
    own = {"url": "http://kcna.kp/kcna.user.article.retrieveNewsViewInfoList.kcmsf"}
    captures = [
        capture_of("2024-01-02 Visit Paid", "A delegation paid a visit.", locator="a"),
        capture_of("2024-01-02 Visit Paid", "A delegation paid a visit.", locator="b"),
        replace(capture_of("2024-01-02 Fair Opened", locator="c"), text=""),
        capture_of("2024-01-02 Fair Opened", "A fair of books was opened.", locator="d"),
        capture_of("2024-01-03 One", "One story.", locator="e", address_is_its_own=True, **own),
        capture_of("2024-01-04 Two", "Another.", locator="f", address_is_its_own=True, **own),
    ]
    assert {one.outcome for one in take(library, "all", captures)} >= {"new", "duplicate"}
    took_part = reading(person("Hong Ryong Sae", "Foreign Minister"))
    take_read(library, "made up", [(capture_of("2024-01-05 Tour"), took_part)])
    link_counterparts(library, Job())
    library.change(lambda connection: connection.set_trace_callback(None)).result()
    elsewhere = re.compile(r"\b(?:work|originals)\.|\blog\b|\bdictionary\b")
    asked = {sql for sql in said if re.match(r"SELECT|UPDATE|DELETE|INSERT.* SELECT", sql)}
    asked = {sql for sql in asked if not elsewhere.search(sql)}
    assert any("address" in sql for sql in asked)
    assert any("has_text = 0" in sql for sql in asked)
    assert any("counterpart" in sql for sql in asked)
    for sql in asked:
        for step in plan(library, sql, ()):
            scanned = re.fullmatch(r"SCAN (\w+)(?! VIRTUAL).*", step)
            assert not (scanned and scanned[1] in LARGE), (step, sql)

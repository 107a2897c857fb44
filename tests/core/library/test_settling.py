"""Who is who after every import is what it would be, said anew over all rows."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.library import awaiting, settling
from desktop_app.library.authority import OWN_FILE
from desktop_app.library.bearers import Words
from desktop_app.library.contested import asked
from desktop_app.library.decisions import decisions
from desktop_app.library.library import Library
from desktop_app.library.pairing import Pairs
from desktop_app.library.people import authority_of
from desktop_app.library.settling import keys_of
from desktop_app.library.writer import Turn
from tests.conftest import capture_of
from tests.core.library.test_persons import OWN, who_is_who
from tests.made_up.read import person, reading, take_read

NAMES = ("Han Song Bok", "Han Song-bok", "한성복", "Kim Song Gwang", "Ri Mi Ok")
TITLES = ("", "minister of Railways", "vice-minister of Foreign Affairs", "worker of a shoe works")
ROWS = st.tuples(st.sampled_from(NAMES), st.sampled_from(TITLES), st.integers(2004, 2018))


def put(library: Library, batch: list[tuple[str, str, int]], number: int) -> None:
    """Import a dispatch for each row of ``batch``."""
    captures = [
        (
            capture_of(
                f"{year}-03-{place + 1:02} Story {number} {place}", f"Story {number}{place}"
            ),
            reading(person(name, title)),
        )
        for place, (name, title, year) in enumerate(batch)
    ]
    take_read(library, f"batch {number}", captures)


def everybody(library: Library) -> tuple[object, object]:
    spellings = library.read(
        lambda c: c.execute(
            "SELECT p.uuid, n.name FROM person_name n JOIN person p ON p.id = n.person"
            " WHERE n.surest ORDER BY 1, 2"
        ).fetchall()
    )
    return who_is_who(library.path), spellings


def say_anew(library: Library) -> None:
    library.change(settling.settle_all_anew).result()
    for change in library.read(settling.due):
        library.change(change, Turn.IMPORT).result()


RAILWAYS, WORKER = TITLES[1], "worker of a shoe works"
PARTED_LATER = [  # a row that came before is given to somebody whom a list names
    [
        ("Han Song Bok", "", 2004),
        ("Han Song Bok", RAILWAYS, 2010),
        ("Han Song Bok", WORKER, 2004),
        ("Han Song Bok", WORKER, 2004),
        ("Han Song-bok", RAILWAYS, 2004),
    ],
    [("Han Song-bok", RAILWAYS, 2004)],
]


@example(PARTED_LATER)
@settings(deadline=None, max_examples=25)
@given(st.lists(st.lists(ROWS, min_size=1, max_size=6), min_size=1, max_size=5))
def test_import_after_import_says_what_all_rows_together_say(tmp_path_factory, batches):
    with Library.create(tmp_path_factory.mktemp("laws") / "one.dateline") as library:
        (library.path / OWN_FILE).write_text(OWN, "utf-8")
        for number, batch in enumerate(batches):
            put(library, batch, number)
        said = everybody(library)
        assert said[0]
        say_anew(library)
        assert everybody(library) == said


def test_of_the_dead_an_import_reads_its_own_rows_and_of_most_none(library):
    (library.path / OWN_FILE).write_text(OWN, "utf-8")
    put(library, [("Han Song Bok", "minister of Railways", 2005), ("Ri Mi Ok", "", 2005)], 1)
    put(library, [("Kim Song Gwang", title, 2005) for title in TITLES[1:3]], 2)

    def names(connection):
        people = [row[0] for row in connection.execute("SELECT id FROM person")]
        words = Words(authority_of(connection), decisions(connection), Pairs())
        found = asked(connection, keys_of(connection, people), words)
        of = dict(connection.execute("SELECT key, name FROM person_name WHERE surest"))
        return [of[key] for key in found.each_row], [of[key] for key in found.all_rows]

    assert library.read(names) == (["Han Song Bok"], ["Kim Song Gwang"])


@pytest.mark.parametrize("title", ["minister of Railways", "it's"])
def test_every_title_of_a_name_is_known_without_its_rows(library, title):
    put(library, [("Ri Mi Ok", title, 2005), ("Ri Mi Ok", "", 2006)], 1)
    assert library.read(lambda c: awaiting.titles_of(c, ["Ri Mi Ok", "Nobody"])) == {
        "Ri Mi Ok": [title],
        "Nobody": [],
    }


def test_rows_that_get_the_numbers_of_rows_that_went_are_settled(library: Library):
    put(library, [("Kim Song Gwang", TITLES[1], 2005), ("Kim Song Gwang", TITLES[2], 2006)], 1)

    def last(connection):
        return connection.execute("SELECT participant FROM settled").fetchone()[0]

    before = library.read(last)
    library.change(lambda c: c.execute("DELETE FROM participant WHERE id >= 2") and None).result()
    assert library.read(last) == 1 < before

"""The arrays follow the tables: whatever was changed, they equal arrays read from scratch."""

import dataclasses
import sqlite3
from functools import partial

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.library import loading
from desktop_app.library.articles import log_changes, next_generation
from desktop_app.library.library import Library
from desktop_app.library.loading import whole
from desktop_app.query.arrays import Arrays, Codes, Pairs
from desktop_app.query.query import Query
from tests.conftest import capture_of, take


def same(one: Arrays, other: Arrays) -> None:
    """Assert that two snapshots say the same of every article.

    A dead article at the end may keep its place in one of them.
    """
    size = min(one.size, other.size)
    assert not one.alive[size:].any()
    assert not other.alive[size:].any()
    for field in dataclasses.fields(Arrays):
        a, b = getattr(one, field.name), getattr(other, field.name)
        if isinstance(a, Codes):
            assert [a.words[c] for c in a.code[:size]] == [b.words[c] for c in b.code[:size]], (
                field.name
            )
        elif isinstance(a, Pairs):
            assert np.array_equal(a.article, b.article)
            assert np.array_equal(a.person, b.person)
            assert [one.roles[c] for c in a.role] == [other.roles[c] for c in b.role]
        elif field.name == "newest_first":
            assert np.array_equal(a, b)
        elif isinstance(a, np.ndarray):
            a, b = (a, b) if "of_version" in field.name else (a[:size], b[:size])
            assert np.array_equal(a, b), field.name


def fresh(library: Library) -> Arrays:
    with library._readers.moment() as connection:
        return whole(connection, library.generation())


def delete(connection: sqlite3.Connection, article: int) -> None:
    connection.execute("DELETE FROM article WHERE id = ?", (article,))
    log_changes(connection, next_generation(connection), [article])


def test_a_library_read_in_pieces_equals_one_read_at_once(tmp_path, monkeypatch):
    with Library.create(tmp_path / "L.dateline") as library:
        lines = [f"2023-01-0{day} {day} Guests Met" for day in range(1, 8)]
        take(library, "days", [capture_of(line, locator=line) for line in lines])
        at_once = fresh(library)
        monkeypatch.setattr(loading, "_AT_ONCE", 3)
        in_pieces = fresh(library)
    assert int(in_pieces.alive.sum()) == len(lines)
    same(at_once, in_pieces)


LINES = st.lists(
    st.tuples(
        st.sampled_from(["2023-01-01", "2023-01-02", "1998-04-01", ""]),
        st.sampled_from(["Greetings", "Talks Held", "축하", "Arrival of Guests"]),
        st.sampled_from(["KCNA", "Rodong Sinmun", "Minju Joson"]),
    ),
    min_size=1,
    max_size=5,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(LINES, min_size=1, max_size=4))
def test_following_changes_equals_reading_everything(tmp_path_factory, batches):
    with Library.create(tmp_path_factory.mktemp("l") / "L.dateline") as library:
        for number, batch in enumerate(batches):
            take(
                library,
                f"batch {number}",
                [
                    capture_of(f"{day} {title}".strip(), locator=str(place), outlet=outlet)
                    for place, (day, title, outlet) in enumerate(batch)
                ],
            )
            library.find(Query())
            same(library.arrays(), fresh(library))
            if number % 2:
                ids = [int(i) for i in library.find(Query()).ids[:1]]
                library.change(partial(delete, article=ids[0])).result()
                same(library.arrays(), fresh(library))


def test_a_second_start_takes_the_arrays_from_the_cache(library, fill):
    fill("2024-01-01 Greetings", "2024-01-02 Guidance")
    before = library.arrays()
    library.close()
    with Library.open(library.path) as again:
        asked: list[str] = []
        again._readers.here().set_trace_callback(asked.append)
        same(again.arrays(), before)
        assert not [sql for sql in asked if "FROM article" in sql]


def test_a_cache_of_another_database_is_not_believed(library, fill, tmp_path):
    fill("2024-01-01 Greetings")
    library.arrays()
    library.close()
    with Library.create(tmp_path / "Other.dateline") as other:
        take(other, "x", [capture_of("2020-02-02 Other", outlet="Other")])
        (other.path / "arrays.npz").write_bytes((library.path / "arrays.npz").read_bytes())
        assert other.find(Query()).in_library == 1
        assert other.arrays().outlet.words == ("", "Other")


def test_a_damaged_cache_costs_time_and_nothing_else(library, fill):
    fill("2024-01-01 Greetings")
    library.arrays()
    library.close()
    (library.path / "arrays.npz").write_bytes(b"PK\x03\x04 broken")
    with Library.open(library.path) as again:
        assert len(again.find(Query())) == 1

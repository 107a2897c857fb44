"""Texts are read again by a newer reader: it says what changes, and the user's layer stays."""

import json

import pytest

from desktop_app.cli import run
from desktop_app.importing.reread import reread
from desktop_app.jobs import Job
from desktop_app.library import correcting
from desktop_app.library.correcting import Cells
from desktop_app.query.query import Query
from tests.conftest import capture_of, take
from tests.core.library.test_corrections import TEXT, found, people, row_of
from tests.core.library.test_index import indexed_as_it_stood
from tests.user_work import standing


@pytest.fixture
def article(library):
    """A dispatch that an older reader read: it missed one row and gave another a wrong title."""
    take(library, "one", [capture_of("2023-09-14 Talks held", TEXT)])

    def older(connection):
        connection.execute("DELETE FROM participant WHERE name = 'Pak Song Nam'")
        connection.execute("UPDATE participant SET title = 'x' WHERE name = 'Ri Kwang Chon'")
        connection.execute("UPDATE version SET read_with = 'en-0'")

    library.change(older).result()
    return lambda: library.article(library.find(Query()).ids.tolist()[0])


def test_a_dry_run_says_what_would_change_and_changes_nothing(library, article):
    before = standing(library)
    report = reread(library, Job(), dry_run=True)
    assert (report.texts, report.changed, report.rows_gone, report.rows_come) == (1, 1, 1, 2)
    (one,) = report.first
    assert [row[0] for row in one.come] == ["Ri Kwang Chon", "Pak Song Nam"]
    assert standing(library) == before


def test_the_users_corrections_lie_over_the_new_reading(library, article):
    correcting.correct_row(
        library, article(), row_of(article(), "Boris Zimin"), Cells(title="envoy")
    )
    correcting.remove_rows(library, article(), [row_of(article(), "Ri Kwang Chon")])
    reread(library, Job())
    names = [name for name, _, _ in people(article())]
    assert "Pak Song Nam" in names
    assert "Ri Kwang Chon" not in names
    assert row_of(article(), "Boris Zimin").title == "envoy"
    assert reread(library, Job()).texts == 0, "what this reader has read is not read again"


def test_reading_everything_again_with_the_same_reader_changes_nothing(library, article):
    reread(library, Job())
    before = standing(library)
    report = reread(library, Job(), everything=True)
    assert (report.texts, report.changed) == (1, 0)
    assert standing(library) == before


def test_the_command_tells_the_same(library, article, capsys):
    article()
    library.close()
    assert run(["reread", "--library", str(library.path), "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changed"] == 1
    assert run(["reread", "--library", str(library.path)]) == 0
    assert "+ Pak Song Nam" in capsys.readouterr().out


def test_what_was_prepared_otherwise_is_found_by_the_words_that_are_shown(library):
    take(library, "one", [capture_of("2023-09-14 Talks held", "Kim Jong Ilvisited a mill.")])
    indexed_as_it_stood(library)
    assert (found(library, "ilvisited"), found(library, "visited")) == (1, 0)
    reread(library, Job(), dry_run=True)
    assert not library.index_is_of_today()
    reread(library, Job())
    assert (found(library, "ilvisited"), found(library, "visited")) == (0, 1)
    assert library.index_is_of_today()
    assert library.index_is_whole()

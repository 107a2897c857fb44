"""A library that a released Dateline made opens in this one, with all that was in it."""

import json
import zipfile

import pytest

from desktop_app.errors import UserError
from desktop_app.importing.rebuild import rebuild
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library import health
from desktop_app.library.connections import Lock, connect
from desktop_app.library.library import Library
from desktop_app.library.schema import NEWEST
from tests.made_up.released import KEPT, held

RELEASED = sorted(KEPT.glob("*.zip"))


def test_a_library_of_every_released_version_is_kept():
    assert RELEASED


@pytest.fixture(params=RELEASED, ids=lambda file: file.stem)
def released(request, tmp_path):
    """A library as a released version left it, and what it held."""
    with zipfile.ZipFile(request.param) as archive:
        archive.extractall(tmp_path)
    told = request.param.with_suffix(".json").read_text(encoding="utf-8")
    return tmp_path / "kept.dateline", json.loads(told)


def schema_of(path):
    connection = connect(path / "library.db", writing=False)
    number = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return number


def test_it_opens_with_all_that_was_in_it(released):
    path, told = released
    older = schema_of(path) < NEWEST
    with Library.open(path) as library:
        assert held(library) == told
    assert schema_of(path) == NEWEST
    assert bool(list((path / "backups").glob("*"))) == older, "backed up before it was migrated"
    assert health.check(path, Job()) == ()


def test_its_sources_are_known_again(released):
    path, told = released
    with Library.open(path) as library:
        report = import_paths(library, [path.parent / "sources"], Job())
        assert (report.totals.new, report.totals.new_version) == (0, 0)
        assert held(library)["articles"].keys() == told["articles"].keys()


def test_it_can_be_made_anew_from_its_originals(released):
    path, told = released
    with Library.open(path):
        pass
    rebuild(path, Job())
    with Library.open(path) as library:
        again = held(library)
        assert again["articles"].keys() == told["articles"].keys()
        assert again["searches"] == told["searches"]


def test_where_it_cannot_be_written_it_is_refused_with_a_sentence(released):
    path, _ = released
    if schema_of(path) == NEWEST:
        pytest.skip("this release has the newest schema: there is nothing to bring up")
    another = Lock(path)
    assert another.take()
    with pytest.raises(UserError, match="older Dateline"):
        Library.open(path)
    another.release()

"""An older library is brought up to date: told step by step, stopped or killed without loss."""

import json
import signal
import subprocess
import sys
import zipfile

import pytest

from desktop_app.jobs import Cancelled, Job, Progress
from desktop_app.library import health
from desktop_app.library.bringing_up import KEEPING, KEPT_AS
from desktop_app.library.connections import connect
from desktop_app.library.leaner import BRINGING_UP
from desktop_app.library.library import Library
from desktop_app.library.opened import is_older
from tests.made_up.released import KEPT, held

OLDEST = KEPT / "0.1.0-schema-1.zip"
DYING = """
import os, signal, sys
from pathlib import Path
from desktop_app.jobs import Job
from desktop_app.library.library import Library

told = []
def die(progress):
    told.append(progress.what)
    if len(told) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
Library.open(Path(sys.argv[1]), Job(die)).close()
print(len(told))
"""


@pytest.fixture
def older(tmp_path):
    """A library of the oldest schema, and what it held."""
    with zipfile.ZipFile(OLDEST) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "kept.dateline", json.loads(OLDEST.with_suffix(".json").read_text("utf-8"))


def test_it_says_how_far_it_is_and_keeps_what_was(older):
    path, told = older
    assert is_older(path)
    before = (path / "library.db").read_bytes()
    said: list[Progress] = []
    with Library.open(path, Job(said.append)) as library:
        assert held(library) == told
    whats = list(dict.fromkeys(progress.what for progress in said))
    assert whats[0] == KEEPING
    assert BRINGING_UP in whats
    assert all(one.total is not None and 0 <= one.done <= one.total for one in said)
    assert not is_older(path)
    with zipfile.ZipFile(OLDEST) as archive:
        assert before == archive.read("kept.dateline/library.db")
    restored = path.parent / "again.dateline"
    restored.mkdir()
    for file in ("originals.db", "work.db", "open.dateline"):
        (restored / file).write_bytes((path / file).read_bytes())
    (restored / "library.db").write_bytes((path / "backups" / KEPT_AS).read_bytes())
    with Library.open(restored) as library:
        assert held(library) == told, "the copy is a library as it was"


@pytest.mark.parametrize("after", [1, 3, 12, 28])
def test_stopped_on_the_way_it_stays_whole_and_goes_on_when_it_is_opened_again(older, after):
    path, told = older
    said = []

    def stopping(progress):
        said.append(progress)
        if len(said) == after:
            job.cancel()

    job = Job(stopping)
    with pytest.raises(Cancelled):
        Library.open(path, job)
    assert is_older(path)
    with Library.open(path) as library:
        assert held(library) == told
    assert health.check(path, Job()) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="no signal that kills at once")
@pytest.mark.parametrize("after", [2, 9, 20, 29])
def test_killed_on_the_way_nothing_is_lost(older, after):
    path, told = older
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(path), str(after)], capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stdout
    with Library.open(path) as library:
        assert held(library) == told
    assert health.check(path, Job()) == ()
    kept = path.parent / "kept.db"
    (path / "backups" / KEPT_AS).replace(kept)
    connection = connect(kept, writing=False)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1, "as it was at first"
    steps = {row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations")}
    connection.close()
    assert "leaner" not in steps

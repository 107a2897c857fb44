"""A library knows when it is damaged, and keeps copies of the user's work."""

import sqlite3

import pytest

from desktop_app.errors import UserError
from desktop_app.jobs import Job
from desktop_app.library import health, marking, work
from desktop_app.library.library import Library
from desktop_app.messages import message
from desktop_app.query.query import Query


def test_a_sound_library_has_no_findings(library, fill):
    fill("2024-01-01 Greetings", "2024-01-02 Guidance")
    assert health.check(library.path, Job()) == ()


def test_a_changed_byte_of_an_original_is_found(library, fill):
    fill("2024-01-01 Greetings")
    library.close()
    with sqlite3.connect(library.path / "originals.db") as connection:
        frame = bytearray(connection.execute("SELECT frame FROM chunk").fetchone()[0])
        frame[-2] ^= 0x40
        connection.execute("UPDATE chunk SET frame = ?", (bytes(frame),))
    connection.close()
    (finding,) = health.check(library.path, Job())
    assert "made-up-1.txt" in str(finding.what)


def test_a_row_that_points_at_nothing_is_found(library, fill):
    fill("2024-01-01 Greetings")
    library.change(lambda c: c.execute("UPDATE capture SET article = 99")).result()
    assert {str(f.what) for f in health.check(library.path, Job())} == {
        "1 × a capture without its dispatch",
        "1 × a dispatch without any capture",
    }


def test_ten_backups_are_kept_and_any_can_be_restored(library):
    def note(words):
        change = work.Change("note", "a", words)
        library.change(lambda c: work.write(c, [change], message("note"))).result()

    note("first")
    for _ in range(12):
        newest = health.backup(library.path, Job())
        newest.rename(newest.with_name(f"20200101T0000{_:02}-work.db"))
    note("second")
    health.backup(library.path, Job())
    kept = health.backups(library.path)
    assert len(kept) == health.KEPT
    library.close()
    health.restore(library.path, kept[-1])
    with sqlite3.connect(library.path / "work.db") as connection:
        assert work.state(connection, "note", "a") == "first"
    connection.close()


def test_a_restored_backup_is_what_the_tables_say(library, fill):
    fill("2024-01-01 Greetings", "2024-01-02 Guidance")
    first, second = library.find(Query()).ids.tolist()
    marking.star(library, [first])
    health.backup(library.path, Job())
    marking.star(library, [second])
    marking.star(library, [first], on=False)
    library.close()
    health.restore(library.path, health.backups(library.path)[0])
    with Library.open(library.path) as again:
        assert again.arrays().starred.nonzero()[0].tolist() == [first]


def test_restoring_what_is_not_there_is_refused(library):
    with pytest.raises(UserError, match="no backup"):
        health.restore(library.path, library.path / "nothing.db")

"""What is derived can be thrown away: the same library comes again out of its originals."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desktop_app.errors import UserError
from desktop_app.importing.rebuild import rebuild
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Cancelled, Job
from desktop_app.library.library import Library
from tests.core.importing.test_import import mixed, record

DERIVED = {
    "article": "SELECT * FROM article ORDER BY id",
    "version": "SELECT id, article, title, text, text_sha256, complete FROM version ORDER BY id",
    "capture": "SELECT id, original, locator, article, version, url, published FROM capture"
    " ORDER BY id",
    "participant": "SELECT id, event, position, person, name, title, side, role, spans, rule"
    " FROM participant ORDER BY id",
    "person": "SELECT id FROM person ORDER BY id",
    "import_entry": "SELECT * FROM import_entry WHERE run <= 2 ORDER BY id",
}


def derived(library: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(library / "library.db")
    try:
        return {name: connection.execute(sql).fetchall() for name, sql in DERIVED.items()}
    finally:
        connection.close()


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    mixed(folder)
    (folder / "strange.csv").write_text("k1,k2,k3\n1,Named by the User,3\n")
    with Library.create(tmp_path / "Kept.dateline") as library:
        import_paths(library, [folder], Job())
        import_paths(library, [folder / "strange.csv"], Job(), {"title": "k2"})
        return library.path


def test_a_rebuild_gives_the_same_library_again(filled):
    before = derived(filled)
    assert len(before["article"]) == 37
    report = rebuild(filled, Job())
    assert derived(filled) == before
    assert report.totals.new == 37


def test_a_rebuild_mends_a_damaged_file(filled):
    before = derived(filled)
    (filled / "library.db").write_bytes(b"this is no database at all" * 400)
    rebuild(filled, Job())
    after = derived(filled)
    assert {name: after[name] for name in ("article", "capture")} == {
        name: before[name] for name in ("article", "capture")
    }


def test_a_stopped_rebuild_leaves_everything_as_it_was(filled):
    before = derived(filled)
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        rebuild(filled, job)
    assert derived(filled) == before


def test_a_library_in_use_is_not_rebuilt(filled):
    with Library.open(filled), pytest.raises(UserError):
        rebuild(filled, Job())


def test_originals_that_were_edited_outside_are_refused_not_read(filled):
    connection = sqlite3.connect(filled / "originals.db")
    connection.execute("UPDATE chunk SET frame = x'00' WHERE original = 1")
    connection.commit()
    connection.close()
    report = rebuild(filled, Job())
    assert report.totals.new == 37 - 10
    assert any(one.outcome == "skipped" for one in report.entries)
    assert str(record(0)["title"]) not in str(derived(filled)["article"])

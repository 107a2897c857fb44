"""What the pages of a site share is stored once, and every original comes back as it was."""

from __future__ import annotations

import sqlite3

from desktop_app.importing.run import import_paths
from desktop_app.importing.training import FEWEST
from desktop_app.jobs import Job
from desktop_app.library import health, originals
from desktop_app.library.library import Library

FRAME = "".join(f"<div class='box{n}'><a href='/page/{n}'>Section {n}</a></div>" for n in range(80))


def pages(folder, count, first=0):
    folder.mkdir()
    for number in range(first, first + count):
        day = f"2023-{1 + number % 12:02d}-{1 + number % 28:02d}"
        body = f"<h1>Harvest of field {number}</h1><p>Pyongyang, {day} (KCNA) -- It is in.</p>"
        page = f"<html><head><title>News</title></head><body>{FRAME}{body}</body></html>"
        (folder / f"{number:04d}.html").write_text(page, encoding="utf-8")
    return folder


def stored(library):
    with sqlite3.connect(library.path / "originals.db") as connection:
        size, frames = connection.execute(
            "SELECT sum(size), sum(length(frame)) FROM chunk"
        ).fetchone()
        trained = originals.dictionary(connection)
        hashes = [row[0] for row in connection.execute("SELECT sha256 FROM original")]
    connection.close()
    return size, frames, trained, hashes


def test_many_small_pages_are_stored_with_a_dictionary_and_come_back_whole(library, tmp_path):
    few = pages(tmp_path / "few", 20)
    import_paths(library, [few], Job())
    size, frames, trained, _ = stored(library)
    assert not trained
    plain = frames / size
    many = pages(tmp_path / "many", FEWEST + 40, first=100)
    import_paths(library, [many], Job())
    size, all_frames, trained, hashes = stored(library)
    assert trained
    assert (all_frames - frames) / (size - frames / plain) < plain / 2
    contents = {b"".join(library.original(sha256)) for sha256 in hashes}
    assert contents == {file.read_bytes() for folder in (few, many) for file in folder.iterdir()}
    library.close()
    assert health.check(library.path, Job()) == ()
    with Library.open(library.path) as again:
        import_paths(again, [pages(tmp_path / "more", FEWEST, first=900)], Job())
        assert stored(again)[2] == trained

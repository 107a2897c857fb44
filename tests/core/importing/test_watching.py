"""What arrives in a watched folder is imported once it has stopped growing, and once only."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_app.importing.run import import_paths
from desktop_app.importing.standing import Standing, read_standing, write_standing
from desktop_app.importing.watching import Watch
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from tests.core.importing.test_import import lines


def take_what_arrived(library: Library, watch: Watch) -> int:
    arrived = watch.arrived(library.read_at(watch.folder), Job())
    return import_paths(library, [watch.folder], Job(), only=arrived).totals.new if arrived else 0


def test_a_file_is_taken_when_it_stands_still_and_again_only_when_it_changed(library, tmp_path):
    folder = tmp_path / "watched"
    folder.mkdir()
    file = folder / "day.jsonl"
    watch = Watch(folder)
    file.write_text(lines(range(5)))
    assert take_what_arrived(library, watch) == 0
    with file.open("a") as growing:
        growing.write(lines(range(5, 9)))
    assert take_what_arrived(library, watch) == 0  # it grew
    assert take_what_arrived(library, watch) == 9
    assert take_what_arrived(library, watch) == 0
    assert take_what_arrived(library, Watch(folder)) == 0
    afresh = Watch(folder)  # as after a restart
    assert [take_what_arrived(library, afresh) for _ in range(2)] == [0, 0]
    file.write_text(lines(range(12)))
    later = file.stat().st_mtime + 5
    os.utime(file, (later, later))
    assert [take_what_arrived(library, afresh) for _ in range(3)][:2] == [0, 3]


def test_only_what_arrived_is_read(library, tmp_path):
    folder = tmp_path / "watched"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.jsonl").write_text(lines(range(4 if name == "one" else 8)))
    report = import_paths(library, [folder], Job(), only={str(folder / "one.jsonl")})
    assert [Path(one.path).name for one in report.entries] == ["one.jsonl"]


def test_a_folder_that_is_gone_has_nothing(library, tmp_path):
    assert Watch(tmp_path / "none").arrived({}, Job()) == frozenset()


def test_what_stands_for_a_library_comes_back_and_damage_costs_only_itself(tmp_path):
    library = tmp_path / "Mine.dateline"
    standing = Standing().watching("/a").watching("/b").watching("/a").begun(("/c", "/d"))
    assert standing.watched == ("/b", "/a")
    write_standing(tmp_path / "state", library, standing)
    assert read_standing(tmp_path / "state", library) == standing
    assert read_standing(tmp_path / "state", tmp_path / "Other.dateline") == Standing()
    (kept,) = (tmp_path / "state" / "imports").iterdir()
    kept.write_text("no such thing")
    assert read_standing(tmp_path / "state", library) == Standing()
    done = standing.finished(("/c", "/d")).without("/a").without("/b")
    write_standing(tmp_path / "state", library, done)
    assert not kept.exists()

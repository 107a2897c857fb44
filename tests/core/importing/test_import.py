"""An import says what became of every file, keeps what is good, and adds nothing twice."""

from __future__ import annotations

import gzip
import json
import os
import random
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from desktop_app.importing.columns import header_of
from desktop_app.importing.limits import LIMITS
from desktop_app.importing.rebuild import rebuild
from desktop_app.importing.report import ImportReport, Totals
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job, Progress
from desktop_app.library.health import check
from desktop_app.library.library import Library
from desktop_app.library.tables import name_columns
from desktop_app.library.taking import Outcome
from desktop_app.query.query import Query

PLACES = ("Sariwon", "Wonsan", "Hamhung", "Kanggye", "Haeju", "Nampho", "Sinuiju", "Chongjin")


def words(number: int, count: int) -> str:
    """Return made-up words that are others for every number."""
    chosen = random.Random(number)
    return " ".join(
        "".join(chosen.choice("bdgklmnprst") + chosen.choice("aeiou") for _ in range(3))
        for _ in range(count)
    )


def record(number: int, **more: object) -> dict[str, object]:
    place = PLACES[number % len(PLACES)]
    return {
        "title": f"Fair Number {number} Opens in {place}",
        "date": f"2012-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "body": f"Fair number {number} opened in {place}. On show were {words(number, 30)}.",
        **more,
    }


def lines(numbers: range) -> str:
    return "".join(json.dumps(record(n)) + "\n" for n in numbers)


def titles(library: Library) -> set[str]:
    return {row.title for row in library.rows(library.find(Query()).ids.tolist())}


def outcomes(report: ImportReport) -> dict[str, str]:
    return {
        (one.member or Path(one.path).name): f"{one.outcome}: {one.reason}".removesuffix(": ")
        for one in report.entries
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "saved"
    made.mkdir()
    return made


def mixed(folder: Path) -> int:
    """Fill ``folder`` with 36 good dispatches in seven shapes, nested."""
    (folder / "a.jsonl").write_text(lines(range(10)))
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(lines(range(10, 15)).encode()))
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("one/d.json", json.dumps([record(n) for n in range(15, 20)]))
        inner = BytesIO()
        with zipfile.ZipFile(inner, "w") as nested:
            nested.writestr("e.jsonl", lines(range(20, 25)))
        archive.writestr("two.zip", inner.getvalue())
    with tarfile.open(folder / "f.tar.gz", "w:gz") as tar:
        content = lines(range(25, 30)).encode()
        entry = tarfile.TarInfo("g.jsonl")
        entry.size = len(content)
        tar.addfile(entry, BytesIO(content))
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / "deep" / "deeper" / "h.csv").write_text(
        "title,date,body\n"
        + "".join(f'"{r["title"]}",{r["date"]},"{r["body"]}"\n' for r in map(record, range(30, 35)))
    )
    one = record(35)
    (folder / "deep" / "i.txt").write_text(f"{one['title']}\n\n2012-12-08\n\n{one['body']}\n")
    return 36


def test_a_mixed_folder_is_imported_whole_and_a_second_time_adds_nothing(library, folder):
    count = mixed(folder)
    first = import_paths(library, [folder], Job())
    assert first.totals == Totals(new=count)
    assert titles(library) == {str(record(n)["title"]) for n in range(count)}
    generation = library.generation()
    second = import_paths(library, [folder], Job())
    assert second.totals == Totals(duplicate=count)
    assert library.generation() == generation
    assert not check(library.path, Job())


def test_every_file_and_member_has_a_row_in_the_stored_report(library, folder):
    mixed(folder)
    report = import_paths(library, [folder], Job())
    rows = [(Path(one.path).name, one.member) for one in report.entries]
    assert sorted(rows) == sorted(
        [
            ("a.jsonl", ""),
            ("b.jsonl.gz", ""),
            ("c.zip", ""),
            ("c.zip", "one/d.json"),
            ("c.zip", "two.zip!e.jsonl"),
            ("f.tar.gz", ""),
            ("f.tar.gz", "g.jsonl"),
            ("h.csv", ""),
            ("i.txt", ""),
        ]
    )
    assert report.run is not None
    assert library.import_report(report.run) == report.entries


def test_bad_files_are_told_with_their_reasons_and_good_ones_kept(library, folder):
    (folder / "good.jsonl").write_text(lines(range(3)))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (folder / "half.json").write_text(json.dumps([record(4), record(5)])[:-40])
    (folder / "ragged.csv").write_text("title,date,body\na,2012-01-01,b b b b,c\n")
    (folder / "nothing.jsonl").write_text("{}\n{}\n")
    (folder / "damaged.zip").write_bytes(b"PK\x03\x04" + b"\0" * 60)
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(lines(range(500)).encode())[:-40])
    (folder / ".DS_Store").write_bytes(b"\0\0")
    (folder / "gone").symlink_to(folder / "nowhere")
    (folder / "round").symlink_to(folder)
    (folder / "Other.dateline").mkdir()
    (folder / "Other.dateline" / "open.dateline").write_text("x")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
    report = import_paths(library, [folder, folder / "no such"], Job())
    said = outcomes(report)
    assert said.pop("good.jsonl") == "new"
    assert said.pop("half.json").startswith("new: [1]: The record is broken")
    assert set(titles(library)) == {str(record(n)["title"]) for n in (0, 1, 2, 4)}
    assert all(one.startswith("skipped: ") for one in said.values()), said
    for name, words in {
        "empty.txt": "empty",
        "picture.png": "A picture",
        "ragged.csv": "4 cells",
        "nothing.jsonl": "No column",
        "damaged.zip": "damaged",
        "cut.jsonl.gz": "damaged",
        ".DS_Store": "Hidden",
        "gone": "points at nothing",
        "round": "leads back",
        "Other.dateline": "not imported",
        "no such": "nothing of this name",
    }.items():
        assert words in said[name]


@pytest.mark.parametrize("name", ["발행물 😀.jsonl", "x" * 249 + ".jsonl", "a\nb.jsonl"])
def test_any_file_name_will_do(library, folder, name):
    try:
        (folder / name).write_text(lines(range(1)))
    except OSError:
        pytest.skip("this file system has no such names")
    report = import_paths(library, [folder], Job())
    assert report.totals == Totals(new=1)


def test_names_that_are_no_text_are_spelt_out(library, folder):
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.jsonl")).write_text(lines(range(1)))
    except OSError:
        pytest.skip("this file system has no such names")
    report = import_paths(library, [folder], Job())
    assert report.totals == Totals(new=1)
    assert report.entries[0].path.encode()


def test_an_unreadable_file_is_told(library, folder):
    (folder / "a.jsonl").write_text(lines(range(1)))
    (folder / "a.jsonl").chmod(0)
    if os.access(folder / "a.jsonl", os.R_OK):
        pytest.skip("this user may read everything")
    report = import_paths(library, [folder], Job())
    assert "cannot be read" in outcomes(report)["a.jsonl"]


def test_a_stop_keeps_what_was_done_and_the_next_import_adds_the_rest(library, folder):
    for n in range(40):
        (folder / f"{n:02}.jsonl").write_text(lines(range(n * 20, n * 20 + 20)))
    job = Job(told=lambda progress: job.cancel() if progress.done > 200 else None)
    report = import_paths(library, [folder], job)
    assert report.cancelled
    kept = len(library.find(Query()).ids)
    assert 200 <= kept < 800
    assert library.import_runs()[0].state == "cancelled"
    rest = import_paths(library, [folder], Job())
    assert rest.totals.new == 800 - kept
    assert len(library.find(Query()).ids) == 800


def test_a_large_file_is_read_by_both_children_in_its_own_order(library, folder):
    records = [record(n, body=f"{words(n, 250)}.") for n in range(700)]
    (folder / "large.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records))
    assert (folder / "large.jsonl").stat().st_size > 1 << 20
    told: list[str] = []

    def see(path, sha256, found, taken):
        told.append(found.capture.title)

    report = import_paths(library, [folder], Job(), seen=see)
    assert told == [one["title"] for one in records]
    assert report.totals.new == len(records)
    assert not check(library.path, Job())


def test_progress_counts_dispatches_and_knows_when_it_will_end(library, folder):
    for n in range(30):
        (folder / f"{n:02}.jsonl").write_text(lines(range(n * 20, n * 20 + 20)))
    told: list[Progress] = []
    import_paths(library, [folder], Job(told.append))
    importing = [one for one in told if one.what == "Importing"]
    assert importing[-1].done == 600
    assert any(one.seconds_left is not None for one in importing)
    assert [one.done for one in importing] == sorted(one.done for one in importing)


def test_a_large_table_behind_small_pages_is_not_guessed_by_the_pages(library, folder):
    """Eight pages of a few bytes once gave a table of 11,000 dispatches 40 minutes."""
    for n in range(8):
        (folder / f"{n}.jsonl").write_text(lines(range(n, n + 1)))
    with gzip.open(folder / "table.jsonl.gz", "wt") as table:
        table.write(lines(range(8, 3000)))
    told: list[Progress] = []
    import_paths(library, [folder], Job(told.append))
    guesses = [one.total for one in told if one.what == "Importing" and one.done > 300]
    assert len(guesses) > 5
    assert all(guess is not None and 1500 < guess < 6000 for guess in guesses)


def test_a_record_that_takes_too_long_costs_itself_alone(library, folder):
    roster = "Present there were Pak Made Up, minister of Fairs, and Ri Made Up, his deputy. "
    slow = record(1, body="Pyongyang, May 3 (KCNA) -- " + roster * 120_000)
    (folder / "a.jsonl").write_text(lines(range(1)) + json.dumps(slow) + "\n" + lines(range(2, 5)))
    (folder / "b.jsonl").write_text(lines(range(5, 8)))
    report = import_paths(library, [folder], Job(), limits=replace(LIMITS, record_seconds=3.0))
    assert "line 2" in outcomes(report)["a.jsonl"]
    assert "took too long" in outcomes(report)["a.jsonl"]
    assert report.totals == Totals(new=7, skipped=1)


def test_a_bomb_is_told_and_what_came_before_it_is_kept(library, folder):
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", lines(range(3)))
        archive.writestr("b.txt", b" " * 30_000_000)
    (folder / "c.jsonl").write_text(lines(range(3, 5)))
    report = import_paths(library, [folder], Job(), limits=replace(LIMITS, ratio_from=1 << 20))
    said = outcomes(report)
    assert said["a.jsonl"] == "new"
    assert "inflates" in said["b.txt"]
    assert said["c.jsonl"] == "new"


def test_archives_in_archives_in_archives_are_refused(library, folder):
    content = lines(range(1)).encode()
    for depth in range(3):
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(f"{depth}.zip" if depth else "a.jsonl", content)
        content = packed.getvalue()
    (folder / "deep.zip").write_bytes(content)
    report = import_paths(library, [folder], Job())
    assert report.totals == Totals(skipped=1)
    assert any("two deep" in one.reason for one in report.entries)


def test_path_tricks_of_members_are_told_and_write_nothing(library, folder, tmp_path):
    names = ["../../up.jsonl", "/etc/up.jsonl", "C:\\up.jsonl", "a.jsonl", "A.jsonl"]
    with zipfile.ZipFile(folder / "tricks.zip", "w") as archive:
        for n, name in enumerate(names):
            archive.writestr(name, lines(range(n, n + 1)))
    before = sorted(str(p) for p in tmp_path.rglob("*") if "dateline" not in str(p))
    report = import_paths(library, [folder], Job())
    assert sorted(str(p) for p in tmp_path.rglob("*") if "dateline" not in str(p)) == before
    assert report.totals.new == len(names)
    notes = {one.member: one.reason for one in report.entries if one.member}
    assert all("points outside" in notes[name] for name in names[:3])
    assert notes["a.jsonl"] == ""
    assert "same name" in notes["A.jsonl"]


def test_a_saved_pages_own_files_are_put_aside(library, folder):
    (folder / "page_files").mkdir()
    (folder / "page_files" / "style.css").write_text("a {}")
    (folder / "page.html").write_text("<html></html>")
    said = outcomes(import_paths(library, [folder], Job()))
    assert "saved page" in said["style.css"]


def test_columns_that_the_user_names_are_read(library, folder):
    (folder / "a.csv").write_text("k1,k2,k3\n1,2,3\n4,5,6\n")
    assert import_paths(library, [folder], Job()).totals == Totals(skipped=1)
    report = import_paths(library, [folder], Job(), {"title": "k2"})
    assert report.totals == Totals(new=2)
    assert titles(library) == {"2", "5"}


def test_the_report_exports_to_csv_without_formulas(library, folder, tmp_path):
    (folder / "=1+1.jsonl").write_text(lines(range(1)))
    report = import_paths(library, [folder], Job())
    report.to_csv(tmp_path / "report.csv")
    written = (tmp_path / "report.csv").read_text(encoding="utf-8-sig").splitlines()
    assert written[0].startswith("path,member,outcome")
    assert len(written) == 1 + len(report.entries)


def test_a_real_folder(library: Library, corpus: Callable[[str], bytes], folder: Path):
    for name in ("kcna-watch-page-2023-09-14.txt", "kcna-kp-2026-ko.json", "kcna-kp-2017-list.xml"):
        (folder / name).write_bytes(corpus(name))
    report = import_paths(library, [folder], Job())
    assert Counter(one.outcome for one in report.entries) == {"new": 3}
    assert report.totals == Totals(new=17)


def test_columns_named_once_are_read_in_every_table_with_this_header(library, folder):
    (folder / "strange.csv").write_text("q0,q1\n5,Fair Opens\n")
    (entry,) = import_paths(library, [folder], Job()).entries
    assert entry.outcome == Outcome.SKIPPED
    name_columns(library, header_of(["q1", "q0"]), {"title": "q1"})
    (folder / "another.csv").write_text("q0,q1\n6,Fair Closes\n")
    assert import_paths(library, [folder], Job()).totals.new == 2
    assert titles(library) == {"Fair Opens", "Fair Closes"}
    path = library.path
    library.close()
    rebuild(path, Job())
    with Library.open(path) as again:
        assert titles(again) == {"Fair Opens", "Fair Closes"}

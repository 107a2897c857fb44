"""`dateline --selfcheck`: whether the program, as it was installed here, does its work once.

Hidden from users; packages are checked with it. The steps of the core stand here, those that need
a window in `ui.selfcheck`; startup joins them. Everything happens in a folder that is gone after.
"""

from __future__ import annotations

import csv
import platform
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app import __version__
from desktop_app.errors import UserError
from desktop_app.exporting.choice import Choice, Rows
from desktop_app.exporting.formats import export
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.messages import message
from desktop_app.paths import resources
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from desktop_app.reading.dispatch import read_dispatch

# Made up; three people in order, the last two under one title.
_ROSTER = (
    "Ryonghung, March 3 (KCNA) -- Premier Han Kum Chol met the delegation on Thursday. Present"
    " there were Foreign Minister Ko In Sop and Vice Foreign Ministers Ma Tong Ho and Ok Sung Gil."
)
_PRESENT = ("Ko In Sop", "Ma Tong Ho", "Ok Sung Gil")


@dataclass(frozen=True, slots=True)
class Workplace:
    """A folder with a name that is hard on programs, and the library in it."""

    folder: Path
    library: Library


Step = tuple[str, Callable[[Workplace], str]]
"""What is tried, and the trying: returns what was found, or raises."""


def run(steps: Sequence[Step]) -> int:
    """Try ``steps`` in turn, a line each; return the exit code: 0 when all of them worked."""
    _say(f"Dateline {__version__}, Python {platform.python_version()} on {platform.platform()}")
    with _workplace() as place:
        for words, trying in steps:
            started = time.monotonic()
            try:
                found = trying(place)
            except UserError as error:
                _say(f"FAILED  {words}: {error.message} {error.hint}".rstrip())
                return 1
            _say(f"ok  {words}: {found} ({time.monotonic() - started:.1f} s)")
    _say("All is well.")
    return 0


def expect(claim: bool, what: str) -> None:
    """Fail the step unless ``claim`` holds."""
    if not claim:
        raise UserError(message("This installation does not work: {what}.", what=what))


@contextmanager
def _workplace() -> Iterator[Workplace]:
    # Spaces and Hangul: what an unlucky user name brings into every path.
    with (
        TemporaryDirectory(prefix="dateline 점검 ", ignore_cleanup_errors=True) as folder,
        Library.create(Path(folder) / "자료 one") as library,
    ):
        yield Workplace(Path(folder), library)


def _say(line: str) -> None:
    # A console of another code page must not end the check.
    encoding = sys.stdout.encoding or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding), flush=True)


def _finds_its_resources(_: Workplace) -> str:
    folders = sorted(path.name for path in resources().iterdir() if path.is_dir())
    expect({"icons", "sample_library"} <= set(folders), f"there is no data in {resources()}")
    return ", ".join(folders)


def _has_full_text_search(_: Workplace) -> str:
    with sqlite3.connect(":memory:") as memory:
        memory.execute("CREATE VIRTUAL TABLE found USING fts5(text)")
    return f"SQLite {sqlite3.sqlite_version}"


def _imports_a_folder(place: Workplace) -> str:
    report = import_paths(place.library, [resources() / "sample_library"], Job())
    expect(report.totals.new >= 300, f"only {report.totals.new} dispatches came in")
    again = import_paths(place.library, [resources() / "sample_library"], Job())
    expect(again.totals.new == 0, f"the same folder again gave {again.totals.new} more")
    return f"{report.totals.new} new, {report.totals.skipped} skipped, none twice"


def _reads_a_roster(_: Workplace) -> str:
    reading = read_dispatch(_ROSTER)
    found = [who for event in reading.events for who in event.participants]
    names = tuple(who.name for who in found if who.name in _PRESENT)
    expect(names == _PRESENT, f"it read {names}")
    for who in found:
        expect(
            any(_ROSTER[span.start : span.end] == who.name for span in who.spans),
            f"{who.name} does not point back at the text",
        )
    return ", ".join(names)


def _searches_in_both_scripts(place: Workplace) -> str:
    everything = len(place.library.find(Query()).ids)
    counts = []
    for word in ("Ryonghung", "룡흥", "지도"):
        with_it = len(place.library.find(parse(word).query).ids)
        without = len(place.library.find(parse(f"-{word}").query).ids)
        expect(with_it > 0, f"nothing has {word}")
        expect(with_it + without == everything, f"{word} and its opposite are not everything")
        counts.append(f"{word} {with_it}")
    return f"{', '.join(counts)} of {everything}"


def _exports_to_csv(place: Workplace) -> str:
    target = place.folder / "내보내기 1.csv"
    count = export(place.library, Choice(Query(), Rows.PARTICIPANTS), target, Job())
    with target.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    expect(len(rows) == count > 0, f"{len(rows)} rows in the file, {count} were written")
    expect(all(len(row) == len(header) for row in rows), "the rows are ragged")
    return f"{count} participants"


CORE_STEPS: tuple[Step, ...] = (
    ("finds its resources", _finds_its_resources),
    ("has full-text search", _has_full_text_search),
    ("imports a folder in child processes", _imports_a_folder),
    ("reads a roster", _reads_a_roster),
    ("searches in both scripts", _searches_in_both_scripts),
    ("exports to CSV", _exports_to_csv),
)

"""``dateline import`` and ``dateline rebuild``: what became of every file."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.cli.command import Command, library_path, open_or_make_library
from desktop_app.cli.console import Console
from desktop_app.errors import UserError
from desktop_app.jobs import Job, Progress
from desktop_app.messages import message

if TYPE_CHECKING:  # what reads files is slow to load, and no other command waits for it
    from desktop_app.importing.report import ImportReport
    from desktop_app.library.found import Found
    from desktop_app.library.library import Library
    from desktop_app.library.runs import ImportEntry
    from desktop_app.library.taking import Taken


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders, nested")
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="say what an import would add to the library; keep nothing",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="say which column of a data file holds what: title, text, day, url, …",
    )


def _import(chosen: argparse.Namespace) -> int:
    from desktop_app.importing.run import import_paths

    mapping = _mapping(chosen.map)
    paths = [Path(path) for path in chosen.paths]
    told = _Told()
    with _library(chosen) as library, _stoppable(Job(_shown(chosen))) as job:
        report = import_paths(library, paths, job, mapping, seen=told.see if chosen.json else None)
        if chosen.json:
            print(json.dumps(_as_json(library, report, told), ensure_ascii=False))
        else:
            _print_lines(report)
    nothing_there = all(one.outcome == "skipped" for one in report.entries)
    return 1 if report.cancelled or (nothing_there and report.entries) else 0


@contextmanager
def _library(chosen: argparse.Namespace) -> Iterator[Library]:
    from desktop_app.library.rehearsal import rehearsal

    opened = rehearsal(library_path(chosen)) if chosen.dry_run else open_or_make_library(chosen)
    with opened as library:
        yield library


def _mapping(written: list[str]) -> dict[str, str]:
    from desktop_app.importing.columns import FIELDS

    mapping = {}
    for one in written:
        field_, _, column = one.partition("=")
        if field_ not in FIELDS or not column:
            raise UserError(
                message("“{written}” does not say which column holds what.", written=one),
                message("Write --map FIELD=COLUMN; fields are {fields}.", fields=", ".join(FIELDS)),
            )
        mapping[field_] = column
    return mapping


@contextmanager
def _stoppable(job: Job) -> Iterator[Job]:
    """Let Ctrl+C stop the job; what was done is kept and told."""
    before = signal.signal(signal.SIGINT, lambda *_: job.cancel())
    try:
        yield job
    finally:
        signal.signal(signal.SIGINT, before)


def _shown(chosen: argparse.Namespace) -> Any:
    if chosen.json or not sys.stderr.isatty():
        return None

    def show(progress: Progress) -> None:
        of = f" of about {progress.total:,}" if progress.total else ""
        left = progress.seconds_left
        rest = f", {left:,.0f} s left" if left is not None else ""
        print(
            f"\r{progress.what}: {progress.done:,}{of}, {progress.rate:,.0f}/s{rest}\033[K",
            end="",
            file=sys.stderr,
        )

    return show


def _print_lines(report: ImportReport) -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    for one in report.entries:
        count = one.new + one.new_version + one.duplicate
        said = f"  ({one.reason})" if one.reason else ""
        print(f"{_OUTCOMES[one.outcome]:<12} {_place(one)}  {count}{said}")
    for step in report.ruled:
        print(Console.spoken.say(message("Done: {step}.", step=step)))
    totals = report.totals
    stopped = " (stopped before the end)" if report.cancelled else ""
    print(
        f"{totals.new} new, {totals.new_version} new versions, {totals.duplicate} duplicates, "
        f"{totals.skipped} skipped{stopped}"
    )


_OUTCOMES = {
    "new": "new",
    "new_version": "new version",
    "duplicate": "duplicate",
    "skipped": "skipped",
}


def _place(entry: ImportEntry) -> str:
    return f"{entry.path}!{entry.member}" if entry.member else entry.path


@dataclass(slots=True)
class _Told:
    """The dispatches of an import, in order, by the original that holds them."""

    dispatches: list[dict[str, Any]] = field(default_factory=list)

    def see(self, path: str, sha256: str, found: Found, taken: Taken) -> None:
        capture = found.capture
        day = capture.dateline.day if capture.dateline else None
        self.dispatches.append(
            {
                "path": path,
                "locator": capture.locator,
                "original_sha256": sha256,
                "outcome": taken.outcome,
                "article": taken.article,
                "title": capture.title or None,
                "published": capture.published.isoformat() if capture.published else None,
                "published_from": capture.published_from,
                "dateline_date": str(day) if day else None,
                "dateline_place": capture.dateline.place if capture.dateline else None,
                "outlet": capture.outlet or None,
                "site": capture.site or None,
                "language": capture.language or None,
                "url": capture.url,
                "has_text": bool(capture.text),
                "complete": capture.complete,
                "doubts": list(capture.doubts),
                "body": capture.text or None,
            }
        )


def _as_json(library: Library, report: ImportReport, told: _Told) -> dict[str, Any]:
    known = {row.id: row.public_id for row in library.rows(d["article"] for d in told.dispatches)}
    for dispatch in told.dispatches:
        dispatch["id"] = known.get(dispatch.pop("article"))
    return {
        "files": [
            {
                "path": _place(one),
                "outcome": one.outcome,
                "reason": one.reason or None,
                "articles": one.new + one.new_version + one.duplicate,
                "new": one.new,
                "new_version": one.new_version,
                "duplicate": one.duplicate,
                "skipped": one.skipped,
            }
            for one in report.entries
        ],
        "totals": asdict(report.totals),
        "cancelled": report.cancelled,
        "dispatches": told.dispatches,
    }


def _no_arguments(_parser: argparse.ArgumentParser) -> None:
    """A rebuild has nothing to choose."""


def _rebuild(chosen: argparse.Namespace) -> int:
    from desktop_app.importing.rebuild import rebuild

    with _stoppable(Job()) as job:
        report = rebuild(library_path(chosen), job)
    totals = report.totals
    print(
        f"{totals.new} articles, {totals.new_version} more versions, {totals.duplicate} duplicates"
    )
    return 0


COMMANDS = (
    Command(
        "import",
        "Take files and folders into the library and say what became of each.",
        _import_arguments,
        _import,
    ),
    Command(
        "rebuild",
        "Make library.db again from the originals, with counterparts; articles and versions stay.",
        _no_arguments,
        _rebuild,
    ),
)

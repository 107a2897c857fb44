"""The import: files to dispatches in the library, and what became of each."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from desktop_app.analysis.counterparts import link_counterparts
from desktop_app.importing.gathering import Importing, Seen
from desktop_app.importing.limits import LIMITS, Limits
from desktop_app.importing.report import GrowingReport, ImportReport, Tally
from desktop_app.importing.terms import Terms
from desktop_app.importing.training import dictionary_for
from desktop_app.importing.walk import File, PutAside, files_under
from desktop_app.jobs import Cancelled, Job
from desktop_app.library.library import Library
from desktop_app.library.rules import Rules
from desktop_app.library.tables import named_columns

COUNTING = "Counting files"


def import_paths(
    library: Library,
    paths: Iterable[Path],
    job: Job,
    mapping: Mapping[str, str] | None = None,
    limits: Limits = LIMITS,
    seen: Seen | None = None,
    only: Container[str] | None = None,
) -> ImportReport:
    """Take every file under ``paths`` into ``library``; say what became of each.

    ``mapping`` names columns by field; of a watched folder ``only`` what has arrived is read.
    A stop keeps what was done; the report then says that it is not all. Importing the same
    again adds nothing.
    """
    paths = list(paths)
    report = GrowingReport()
    try:
        files = _counted(paths, job, report, only)
        source = ", ".join(path.name or str(path) for path in paths)
        with library.taking(source) as taking:
            report.run = taking.run
            columns = tuple(sorted((mapping or {}).items()))
            loop = Importing(taking, files, job, report, seen, columns)
            # A mapping is a wish to have files read anew, in other columns than before.
            known = frozenset() if columns else taking.read_before()
            terms = terms_of(
                library, limits, known, columns, taking.dictionary(lambda: dictionary_for(files))
            )
            try:
                loop.read(terms)
            finally:
                loop.flush()
                taking.entries(report.unwritten())
        link_counterparts(library, job)
    except Cancelled:
        report.cancelled = True
    if report.run is not None:  # a stop keeps what was done, and rules are for what was done
        report.ruled = Rules(library).act(report.run)
    return report.value()


def terms_of(
    library: Library,
    limits: Limits,
    known: frozenset[bytes] = frozenset(),
    columns: tuple[tuple[str, str], ...] = (),
    dictionary: bytes = b"",
) -> tuple[Terms, Terms]:
    """Return what each of the two children is told."""
    remembered = named_columns(library)
    first = Terms(0, limits, known, columns, remembered, dictionary, library.attended)
    return first, replace(first, which=1)


def _counted(
    paths: list[Path], job: Job, report: GrowingReport, only: Container[str] | None
) -> list[File]:
    files = []
    for one in files_under(paths):
        if only is not None and one.path not in only:
            continue
        if isinstance(one, PutAside):
            tally = Tally(one.path)
            tally.notes.append(one.reason)
            report.add(tally.entry())
        else:
            files.append(one)
        job.report(COUNTING, len(files))
    return files

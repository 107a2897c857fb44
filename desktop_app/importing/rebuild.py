"""``library.db`` made anew from the originals, in the order in which they were imported."""

from __future__ import annotations

from pathlib import Path

from desktop_app.analysis.counterparts import link_counterparts
from desktop_app.importing.gathering import Importing
from desktop_app.importing.limits import LIMITS
from desktop_app.importing.report import GrowingReport, ImportReport
from desktop_app.importing.run import terms_of
from desktop_app.importing.wire import Stored
from desktop_app.jobs import Job
from desktop_app.library.anew import made_anew
from desktop_app.library.layer import replay
from desktop_app.library.stored import stored_originals


def rebuild(path: Path, job: Job) -> ImportReport:
    """Make ``library.db`` of the closed library at ``path`` again; its articles are the same.

    A stop or a failure leaves everything as it was before.
    """
    report = GrowingReport()
    with made_anew(path) as library:
        sources = [
            Stored(str(library.path), one.sha256, one.path, one.size, one.mapping)
            for one in stored_originals(library.path)
        ]
        with library.taking("rebuild") as taking:
            report.run = taking.run
            loop = Importing(taking, sources, job, report, None)
            loop.read(terms_of(library, LIMITS))
            loop.flush()
        library.change(replay).result()
        link_counterparts(library, job)
    return report.value()

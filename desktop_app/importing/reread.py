"""Reads a library's texts again with the reader of today, and says what that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from desktop_app.jobs import Job
from desktop_app.library import rereading, settling
from desktop_app.library.library import Library
from desktop_app.library.rereading import Cells, StoredText
from desktop_app.library.writer import Turn
from desktop_app.model.participant import Reading

_TOGETHER = 50
_TOLD = 200


@dataclass(frozen=True, slots=True)
class Reread:
    """What another reading changes of one text."""

    public_id: str
    title: str
    gone: tuple[Cells, ...]
    come: tuple[Cells, ...]
    kinds: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class RereadReport:
    """What came of it: ``texts`` read, ``changed`` among them; the first ones stand in full."""

    texts: int = 0
    changed: int = 0
    rows_gone: int = 0
    rows_come: int = 0
    first: list[Reread] = field(default_factory=list)

    def add(self, one: Reread) -> None:
        """Count ``one``."""
        self.texts += 1
        if one.gone or one.come or one.kinds[0] != one.kinds[1]:
            self.changed += 1
            self.rows_gone += len(one.gone)
            self.rows_come += len(one.come)
            if len(self.first) < _TOLD:
                self.first.append(one)


def reread(
    library: Library, job: Job, *, everything: bool = False, dry_run: bool = False
) -> RereadReport:
    """Read again what an older reader read, or ``everything``; a dry run changes nothing.

    Corrections, confirmed rows and everything else of the user's stays on top. A stop keeps
    what was done; the next run goes on from there. Where texts are prepared otherwise today,
    the search index is made again: it must hold the words that are shown.
    """
    # The grammar takes a tenth of a second to load.
    from desktop_app.reading.dispatch import READER

    report = RereadReport()
    wanted = None if everything else READER
    versions = library.read(lambda connection: rereading.versions_to_read(connection, wanted))
    for place, start in enumerate(range(0, len(versions), _TOGETHER)):
        job.report("Reading texts again", place * _TOGETHER, len(versions))
        some = versions[start : start + _TOGETHER]
        texts = library.read(partial(rereading.stored_texts, versions=some))
        readings = list(_readings(texts, job))
        for text, reading in readings:
            report.add(_compared(text, reading))
        if not dry_run:
            put = partial(rereading.read_anew, readings=readings)
            library.change(put, Turn.IMPORT).result()
    if versions and not dry_run:
        for turn in library.change(settling.anew, Turn.IMPORT).result():
            library.change(turn, Turn.IMPORT).result()
    if not dry_run and not library.index_is_of_today():
        library.make_index_again(job)
    job.report("Reading texts again", len(versions), len(versions))
    return report


def _readings(texts: list[StoredText], job: Job) -> Iterator[tuple[StoredText, Reading]]:
    from desktop_app.reading.dispatch import read_dispatch

    for text in texts:
        job.check()
        yield text, read_dispatch(text.text, text.title, text.published, text.language)


def _compared(text: StoredText, reading: Reading) -> Reread:
    now = [(r.name, r.title, r.side or "", str(r.role)) for r in reading.participants]
    gone, come = Counter(text.rows) - Counter(now), Counter(now) - Counter(text.rows)
    return Reread(
        text.public_id,
        text.title,
        tuple(gone.elements()),
        tuple(come.elements()),
        (text.kinds, tuple(str(event.kind) for event in reading.events)),
    )

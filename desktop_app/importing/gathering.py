"""The loop of an import: gathers what the children tell, takes it together, keeps the tallies."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from desktop_app.importing.children import Children
from desktop_app.importing.how_far import HowFar
from desktop_app.importing.records import Refused
from desktop_app.importing.report import ArchiveTally, GrowingReport, Tally
from desktop_app.importing.terms import Terms
from desktop_app.importing.walk import File, shown
from desktop_app.importing.wire import (
    Block,
    FileEnds,
    LeafBegins,
    LeafEnds,
    LeafSkipped,
    MoreChunks,
    Stored,
    Told,
)
from desktop_app.jobs import Job
from desktop_app.library.found import Found
from desktop_app.library.intake import Part, Taking
from desktop_app.library.originals import Original
from desktop_app.library.taking import Outcome, Taken
from desktop_app.messages import message
from desktop_app.model.capture import Listing

IMPORTING = "Importing"
_TOGETHER = 400
_UNATTENDED = 1000  # each commit makes a part of the index, to be merged later
_FEWEST = 50
_TURN = 0.1  # seconds
_CHUNK_BYTES = 16 << 20
_ENTRIES = 500

NO_DISPATCH = message("No dispatch was found in it.")

Seen = Callable[[str, str, Found, Taken], None]
"""Told of each dispatch as it is taken: path, the original's hash, what was found, what it is."""


@dataclass(slots=True)
class _Leaf:
    """A leaf that is being taken: its original, what waits for it, its tally."""

    begins: LeafBegins
    original: Original
    tally: Tally
    waiting: list[Part] = field(default_factory=list)
    stored: bool = False


class Importing:
    """The loop of one import: gathers parts, takes them together, keeps the tallies."""

    def __init__(
        self,
        taking: Taking,
        sources: list[File] | list[Stored],
        job: Job,
        report: GrowingReport,
        seen: Seen | None,
        mapping: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._taking = taking
        self._sources = sources
        self._job = job
        self._report = report
        self._seen = seen
        self._mapping = mapping
        self._parts: list[tuple[Part, _Leaf]] = []
        self._gathered = 0
        self._attended = taking.attended
        self._together = _FEWEST
        self._bytes = 0
        self._leaf: _Leaf | None = None
        self._ended: list[Tally] = []
        self._members: list[Tally] = []
        self._dispatches = 0
        self._how_far = HowFar([source.size for source in sources])

    def read(self, terms: tuple[Terms, Terms]) -> None:
        """Read every source; whatever was taken stays taken, however this ends."""
        few = len(self._sources) < 2 and sum(one.size for one in self._sources) < _FOR_ONE
        with Children(terms[:1] if few else terms, self._job) as children:
            for number, told in children.read(self._sources):
                self._hear(number, told)
                total = self._how_far.total(self._dispatches, number)
                self._job.report(IMPORTING, self._dispatches, total)

    def _hear(self, number: int, told: Told) -> None:
        path = self._path(number)
        if isinstance(told, LeafBegins):
            self._begin(number, told)
        elif isinstance(told, MoreChunks):
            self._chunks(told)
        elif isinstance(told, Block):
            self._block(told)
        elif isinstance(told, LeafEnds):
            self._end(told)
        elif isinstance(told, LeafSkipped):
            tally = Tally(path, told.member)
            tally.notes.append(told.reason)
            self._over(tally)
        else:
            self._end_file(number, told)

    def _path(self, number: int) -> str:
        source = self._sources[number]
        return shown(source.path) if isinstance(source, File) else source.name

    def _begin(self, number: int, told: LeafBegins) -> None:
        path, name = self._path(number), self._sources[number].name
        self._how_far.packed(sum(len(chunk.frame) for chunk in told.chunks))
        self._leaf = _Leaf(
            told,
            Original(
                told.sha256,
                PurePosixPath(told.member or name).name,
                f"{name}!{told.member}" if told.member else name,
                told.size,
                told.modified_at,
                told.chunks,
                self._mapping,
            ),
            Tally(path, told.member, list(told.odd)),
        )

    def _chunks(self, told: MoreChunks) -> None:
        leaf = self._here()
        original = replace(leaf.original, chunks=told.chunks)
        self._gather(Part(original, position=told.position), leaf)
        packed = sum(len(chunk.frame) for chunk in told.chunks)
        self._bytes += packed
        self._how_far.packed(packed)
        leaf.stored = True
        self._flush_when_full()

    def _block(self, told: Block) -> None:
        leaf = self._here()
        found: list[Found | Listing] = []
        for item in told.items:
            if isinstance(item, Refused):
                leaf.tally.refuse(item.locator, item.reason)
            else:
                found.append(item)
        if found:
            self._gather(Part(self._original_of(leaf), tuple(found)), leaf)
            self._dispatches += len(found)
            begins = leaf.begins
            self._how_far.found(found, begins.size, member=bool(begins.member))
        self._flush_when_full()

    def _original_of(self, leaf: _Leaf) -> Original:
        """Return the leaf's original, its chunks only with its first part."""
        if leaf.stored:
            return replace(leaf.original, chunks=())
        leaf.stored = True
        self._bytes += sum(len(chunk.frame) for chunk in leaf.original.chunks)
        return leaf.original

    def _gather(self, part: Part, leaf: _Leaf) -> None:
        self._parts.append((part, leaf))
        self._gathered += max(1, len(part.found))

    def _flush_when_full(self) -> None:
        if self._gathered >= self._together or self._bytes > _CHUNK_BYTES:
            self.flush()

    def _end(self, told: LeafEnds) -> None:
        leaf = self._here()
        self._leaf = None
        if leaf.begins.known:
            self._know(leaf)
        elif told.reason is not None:
            leaf.tally.notes.append(told.reason)
        elif leaf.stored:
            self._gather(Part(replace(leaf.original, chunks=()), last=True), leaf)
        elif not leaf.tally.anything:
            leaf.tally.notes.append(NO_DISPATCH)
        self._over(leaf.tally)

    def _know(self, leaf: _Leaf) -> None:
        """Count the dispatches of an original that was read whole before: all duplicates."""
        known = self._taking.known(leaf.begins.sha256)
        count = self._taking.captures_in(known[0]) if known else 0
        leaf.tally.took([Outcome.DUPLICATE] * max(1, count))
        leaf.tally.binned |= self._taking.binned_in(known[0]) if known else frozenset()
        self._dispatches += count

    def _over(self, tally: Tally) -> None:
        """Note that a leaf is done; its row is written once its last part is taken."""
        self._ended.append(tally)
        self._members.append(tally)
        if not self._parts:
            self._write_entries()
        elif len(self._ended) > _TOGETHER:
            self.flush()

    def _end_file(self, number: int, told: FileEnds) -> None:
        path = self._path(number)
        if told.reason is not None or not self._members:
            tally = Tally(path)
            tally.notes.append(told.reason or NO_DISPATCH)
            self._over(tally)
        elif told.members:
            self._ended.append(ArchiveTally(path, list(self._members)))
        self._members = []
        self._how_far.ended(number)

    def _here(self) -> _Leaf:
        if self._leaf is None:
            raise AssertionError("a child sends blocks only inside a leaf")
        return self._leaf

    def flush(self) -> None:
        """Take what was gathered, in one transaction, and write the rows that are complete."""
        parts, self._parts, self._gathered, self._bytes = self._parts, [], 0, 0
        if parts:
            began = time.monotonic()
            taken = self._taking.parts([part for part, _ in parts])
            self._pace(time.monotonic() - began)
            for (part, leaf), outcomes in zip(parts, taken, strict=True):
                leaf.tally.took(one.outcome for one in outcomes)
                leaf.tally.purged += sum(one.outcome is Outcome.SKIPPED for one in outcomes)
                leaf.tally.binned.update(one.article for one in outcomes if one.binned)
                leaf.tally.took(Outcome.NEW for one in part.found if isinstance(one, Listing))
                self._show(part, leaf, outcomes)
        self._write_entries()

    def _pace(self, seconds: float) -> None:
        """Take fewer at a time where a turn is long and the user's changes wait behind it."""
        if not self._attended:
            self._together = _UNATTENDED
        elif seconds > _TURN:
            self._together = max(_FEWEST, self._together // 2)
        elif seconds < _TURN / 2:
            self._together = min(_TOGETHER, self._together + _FEWEST)

    def _show(self, part: Part, leaf: _Leaf, outcomes: list[Taken]) -> None:
        if self._seen is None:
            return
        found = [one for one in part.found if isinstance(one, Found)]
        for one, taken in zip(found, outcomes, strict=True):
            self._seen(leaf.original.path, leaf.original.sha256, one, taken)

    def _write_entries(self) -> None:
        for tally in self._ended:
            self._report.add(tally.entry())
            self._report.binned |= tally.binned
        self._ended = []
        if len(self._report.entries) - self._report.written >= _ENTRIES:
            self._taking.entries(self._report.unwritten())


_FOR_ONE = 64 << 10  # bytes; below that a second child costs more than it saves

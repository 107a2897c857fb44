"""What became of every file of an import: counted in dispatches, kept, exported."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.library.runs import ImportEntry
from desktop_app.library.taking import Outcome
from desktop_app.messages import Message, message

_TOLD = 5


@dataclass(frozen=True, slots=True)
class Totals:
    """Dispatches by what became of them; a file that could not be read counts as one skipped."""

    new: int = 0
    new_version: int = 0
    duplicate: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of everything that was dropped; ``cancelled`` where it was not finished.

    ``binned`` are the articles that were met again and lie in the bin; ``ruled`` says what the
    rules did with what came.
    """

    entries: tuple[ImportEntry, ...]
    cancelled: bool = False
    run: int | None = None
    binned: tuple[int, ...] = ()
    ruled: tuple[Message, ...] = ()

    @property
    def totals(self) -> Totals:
        return Totals(
            sum(one.new for one in self.entries),
            sum(one.new_version for one in self.entries),
            sum(one.duplicate for one in self.entries),
            sum(one.skipped for one in self.entries),
        )

    def to_csv(self, target: Path) -> None:
        """Write a row for every file and member; cells that a spreadsheet would run are tamed."""
        with target.open("w", encoding="utf-8-sig", newline="") as stream:
            table = csv.writer(stream)
            table.writerow(
                (
                    "path",
                    "member",
                    "outcome",
                    "reason",
                    "new",
                    "new_version",
                    "duplicate",
                    "skipped",
                )
            )
            for one in self.entries:
                table.writerow(
                    (
                        _tame(one.path),
                        _tame(one.member),
                        one.outcome,
                        _tame(one.reason),
                        one.new,
                        one.new_version,
                        one.duplicate,
                        one.skipped,
                    )
                )


def _tame(cell: str) -> str:
    return "'" + cell if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


@dataclass(slots=True)
class Tally:
    """The counting of one leaf while its dispatches are taken."""

    path: str
    member: str = ""
    notes: list[Message] = field(default_factory=list)
    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    refused: int = 0
    first_refused: list[tuple[str, Message]] = field(default_factory=list)
    binned: set[int] = field(default_factory=set)
    purged: int = 0

    def took(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            self.counts[outcome] += 1

    def refuse(self, locator: str, reason: Message) -> None:
        """Count a record that was left out; the first few are told one by one."""
        self.counts[Outcome.SKIPPED] += 1
        self.refused += 1
        if len(self.first_refused) < _TOLD:
            self.first_refused.append((locator, reason))

    @property
    def anything(self) -> bool:
        return any(self.counts.values())

    def entry(self) -> ImportEntry:
        """Return the row that says what became of the leaf: the best of what its dispatches met."""
        if not self.anything:
            self.counts[Outcome.SKIPPED] = 1
        outcome = next(
            outcome
            for outcome in (
                Outcome.NEW,
                Outcome.NEW_VERSION,
                Outcome.DUPLICATE,
                Outcome.SKIPPED,
            )
            if self.counts[outcome]
        )
        return ImportEntry(
            self.path,
            self.member,
            outcome,
            self._reason(),
            self.counts[Outcome.NEW],
            self.counts[Outcome.NEW_VERSION],
            self.counts[Outcome.DUPLICATE],
            self.counts[Outcome.SKIPPED],
        )

    def _reason(self) -> str:
        told = [str(note) for note in self.notes]
        told += [f"{where}: {why}" if where else str(why) for where, why in self.first_refused]
        if self.refused > _TOLD:
            more = message("and {count} more records were left out", count=self.refused - _TOLD)
            told.append(str(more))
        if self.purged:
            told.append(str(message("{count} purged earlier, and left out", count=self.purged)))
        if self.binned:
            told.append(str(message("{count} in the bin", count=len(self.binned))))
        return " · ".join(told)


@dataclass(slots=True)
class GrowingReport:
    """The report while it grows."""

    entries: list[ImportEntry] = field(default_factory=list)
    cancelled: bool = False
    run: int | None = None
    written: int = 0
    binned: set[int] = field(default_factory=set)
    ruled: tuple[Message, ...] = ()

    def add(self, entry: ImportEntry) -> None:
        self.entries.append(entry)

    def unwritten(self) -> list[ImportEntry]:
        """Return the rows that the library has not got yet, once."""
        fresh = self.entries[self.written :]
        self.written = len(self.entries)
        return fresh

    def value(self) -> ImportReport:
        return ImportReport(
            tuple(self.entries), self.cancelled, self.run, tuple(sorted(self.binned)), self.ruled
        )


class ArchiveTally(Tally):
    """The row of an archive: its members' rows count, its own says what they came to."""

    def __init__(self, path: str, members: list[Tally]) -> None:
        super().__init__(path)
        self._held = members

    def entry(self) -> ImportEntry:
        outcomes = {member.entry().outcome for member in self._held}
        best = next(outcome for outcome in Outcome if outcome in outcomes)
        said = message("an archive of {count} members", count=len(self._held))
        return ImportEntry(self.path, "", best, str(said))

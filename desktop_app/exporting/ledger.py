"""The ledger of changes as rows of cells and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from desktop_app.analysis.ledger import LedgerRow
from desktop_app.exporting.cells import cell_text
from desktop_app.exporting.columns import Cell
from desktop_app.exporting.targets import whole_or_nothing
from desktop_app.messages import Message, message
from desktop_app.model.ledger import KIND_SAYS

Say = Callable[[Message], str]
Told = Cell | Message | tuple[str, ...]
BETWEEN = " | "  # of pieces of text, which hold commas and semicolons themselves

LEDGER_COLUMNS: dict[str, Callable[[LedgerRow], Told]] = {
    "id": lambda row: row.article.public_id,
    "published": lambda row: row.article.published,
    "dispatch": lambda row: row.article.title or row.article.first_words,
    "outlet": lambda row: row.article.outlet or None,
    "what": lambda row: str(row.entry.kind),
    "what_in_words": lambda row: message(KIND_SAYS[row.entry.kind]),
    "site": lambda row: row.entry.site or None,
    "other_site": lambda row: row.entry.other_site or None,
    "last_seen": lambda row: _iso(row.entry.last_seen),
    "noticed": lambda row: _iso(row.entry.noticed),
    "changed": lambda row: row.difference.words(),
    "names_removed": lambda row: row.difference.left,
    "names_added": lambda row: row.difference.joined,
    "words_removed": lambda row: row.difference.removed,
    "words_added": lambda row: row.difference.added,
    "known": lambda row: row.known,
    "not_known": lambda row: row.not_known,
    "url": lambda row: row.article.url or None,
}
"""The columns of the ledger; what is for people is said in their language."""


def ledger_json(row: LedgerRow, say: Say) -> dict[str, object]:
    """Return a row as JSON: its columns, with lists where the table joins pieces."""
    return {name: _plain(value(row), say) for name, value in LEDGER_COLUMNS.items()}


def write_ledger_csv(rows: Iterable[LedgerRow], target: Path, say: Say) -> int:
    """Write ``rows`` to ``target``, whole or not at all; return how many there were."""
    count = 0
    with (
        whole_or_nothing(target) as unfinished,
        unfinished.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        table = csv.writer(file, lineterminator="\r\n")
        table.writerow(LEDGER_COLUMNS)
        for row in rows:
            table.writerow([_cell(value(row), say) for value in LEDGER_COLUMNS.values()])
            count += 1
    return count


def _cell(told: Told, say: Say) -> str:
    if isinstance(told, tuple):
        return cell_text(BETWEEN.join(told))
    return cell_text(say(told) if isinstance(told, Message) else told)


def _plain(told: Told, say: Say) -> object:
    if isinstance(told, Message):
        return say(told) or None
    if isinstance(told, tuple):
        return list(told)
    return told.isoformat() if isinstance(told, date) else told


def _iso(when: datetime | None) -> str | None:
    return when.isoformat() if when else None

"""The ledger of changes: each row says what changed, what is known of it, and what is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop_app.analysis.changes import Kind, compared, roster_change
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.messages import Message, message
from desktop_app.model.article_row import ArticleRow
from desktop_app.model.ledger import ChangeKind, LedgerEntry
from desktop_app.query.result import Result

TOLD_AT_MOST = 6  # pieces of text of a row; the whole stands in the comparison
LONG = 160  # letters of one piece


@dataclass(frozen=True, slots=True)
class Difference:
    """What two versions differ by: names that left or joined the roster, words out and in."""

    left: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def words(self) -> Message:
        """Say it in short: names as such, and words only where no name tells it."""
        said = [message("{name} removed from the roster", name=name) for name in self.left]
        said += [message("{name} added to the roster", name=name) for name in self.joined]
        if not said:
            said += [message("without “{words}”", words=piece) for piece in self.removed]
            said += [message("with “{words}”", words=piece) for piece in self.added]
        return message("{parts}", parts=tuple(said[:TOLD_AT_MOST]))


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row of the ledger, ready to be shown or written."""

    entry: LedgerEntry
    article: ArticleRow
    difference: Difference

    @property
    def known(self) -> Message:
        return known(self.entry)

    @property
    def not_known(self) -> Message:
        return not_known(self.entry)


def ledger_rows(library: Library, result: Result, job: Job) -> Iterator[LedgerRow]:
    """Yield the ledger of the result's dispatches, in the result's order."""
    entries = library.ledger(result, job)
    for start in range(0, len(entries), 200):
        page = entries[start : start + 200]
        job.report("Comparing versions", start, len(entries))
        yield from rows_of(library, page)
    job.report("Comparing versions", len(entries), len(entries))


def rows_of(library: Library, entries: tuple[LedgerEntry, ...]) -> list[LedgerRow]:
    """Tell ``entries``; those whose dispatch is gone meanwhile are left out."""
    articles = {row.id: row for row in library.rows({one.article for one in entries})}
    return [
        LedgerRow(one, articles[one.article], difference(library, one))
        for one in entries
        if one.article in articles
    ]


def difference(library: Library, entry: LedgerEntry) -> Difference:
    """Compare the versions of ``entry``; nothing where it is of a disappearance."""
    if entry.earlier is None or entry.later is None:
        return Difference()
    old, new = library.version_state(entry.earlier), library.version_state(entry.later)
    roster = roster_change(old.names, new.names, old.text, new.text)
    removed, added = [], []
    for change in compared(old.text, new.text, old.title, new.title):
        if change.kind is Kind.SAME:
            continue
        if change.earlier[0] < change.earlier[1]:
            removed.append(_short(old.text[slice(*change.earlier)]))
        if change.later[0] < change.later[1]:
            added.append(_short(new.text[slice(*change.later)]))
    return Difference(roster.removed, roster.added, tuple(removed), tuple(added))


def known(entry: LedgerEntry) -> Message:
    """Say what the captures prove."""
    match entry.kind:
        case ChangeKind.EDITED:
            return message(
                "{site} showed the earlier text until {last} and the later one from {first}.",
                site=entry.site,
                last=_at(entry.last_seen),
                first=_at(entry.noticed),
            )
        case ChangeKind.DELETED:
            return message(
                "It was at {site} on {last}. The complete listing of its day, captured on {first},"
                " names {again} others of that day and lacks it: deleted.",
                site=entry.site,
                last=_at(entry.last_seen),
                first=_at(entry.noticed),
                again=entry.again,
            )
        case ChangeKind.NOT_SEEN_AGAIN:
            return message(
                "It was at {site} on {last}. The crawl that began on {first} holds {again} of the"
                " {others} others of those days, but not this one.",
                site=entry.site,
                last=_at(entry.last_seen),
                first=_at(entry.noticed),
                again=entry.again,
                others=entry.others,
            )
        case ChangeKind.ORDER_UNKNOWN:
            return message("Two captures of {site} hold different texts.", site=entry.site)
        case ChangeKind.VARIANT:
            return message(
                "{site} and {other} hold different texts.", site=entry.site, other=entry.other_site
            )


def not_known(entry: LedgerEntry) -> Message:
    """Say what the captures leave open."""
    match entry.kind:
        case ChangeKind.EDITED if entry.seen_since is not None:
            return message(
                "Which text stands there now: the earlier one was captured again on {when}.",
                when=_at(entry.seen_since),
            )
        case ChangeKind.EDITED:
            return message("When between the two it was changed, and why.")
        case ChangeKind.DELETED:
            return message("When between the two it was taken down, and why.")
        case ChangeKind.NOT_SEEN_AGAIN:
            return message(
                "Whether it was taken down: no complete listing of its day was captured later."
            )
        case ChangeKind.ORDER_UNKNOWN if entry.last_seen and entry.noticed:
            return message("Which text is the earlier one: both were captured at the same time.")
        case ChangeKind.ORDER_UNKNOWN:
            return message("Which text is the earlier one: a capture time is not known.")
        case ChangeKind.VARIANT:
            return message("Whether either was edited: no site is known to have shown both.")


def _at(when: datetime | None) -> str:
    return when.strftime("%Y-%m-%d %H:%M") if when else "?"


def _short(piece: str) -> str:
    piece = " ".join(piece.split())
    return piece if len(piece) <= LONG else piece[:LONG].rsplit(" ", 1)[0] + "…"

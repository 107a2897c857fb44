"""Which dispatches changed between captures: the versions of each, by site and time."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby, pairwise

from desktop_app.jobs import Job
from desktop_app.library.captured import moment
from desktop_app.library.vanished import deleted, not_seen_again
from desktop_app.model.ledger import ChangeKind, LedgerEntry, VersionState
from desktop_app.query.arrays import Arrays
from desktop_app.query.result import Result


@dataclass
class _Line:
    """One lineage of an article: when each of its versions was captured there."""

    times: dict[int, list[datetime]] = field(default_factory=lambda: defaultdict(list))

    def first(self, version: int) -> datetime | None:
        return min(self.times[version], default=None)


def entries(
    connection: sqlite3.Connection, arrays: Arrays, result: Result, job: Job
) -> tuple[LedgerEntry, ...]:
    """Return the ledger of the result's articles, in the result's order."""
    found = list(changed(connection, result.ids[arrays.versions[result.ids] > 1]))
    job.check()
    gone = {(one.article, one.site): one for one in not_seen_again(connection, arrays)}
    job.check()
    # A listing proves more than a crawl does.
    gone.update({(one.article, one.site): one for one in deleted(connection)})
    place = {int(article): at for at, article in enumerate(result.ids)} if gone or found else {}
    found += [one for one in gone.values() if one.article in place]
    return tuple(sorted(found, key=lambda one: place[one.article]))


def changed(connection: sqlite3.Connection, articles: Iterable[int]) -> Iterator[LedgerEntry]:
    """Yield every difference between complete versions of ``articles``, in their order.

    *Edited* is said where one site showed one text first and another one later; without
    times the order is unknown, and between sites a difference is a variant.
    """
    rows = connection.execute(
        "SELECT c.article, c.lineage, c.version, c.captured_at"
        " FROM json_each(?) wanted JOIN capture c ON c.article = wanted.value"
        " JOIN version v ON v.id = c.version AND v.complete ORDER BY wanted.key, c.id",
        (json.dumps([int(one) for one in articles]),),
    )
    for article, captures in groupby(rows, key=lambda row: int(row[0])):
        lines: dict[str, _Line] = defaultdict(_Line)
        for _, lineage, version, at in captures:
            times = lines[lineage or ""].times[version]
            if at:
                times.append(moment(at))
        yield from _within(article, lines)
        yield from _between(article, lines)


def state_of(connection: sqlite3.Connection, version: int) -> VersionState:
    """Return ``version`` as it is compared."""
    title, text = connection.execute(
        "SELECT coalesce(v.title, a.title), v.text FROM version v"
        " JOIN article a ON a.id = v.article WHERE v.id = ?",
        (version,),
    ).fetchone()
    names = connection.execute(
        "SELECT DISTINCT p.name FROM event e JOIN participant p ON p.event = e.id"
        " WHERE e.version = ? ORDER BY e.position, p.position",
        (version,),
    )
    return VersionState(title or "", text, tuple(row[0] for row in names))


def _within(article: int, lines: dict[str, _Line]) -> Iterator[LedgerEntry]:
    """Yield what one site changed: neighbours in the order in which they were first seen."""
    for site, line in lines.items():
        for earlier, later in pairwise(_in_order(line)):
            shown, noticed = line.first(earlier), line.first(later)
            if shown is None or noticed is None or shown == noticed:
                yield LedgerEntry(
                    ChangeKind.ORDER_UNKNOWN, article, site, "", earlier, later, shown, noticed
                )
                continue
            times = line.times[earlier]
            yield LedgerEntry(
                ChangeKind.EDITED,
                article,
                site,
                "",
                earlier,
                later,
                max(at for at in times if at < noticed),
                noticed,
                max((at for at in times if at > noticed), default=None),
            )


def _in_order(line: _Line) -> list[int]:
    """Return the versions by the time they were first seen; those without one stand last."""
    never = datetime.max.replace(tzinfo=UTC)
    return sorted(line.times, key=lambda version: (line.first(version) or never, version))


def _between(article: int, lines: dict[str, _Line]) -> Iterator[LedgerEntry]:
    """Yield, for sites that share no text with any before them, how they differ from these."""
    known: dict[int, str] = {}
    for site, line in lines.items():
        versions = _in_order(line)
        if known and not known.keys() & line.times.keys():
            earlier = next(iter(known))
            yield LedgerEntry(
                ChangeKind.VARIANT,
                article,
                known[earlier],
                site,
                earlier,
                versions[0],
                lines[known[earlier]].first(earlier),
                line.first(versions[0]),
            )
        for version in versions:
            known.setdefault(version, site)

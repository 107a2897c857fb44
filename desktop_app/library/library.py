"""One open library: the questions it answers and the changes it takes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.jobs import Job
from desktop_app.library import (
    counterparts,
    facets,
    listed,
    originals,
    pairing,
    rows,
    settling,
    snippets,
    suggesting,
    work,
)
from desktop_app.library.appearances import appearances
from desktop_app.library.find import find
from desktop_app.library.opened import Opened
from desktop_app.library.writer import Turn
from desktop_app.messages import message
from desktop_app.model.article import Appearance, Article
from desktop_app.model.article_row import ArticleRow
from desktop_app.model.counterpart import Counterpart, CounterpartWork, Dispatch, Link
from desktop_app.model.ledger import LedgerEntry, VersionState
from desktop_app.query.arrays import Arrays
from desktop_app.query.hits import Snippet
from desktop_app.query.query import Lies, Query
from desktop_app.query.result import DayCounts, FacetCount, Result

if TYPE_CHECKING:
    from desktop_app.library import runs


class Library(Opened):
    """A folder ``NAME.dateline/`` that holds one archive.

    Questions may come from any thread and are answered by readers of their own; changes go
    through one queue. ``writable`` is False where another process writes, or on read-only
    media. Made by `create` and `open`; one object a folder and process.
    """

    # Questions

    def find(self, query: Query, job: Job | None = None) -> Result:
        """Answer ``query``; cancelling ``job`` interrupts the SQL within milliseconds."""
        with self._asking(job) as (connection, asked):
            return find(connection, self._asked_about(connection, query), query, asked)

    def rows(self, ids: Iterable[int], *, addresses: bool = True) -> list[ArticleRow]:
        """Return the list's rows of ``ids``, in their order; quicker without their addresses."""
        with self._readers.moment() as connection:
            return listed.rows(connection, ids, addresses=addresses)

    def article(self, number: int, version: int | None = None) -> Article:
        """Return one article with its reading version, or with ``version``."""
        with self._readers.moment() as connection:
            return rows.article(connection, number, version)

    def article_id(self, public_id: str) -> int | None:
        """Return the id of the article that is known outside as ``public_id``."""
        with self._readers.moment() as connection:
            row = connection.execute(
                "SELECT id FROM article WHERE public_id = ?", (public_id,)
            ).fetchone()
            return int(row[0]) if row else None

    def newest_article(self) -> str | None:
        """Return the public id of the article that came in last; None where there is none."""
        with self._readers.moment() as connection:
            return rows.newest_article(connection)

    def public_ids(self, ids: Iterable[int]) -> list[str]:
        """Return by which names ``ids`` are known outside, in their order."""
        return self.read(lambda connection: rows.public_ids(connection, ids))

    def facet(
        self, result: Result, field: str, job: Job | None = None, most: int = 200
    ) -> tuple[FacetCount, ...]:
        """Count the result's articles by one of `facets.FIELDS`."""
        with self._asking(job) as (connection, _):
            arrays = self._asked_about(connection, result.query)
            return facets.facet(connection, arrays, result, field, most)

    def suggest(
        self, field: str, typed: str, job: Job | None = None, most: int = 12
    ) -> tuple[FacetCount, ...]:
        """Return the values of a field of the query language that begin as ``typed``."""
        with self._asking(job) as (connection, _):
            arrays = self._snapshots.of(connection)
            return suggesting.suggest(connection, arrays, field, typed, most)

    def did_you_mean(self, query: Query, job: Job | None = None) -> tuple[Query, ...]:
        """Return queries that find something, where a word or name of ``query`` finds nothing."""
        with self._asking(job) as (connection, asked):
            arrays = self._asked_about(connection, query)
            return suggesting.did_you_mean(connection, arrays, query, asked)

    def widened(self, query: Query) -> Query | None:
        """Return ``query`` with its names in all their spellings; None where there is no other."""
        with self._readers.moment() as connection:
            where = suggesting.widened(connection, query.where)
            return None if where is None else replace(query, where=where)

    def snippets(self, ids: Iterable[int], query: Query) -> Mapping[int, Snippet]:
        """Return the text around the first hit of each of ``ids``: a page of the list."""
        with self._readers.moment() as connection:
            return snippets.snippets(connection, ids, query)

    def split(self, result: Result, field: str) -> Mapping[str, DayCounts]:
        """Part the result's days by kind, outlet or language; the parts add up to its bars."""
        with self._readers.moment() as connection:
            return facets.split(self._asked_about(connection, result.query), result, field)

    def arrays(self) -> Arrays:
        """Return the snapshot of this moment, for findings over many articles."""
        with self._readers.moment() as connection:
            return self._snapshots.of(connection)

    def mentioned_days(self) -> DayCounts:
        """Count, by day, the dispatches that listings and teasers speak of."""
        with self._readers.moment() as connection:
            return rows.mentioned_days(connection)

    def generation(self) -> int:
        """Return the number that every change of the articles raises, whoever made it."""
        return int(self._readers.here().execute("SELECT number FROM generation").fetchone()[0])

    def appearances(self, result: Result, job: Job | None = None) -> Iterator[Appearance]:
        """Yield the participants of the result's articles, in its order."""
        with self._asking(job) as (connection, asked):
            yield from appearances(connection, result, asked, "Reading participants")

    def ledger(self, result: Result, job: Job | None = None) -> tuple[LedgerEntry, ...]:
        """Return what became of the result's articles between captures, in its order."""
        from desktop_app.library import (
            ledger,
        )  # and all that the vanished need; windows open sooner

        with self._asking(job) as (connection, asked):
            return ledger.entries(connection, self._snapshots.of(connection), result, asked)

    def counterpart_work(self) -> CounterpartWork:
        """Return which days' counterparts are to be looked for; none where this only reads."""
        with self._readers.moment() as connection:
            found = counterparts.work(connection)
            return found if self.writable else replace(found, days=())

    def dispatches_of(self, day: int) -> list[Dispatch]:
        """Return the dispatches of a day, counted from 1970-01-01, as they are compared."""
        with self._readers.moment() as connection:
            return counterparts.dispatches_of(connection, day)

    def link_counterparts(
        self, links: Mapping[int, Iterable[Link]], work: CounterpartWork, *, last: bool = False
    ) -> None:
        """Keep the links of whole days of ``work``; the ``last`` say that all of it is done.

        Then who is who in two scripts is said anew of everybody whom new links concern.
        """
        if not self.writable:
            return
        kept = partial(pairing.linked, links=links, changed=work.changed)
        self.change(kept, Turn.IMPORT).result()
        if not last:
            return
        for turn in self.read(settling.awaited):
            self.change(turn, Turn.IMPORT).result()
        noted = partial(counterparts.note_linked, generation=work.generation)
        self.change(noted, Turn.IMPORT).result()

    def counterparts(self, article: int) -> tuple[Counterpart, ...]:
        """Return the dispatches that report the same event in other outlets or languages."""
        with self._readers.moment() as connection:
            return counterparts.counterparts_of(connection, article)

    def version_state(self, version: int) -> VersionState:
        """Return one version as it is compared with another."""
        from desktop_app.library import ledger

        with self._readers.moment() as connection:
            return ledger.state_of(connection, version)

    # The search index

    def index_is_whole(self) -> bool:
        """Tell whether the search index can be read and holds every text."""
        from desktop_app.library import index

        with self._readers.moment() as connection:
            return index.is_whole(connection)

    def index_is_of_today(self) -> bool:
        """Tell whether the search index holds every text as it is prepared today."""
        from desktop_app.library import index

        return not self.read(index.prepared_otherwise)

    def make_index_again(self, job: Job) -> None:
        """Make the search index again from the texts, beside everything else."""
        from desktop_app.library import index

        index.make_again(lambda change: self.change(change, Turn.IMPORT).result(), job)

    # Originals

    def original(self, sha256: str) -> Iterator[bytes]:
        """Yield the stored bytes of an original, each chunk checked against its hash."""
        connection = self._original_readers.here()
        number = originals.id_of(connection, sha256)
        if number is None:
            raise UserError(
                message("The original {sha256} is not in this library.", sha256=sha256[:12])
            )
        yield from originals.content(connection, number)

    # The user's log and the imports

    def work_log(self, action: str) -> tuple[work.Entry, ...]:
        """Return what the user did of one kind, oldest first."""
        return tuple(work.entries(self._work_readers.here(), action))

    def work_state(self, action: str, target: str) -> object:
        """Return what the user's log says of one target now; None where nothing was done."""
        return work.state(self._work_readers.here(), action, target)

    def work_states(self, action: str) -> tuple[tuple[str, object], ...]:
        """Return target and present state of everything that was done of one kind."""
        return tuple(work.states(self._work_readers.here(), action))

    def history(self) -> work.History:
        """Return which steps of the user's can be undone and done again, the next one last."""
        return work.history(self._work_readers.here())

    def import_runs(self) -> tuple[runs.ImportRun, ...]:
        """Return every import into this library, newest first."""
        from desktop_app.library import runs

        with self._readers.moment() as connection:
            return runs.runs(connection)

    def import_report(self, run: int) -> tuple[runs.ImportEntry, ...]:
        """Return the report of one import, a row for every file and member."""
        from desktop_app.library import runs

        with self._readers.moment() as connection:
            return runs.entries(connection, run)

    def read_at(self, folder: Path) -> dict[str, str]:
        """Return when each file under ``folder`` was imported last, by its path."""
        from desktop_app.library import runs

        with self._readers.moment() as connection:
            return runs.read_at(connection, str(folder))

    def _asked_about(self, connection: sqlite3.Connection, query: Query) -> Arrays:
        """Return the snapshot of this moment, of the bin where ``query`` asks about that."""
        arrays = self._snapshots.of(connection)
        return arrays.in_bin() if query.lies is Lies.BIN else arrays

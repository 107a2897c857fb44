"""All titles in their order, in turns so short that an overtaken question ends at once."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from desktop_app.jobs import Cancelled, Job
from desktop_app.query.arrays import Ids

# SQLite sorts half a million titles at one go, and looks up only when it has them all: a tenth of
# a second. Python sorts so few in a millisecond, and holds the interpreter no longer.
_AT_ONCE = 1_000
_LETTERS = 8  # bytes by which more of them are parted first
_NUMBER = 5  # bytes of an id, behind its title


def title_ranks(connection: sqlite3.Connection, size: int, job: Job) -> Ids:
    """Return the place of each article, by id, among all titles; of equal ones the ids tell."""
    ranks = np.zeros(size, dtype=np.int64)
    place = 0
    for run in _in_order(_titles(connection, job), 0, job):
        ids = np.frombuffer(b"".join(b"\0\0\0" + one[-_NUMBER:] for one in run), dtype=">i8")
        ranks[ids] = np.arange(place, place + len(ids))
        place += len(ids)
    return ranks


def _titles(connection: sqlite3.Connection, job: Job) -> list[bytes]:
    """Return all titles, with small letters for capital ones of ASCII, each with its id behind."""
    titles: list[bytes] = []
    try:
        rows = connection.execute("SELECT id, CAST(title AS BLOB) FROM article ORDER BY id")
        while some := rows.fetchmany(_AT_ONCE):
            job.check()
            titles += [
                (title or b"").lower() + b"\0" + number.to_bytes(_NUMBER, "big")
                for number, title in some
            ]
    except sqlite3.OperationalError as error:
        if job.cancelled:
            raise Cancelled from error
        raise
    return titles


def _in_order(titles: Sequence[bytes], at: int, job: Job) -> Iterator[Sequence[bytes]]:
    """Yield ``titles``, which are the same up to ``at``, in their order and in short runs."""
    job.check()
    if len(titles) <= _AT_ONCE:
        yield sorted(titles)
        return
    parts: dict[bytes, list[bytes]] = defaultdict(list)
    for start in range(0, len(titles), _AT_ONCE):
        job.check()
        for title in titles[start : start + _AT_ONCE]:
            parts[title[at : at + _LETTERS]].append(title)
    for letters in sorted(parts):
        yield from _in_order(parts[letters], at + _LETTERS, job)

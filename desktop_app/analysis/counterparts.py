"""Which dispatches of other outlets and languages report the same event.

A wrong link is worse than a missing one: two dispatches are linked when enough speaks for it,
and when each is plainly the best for the other among all of the days around.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import cast

from desktop_app.analysis.fitting import DayLinks, links_of
from desktop_app.bounds import give_way
from desktop_app.jobs import Job
from desktop_app.library import counterparts
from desktop_app.library.connections import connect
from desktop_app.library.library import Library
from desktop_app.model.counterpart import Link

DAYS_AT_ONCE = 50
FEW = 250
"""Days that are compared here; for more, two processes are worth their half a second, and the
window beside an import keeps its own.
"""
_BEATS = 0.1  # seconds


def link_counterparts(library: Library, job: Job) -> int:
    """Link what the latest changes of ``library`` brought; return how many links they have."""
    to_do = library.counterpart_work()
    found: dict[int, list[Link]] = {}
    count = 0
    for done, (day, links) in enumerate(_links(library, to_do.days, job), start=1):
        found[day] = links
        count += len(links)
        job.report("Looking for counterparts", done, len(to_do.days))
        if len(found) >= DAYS_AT_ONCE:
            library.link_counterparts(found, to_do)
            found = {}
    library.link_counterparts(found, to_do, last=True)
    return count


def _links(library: Library, days: Sequence[int], job: Job) -> Iterator[DayLinks]:
    if len(days) > FEW:
        done = set()
        for one in _apart(library, days, job):
            done.add(one[0])
            yield one
        days = [day for day in days if day not in done]  # whose process fell
    for one in links_of(days, library.dispatches_of):
        job.check()
        yield one


def _apart(library: Library, days: Sequence[int], job: Job) -> Iterator[DayLinks]:
    """Yield the links of ``days`` as two processes find them, each in one half."""
    context = multiprocessing.get_context("spawn")
    middle = len(days) // 2
    children, pipes = [], []
    try:
        for half in (days[:middle], days[middle:]):
            ours, theirs = context.Pipe(duplex=False)
            told = (theirs, library.file, half, library.attended)
            child = context.Process(target=_find, args=told, daemon=True)
            child.start()
            theirs.close()
            children.append(child)
            pipes.append(ours)
        while pipes:
            job.check()
            for ready in wait(pipes, _BEATS):
                pipe = cast("Connection", ready)
                try:
                    yield pipe.recv()
                except (EOFError, OSError):  # it has found all, or fell
                    pipes.remove(pipe)
                    pipe.close()
    finally:
        for child in children:
            child.kill()
            child.join()
        for pipe in pipes:
            pipe.close()


def _find(pipe: Connection, file: Path, days: Sequence[int], gives_way: bool) -> None:
    if gives_way:
        give_way()
    with closing(connect(file, writing=False)) as connection:
        for one in links_of(days, partial(counterparts.dispatches_of, connection)):
            pipe.send(one)

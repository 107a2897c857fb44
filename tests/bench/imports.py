"""How fast a file of dispatches is taken in, and what it costs on disk."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from desktop_app.importing.gathering import IMPORTING
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job, Progress
from desktop_app.library.identity import Identity
from desktop_app.library.library import Library
from tests.bench.figures import Figure, seconds
from tests.bench.floor import fill_floor, records
from tests.bench.tenths import Memory, Tenths


def measure(source: Path, folder: Path, size: int, name: str) -> tuple[list[Figure], Path]:
    """Import ``source`` into a library in ``folder``; return figures and the library.

    A library that stands there already is not made again: its figures stand beside it.
    """
    path, kept = folder / "Bench.dateline", folder / "import.json"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        figures = _imported(source, path, size, name)
        kept.write_text(json.dumps([asdict(one) for one in figures]), encoding="utf-8")
    return [Figure(**one) for one in json.loads(kept.read_text(encoding="utf-8"))], path


def _imported(source: Path, path: Path, size: int, name: str) -> list[Figure]:
    counted: list[int] = []
    floor = path.with_name("floor.db")
    with _processor() as floor_worked:
        floor_seconds = seconds(lambda: counted.append(fill_floor(source, floor)))
    (count,) = counted
    steps: list[tuple[float, int]] = []

    def told(progress: Progress) -> None:
        tenths.told(progress)
        if progress.what == IMPORTING:
            steps.append((progress.seconds, progress.done))

    tenths = Tenths(count)
    with (
        Memory() as memory,
        Library.create(path) as library,
        _near_copies() as near,
        _processor() as worked,
    ):
        took = seconds(lambda: import_paths(library, [source], Job(told)))
        by_tenths = tenths.figures(name)
        library.arrays()
    texts = sum(len((r["title"] + (r.get("body") or "")).encode()) for r in records(source))
    on_disk = sum(f.stat().st_size for f in path.rglob("*") if f.is_file())
    first, last = _rates(steps)
    floor_rate, rate = count / floor_seconds, count / took
    return [
        Figure(
            size, f"import of {name}", rate, "/s", floor_rate,
            "rows + full-text index, plain sqlite3", 1 / 8, higher_is_better=True,
            note="originals, rosters and both indexes included; aim 1/4",
        ),
        Figure(
            size, f"processor for each of {name}", worked[0] * 1000 / count, "ms",
            floor_worked[0] * 1000 / count, "the same of the floor", 16.0,
            note="two processors take it in at once, the floor uses one",
        ),
        Figure(
            size, f"rate in the last tenth of {name}", last, "/s", first, "first tenth", 0.8,
            higher_is_better=True,
        ),
        Figure(
            size, f"near-copy search for each of {name}", near[0] * 1000 / count, "ms",
            took * 1000 / count, "the whole import",
        ),
        Figure(
            size, f"size on disk of {name}", on_disk / 1e6, "MB", texts / 1e6,
            "bytes of the texts", 2.0,
        ),
        Figure(
            size, f"memory while importing {name}", max(memory.own), "MB", 400, "limit", 1.0,
            note=f"at most {max(memory.samples):,.0f} MB with all children",
        ),
        *by_tenths,
    ]  # fmt: skip


def more(source: Path, library: Path, size: int) -> list[Figure]:
    """Import ``source``, dispatches of all days, into a copy of ``library``; say what it costs."""
    copy = library.with_name("More.dateline")
    shutil.copytree(library, copy)
    try:
        count = sum(1 for _ in records(source))
        with Library.open(copy) as opened:
            tenths = Tenths(count)
            import_paths(opened, [source], Job(tenths.told))
            return tenths.together(size, f"{count:,} more")
    finally:
        shutil.rmtree(copy)


@contextmanager
def _processor() -> Iterator[list[float]]:
    """Count the seconds that processors work, in this process and in its children.

    On a machine that others use this says more than the clock does.
    """
    worked = [-_worked()]
    try:
        yield worked
    finally:
        worked[0] += _worked()


def _worked() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@contextmanager
def _near_copies() -> Iterator[list[float]]:
    """Count the seconds that looking for an article's other captures takes."""
    spent = [0.0]
    match = Identity.match

    def timed(*arguments: object) -> object:
        began = time.perf_counter()
        try:
            return match(*arguments)  # type: ignore[arg-type]
        finally:
            spent[0] += time.perf_counter() - began

    Identity.match = timed  # type: ignore[assignment,method-assign]
    try:
        yield spent
    finally:
        Identity.match = match  # type: ignore[method-assign]


def _rates(steps: list[tuple[float, int]]) -> tuple[float, float]:
    """Return the rates over the first and the last tenth of the dispatches."""
    done = steps[-1][1] if steps else 0
    steps = [step for step in steps if step[1]]
    if done < 1000 or len(steps) < 10:
        return 0.0, 0.0

    def rate(low: float, high: float) -> float:
        part = [step for step in steps if low * done <= step[1] <= high * done]
        span = part[-1][0] - part[0][0]
        return (part[-1][1] - part[0][1]) / span if span else 0.0

    return rate(0.05, 0.2), rate(0.85, 1.0)

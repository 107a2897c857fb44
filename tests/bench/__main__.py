"""`make bench`: measures, prints a table, and keeps it under ``build/bench/``."""

from __future__ import annotations

import argparse
import platform
import shutil
import sqlite3
import tempfile
from datetime import date
from pathlib import Path

from tests.bench import imports, queries, reader, window
from tests.bench.figures import Figure, table
from tests.made_up import dispatches
from tests.made_up.files import write_jsonl

REAL = Path(__file__).parents[2].parent / "shared" / "corpus" / "kcna-2011.jsonl.gz"
KEPT = Path("build") / "bench"


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--sizes", type=int, nargs="*", default=[25_000])
    parser.add_argument(
        "--only", nargs="*", default=["reader", "import", "query", "window"],
        choices=["reader", "import", "query", "window"],
    )  # fmt: skip
    wanted = parser.parse_args()
    figures: list[Figure] = []
    real = REAL if REAL.exists() else None
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as name:
        folder = Path(name)
        if "reader" in wanted.only:
            figures += reader.measure(real)
        if "import" in wanted.only and real is not None:
            (folder / "real").mkdir()
            figures += imports.measure(real, folder / "real", 11_362, real.name)[0]
        for size in wanted.sizes:
            figures += _at(size, folder / str(size), wanted.only)
            shutil.rmtree(folder / str(size))
    told = (
        f"{date.today()}, {platform.system()} {platform.machine()}, Python"
        f" {platform.python_version()}, SQLite {sqlite3.sqlite_version}\n\n{table(figures)}\n"
    )
    print(told)
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / "figures.md").write_text(told, encoding="utf-8")


def _at(size: int, folder: Path, only: list[str]) -> list[Figure]:
    folder.mkdir()
    source = write_jsonl(dispatches(size), folder / "made-up.jsonl")
    taken, library = imports.measure(source, folder, size, "made-up dispatches")
    figures = taken if "import" in only else []
    if "query" in only:
        figures += queries.measure(library, size)
    if "window" in only:
        more = write_jsonl(dispatches(5_000, seed=2), folder / "more.jsonl")
        figures += window.start_figures(folder, library, size)
        figures += window.stall_figures(folder, library, more, size)
    return figures


if __name__ == "__main__":
    main()

"""What `make bench` does: which parts at which sizes, and where the figures go."""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import tempfile
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from tests.bench import chart, found, imports, pages, peers, queries, reader, window
from tests.bench.figures import Figure, table
from tests.made_up import dispatches
from tests.made_up.files import write_jsonl

REAL = Path(__file__).parents[2].parent / "shared" / "corpus" / "kcna-2011.jsonl.gz"
OUT = Path("build") / "bench"
PARTS = ("reader", "pages", "import", "more", "query", "found", "window", "peers")
SIZES = (25_000, 250_000, 500_000)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=[SIZES[0]], help="25000 250000 500000"
    )
    parser.add_argument("--only", nargs="*", default=list(PARTS), choices=PARTS)
    parser.add_argument(
        "--keep", type=Path, help="a folder where libraries stay, to be measured again"
    )
    wanted = parser.parse_args()
    figures: list[Figure] = []
    real = REAL if REAL.exists() else None
    with ExitStack() as stack:
        folder = wanted.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if "reader" in wanted.only:
            figures += reader.measure(real)
        if "pages" in wanted.only:
            figures += pages.measure(folder / "pages")
        if "import" in wanted.only and real is not None:
            figures += imports.measure(real, folder / "real", 11_362, real.name)[0]
        for size in wanted.sizes:
            figures += _at(size, folder / str(size), wanted.only)
        if "peers" in wanted.only:
            figures += peers.measure(folder, wanted.sizes)
    told = (
        f"{date.today()}, {platform.system()} {platform.machine()}, Python"
        f" {platform.python_version()}, SQLite {sqlite3.sqlite_version}\n\n{table(figures)}\n"
    )
    print(told)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "figures.md").write_text(told, encoding="utf-8")
    kept = [(one.size, one.what, one.value, one.unit) for one in figures]
    (OUT / "figures.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    if len(wanted.sizes) > 1:
        chart.draw(figures, OUT / "cost.svg")


def _at(size: int, folder: Path, only: list[str]) -> list[Figure]:
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "made-up.jsonl"
    if not source.exists():
        write_jsonl(dispatches(size, korean_share=0.5), source)
    taken, library = imports.measure(source, folder, size, "made-up dispatches")
    figures = taken if "import" in only else []
    if "query" in only:
        figures += queries.measure(library, size)
    if "found" in only:
        figures += found.measure(library, size)
    source = folder / "more.jsonl"
    if not source.exists():
        write_jsonl(dispatches(5_000, seed=2), source)
    if "more" in only:
        figures += imports.more(source, library, size)
    if "window" in only:
        figures += window.measure(folder, library, source, size)
    return figures

"""Whether memory stays flat over very many files, and over very large ones.

`python -m tests.bench.flat FOLDER [--files N] [--bytes N]` makes them of made-up texts, imports
each into a library of its own, and throws both away. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import json
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import count
from pathlib import Path

from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from tests.bench.figures import Figure, table
from tests.bench.tenths import Memory
from tests.made_up import Dispatch, dispatches
from tests.made_up.captures import page_html
from tests.made_up.files import record

MOST_MB = 300
_AT_ONCE = 20_000
_CHROME = 250_000


def endless() -> Iterator[Dispatch]:
    """Yield made-up dispatches without end, no two lots alike."""
    for seed in count(1):
        yield from dispatches(_AT_ONCE, seed=seed)


def many_files(folder: Path, most: int) -> Path:
    """Write ``most`` pages as files of their own, a thousand to a folder."""
    for number, one in zip(range(most), endless(), strict=False):
        at = folder / "pages" / f"{number // 1_000:03}"
        at.mkdir(parents=True, exist_ok=True)
        (at / f"{number:06}.html").write_text(page_html(one), encoding="utf-8")
    return folder / "pages"


def large_lines(folder: Path, size: int) -> Path:
    """Write JSON Lines of ``size`` bytes, each line with the page's source, as crawls keep it."""
    path = folder / "large.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for one in endless():
            out.write(json.dumps({**record(one), "html": _chrome() + page_html(one)}) + "\n")
            if out.tell() >= size:
                return path
    return path


def large_warc(folder: Path, pages: Iterable[str], size: int = 0) -> Path:
    """Write a web archive, a page a record, up to ``size`` bytes where that is given."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    path = folder / "large.warc"
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=False)
        for number, page in enumerate(pages):
            answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], "HTTP/1.1")
            record = writer.create_warc_record(
                f"http://made-up.invalid/{number}",
                "response",
                payload=BytesIO(page.encode()),
                http_headers=answer,
            )
            writer.write_record(record)
            if size and out.tell() >= size:
                break
    return path


def heavy_pages() -> Iterator[str]:
    """Yield pages without end, each with as much of its own as those of today carry."""
    for one in endless():
        yield page_html(one).replace("</body>", f"{_chrome()}</body>")


def _chrome() -> str:
    return "<script>" + "var x = 'of no use'; " * (_CHROME // 22) + "</script>"


def measured(what: str, source: Path, library: Path) -> list[Figure]:
    """Import ``source`` once; say its rate and how far memory grew."""
    began = time.monotonic()
    with Memory() as memory, Library.create(library) as made:
        report = import_paths(made, [source], Job())
    took = time.monotonic() - began
    totals = report.totals
    taken = totals.new + totals.new_version + totals.duplicate
    return [
        Figure(taken, f"memory over {what}", memory.growth, "MB", MOST_MB, "limit", 1.0,
               note=f"at most {max(memory.samples):,.0f} MB with both children"),
        Figure(taken, f"import of {what}", taken / took, "/s",
               note=f"{took:,.0f} s, {totals.skipped:,} skipped"),
    ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.flat")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--only", nargs="*", default=["files", "WARC", "Lines"])
    parser.add_argument("--bytes", type=int, default=2 << 30)
    wanted = parser.parse_args()
    sources: dict[str, Callable[[Path], Path]] = {
        f"{wanted.files:,} files": lambda at: many_files(at, wanted.files),
        f"one WARC of {wanted.bytes:,} bytes": lambda at: large_warc(
            at, heavy_pages(), wanted.bytes
        ),
        f"one JSON Lines file of {wanted.bytes:,} bytes": lambda at: large_lines(at, wanted.bytes),
    }
    for what, made in sources.items():
        if not any(word in what for word in wanted.only):
            continue
        here = wanted.folder / "flat"
        here.mkdir(parents=True)
        try:
            print(table(measured(what, made(here), here / "Flat.dateline")), flush=True)
        finally:
            shutil.rmtree(here)


if __name__ == "__main__":
    main()

"""How many saved pages are taken in a second, against parsing them with the same parser alone."""

from __future__ import annotations

import io
import quopri
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from desktop_app.importing.outlets.compose import dispatches
from desktop_app.importing.readers import HEAD, format_of
from desktop_app.importing.records import Source
from desktop_app.importing.run import import_paths
from desktop_app.importing.warc_records import records_of_warc
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from tests.bench.figures import Figure, seconds
from tests.bench.flat import endless, large_warc
from tests.made_up.captures import page_html

PAGES = 1_500
_MENU = "".join(f"<li><a href='/en/{n}'>Topic {n}</a></li>" for n in range(150))


def measure(folder: Path) -> list[Figure]:
    """Write made-up pages of some 15 KB in each format, and take each format's in."""
    pages = [_with_chrome(page_html(one)) for one in islice(endless(), PAGES)]
    folder.mkdir(parents=True, exist_ok=True)
    parsed = PAGES / seconds(lambda: [LexborHTMLParser(page) for page in pages])
    figures: list[Figure] = []
    for name, written in (("HTML", _html), ("MHTML", _mhtml), ("WARC", _warc)):
        source = folder / name.lower()
        source.mkdir()
        written(source, pages)
        read = PAGES / seconds(partial(_read_all, source))
        with Library.create(folder / f"{name}.dateline") as library:
            taken = PAGES / seconds(partial(import_paths, library, [source], Job()))
        figures += [
            Figure(PAGES, f"pages read, {name}", read, "/s", parsed, "the same parser alone",
                   note="one process: parsing, outlet, dates, text"),
            Figure(PAGES, f"pages taken in, {name}", taken, "/s", parsed, "the same parser alone",
                   note="all: originals, rosters, both indexes; two children"),
        ]  # fmt: skip
    return figures


def _with_chrome(page: str) -> str:
    return page.replace("<body>", f"<body><ul>{_MENU}</ul>", 1)


def _html(folder: Path, pages: list[str]) -> None:
    for number, page in enumerate(pages):
        (folder / f"{number:05}.html").write_text(page, encoding="utf-8")


def _mhtml(folder: Path, pages: list[str]) -> None:
    for number, page in enumerate(pages):
        head = (
            "From: <Saved by Blink>\r\nSubject: KCNA\r\nDate: Mon, 24 Nov 2025 01:11:12 -0000\r\n"
            'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\n'
            "Content-Type: text/html; charset=utf-8\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        )
        body = quopri.encodestring(page.encode())
        (folder / f"{number:05}.mhtml").write_bytes(head.encode() + body + b"\r\n--B--\r\n")


def _warc(folder: Path, pages: list[str]) -> None:
    large_warc(folder, pages)


def _read_all(folder: Path) -> int:
    return sum(1 for source in _sources(folder) for _ in _dispatches(source))


def _sources(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.iterdir()):
        if path.suffix != ".warc":
            yield _source(path.name, path.read_bytes())
            continue
        with path.open("rb") as stream:
            for name, record in records_of_warc(stream):
                if isinstance(record, bytes):
                    yield _source(name, record)


def _source(name: str, content: bytes) -> Source:
    opened: Callable[[], io.BytesIO] = partial(io.BytesIO, content)
    return Source(name, opened, len(content))


def _dispatches(source: Source) -> Iterator[object]:
    with source.opened() as stream:
        kind = format_of(stream.read(HEAD), source.suffix)
    return dispatches(kind.read(source), source.name) if kind else iter(())

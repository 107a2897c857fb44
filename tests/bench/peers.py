"""The peers: Datasette over HTTP, tantivy, Recoll, asked for the same as we are.

Each question is list, total and counts per day. Datasette and tantivy come from PyPI into an
environment of their own, Recoll from apt where this is root; what cannot be had is told. Against
Datasette the clock counts, against the others, in a process each, what that process works.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from desktop_app.library.library import Library
from desktop_app.query.grammar import parse
from tests.bench.figures import WORKED, Clock, Figure, spread
from tests.bench.floor import records
from tests.bench.queries import QUESTIONS

ASKED = ("rare word", "phrase", "prefix", "two words", "word in 4 of 5")
BEARABLE = 20_000  # files; more, and Recoll takes minutes an answer
HERE = Path(__file__).parent
TIMEOUT = 1800
NOBODY_TELLS = 1.0  # ms

Times = dict[str, float]
"""Milliseconds of each question, in the middle of several."""


def measure(folder: Path, sizes: list[int]) -> list[Figure]:
    """Ask the peers at the largest of ``sizes``, Recoll at the smallest."""
    largest, smallest = max(sizes), min(sizes)
    at = folder / str(largest)
    ours, worked = (_ours(at / "Bench.dateline", clock) for clock in (time.perf_counter, WORKED))
    figures = []
    environment = _environment(folder / "peers")
    if isinstance(environment, str):
        return [_absent(largest, "Datasette and tantivy", environment)]
    datasette = _datasette(environment, at)
    figures += _held(largest, ours, datasette, "Datasette over HTTP", dict.fromkeys(ASKED, 1 / 5))
    most = {"word in 4 of 5": 4.0, "phrase": 1.0, "two words": 1.0}
    figures += _held(largest, worked, _tantivy(environment, at), "tantivy", most)
    small = folder / str(smallest)
    recoll = _recoll(small)
    if isinstance(recoll, str):
        return [*figures, _absent(BEARABLE, "Recoll", recoll)]
    ours = _ours(small / "Bench.dateline", WORKED)
    return [
        *figures,
        *_held(smallest, ours, recoll, f"Recoll at {BEARABLE:,}", dict.fromkeys(ASKED, 1 / 10)),
    ]


def _held(size: int, ours: Times, peer: Times, of: str, limits: dict[str, float]) -> list[Figure]:
    return [
        Figure(
            size, f"{name}: list, total, days", ours[name], "ms", peer[name], of,
            limits.get(name) if ours[name] > NOBODY_TELLS else None,
            note="" if ours[name] > NOBODY_TELLS else "under a millisecond: nobody can tell",
        )
        for name in ASKED
        if name in peer
    ]  # fmt: skip


def _absent(size: int, who: str, why: str) -> Figure:
    return Figure(size, f"{who}: not measured", 0.0, "", note=why)


def _ours(path: Path, clock: Clock) -> Times:
    """Ask as the window does: its list fetches addresses only where their column is on show."""
    times = {}
    with Library.open(path) as library:
        for name in ASKED:
            query = parse(QUESTIONS[name]).query
            times[name], _ = spread(
                lambda query=query: library.rows(  # type: ignore[misc]
                    library.find(query).ids[:100], addresses=False
                ),
                clock=clock,
            )
    return times


def _environment(at: Path) -> Path | str:
    """Return the Python that has the peers, or why there is none."""
    python = at / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (at / "installed").exists():
        for command in (
            [sys.executable, "-m", "venv", str(at)],
            [str(python), "-m", "pip", "install", "--quiet", "datasette<1", "tantivy"],
        ):
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=TIMEOUT, check=False
            )
            if done.returncode:
                return (done.stderr or "it failed").strip().splitlines()[-1]
        (at / "installed").touch()
    return python


# Datasette


def _datasette(python: Path, at: Path) -> Times:
    times = {}
    with _served(python, at / "floor.db") as address:
        for name in ASKED:
            match = _fts(QUESTIONS[name])
            times[name] = spread(lambda match=match: _three(address, match), times=5)[0]  # type: ignore[misc]
    return times


def _three(address: str, match: str) -> None:
    found = "article JOIN words ON words.rowid = article.id WHERE words MATCH :match"
    for sql in (
        f"SELECT id, article.title, published FROM {found} ORDER BY published DESC LIMIT 100",
        "SELECT count(*) FROM words WHERE words MATCH :match",
        f"SELECT published, count(*) FROM {found} GROUP BY published",
    ):
        asked = urllib.parse.urlencode({"sql": sql, "match": match, "_shape": "array"})
        with urllib.request.urlopen(f"{address}?{asked}", timeout=TIMEOUT) as answer:
            json.load(answer)


@contextmanager
def _served(python: Path, database: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"sql_time_limit_ms": 600_000, "max_returned_rows": 100_000}
    more = [part for name, value in settings.items() for part in ("--setting", name, str(value))]
    server = subprocess.Popen(
        [python, "-m", "datasette", "serve", str(database), "--port", str(port), *more],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(400):
            try:
                urllib.request.urlopen(f"{address}/-/versions.json", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"{address}/{database.stem}.json"
    finally:
        server.terminate()
        server.wait()


def _fts(question: str) -> str:
    return question.replace("*", " *") if question.endswith("*") and " " in question else question


# tantivy


def _tantivy(python: Path, at: Path) -> Times:
    asked = {name: QUESTIONS[name] for name in ASKED}
    done = subprocess.run(
        [
            python, HERE / "peer_tantivy.py", at / "made-up.jsonl", at / "tantivy",
            json.dumps(asked),
        ],
        capture_output=True, text=True, timeout=TIMEOUT, check=True,
    )  # fmt: skip
    times: Times = json.loads(done.stdout.splitlines()[-1])
    return times


# Recoll


def _recoll(at: Path) -> Times | str:
    python = "/usr/bin/python3"  # apt's package is for the system's Python
    if shutil.which("recollindex") is None:
        if not hasattr(os, "geteuid") or os.geteuid() or shutil.which("apt-get") is None:
            return "recollindex is not there, and only root could install it"
        command = [
            "apt-get",
            "install",
            "-y",
            "-q",
            "--no-install-recommends",
            "recollcmd",
            "python3-recoll",
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)
        if done.returncode:
            return (done.stderr or "apt-get failed").strip().splitlines()[-1]
    texts, settings = at / "texts", at / "recoll"
    if not settings.exists():
        texts.mkdir(exist_ok=True)
        for number, record in enumerate(islice(records(at / "made-up.jsonl"), BEARABLE)):
            day = record["date"]
            text = f"{record['title']}\n\n{record['body']}"
            (texts / f"{day}-{number:06d}.txt").write_text(text, encoding="utf-8")
        settings.mkdir()
        (settings / "recoll.conf").write_text(f"topdirs = {texts}\n", encoding="utf-8")
        subprocess.run(
            ["recollindex", "-c", str(settings)], capture_output=True, timeout=TIMEOUT, check=False
        )
    asked = {name: QUESTIONS[name] for name in ASKED}
    done = subprocess.run(
        [python, HERE / "peer_recoll.py", settings, json.dumps(asked)],
        capture_output=True, text=True, timeout=TIMEOUT, check=False,
    )  # fmt: skip
    if done.returncode:
        return (done.stderr or "it failed").strip().splitlines()[-1]
    times: Times = json.loads(done.stdout.splitlines()[-1])
    return times

"""Runs the program as a process of its own, so that it can be killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.core.importing import test_formats
from tests.core.importing.test_import import lines, mixed

Run = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Run:
    """Start ``dateline import`` of a folder into the test's library."""

    def run(folder: Path, library: Path | None = None, **more: Any) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [
                sys.executable,
                "-m",
                "desktop_app",
                "import",
                "--library",
                str(library or tmp_path / "Tortured.dateline"),
                str(folder),
            ],
            cwd=Path(__file__).resolve().parents[4],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[4])},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            **more,
        )

    return run


def every_format(folder: Path) -> None:
    """Fill ``folder`` with good files of every format, some large enough to be shared."""
    folder.mkdir()
    mixed(folder)
    for name, made in test_formats.FORMATS.items():
        (folder / name).write_bytes(made())
    (folder / "crawl.warc.gz").write_bytes(test_formats.warc())
    for n in range(12):
        (folder / f"more {n}.jsonl").write_text(lines(range(1_000 + n * 150, 1_150 + n * 150)))
    (folder / "large.jsonl").write_text(lines(range(4_000, 7_000)))

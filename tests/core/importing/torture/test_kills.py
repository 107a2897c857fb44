"""Whatever moment an import ends at, nothing is lost, nothing is double, the next finishes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library.health import check
from desktop_app.library.library import Library
from tests.core.importing.torture.conftest import Run, every_format

pytestmark = [pytest.mark.torture, pytest.mark.timeout(3_600)]

KILLS = int(os.environ.get("DATELINE_KILLS", "50"))
TEXTS = "SELECT a.title, v.text_sha256 FROM article a LEFT JOIN version v ON v.article = a.id"
CAPTURES = "SELECT o.sha256, c.locator FROM capture c JOIN original o ON o.id = c.original"


def held(library: Path) -> tuple[list[object], list[object]]:
    """Return what a library holds, whatever the order in which it came there."""
    connection = sqlite3.connect(library / "library.db")
    try:
        texts = sorted(connection.execute(TEXTS).fetchall(), key=str)
        captures = sorted(connection.execute(CAPTURES).fetchall(), key=str)
    finally:
        connection.close()
    return list(texts), list(captures)


@pytest.fixture
def whole(tmp_path: Path) -> tuple[Path, tuple[list[object], list[object]]]:
    """A folder of every format, and what an import of it that nobody ends holds."""
    folder = tmp_path / "saved"
    every_format(folder)
    with Library.create(tmp_path / "Whole.dateline") as library:
        import_paths(library, [folder], Job())
        path = library.path
    return folder, held(path)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX systems")
def test_killed_imports_lose_nothing(start: Run, whole, tmp_path: Path):
    folder, expected = whole
    chosen = random.Random(20231)
    library = tmp_path / "Tortured.dateline"
    killed = 0
    for _ in range(KILLS):
        running = start(folder)
        time.sleep(chosen.uniform(0.1, 4.0))
        killed += running.poll() is None
        running.send_signal(signal.SIGKILL)
        running.communicate()
        if not (library / "library.db").exists():
            continue
        with Library.open(library):
            pass
        assert not check(library, Job())
        texts, captures = held(library)
        assert len(set(captures)) == len(captures)
        assert set(map(str, texts)) <= set(map(str, expected[0]))
    assert killed > KILLS // 4
    finishing = start(folder)
    finishing.communicate()
    assert finishing.returncode == 0
    assert held(library) == expected
    assert not check(library, Job())


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are of POSIX systems")
def test_a_disk_that_fills_up_loses_nothing(start: Run, whole, tmp_path: Path):
    import resource

    folder, expected = whole
    chosen = random.Random(7)
    library = tmp_path / "Tortured.dateline"
    for _ in range(KILLS):
        most = chosen.randrange(200_000, 8_000_000)

        def only(most: int = most) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        running = start(folder, preexec_fn=only)
        _, said = running.communicate()
        assert running.returncode in (0, 1), said.decode()
        if (library / "library.db").exists():
            assert not check(library, Job())
    finishing = start(folder)
    finishing.communicate()
    assert finishing.returncode == 0
    assert held(library) == expected


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Give a disk of as many bytes as asked for; it may be made larger with what is on it."""
    at = tmp_path / "disk"
    at.mkdir()
    mounted = False

    def sized(size: int) -> Path:
        nonlocal mounted
        options = f"size={size}" if not mounted else f"remount,size={size}"
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "made-up", str(at)], capture_output=True
        )
        if made.returncode:
            pytest.skip("a small disk can only be made as root, where mounting is allowed")
        mounted = True
        return at

    yield sized
    if mounted:
        subprocess.run(["umount", str(at)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is of Linux")
def test_a_really_full_disk_loses_nothing(start: Run, whole, small_disk, tmp_path: Path):
    folder, expected = whole
    chosen = random.Random(50)
    full = 0
    for _ in range(KILLS):
        disk = small_disk(chosen.randrange(1 << 20, 24 << 20))
        library = disk / "Tortured.dateline"
        running = start(folder, library=library)
        _, said = running.communicate()
        assert running.returncode in (0, 1), said.decode()
        full += b"full" in said
        if (library / "work.db").exists():  # the last of the three that is made
            assert not check(library, Job())
        small_disk(256 << 20)
        finishing = start(folder, library=library)
        _, said = finishing.communicate()
        assert finishing.returncode == 0, said.decode()
        assert held(library) == expected
        assert not check(library, Job())
        shutil.rmtree(library)
    assert full > KILLS // 4

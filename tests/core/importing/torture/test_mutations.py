"""Good files of every format, changed at random: each is told, none ends the program."""

from __future__ import annotations

import os
import random
import time
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.importing.limits import LIMITS
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library.health import check
from desktop_app.library.library import Library
from tests.core.importing.torture.conftest import every_format

pytestmark = [pytest.mark.torture, pytest.mark.timeout(7_200)]

MUTATIONS = int(os.environ.get("DATELINE_MUTATIONS", "10000"))
_TOGETHER = 400
_SECONDS = 5.0


def mutated(content: bytes, chosen: random.Random) -> bytes:
    """Return ``content`` with some of it changed, lost, doubled, moved or cut off."""
    changed = bytearray(content)
    for _ in range(chosen.choice((1, 1, 2, 5, 40))):
        at = chosen.randrange(len(changed) + 1)
        size = chosen.choice((1, 1, 2, 8, 100, 5_000))
        kind = chosen.randrange(6)
        if kind == 0:
            changed[at : at + size] = chosen.randbytes(min(size, 64))
        elif kind == 1:
            del changed[at : at + size]
        elif kind == 2:
            changed[at:at] = changed[at : at + size] * chosen.choice((1, 3, 50))
        elif kind == 3:
            del changed[at:]
        elif kind == 4:
            changed[at:at] = bytes(chosen.choice((b"\0", b"\xff", b'"', b"<", b"{", b"\n"))) * size
        else:
            other = chosen.randrange(len(changed) + 1)
            changed[at:at] = changed[other : other + size]
    return bytes(changed[: 4 << 20])


def test_mutated_files_are_all_accounted_for(tmp_path: Path):
    good = tmp_path / "good"
    every_format(good)
    small = [p for p in sorted(good.rglob("*")) if p.is_file() and p.stat().st_size < 300_000]
    pages = sorted((Path(__file__).resolve().parents[3] / "data" / "pages").glob("*.*ml"))
    chosen = random.Random(110)
    with Library.create(tmp_path / "Mutated.dateline") as library:
        for start in range(0, MUTATIONS, _TOGETHER):
            folder = tmp_path / f"mutated {start}"
            folder.mkdir()
            for number in range(min(_TOGETHER, MUTATIONS - start)):
                source = chosen.choice((*small, *pages))
                target = folder / f"{start + number:05}{''.join(source.suffixes)}"
                target.write_bytes(mutated(source.read_bytes(), chosen))
            began = time.monotonic()
            limits = replace(LIMITS, record_seconds=_SECONDS, opening_seconds=_SECONDS)
            report = import_paths(library, [folder], Job(), limits=limits)
            assert {Path(one.path).name for one in report.entries} == {
                path.name for path in folder.iterdir()
            }
            assert not report.cancelled
            assert time.monotonic() - began < _TOGETHER * _SECONDS
        path = library.path
    assert not check(path, Job())

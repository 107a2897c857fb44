"""A dry run says what an import into this very library would do, and changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.cli import run
from tests.core.importing.test_import import lines


@pytest.fixture
def dateline(capsys, tmp_path):
    def call(*words: str) -> dict[str, int]:
        code = run(["--library", str(tmp_path / "Mine.dateline"), "import", *words, "--json"])
        assert code == 0
        totals: dict[str, int] = json.loads(capsys.readouterr().out)["totals"]
        return totals

    return call


def every_byte(library: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in library.glob("*.db")}


def test_a_dry_run_compares_with_the_library_and_leaves_it_as_it_was(dateline, tmp_path):
    (tmp_path / "some.jsonl").write_text(lines(range(20)))
    (tmp_path / "more.jsonl").write_text(lines(range(10, 40)))
    more = str(tmp_path / "more.jsonl")
    assert dateline(more, "--dry-run")["new"] == 30
    assert not (tmp_path / "Mine.dateline").exists()
    assert dateline(str(tmp_path / "some.jsonl"))["new"] == 20
    before = every_byte(tmp_path / "Mine.dateline")
    tried = dateline(more, "--dry-run")
    assert (tried["new"], tried["duplicate"]) == (20, 10)
    assert dateline(str(tmp_path / "some.jsonl"), "--dry-run")["duplicate"] == 20
    assert every_byte(tmp_path / "Mine.dateline") == before
    assert dateline(more) == tried

"""A new user gets from the first start to a table, by mouse and by keyboard alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.walkthrough import DOCS, main
from ui.app import Application


def test_both_ways_lead_to_the_same_table_in_few_steps(
    qapp: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("HOME", str(tmp_path))
    mouse, keyboard = main(tmp_path)
    assert (mouse.clicks, mouse.keys) == (6, 0)
    assert keyboard.clicks == 0
    assert keyboard.keys <= 20
    told = (DOCS / "walkthrough.md").read_text("utf-8")
    for walk in (mouse, keyboard):
        for step in walk.steps:
            assert step.said in told
            assert not step.picture or (DOCS / "pictures" / step.picture).exists()
    qapp.appearance.choose("system")

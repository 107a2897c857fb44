"""The pin of PySide6 is an informed one: 6.12.0 gave away references to None until it died."""

import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPen

CALLS = 100_000
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: nothing to lose"
)
def test_a_void_call_gives_none_back_as_often_as_it_takes_it():
    thing, pen, colour = QObject(), QPen(), QColor("black")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("dispatch")
        pen.setColor(colour)
    # Others may let go of a few hundred meanwhile; the fault lost one a call.
    assert sys.getrefcount(None) > before - CALLS // 100


def test_the_pin_leaves_out_the_versions_that_abort():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "PySide6-Essentials>=6.10,<6.12" in project["dependencies"]

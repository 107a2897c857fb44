"""The manual's examples are understood as they stand there."""

import re
from pathlib import Path

import pytest

from desktop_app.query.fields import FIELDS
from desktop_app.query.grammar import parse

MANUAL = Path(__file__).parents[3] / "docs" / "query.md"
TEXT = MANUAL.read_text(encoding="utf-8")
EXAMPLES = [one for one in re.findall(r"`([^`\n]+)`", TEXT) if "…" not in one]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_understood(example):
    assert parse(example).sound or example.endswith(":") or example.startswith("dateline ")


def test_every_field_is_explained():
    assert [name for name in FIELDS if f"`{name}:" not in TEXT] == []

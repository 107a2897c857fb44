"""The thirty twins of the seed capture are read right in every column."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.reading.lines import read_record

TWINS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "data" / "twins.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin["id"])
def test_a_twin_is_read_entirely_right(twin):
    read = read_record({key: twin[key] for key in ("id", "date", "title", "text")})
    columns = ("name", "title", "side", "role")
    assert [tuple(row[c] for c in columns) for row in read["participants"]] == [
        tuple(row[c] for c in columns) for row in twin["participants"]
    ]
    assert [(g["label"], g["side"], g["role"]) for g in read["groups"]] == [
        (g["label"], g["side"], g["role"]) for g in twin["groups"]
    ]
    assert read["event_kind"] == twin["event_kind"]
    for row in read["participants"]:
        name = next(span for span in row["spans"] if span["part"] == "name")
        start, end = name["start"], name["end"]
        assert " ".join(twin["text"][start:end].split()) == row["name"]

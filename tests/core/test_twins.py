"""The twins of the seed capture are themselves sound: what they expect stands in their texts."""

import json
import re
from pathlib import Path

import pytest

from desktop_app.model.participant import EventKind, Role

TWINS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "twins.jsonl").read_text("utf-8").splitlines()
]


def test_there_are_thirty_twins_with_two_sides_each():
    assert len({twin["id"] for twin in TWINS}) == 30
    for twin in TWINS:
        sides = {row["side"] for row in twin["participants"] + twin["groups"]} - {None}
        assert sides, twin["id"]


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin["id"])
def test_what_a_twin_expects_stands_in_its_text(twin):
    text = re.sub(r"\s+", " ", twin["text"])
    assert twin["event_kind"] in set(EventKind)
    assert all(row["name"] in text for row in twin["participants"])
    assert all(row["label"] in text for row in twin["groups"])
    assert all(row["role"] in set(Role) for row in twin["participants"] + twin["groups"])
    once = [(row["name"], row["role"]) for row in twin["participants"]]
    assert len(once) == len(set(once))
    # Rosters stand in the order of the text.
    roster = [text.index(row["name"]) for row in twin["participants"] if row["role"] == "present"]
    assert roster == sorted(roster)

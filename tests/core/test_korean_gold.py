"""The labelled Korean dispatches are themselves sound: what they expect stands in their texts."""

import json
from pathlib import Path

import pytest

from desktop_app.model.participant import EventKind, Role

FILE = Path(__file__).parents[1] / "data" / "ko" / "dispatches.jsonl"
LABELLED = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


def test_there_are_sixty_and_more_of_many_kinds_and_roles():
    assert len({one["id"] for one in LABELLED}) == len(LABELLED) >= 60
    rows = [row for one in LABELLED for row in one["participants"]]
    assert {row["role"] for row in rows} == set(Role)
    assert len({one["event_kind"] for one in LABELLED}) >= 12


@pytest.mark.parametrize("one", LABELLED, ids=lambda one: one["id"])
def test_what_a_dispatch_expects_stands_in_its_text(one):
    assert one["event_kind"] in set(EventKind)
    # A signature spreads its letters: 라 건 평.
    squeezed = "".join(f"{one['title']} {one['text']}".split())
    names = ["".join(row["name"].split()) for row in one["participants"]]
    assert [name for name in names if name not in squeezed] == []
    # An office may stand on both sides of its holder's name, or around a word of praise.
    titles = " ".join(row["title"].replace("; ", " ") for row in one["participants"])
    assert [word for word in titles.split() if word not in one["text"]] == []
    assert all(row["label"] in one["text"] for row in one["groups"])
    assert all(row["role"] in set(Role) for row in one["participants"] + one["groups"])
    once = [(row["name"], row["role"]) for row in one["participants"]]
    assert len(once) == len(set(once))

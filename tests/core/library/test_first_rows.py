"""The first rows that a start shows are those of the answer that follows them."""

from __future__ import annotations

import random
from pathlib import Path

from desktop_app.library.binning import move_to_bin
from desktop_app.library.first_rows import first_rows
from desktop_app.library.library import Library
from desktop_app.query.query import Query
from tests.conftest import Fill


def test_the_first_rows_are_those_of_the_question_for_everything(
    library: Library, fill: Fill
) -> None:
    chance = random.Random(5)
    for part in range(6):
        days = [f"2023-09-{chance.randint(1, 9):02} " for _ in range(12)] + ["", ""]
        chance.shuffle(days)
        fill(*(f"{day}Talks {part} of number {place}" for place, day in enumerate(days)))
    move_to_bin(library, library.find(Query()).ids[::5].tolist())
    answer = library.find(Query())
    assert len(answer) > 60
    assert answer.undated
    for most in (1, 20, 64):
        assert list(first_rows(library.path, most)) == library.rows(answer.ids[:most])


def test_where_nothing_can_be_read_there_are_no_first_rows(tmp_path: Path) -> None:
    assert first_rows(tmp_path, 64) == ()
    (tmp_path / "library.db").write_bytes(b"no database" * 1000)
    assert first_rows(tmp_path, 64) == ()

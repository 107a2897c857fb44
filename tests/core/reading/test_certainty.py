"""How sure a row is comes from a table of shares, and says more of a rule that is known."""

from __future__ import annotations

from desktop_app.reading.certainty import manner_of
from desktop_app.reading.dispatch import read_dispatch


def test_every_row_has_a_probability_and_the_rule_that_read_it():
    text = (
        "Ri Un, minister of Forestry, met Ivan Petrov here.\nPresent there were Om Chol, Ho Il and"
        " Ana Ruiz.\nHe was accompanied by Pak Sun Il."
    )
    rows = read_dispatch(text).participants
    assert len(rows) == 6
    assert all(0.5 < row.certainty < 1 for row in rows)
    assert all(row.rule for row in rows)


def test_a_korean_with_a_title_is_named_in_another_manner_than_a_bare_foreigner():
    assert manner_of("Ri Un", "minister") == "korean, titled"
    assert manner_of("Ivan Petrov", "") == "foreign, bare"

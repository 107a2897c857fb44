"""How sure a row is comes from signs that were weighed by rows which people had judged."""

from __future__ import annotations

from desktop_app.model.participant import DOUBTFUL_BELOW, EventKind
from desktop_app.reading.certainty import signs_of
from desktop_app.reading.dispatch import read_dispatch
from tests.calibrate_certainty import SURE_FROM, band, counting, crossed, kept, weighed


def test_every_row_has_a_probability_and_the_rule_that_read_it():
    text = (
        "Ri Un, minister of Forestry, met Ivan Petrov here.\nPresent there were Om Chol, Ho Il and"
        " Ana Ruiz.\nHe was accompanied by Pak Sun Il."
    )
    rows = read_dispatch(text).participants
    assert len(rows) == 6
    assert all(0.5 < row.certainty < 1 for row in rows)
    assert all(row.rule for row in rows)


def test_a_sign_is_the_rule_the_form_the_event_the_manner_of_naming_and_the_depth():
    assert signs_of("Ri Un", "accompanied: by", EventKind.VISIT, 90) == (
        "rule accompanied: by",
        "form listed",
        "kind visit",
        "name Korean",
    )
    assert signs_of("Petrov", "said in", EventKind.OTHER, 9_000)[-2:] == (
        "name of one word",
        "far down",
    )


def test_a_roster_s_korean_is_surer_than_somebody_far_down_who_is_said_to_have_visited():
    listed = "A meeting was held.\nPresent at the meeting were Ri Un Sil, minister, and others."
    visited = "Guests visited the mill.\n" * 40 + "Director Ivan Petrov visited the hall."
    sure, unsure = (read_dispatch(text).participants for text in (listed, visited))
    assert [row.certainty >= SURE_FROM for row in sure] == [True]
    assert [row.certainty < DOUBTFUL_BELOW for row in unsure] == [True]


def test_the_bands_part_what_is_right_on_rows_that_they_were_not_learnt_from():
    rows = crossed(kept())
    counted = list(zip(rows, counting(rows), strict=True))  # a list that is wrong is one fault
    shares = []
    for word in ("sure", "likely", "doubtful"):
        own = [(row, count) for row, count in counted if band(row.said) == word]
        assert len(own) > 50
        lists = sum(count for _, count in own)
        shares.append(sum(row.right * count for row, count in own) / lists)
        said = sum(row.said * count for row, count in own) / lists
        assert abs(said - shares[-1]) < 0.06  # calibrated
    assert shares == sorted(shares, reverse=True)
    assert shares[0] - shares[2] > 0.15


def test_a_sign_seen_once_says_little():
    rows = [row._replace(signs=()) for row in kept()]
    rows[0] = rows[0]._replace(signs=("seldom",), right=False)
    assert -1.0 < weighed(rows, ["seldom"])[1] < 0

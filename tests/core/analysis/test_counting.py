"""Counts are the rows of the view, added up."""

import pytest

from desktop_app.analysis.counting import BY, PERIODS, count
from desktop_app.errors import UserError
from desktop_app.jobs import Job
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query


@pytest.fixture
def filled(fill, library):
    fill("2023-12-31 One", "2024-01-01 Two", "2024-01-07 Three", "2024-01-08 Four", "Undated")
    return library


@pytest.mark.parametrize("by", PERIODS)
def test_periods_and_the_undated_add_up_to_the_rows(filled, by):
    counted = count(filled, Query(), by, Job())
    assert sum(counted.counts.values()) + counted.undated == counted.total == 5


def test_a_week_belongs_to_the_year_of_its_thursday(filled):
    assert dict(count(filled, Query(), "week", Job()).counts) == {
        "2023-W52": 1,
        "2024-W01": 2,
        "2024-W02": 1,
    }


def test_every_field_counts_and_any_other_is_refused(filled):
    for by in BY:
        assert count(filled, parse("one OR two").query, by, Job()).total == 2
    with pytest.raises(UserError, match="luck"):
        count(filled, Query(), "luck", Job())

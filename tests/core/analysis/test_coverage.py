"""The coverage band tells days without files from days without news."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from desktop_app.analysis.coverage import Held, coverage
from desktop_app.jobs import Job
from desktop_app.model.capture import Mention
from tests.conftest import capture_of, take


@pytest.fixture
def january(library):
    """January 2024: four a day, one on the 10th, none after the 14th, a teaser of the 20th."""
    captures = [
        capture_of(f"2024-01-{day:02} Number {number} of day {day}", locator=f"{day} {number}")
        for day in range(1, 15)
        for number in range(1 if day == 10 else 4)
    ]
    teaser = Mention("A meeting was held in the square", date(2024, 1, 20))
    captures.append(
        capture_of("2024-01-14 With teasers", locator="last", mentions=(teaser,), outlet="Other")
    )
    take(library, "january", captures)
    return coverage(library, Job())


@pytest.mark.parametrize(
    ("day", "held"),
    [(9, Held.USUAL), (10, Held.THIN), (15, Held.NOTHING), (20, Held.MENTIONED)],
)
def test_each_day_is_usual_thin_only_mentioned_or_nothing(january, day, held):
    assert january.of(date(2024, 1, day)) is held


def test_stretches_are_every_day_once(january):
    first, last = date(2023, 12, 25), date(2024, 2, 5)
    stretches = list(january.stretches(first, last))
    assert sum(stretch.days for stretch in stretches) == (last - first).days + 1
    for before, after in pairwise(stretches):
        assert after.first == before.last + timedelta(days=1)
        assert after.held is not before.held


def test_the_footnote_says_it_in_words(january, library):
    said = str(january.says(date(2024, 1, 1), date(2024, 1, 31)))
    assert "14 of the 31 days" in said
    assert "1 more days are known only from listings" in said
    assert "no dated" in str(coverage(library, Job(), outlet="Nobody").says())
    assert coverage(library, Job(), outlet="Other").have.total == 1

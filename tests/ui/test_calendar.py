"""The calendar shows a month in which there is something, where there is any."""

from __future__ import annotations

from datetime import date

from tests.conftest import Fill
from tests.ui.conftest import Search
from ui.main_window import MainWindow


def test_a_month_that_a_question_leaves_empty_gives_way_and_one_that_is_browsed_stays(
    window: MainWindow, fill: Fill, search: Search
) -> None:
    fill("2023-04-08 Talks", "2023-12-01 Visit", "2023-12-02 Visit again")
    search("visit")
    assert window.calendar.month == date(2023, 12, 1)
    search("talks")
    assert window.calendar.month == date(2023, 4, 1)
    search("2023")  # nowhere: nothing to go to
    window.calendar.grid.go_to(date(2023, 7, 1))
    fill("2023-04-09 Talks go on")
    search("2023")
    assert window.calendar.month == date(2023, 7, 1)

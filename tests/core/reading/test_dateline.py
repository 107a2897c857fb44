"""The opening of a dispatch is found in every shape that the outlets have given it."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.days import MonthDay
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.months import month_number

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@pytest.mark.parametrize(
    ("text", "place", "day", "agency"),
    [
        ("Pyongyang, July 2 (KCNA) -- A fair opened.", "Pyongyang", (7, 2), "KCNA"),
        ("Havana, July 2 (KCNA) - A fair opened.", "Havana", (7, 2), "KCNA"),
        ("Pyongyang, July 2 (KCNA) — A fair opened.", "Pyongyang", (7, 2), "KCNA"),
        ("Pyongyang, July 2 (KCNA) A fair opened.", "Pyongyang", (7, 2), "KCNA"),
        ("Pyongyang July 2 (KCNA) -- A fair opened.", "Pyongyang", (7, 2), "KCNA"),
        ("Pyongyang,July 2 (KCNA) - - A fair opened.", "Pyongyang", (7, 2), "KCNA"),
        ("PYONGYANG, MARCH 6 (KCNA) -- A FAIR OPENED.", "Pyongyang", (3, 6), "KCNA"),
        ("pyongyang, october 6 (kcna) -- A fair opened.", "Pyongyang", (10, 6), "kcna"),
        ("Mt. Kumgang resort, May 3 (KCNA) -- A fair", "Mt. Kumgang resort", (5, 3), "KCNA"),
        ("March 3 (KCNA) -- A fair opened.", "", (3, 3), "KCNA"),
        ("Tokyo, February 27 (KNS-KCNA) -- A fair", "Tokyo", (2, 27), "KNS-KCNA"),
        ("Moscow, May 1 (KCNA Correspondent) -- A", "Moscow", (5, 1), "KCNA Correspondent"),
        ("Pyongyang, Febuary 3 (CKAN) -- A fair", "Pyongyang", (2, 3), "CKAN"),
        ("Pyongyang, Mrch 3 (KNA) -- A fair", "Pyongyang", (3, 3), "KNA"),
        ("Pyongyang, Kune 3 (KCN) -- A fair", "Pyongyang", (6, 3), "KCN"),
        ("Pyongyang, Janaury 3 (KCNA -- A fair", "Pyongyang", (1, 3), "KCNA"),
        ("Pyongyang, D0cember 3 (KCNA) -- A fair", "Pyongyang", (12, 3), "KCNA"),
        ("Pyongyang, Pyongyang, May 3 (KCNA) -- A fair", "Pyongyang", (5, 3), "KCNA"),
        ("Pyongyang, June 9 \ufffdiKCNA\ufffdj -- A fair", "Pyongyang", (6, 9), "KCNA"),
        ("Pyongyang, 31 (KCNA) -- A fair opened.", "Pyongyang", None, "KCNA"),
        ("Pyongyang, June 31 (KCNA) -- A fair opened.", "Pyongyang", None, "KCNA"),
        ("Pyongyang, June 9 -- A fair opened.", "Pyongyang", (6, 9), ""),
        ("Pyongyang, 7 de agosto (ATCC) -- Se abrio", "Pyongyang", (8, 7), "ATCC"),
        ("La Habana, 7 de agosto (ACNC) - Se abrió", "La Habana", (8, 7), "ACNC"),
        ("Pyongyang, primero de junio (ACNC) -- Se", "Pyongyang", (6, 1), "ACNC"),
        ("朝中社平壤９月１４日电 展览会开幕。", "平壤", (9, 14), "朝中社"),
        ("【朝中社平壤9月14日电】展览会开幕。", "平壤", (9, 14), "朝中社"),
        ("Пхеньян, 14 сентября. /ЦТАК/-- Открылась", "Пхеньян", (9, 14), "ЦТАК"),
        ("Пхеньян, 14 сентября (ЦТАК) -- Открылась", "Пхеньян", (9, 14), "ЦТАК"),
        (
            "Moscu, 2 de mayo (Corresponsal de ACNC) -- Se",
            "Moscu",
            (5, 2),
            "Corresponsal de ACNC",
        ),
        ("제목\n\n(평양 8월 21일발 조선중앙통신)\n\n본문", "평양", (8, 21), "조선중앙통신"),
        ("【평양 7월 5일발 조선중앙통신】 본문", "평양", (7, 5), "조선중앙통신"),
        ("【平壌７月１２日発朝鮮中央通信】本文", "平壌", (7, 12), "朝鮮中央通信"),
    ],
)
def test_a_dateline_gives_place_day_and_agency(text, place, day, agency):
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert found.day == (None if day is None else MonthDay(*day))


@pytest.mark.parametrize("before", ["", "Fair Opens\r\n", "&nbsp;&nbsp;&nbsp; ", "A Title&nbsp; "])
@pytest.mark.parametrize("month", MONTHS)
def test_the_span_holds_the_dateline_and_nothing_else(before, month):
    dateline = f"Wonsan, {month} 12 (KCNA) --"
    found = find_dateline(f"{before}{dateline} A fair opened here.")
    assert found is not None
    assert f"{before}{dateline} A"[found.start : found.end] == dateline


def test_of_two_datelines_the_first_counts():
    text = "Pyongyang, May 3 (KCNA) -- One.\nBeijing, May 4 (KCNA) -- Two."
    found = find_dateline(text)
    assert found is not None
    assert found.place == "Pyongyang"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "In May the shop (built 1963) was opened.",
        "On May 3 the delegates (80 of them) met.",
        "One day in November Juche 103 (2014), a visitor came.",
        "BACK\nHOME\n",
        "A fair opened.\n" * 40 + "Pyongyang, May 3 (KCNA) -- A teaser.",
    ],
)
def test_what_is_no_dateline_is_not_taken_for_one(text):
    assert find_dateline(text) is None


@pytest.mark.parametrize("name", ["Ju", "Juny", "Monday", "May-Day", "Marbury"])
def test_a_word_between_two_months_or_near_none_is_no_month(name):
    assert month_number(name) is None
    if name != "Marbury":
        assert month_number(name, loosely=True) is None


@given(st.text(max_size=300))
def test_any_text_may_be_asked(text):
    found = find_dateline(text)
    assert found is None or 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize("piece", ["a", ", ", "May 3 (", "(((", "&nbsp;", "\ufffd@", "가 ", "\n"])
def test_hostile_text_costs_no_more_than_its_beginning(piece):
    started = time.process_time()
    find_dateline(piece * (1_000_000 // len(piece)))
    assert time.process_time() - started < 2


def test_a_dateline_lies_in_any_year_that_has_its_day():
    found = find_dateline("Pyongyang, February 29 (KCNA) -- A leap day.")
    assert found is not None
    assert found.day is not None
    assert found.day.in_year(2012) == date(2012, 2, 29)
    assert found.day.in_year(2011) is None

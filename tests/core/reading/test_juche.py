"""Every form of a day that pages and records write is read, and the Gregorian is trusted."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.days import DayFrom
from desktop_app.reading.juche import find_day, find_days, find_juche_year, read_day


@pytest.mark.parametrize(
    ("text", "day", "day_from"),
    [
        ("www.kcna.kp (Juche112.9.14.)", date(2023, 9, 14), DayFrom.JUCHE),
        ("Title [Juche113.1.17.]", date(2024, 1, 17), DayFrom.JUCHE),
        ("주체110(2021)년 1월 14일 《우리》", date(2021, 1, 14), DayFrom.JUCHE),
        ("주체１１０（２０２１）년 1월 14일", date(2021, 1, 14), DayFrom.JUCHE),
        ("주체110년 1월 14일", date(2021, 1, 14), DayFrom.JUCHE),
        ("チュチェ１０２(２０１３)年９月９日", date(2013, 9, 9), DayFrom.JUCHE),
        ("[チュチェ102.9.9.]", date(2013, 9, 9), DayFrom.JUCHE),
        ("2017.07.05", date(2017, 7, 5), DayFrom.PAGE),
        ("Title [2026.8.17.]", date(2026, 8, 17), DayFrom.PAGE),
        ("(2025.12.14.)", date(2025, 12, 14), DayFrom.PAGE),
        ("2017-07-07 07:20:35", date(2017, 7, 7), DayFrom.PAGE),
        ("2024-02-29T10:00:00Z", date(2024, 2, 29), DayFrom.PAGE),
        ("Date: 05/06/2021 | Source:", date(2021, 6, 5), DayFrom.PAGE),
        ("July 01, 2011", date(2011, 7, 1), DayFrom.PAGE),
        ("calendar>>January 25. 2018 Juche 107", date(2018, 1, 25), DayFrom.PAGE),
        ("Feb. 19, 2026 Thursday [Photo]", date(2026, 2, 19), DayFrom.PAGE),
        ("7 de agosto de 2011", date(2011, 8, 7), DayFrom.PAGE),
        ("3 May 2009", date(2009, 5, 3), DayFrom.PAGE),
        ("- 1960년 01월 01일", date(1960, 1, 1), DayFrom.PAGE),
        ("2017년 09월 29일 10:59", date(2017, 9, 29), DayFrom.PAGE),
        ("2021年1月14日", date(2021, 1, 14), DayFrom.PAGE),
        ("Juche 110 (2021) January 14", date(2021, 1, 14), DayFrom.JUCHE),
        ("January 14, Juche 110 (2021)", date(2021, 1, 14), DayFrom.JUCHE),
        ("January 14 Juche 110", date(2021, 1, 14), DayFrom.JUCHE),
        ("Juche110(2021).1.14", date(2021, 1, 14), DayFrom.JUCHE),
        ("主体110（2021）年1月14日", date(2021, 1, 14), DayFrom.JUCHE),
        ("14 января 110 года чучхе (2021)", date(2021, 1, 14), DayFrom.JUCHE),
        ("14 de enero de Juche 110 (2021)", date(2021, 1, 14), DayFrom.JUCHE),
        ("чучхе110.1.14.", date(2021, 1, 14), DayFrom.JUCHE),
        ("14 января 2021 г.", date(2021, 1, 14), DayFrom.PAGE),
        ("14.01.2021", date(2021, 1, 14), DayFrom.PAGE),
        ("NEWS (October.24.2000 Juche 89)", date(2000, 10, 24), DayFrom.PAGE),
    ],
)
def test_every_form_of_a_day_is_read(text, day, day_from):
    found = find_day(text)
    assert found is not None
    assert (found.day, found.day_from, found.disagrees) == (day, day_from, None)


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("주체110(2022)년 1월 14일", date(2022, 1, 14), 2021),
        ("January 25. 2018 Juche 106", date(2018, 1, 25), 2017),
    ],
)
def test_where_the_years_disagree_the_gregorian_is_trusted_and_it_is_said(text, day, said):
    found = find_day(text)
    assert found is not None
    assert (found.day, found.disagrees) == (day, said)


@pytest.mark.parametrize(
    "text",
    ["", "31/02/2021", "2021-13-01", "Juche 110 (2021)", "version 1.2.3", "9 a.m.", "0000.1.1"],
)
def test_what_is_no_whole_day_is_not_read_as_one(text):
    assert find_day(text) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Juche 110 (2021)", 2021),
        ("주체110（2021）년", 2021),
        ("January 17, Juche 113", 2024),
        ("the Juche idea", None),
    ],
)
def test_a_juche_year_alone_is_read(text, year):
    assert find_juche_year(text) == year


@given(st.dates(date(1974, 1, 1), date(2150, 1, 1)))
def test_a_record_says_the_same_day_in_every_form(day):
    at_noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    forms = [
        day,
        at_noon,
        int(at_noon.timestamp()),
        int(at_noon.timestamp() * 1000),
        str(int(at_noon.timestamp() * 1000)),
        day.isoformat(),
        at_noon.isoformat(),
        day.strftime("%Y%m%d"),
        day.strftime("%B %d, %Y"),
        day.strftime("%d/%m/%Y"),
    ]
    found = [read_day(form) for form in forms]
    assert [one and (one.day, one.day_from) for one in found] == [(day, DayFrom.RECORD)] * len(
        forms
    )


@pytest.mark.parametrize("value", [None, "", "NA", True, float("nan"), float("inf"), 10**30, []])
def test_a_field_without_a_day_gives_none(value):
    assert read_day(value) is None


@given(st.text(max_size=200))
def test_days_lie_in_order_inside_any_text(text):
    ends = 0
    for found in find_days(text):
        assert ends <= found.start < found.end <= len(text)
        ends = found.end


@pytest.mark.parametrize("piece", ["1", "2024-", "Juche", "May 3, ", "주체", "12/", "a"])
def test_hostile_text_takes_time_in_proportion(piece):
    started = time.process_time()
    assert list(find_days(piece * (500_000 // len(piece)))) == []
    assert time.process_time() - started < 4

"""One query, one result, many views: what must hold of every query, however nested."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.analysis.counting import PERIODS, by_period
from desktop_app.library.library import Library
from desktop_app.model.capture import Capture
from desktop_app.model.days import DayFrom
from desktop_app.model.participant import EventKind, Role
from desktop_app.query.conditions.columns import Column, ColumnIs
from desktop_app.query.conditions.days import on_day
from desktop_app.query.conditions.people import person_named, someone
from desktop_app.query.conditions.words import Words
from desktop_app.query.grammar import parse
from desktop_app.query.query import And, Everything, Not, Or, Order, Query, Versions, all_of
from desktop_app.reading.dateline import find_dateline
from tests.core.query.trees import TYPED, queries
from tests.made_up import dispatches
from tests.made_up.read import person, reading, take_read

MADE_UP = list(dispatches(240, korean_share=0.3))
NAMES = sorted({row.name for one in MADE_UP for row in one.participants})
VALUES = st.sampled_from(
    [*NAMES[:12], "Kim", "KCNA", "Rodong Sinmun", "en", "ko", "DPRK", "Pyongyang", "minister", ""]
)
WORDS = st.sampled_from(
    [
        "the",
        "talks",
        "visit",
        "minister",
        "Pyongyang",
        "the DPRK",
        "동지",
        "조선",
        "지",
        "현지지도",
        "zz",
    ]
)
QUERIES = queries(WORDS, VALUES)
LAW = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def capture_of(one):
    undated = one.number % 9 == 0
    return Capture(
        locator="",
        title=one.title,
        text=one.body,
        outlet="" if one.number % 11 == 0 else one.outlet,
        site="made.up",
        language=one.language,
        published=None if undated else one.published,
        published_from=None if undated else DayFrom.PAGE,
        dateline=find_dateline(one.body),
        url=one.url,
    )


def reading_of(one):
    if one.number % 13 == 0:
        return None
    people = [
        person(r.name, r.title, r.side, Role(r.role), text=one.body) for r in one.participants
    ]
    happened = one.published if one.number % 3 else None
    return reading(*people, kind=EventKind(one.kind), happened=happened)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("laws") / "Made up.dateline") as library:
        take_read(library, "made up", [(capture_of(one), reading_of(one)) for one in MADE_UP])
        yield library


def ids(library, query):
    return library.find(query).ids.tolist()


@LAW
@given(query=QUERIES)
def test_bars_and_the_undated_add_up_to_the_rows(made_up, query):
    result = made_up.find(query)
    assert result.by_day.total + result.undated == len(result) == len(set(result.ids.tolist()))
    for period in PERIODS:
        assert sum(by_period(result.by_day, period).values()) + result.undated == len(result)
    around = made_up.find(query.without_dates())
    assert result.around.total + result.around_undated == len(around)
    assert sum(result.around.values()) == result.around.total
    for field in ("kind", "outlet", "language"):
        parts = made_up.split(result, field).values()
        assert sum(part.total for part in parts) == result.by_day.total


@LAW
@given(query=QUERIES)
def test_a_query_and_its_opposite_give_everything_once(made_up, query):
    everything = ids(made_up, Query())
    assert len(everything) == len(MADE_UP)
    opposite = replace(query, where=Not(query.where))
    assert Counter(ids(made_up, query) + ids(made_up, opposite)) == Counter(everything)


@LAW
@given(one=QUERIES, other=QUERIES)
def test_and_or_are_the_sets_of_their_parts(made_up, one, other):
    other = replace(other, versions=one.versions)
    first, second = set(ids(made_up, one)), set(ids(made_up, other))
    assert set(ids(made_up, replace(one, where=And((one.where, other.where))))) == first & second
    assert set(ids(made_up, replace(one, where=Or((one.where, other.where))))) == first | second


@LAW
@given(query=QUERIES)
def test_the_order_never_changes_what_is_found_nor_between_two_askings(made_up, query):
    ordered = ids(made_up, query)
    newest = ids(made_up, replace(query, order=Order()))
    assert sorted(ordered) == sorted(newest)
    assert ordered == ids(made_up, query)
    days = [row.published for row in made_up.rows(newest)]
    dated = [day for day in days if day is not None]
    assert days[: len(dated)] == sorted(dated, reverse=True)


@settings(LAW, max_examples=500)
@given(typed=TYPED | st.text(max_size=60))
def test_whatever_is_typed_is_answered_and_lit_without_an_error(made_up, typed):
    query = parse(typed).query
    result = made_up.find(query)
    assert result.by_day.total + result.undated == len(result)
    made_up.snippets(result.ids[:3], query)
    made_up.widened(query)
    made_up.did_you_mean(query)
    made_up.suggest("person", typed[:10])


@LAW
@given(query=QUERIES)
def test_what_is_written_finds_the_same(made_up, query):
    assert ids(made_up, parse(query.text()).query) == ids(made_up, query)


@LAW
@given(query=QUERIES)
def test_arrays_and_tables_agree_where_no_article_has_two_versions(made_up, query):
    reading, latest = (replace(query, versions=one) for one in (Versions.READING, Versions.LATEST))
    assert ids(made_up, reading) == ids(made_up, latest)


@LAW
@given(query=QUERIES)
def test_a_click_on_a_bar_or_a_facet_finds_as_many_as_it_says(made_up, query):
    result = made_up.find(query)
    for day in list(result.by_day)[:2]:
        clicked = query.added(on_day(day, query.axis))
        assert len(made_up.find(clicked)) == result.by_day[day]
    for column in Column:
        field = "language" if column is Column.LANGUAGE else column.value
        for line in made_up.facet(result, field, most=2):
            assert len(made_up.find(query.added(ColumnIs(column, line.value)))) == line.count
    reading_versions = replace(query, versions=Query().versions)
    result = made_up.find(reading_versions)
    for field in ("person", "role", "side"):
        for line in made_up.facet(result, field, most=2):
            if line.value or field == "side":
                click = (
                    person_named(line.value)
                    if field == "person"
                    else someone(**{field: line.value})
                )
                assert len(made_up.find(reading_versions.added(click))) == line.count


@pytest.mark.parametrize(
    "word", ["talks", "delegation", "the DPRK", "minister", "Kim", "동지", "조선"]
)
def test_words_are_found_where_a_reader_sees_them(made_up, word):
    def has(text):
        if "가" <= word[0] <= "힣":
            return word in "".join(text.split())
        plain = " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
        return f" {word.casefold()} " in f" {plain} "

    expected = {
        one.title
        for one in MADE_UP
        if has(one.title) or (reading_of(one) is not None and has(one.body))
    }
    assert {row.title for row in made_up.rows(ids(made_up, Query(Words(word))))} == expected
    assert expected


def test_a_condition_inside_everything_is_the_condition(made_up):
    assert ids(made_up, Query(all_of(Everything(), Words("talks")))) == ids(
        made_up, Query(Words("talks"))
    )


def test_numpy_counts_fit_what_views_show(made_up):
    result = made_up.find(Query())
    assert isinstance(result.by_day.counts, np.ndarray)
    assert max(result.by_day.values()) >= 1

"""What is typed is understood, or a hint names the place; what is written reads back."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.query.conditions.columns import Column, ColumnIs
from desktop_app.query.conditions.counts import Counted, CountIs
from desktop_app.query.conditions.days import DaysIn, DayUnknown, in_month, in_year, on_day
from desktop_app.query.conditions.people import About, Trait, Who
from desktop_app.query.conditions.words import Forms, Near, Part, Words
from desktop_app.query.grammar import parse
from desktop_app.query.link import link_of
from desktop_app.query.query import And, Axis, Everything, Not, Or, Order, Query, Versions
from tests.core.query.trees import TYPED, queries

A, B, C = Words("a"), Words("b"), Words("c")


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(queries())
def test_every_query_reads_back_as_it_was_written(query):
    assert parse(query.text()).query == query
    assert str(query.words())


@given(queries())
def test_a_query_comes_whole_out_of_its_link(query):
    assert parse(link_of(query)).query == query


@pytest.mark.parametrize("line", ["dateline://", "dateline://open?q=a", "DATELINE://search?q=a b"])
def test_other_links_of_ours_are_read_without_an_error(line):
    assert parse(line).hints or parse(line).query.text() == "a b"


def who(*traits):
    return Who(
        tuple(
            Trait(About(t.lstrip("-").split(":")[0]), t.split(":")[1], t.startswith("-"))
            for t in traits
        )
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Everything()),
        ("  ", Everything()),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a | b", Or((A, B))),
        ("a b OR c", And((A, Or((B, C))))),
        ("(a b) OR c", Or((And((A, B)), C))),
        ("-a", Not(A)),
        ("NOT a", Not(A)),
        ("a -(b OR c)", And((A, Not(Or((B, C)))))),
        ("((a))", A),
        ('"exact phrase"', Words("exact phrase")),
        ("“exact phrase”", Words("exact phrase")),
        ("nucle*", Words("nucle", prefix=True)),
        ("~visit", Forms("visit")),
        ("NEAR(a b, 5)", Near(("a", "b"), 5)),
        ('NEAR(a "b c")', Near(("a", "b c"), 10)),
        ("title:a", Words("a", Part.TITLE)),
        ("title:(a OR b)", Or((Words("a", Part.TITLE), Words("b", Part.TITLE)))),
        ("title:NEAR(a b, 3)", Near(("a", "b"), 3, Part.TITLE)),
        ("DATE:2023", in_year(2023)),
        ("date:2023-09", in_month(2023, 9)),
        ("date:2023-09-13", on_day(date(2023, 9, 13))),
        ("2023-09-13", on_day(date(2023, 9, 13))),
        ("date:13.9.2023", on_day(date(2023, 9, 13))),
        ("date:2023-09..2024", DaysIn(date(2023, 9, 1), date(2024, 12, 31))),
        ("date:..2011", DaysIn(None, date(2011, 12, 31))),
        ("before:2012", DaysIn(None, date(2011, 12, 31))),
        ("after:2017-02-13", DaysIn(date(2017, 2, 14), None)),
        ("juche:112", in_year(2023)),
        ("juche:112.9.13", on_day(date(2023, 9, 13))),
        ("date:juche112", in_year(2023)),
        ("date:unknown", DayUnknown()),
        ("happened:2023", in_year(2023, Axis.HAPPENED)),
        ("lang:korean", ColumnIs(Column.LANGUAGE, "ko")),
        ("place:unknown", ColumnIs(Column.PLACE, "")),
        ("words:>500", CountIs(Counted.WORDS, 501)),
        ("participants:>=10", CountIs(Counted.PARTICIPANTS, 10)),
        ("versions:2..3", CountIs(Counted.VERSIONS, 2, 3)),
        ("is:any", Everything()),
        ("person:A", who("person:A")),
        ("person:A role:present", who("person:A", "role:present")),
        ("person:A -role:present", who("person:A", "-role:present")),
        ("person:A a role:present", And((who("person:A", "role:present"), A))),
        ("role:present side:Russia", who("role:present", "side:Russia")),
        ("-role:present", Not(who("role:present"))),
        ("role:present -side:Russia", who("role:present", "-side:Russia")),
        ("-who(person:A role:present)", Not(who("person:A", "role:present"))),
        (
            "person:A role:present person:B",
            And((who("person:A", "role:present"), who("person:B"))),
        ),
        (
            "person:A person:B role:present",
            And((who("person:A"), who("person:B", "role:present"))),
        ),
        (
            "person:A (role:present OR role:speaker)",
            Or((who("person:A", "role:present"), who("person:A", "role:speaker"))),
        ),
        (
            "person:A role:present OR role:speaker",
            Or((who("person:A", "role:present"), who("person:A", "role:speaker"))),
        ),
        (
            "person:A role:present OR person:B role:speaker",
            Or((who("person:A", "role:present"), who("person:B", "role:speaker"))),
        ),
        (
            "(person:A OR person:B) role:speaker",
            Or((who("person:A", "role:speaker"), who("person:B", "role:speaker"))),
        ),
        (
            "person:A role:present role:speaker",
            And((who("person:A", "role:present"), who("person:A", "role:speaker"))),
        ),
        (
            "person:A -(role:present OR role:speaker)",
            who("person:A", "-role:present", "-role:speaker"),
        ),
        ("(person:A b) role:present", And((And((who("person:A"), B)), who("role:present")))),
        ("person:(A OR B)", Or((who("person:A"), who("person:B")))),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(typed, meant):
    parsed = parse(typed)
    assert parsed.query == Query(meant)
    assert parsed.sound


def test_axis_versions_and_order_stand_beside_the_conditions():
    parsed = parse("a by:happened as:latest sort:title")
    assert parsed.query == Query(A, Order("title", False), Axis.HAPPENED, Versions.LATEST)
    assert parsed.query.text() == "a by:happened as:latest sort:title"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("a date:2023-02-30", "date:2023-02-30"),
        ("juche:0", "juche:0"),
        ("date:yesterday", "date:yesterday"),
        ("date:2024..2023", "date:2024..2023"),
        ("date:9999..", None),
        ("after:9999", "after:9999"),
        ("before:0001", "before:0001"),
        ("kind:talk", "kind:talk"),
        ("a role:presnt", "role:presnt"),
        ("words:many", "words:many"),
        ("person:", "person:"),
        ("persn:Kim", "persn:Kim"),
        ("a OR", "OR"),
        ("OR a", "OR"),
        ("a)", ")"),
        ("a ()", "("),
        ("()", "("),
        ("who(a)", "a"),
        ("who()", "who("),
        ("NEAR(a)", "NEAR(a)"),
        ("NEAR(a 김, 5)", "NEAR(a 김, 5)"),
        ('a "!!!"', '"!!!"'),
        ("(a by:happened)", "by:happened"),
        ("person:A*", "person:A*"),
        ("-- !!", "-- !!"),
        ("is:lost", "is:lost"),
        ("sort:luck", "sort:luck"),
    ],
)
def test_what_makes_no_sense_gets_a_hint_at_its_place(typed, place):
    parsed = parse(typed)
    stopping = [typed[hint.start : hint.end] for hint in parsed.hints if hint.stops]
    assert (place in stopping) if place else parsed.sound
    assert all(str(hint.message) for hint in parsed.hints)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('a "b', And((A, B))),
        ("(a b", And((A, B))),
        ("a -- b", And((A, B))),
        ("a 1950", And((A, Words("1950")))),
        ("http://made.up", Words("http://made.up")),
    ],
)
def test_small_slips_are_understood_and_remarked_on(typed, meant):
    parsed = parse(typed)
    assert parsed.query == Query(meant)
    assert parsed.sound
    assert parsed.hints


@settings(max_examples=1000, deadline=None)
@given(TYPED | st.text(max_size=200))
def test_any_string_gives_a_query_that_reads_back(typed):
    parsed = parse(typed)
    assert parse(parsed.query.text()).query == parsed.query
    assert str(parsed.query.words())
    for hint in parsed.hints:
        assert 0 <= hint.start <= hint.end <= len(typed)
        assert str(hint.message)
    if typed.strip() and not parsed.hints:
        assert parsed.query != Query() or "is:any" in typed.casefold()


@pytest.mark.parametrize(
    "typed", ["(" * 100_000, "-(" * 50_000, "NOT " * 25_000, "a " * 50_000, '"' * 99_999]
)
def test_a_hundred_thousand_characters_give_a_hint(typed):
    assert not parse(typed).sound

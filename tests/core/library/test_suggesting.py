"""The bar offers what the library knows, and what was probably meant."""

from dataclasses import replace

import pytest

from desktop_app.model.participant import Role
from desktop_app.query.completion import Asked, asked_at, options
from desktop_app.query.grammar import parse
from tests.conftest import capture_of
from tests.made_up.read import person, reading, take_read


@pytest.fixture
def filled(library):
    sae = person("Hong Ryong Sae", "minister", "DPRK", Role.PRINCIPAL)
    take_read(
        library,
        "made up",
        [
            (capture_of("2023-09-14 Negotiations", "Hong Ryong Sae was there."), reading(sae)),
            (
                capture_of("2023-09-15 Visit", "Hong Ryong-sae and Hong Mi Ok came."),
                reading(sae, person("Hong Mi Ok"), place="Sinuiju"),
            ),
            (
                capture_of("2023-09-16 홍룡새", "홍룡새동지께서 오시였다."),
                reading(person("홍룡새", role=Role.PRINCIPAL)),
            ),
        ],
    )
    return library


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("per|", Asked("", "per", 0, 3)),
        ("talks per|", Asked("", "per", 6, 9)),
        ("person:Ho|", Asked("person", "Ho", 0, 9)),
        ('-person:"Hong R|', Asked("person", "Hong R", 1, 15)),
        ("person:|", Asked("person", "", 0, 7)),
        ("(kind:ta|", Asked("kind", "ta", 1, 8)),
        ("who(role:pr|", Asked("role", "pr", 4, 11)),
        ("a |", Asked("", "", 2, 2)),
        ("|", Asked("", "", 0, 0)),
        ('"a b"|', None),
        ("NEAR(a|", None),
        ("per|son:x", Asked("", "per", 0, 3)),
    ],
)
def test_what_is_typed_at_the_cursor_is_known(typed, asked):
    found = asked_at(typed.replace("|", ""), typed.index("|"))
    assert (found and replace(found, longer=())) == asked


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("Hong Ryong", 'person:"Hong Ryong Sae"'),
        ("visit Hong Ryong", 'visit person:"Hong Ryong Sae"'),
        ("person:Hong Ryong", 'person:"Hong Ryong Sae"'),
        ("-person:Hong Ryong", '-person:"Hong Ryong Sae"'),
        ("date:2023 hong mi", 'date:2023 person:"Hong Mi Ok"'),
        ("-Hong Ryong", '-Hong person:"Hong Ryong Sae"'),
        ('"Hong" Ryong', '"Hong" person:"Hong Ryong Sae"'),
    ],
)
def test_a_name_of_several_words_takes_the_place_of_all_of_them(filled, typed, becomes):
    asked = asked_at(typed, len(typed))
    first = options(asked, filled.suggest)[0]
    assert asked is not None
    start = asked.start if first.start is None else first.start
    assert typed[:start] + first.text == becomes


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("person:ho", ['person:"Hong Ryong Sae"', 'person:"Hong Mi Ok"']),
        ("person:홍", ["person:홍룡새"]),
        ("place:sin", ["place:Sinuiju"]),
        ("ou", ["outlet:"]),
        ("kc", ["outlet:KCNA"]),
        ("role:pr", ["role:principal", "role:present"]),
        ("sort:ti", ["sort:title"]),
        ("zzz", []),
    ],
)
def test_fields_and_values_are_offered_the_most_frequent_first(filled, typed, offered):
    found = options(asked_at(typed, len(typed)), filled.suggest)
    texts = [option.text for option in found]
    assert texts[: len(offered)] == offered
    assert len(texts) == len(offered)
    for option in found:
        if option.count is not None:
            assert parse(option.text).sound
            assert len(filled.find(parse(option.text).query)) >= option.count > 0


def test_a_count_beside_an_option_is_of_the_whole_library(filled):
    (sae, ok) = options(asked_at("person:hong", 11), filled.suggest)
    assert (sae.count, ok.count) == (2, 1)


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("negociations", "negotiations"),
        ('person:"Hong Ryung Sae" date:2023', 'person:"Hong Ryong Sae" date:2023'),
        ("visit negociations", []),
        ("visit", []),
        ("qqqqq", []),
    ],
)
def test_a_word_or_name_that_finds_nothing_may_be_another(filled, typed, better):
    found = [query.text() for query in filled.did_you_mean(parse(typed).query)]
    assert found == (better if isinstance(better, list) else [better])


def test_a_name_can_be_widened_to_all_its_spellings_and_scripts(filled):
    wide = filled.widened(parse('"Hong Ryong Sae"').query)
    assert wide is not None
    assert "홍룡새" in wide.text()
    assert len(filled.find(parse('"Hong Ryong Sae"').query)) == 2
    assert len(filled.find(wide)) == 3
    assert filled.widened(parse("visit").query) is None

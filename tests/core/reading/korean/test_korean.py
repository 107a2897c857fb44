"""The Korean grammar: each stage by itself, and the sixty labelled dispatches as a whole."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.participant import EventKind, Part, Role
from desktop_app.reading.dispatch import read_dispatch
from desktop_app.reading.korean.kinds import kind_of
from desktop_app.reading.korean.mentions import mentions
from desktop_app.reading.korean.sides import country_of
from desktop_app.reading.korean.tokens import masked, sentences, words

LABELLED = [
    json.loads(line)
    for line in (Path(__file__).parents[3] / "data" / "ko" / "dispatches.jsonl")
    .read_text("utf-8")
    .splitlines()
]


def people(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.title) for one in mentions(text, words(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("외무상 배은실동지가 참가하였다", [("배은실", "외무상")]),
        ("경애하는 천룡수동지께서 오시였다", [("천룡수", "")]),
        ("천룡수총비서동지께서 오시였다", [("천룡수", "총비서")]),
        ("국방상 옥승길륙군대장이 참가하였다", [("옥승길", "국방상; 륙군대장")]),
        (
            "비서들인 오덕춘동지, 방일미동지가 참가하였다",
            [("오덕춘", "비서"), ("방일미", "비서")],
        ),
        (
            "로씨야련방 대통령 니꼴라이 아르까지예비치 벨리호브동지와 회담하시였다",
            [("니꼴라이 아르까지예비치 벨리호브", "로씨야련방 대통령")],
        ),
        ("공업무역상 겐나지 쁘로힌이 참가하였다", [("겐나지 쁘로힌", "공업무역상")]),
        ("외무성 부상 박명범과 담화하였다", [("박명범", "외무성 부상")]),
        ("내각총리 보고에서 지적되였다", []),
        ("국방성 제1부상들이 참가하였다", []),
    ],
)
def test_names_and_titles_of_a_sentence(text, found):
    assert people(text) == found


def test_nobody_in_a_quotation_takes_part():
    text = "로동신문이 《외무상 배은실동지가 참가하였다》고 전하였다."
    assert people(masked(text)) == []
    assert len(masked(text)) == len(text)


def test_a_decimal_point_ends_no_sentence():
    text = "지진의 세기는 5.9였다.\n정부는 대책을 세웠다."
    assert [text[a:b].strip() for a, b in sentences(text, 0)] == [
        "지진의 세기는 5.9였다.",
        "정부는 대책을 세웠다.",
    ]


@pytest.mark.parametrize(
    ("said", "noun"),
    [("로씨야련방", "Russia"), ("우리", "DPRK"), ("중국", "China"), ("까를란드", "까를란드")],
)
def test_a_side_is_a_noun(said, noun):
    assert country_of(said) == noun


def test_the_title_tells_the_kind_before_the_text():
    assert kind_of("축전을 보내시였다", "회담이 진행되였다")[0] is EventKind.MESSAGE
    assert kind_of("", "회담이 진행되였다")[0] is EventKind.TALKS
    assert kind_of("", "비가 내렸다")[0] is EventKind.OTHER


def test_the_dead_take_no_part_any_more():
    text = "김정일동지께서 공장을 현지지도하시였다."
    before = read_dispatch(text, "", date(2009, 1, 1), "ko")
    after = read_dispatch(text, "", date(2013, 1, 1), "ko")
    assert [row.name for row in before.participants] == ["김정일"]
    assert after.participants == ()


def scores() -> tuple[float, float, float]:
    """Return F1 of people with their roles, the share of right titles, that of right kinds."""
    hit = gold = predicted = titles = kinds = 0
    for one in LABELLED:
        read = read_dispatch(one["text"], one["title"], date.fromisoformat(one["date"]), "ko")
        want = {(row["name"], row["role"]): row["title"] for row in one["participants"]}
        got = {(row.name, str(row.role)): row.title for row in read.participants}
        both = want.keys() & got.keys()
        hit, gold, predicted = hit + len(both), gold + len(want), predicted + len(got)
        titles += sum(want[key] in got[key] for key in both)
        kinds += read.events[0].kind == one["event_kind"]
    return 2 * hit / (gold + predicted), titles / hit, kinds / len(LABELLED)


def test_the_labelled_dispatches_are_read_as_labelled():
    people_with_roles, titles, kinds = scores()
    assert people_with_roles >= 0.95
    assert titles >= 0.92
    assert kinds >= 0.9


def test_sides_and_groups_of_talks():
    one = LABELLED[0]
    read = read_dispatch(one["text"], one["title"], date(2023, 9, 14), "ko")
    sides = {row.name: row.side for row in read.participants}
    assert sides["배은실"] == "DPRK"
    assert sides["겐나지 쁘로힌"] == "Russia"
    assert [(g.label, g.side) for e in read.events for g in e.groups] == [("관계일군들", "Russia")]


@given(
    st.lists(
        st.sampled_from(
            [
                "외무상",
                "배은실동지",
                "니꼴라이",
                "벨리호브와",
                ",",
                "우리측에서",
                "참가하였다",
                ".",
                "\n",
                "비서들인",
                "께서",
                "관계일군들이",
                "《",
                "》",
                "를 단장으로 하는",
                "로",
                "회담",
                "12일",
                "\U0001f600",
            ]
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_text_gives_spans_that_hold_the_name(text):
    for row in read_dispatch(text, "", date(2020, 2, 2), "ko").participants:
        name = next(span for span in row.spans if span.part is Part.NAME)
        assert text[name.start : name.end].split()[-1] in row.name
        assert row.role in set(Role)
        assert 0 < row.certainty <= 1


def test_a_sentence_without_end_costs_no_square_of_its_length():
    def took(times: int) -> float:
        text = "외무상 배은실동지와 국방상 옥승길동지가 " * times
        started = time.process_time()
        read_dispatch(text, "", date(2020, 2, 2), "ko")
        return time.process_time() - started

    short, long = took(400), took(4_000)
    assert long < 0.5 + 30 * short

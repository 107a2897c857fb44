"""The Korean grammar: each stage by itself, and the labelled dispatches as a whole."""

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
from desktop_app.reading.korean.days import happened_in
from desktop_app.reading.korean.kinds import kind_of
from desktop_app.reading.korean.mentions import mentions
from desktop_app.reading.korean.places import place_in
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
        (
            "외무성 김영일부상과 리선권외무상이 참가하였다",
            [("김영일", "외무성 부상"), ("리선권", "외무상")],
        ),
        ("경공업위원회 리주오경공업상이 왔다", [("리주오", "경공업위원회 경공업상")]),
        (
            "남승우 총련중앙상임위원회 부의장을 단장으로 하는",
            [("남승우", "총련중앙상임위원회 부의장")],
        ),
        ("문화부 부장조리 정위를 단장으로 하는", [("정위", "문화부 부장조리")]),
        ("협회 위원장인 동정호 건설건재공업상", [("동정호", "협회 위원장; 건설건재공업상")]),
        ("조선의 리경철,조분희선수들이 왔다", [("리경철", "선수"), ("조분희", "선수")]),
        ("곽춘웅, 림복순, 오덕춘을 비롯한", [("곽춘웅", ""), ("림복순", ""), ("오덕춘", "")]),
        ("이날 악셀 니꼴라이 노륨을 단장으로 하는", [("악셀 니꼴라이 노륨", "")]),
        ("김정은 위원장과 최선희 외무상은", [("김정은", "위원장"), ("최선희", "외무상")]),
        ("김경희·주규창 노동당 부장이", [("김경희", "노동당 부장"), ("주규창", "노동당 부장")]),
        (
            "리강실, 윤남철 당력사연구소 부소장들이",
            [("리강실", "당력사연구소 부소장"), ("윤남철", "당력사연구소 부소장")],
        ),
        ("이고리 스똘보브 외무성 부상과", [("이고리 스똘보브", "외무성 부상")]),
        ("웬 반 쫑 공산당 총비서를 만났다", [("웬 반 쫑", "공산당 총비서")]),
        ("행사에는 부수상 쏙 안과 관계자들이 참가하였다", [("쏙 안", "부수상")]),
        ("김남철 위원장과 리강실이 참관하였다", [("김남철", "위원장"), ("리강실", "")]),
        ("만주 라뜨나 의장이 말하였다", [("만주 라뜨나", "의장")]),
        ("시찰에 김남철, 리강실이 동행하였다", [("김남철", ""), ("리강실", "")]),
        ("쏨리엡주 지사를 비롯한 사람들이", []),
        (
            "총련중앙 김남철제1부의장 겸 조직국장, 리강실부의장 겸 녀성동맹중앙위원장이",
            [
                ("김남철", "총련중앙 제1부의장 겸 조직국장"),
                ("리강실", "부의장 겸 녀성동맹중앙위원장"),
            ],
        ),
        (
            "동강현본부 김철위원장, 동강조고 허경교장을",
            [("김철", "동강현본부 위원장"), ("허경", "동강조고 교장")],
        ),
        ("동창회 윤남철회장과 남강경제국장이", [("윤남철", "동창회 회장")]),
        ("동강현본부 리사회장에서 모임이", []),
        (
            "동부도선수단 김남철      , 서부도선수단 리강실      선수들이",
            [("김남철", "동부도선수단 선수"), ("리강실", "서부도선수단 선수")],
        ),
        (
            "연구소 리사장 유하 끼엑씨, 기자 배은실이",
            [("유하 끼엑씨", "연구소 리사장"), ("배은실", "기자")],
        ),
        ("정당, 단체 일군들이 참가하였다", []),
        ("안악군, 신천군, 재령군을 돌아보았다", []),
        ("투쟁을 계속한 석탄공업부문의 로동자", []),
        ("날씨가 개이고 생각하는 사람들이 오고", []),
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


def roles(text: str, title: str = "") -> set[tuple[str, str]]:
    rows = read_dispatch(text, title, date(2016, 5, 4)).participants
    return {(row.name, str(row.role)) for row in rows}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "오방국과 함께 부총리 증배염, 외교부 부부장 왕의가 왔다.",
            {("증배염", "accompanied"), ("왕의", "accompanied")},
        ),
        ("김남철동지께서 보내신 화환이 놓여있었다.", {("김남철", "sender")}),
        ("김남철동지께서 타신 렬차가 도착하였다.", set()),
        ("리강실동지는 김남철동지께서 중국을 방문하신것은 사변이라고 썼다.", set()),
        (
            "교원 김남철동지, 실장 리강실동지 등 6명에게 교수의 학직이 수여되였다.",
            {("김남철", "recipient"), ("리강실", "recipient")},
        ),
        ("강좌장 김남철이 박사의 학위를 수여받았다.", {("김남철", "recipient")}),
        (
            "국가주석 리강실을 대사 김남철이 작별방문하였다.",
            {("리강실", "principal"), ("김남철", "principal")},
        ),
        ("김남철동지께서 마련해주신 토대와 전통이 발전하여왔다.", set()),
        ("부총리 김남철이 과업을 성과적으로 수행하였다.", set()),
        (
            "회의에 상 김남철동지가 대사 리강실을 비롯한 손님들과 함께 참석하였다.",
            {("김남철", "present"), ("리강실", "accompanied")},
        ),
        (
            "부의장 리강실을 고문으로 하고 회장 김남철을 단장으로 하는 대표단이 초대되였다.",
            {("리강실", "present"), ("김남철", "present")},
        ),
        ("내각총리로 김남철동지를 임명하였다.", {("김남철", "appointed")}),
        ("김남철동지를 내각총리에서 해임하였다.", {("김남철", "dismissed")}),
        (
            "김남철동지와 리강실동지가 기념식수를 심었다.",
            {("김남철", "principal"), ("리강실", "principal")},
        ),
        (
            "리강실동지에게 전하는 편지를 김남철각하가 드리였다.",
            {("리강실", "recipient"), ("김남철", "sender")},
        ),
        ("김남철동지와 회담하시는 사진들이 전시되였다.", set()),
        (
            "김남철의장이 동강본부 김철위원장, 고급학교 리강실교장을 비롯한 30명의 일군들과 "
            "동포들, 인사들과 함께 참가하였다.",
            {("김남철", "present"), ("김철", "accompanied"), ("리강실", "accompanied")},
        ),
        ("김남철의장이 축하인사를 하였다.", {("김남철", "speaker")}),
        ("김남철의장이 리강실위원장과 인사를 나누었다.", {("김남철", "principal")}),
        ("김남철동지의 보고에 이어 토론들이 있었다.", {("김남철", "speaker")}),
        (
            "외무상 김남철과 부상 리강실사이의 회담이 진행되였다.",
            {("김남철", "principal"), ("리강실", "principal")},
        ),
        ("김남철 위원장이 공장을 시찰했다고 조선중앙통신이 보도했다.", {("김남철", "principal")}),
    ],
)
def test_each_takes_the_role_of_his_clause(text, found):
    assert roles(text) == found


def test_a_pronoun_speaks_for_whom_the_sentence_before_spoke_of():
    met = "련맹 회의가 진행되였다.\n김남철동지가 참가하였다.\n"
    assert ("김남철", "speaker") in roles(
        f"{met}김남철동지는 손님들을 환영하였다.\n그는 힘써야 한다고 강조하였다."
    )
    assert ("김남철", "speaker") not in roles(
        f"{met}단장은 손님들을 환영하였다.\n그는 힘써야 한다고 강조하였다."
    )


def test_what_he_said_of_another_is_nobodys_deed():
    text = "김남철의장이 축하인사를 하였다.\n그는 리강실동지께서 편지를 보내주시였다고 말하였다."
    assert roles(text) == {("김남철", "speaker")}


def test_to_him_is_to_whom_the_sentence_before_spoke_of():
    text = "기사장 김남철은 로동자였다.\n이날 그에게 로력영웅칭호가 수여되였다."
    (row,) = read_dispatch(text, "", date(2016, 5, 4)).participants
    assert (row.name, row.role, row.rule[-7:]) == ("김남철", "recipient", ": known")


def test_who_stands_at_the_airport_greets_or_sees_off():
    stood = "비행장에 외무상 김남철동지가 나와있었다."
    assert roles(f"대표단이 도착하였다.\n{stood}") == {("김남철", "greeted")}
    assert roles(f"대표단이 출발하였다.\n{stood}") == {("김남철", "saw_off")}


def test_a_letter_names_its_recipient_above_and_its_sender_below():
    letter = (
        "끼쁘로스공화국 대통령\n글라프코스 클레리데스각하\n\n나는 축하를 보냅니다.\n\n"
        "조선민주주의인민공화국\n최고인민회의 상임위원회 위원장\n김 남 철\n평 양\n"
    )
    assert roles(letter, "대통령에게 축전") == {
        ("글라프코스 클레리데스", "recipient"),
        ("김남철", "sender"),
    }


def test_an_office_that_speaks_is_its_holder():
    text = "연회에 외무성 부상 김남철이 참가하였다.\n외무성 부상은 연설에서 친선을 강조하였다."
    assert roles(text, "연회") == {("김남철", "present"), ("김남철", "speaker")}


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("회의가 18일부터 20일까지 진행되였다", (date(2016, 4, 18), date(2016, 4, 20))),
        ("4월 30일 새벽 도착하였다", (date(2016, 4, 30), date(2016, 4, 30))),
        ("주체105(2016)년 5월 1일 평양", (date(2016, 5, 1), date(2016, 5, 1))),
        ("12월 30일 출발하였다", (date(2015, 12, 30), date(2015, 12, 30))),
        ("5월1일경기장에서", None),
    ],
)
def test_days_lie_before_the_dispatch(said, days):
    found = happened_in(said, 0, len(said), date(2016, 5, 4))
    assert (found and (found.first, found.last)) == days


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("회담이 만수대의사당에서 진행되였다", "Pyongyang"),
        ("강원도 세포군에서 대회가 진행되였다", "Sepho County"),
        ("희천공작기계공장을 현지지도하시였다", "Huichon"),
        ("자강도 강계시를 참관하였다", "Kanggye"),
        ("평양을 출발하였다", "Pyongyang"),
        ("평양시민들이 환영하였다", None),
    ],
)
def test_places_have_the_gazetteers_names(said, place):
    assert place_in(said, 0, len(said)) == place


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
    assert people_with_roles >= 0.98
    assert titles >= 0.96
    assert kinds >= 0.95


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


def events(text: str, title: str = "") -> list[tuple[str, set[tuple[str, str]]]]:
    read = read_dispatch(text, title, date(2016, 5, 4)).events
    return [(str(e.kind), {(p.name, str(p.role)) for p in e.participants}) for e in read]


def test_a_banquet_after_the_talks_is_an_event_of_its_own():
    talks = "상 김남철동지와 상 리강실동지사이의 회담이 3일 진행되였다."
    banquet = "이날 저녁 외무성이 연회를 마련하였다.\n여기에 국장 윤광조동지가 참가하였다."
    both = {("김남철", "principal"), ("리강실", "principal")}
    assert events(f"{talks}\n{banquet}") == [
        ("talks", both),
        ("ceremony", {("윤광조", "present")}),
    ]
    days = [e.happened for e in read_dispatch(f"{talks}\n{banquet}", "", date(2016, 5, 4)).events]
    assert days[0] == days[1] != None  # noqa: E711 - "that evening" is the day of the talks


def test_the_next_stop_of_a_tour_is_made_by_whoever_made_the_last():
    text = "총리 김남철동지가 동강발전소를 현지에서 료해하였다."
    stop = "총리는 이어 동강탄광사업도 현지에서 료해하였다."
    first, second = events(f"{text}\n{stop}", "현지료해")
    assert first == second == ("inspection", {("김남철", "principal")})


def test_what_happened_before_is_another_event_only_where_it_is_of_another_kind():
    arrived = "단장 김남철동지와 일행이 평양에 도착하였다."
    assert len(events(f"{arrived}\n한편 비행장은 환영분위기에 휩싸여있었다.", "도착")) == 1
    assert len(events(f"{arrived}\n한편 이날 예술단이 평양에 도착하였다.", "도착")) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "이날 방문에는 김남철(金南哲) 리강실(李强實)노동당 부장이 동행했다.",
            {("김남철", "accompanied"), ("리강실", "accompanied")},
        ),
        (
            "조이린(曹易林) 총후근부 부부장, 왕지나이(王知乃) 대사가 참석했다.",
            {("조이린", "present"), ("왕지나이", "present")},
        ),
        (
            "공연에는 김남철.리강실.윤광조 노동당 비서 등이 참석했다.",
            {("김남철", "present"), ("리강실", "present"), ("윤광조", "present")},
        ),
        (
            "김남철 위원장이 리강실 부장을 대동하고 공장을 시찰했다.",
            {("김남철", "principal"), ("리강실", "accompanied")},
        ),
    ],
)
def test_southern_papers_are_read_with_their_hanja_and_points(text, found):
    assert roles(text) == found

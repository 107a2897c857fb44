"""Who is called by a title, an aside or a list alone, and what he does in the Korean sentence."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.reading.dispatch import read_dispatch


def read(text: str, title: str = "") -> set[tuple[str, str, str]]:
    events = read_dispatch(text, title, date(2018, 5, 4), "ko").events
    return {(p.name, p.title, str(p.role)) for e in events for p in e.participants}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "외무상 배은실동지는 냐라공화국 외무상으로 임명된 로베르또 뻬냐로에게 축전을 보내였다.",
            {
                ("배은실", "외무상", "sender"),
                ("로베르또 뻬냐로", "냐라공화국 외무상", "recipient"),
            },
        ),
        (
            "륙해운성대표단(단장 부상 김남철)이 3일 평양에 도착하였다.",
            {("김남철", "부상", "principal")},
        ),
        (
            "상임위원회 부위원장에는 김남철, 재판소 소장에는 리강실이 보선됐다.",
            {
                ("김남철", "상임위원회 부위원장", "appointed"),
                ("리강실", "재판소 소장", "appointed"),
            },
        ),
        (
            "당은 김남철 총리를 위원회 부위원장에 선임했다.",
            {("김남철", "총리; 위원회 부위원장", "appointed")},
        ),
        (
            "정치국 위원이며 당중앙위원회 비서, 검사위원회 위원장인 김남철동지가 참가하였다.",
            {
                (
                    "김남철",
                    "정치국 위원이며 당중앙위원회 비서, 검사위원회 위원장",
                    "present",
                )
            },
        ),
        (
            "이날 시찰에는 김남철 리강실 윤광조 대장 등이 동행했다.",
            {
                ("김남철", "대장", "accompanied"),
                ("리강실", "대장", "accompanied"),
                ("윤광조", "대장", "accompanied"),
            },
        ),
        (
            "국장 김남철은 순회대사 부르미로브와 회담하였으며 "
            "모르갈로브 외무성 부상과도 상봉하였다.",
            {
                ("김남철", "국장", "principal"),
                ("부르미로브", "순회대사", "principal"),
                ("모르갈로브", "외무성 부상", "principal"),
            },
        ),
        (
            "위원장 김남철은 냐라공화국 특명전권대사 얀 흐라데쯔끼로부터 신임장을 받았다.",
            {
                ("김남철", "위원장", "principal"),
                ("얀 흐라데쯔끼", "냐라공화국 특명전권대사", "principal"),
            },
        ),
        (
            "이날 공항에는 주중 북한대사 朱哲鎬가 나와 그를 영접했다.",
            {("朱哲鎬", "주중 북한대사", "greeted")},
        ),
        (
            "토론에는 직포공 김청미동무, 지배인 리은옥동무가 참가하였다.",
            {("김청미", "직포공", "speaker"), ("리은옥", "지배인", "speaker")},
        ),
        (
            "기관차체육단의 김청미는 녀자 49㎏급경기에서 1위를 쟁취하였다.",
            {("김청미", "", "performer")},
        ),
        (
            "책임비서 김남철동지를 그 직무에서 해임하였다.",
            {("김남철", "책임비서", "dismissed")},
        ),
    ],
)
def test_each_is_read_with_his_title_and_role(text, found):
    assert read(text) == found


def test_the_leader_is_known_by_what_he_is_called_where_the_headline_alone_names_him():
    title = "경애하는 최고령도자 천룡수동지께서 새솔공장을 현지지도하시였다"
    text = "경애하는 최고령도자동지께서는 새솔공장을 돌아보시였다."
    assert read(text, title) == {("천룡수", "최고령도자", "principal")}
    assert read(text, "새솔공장을 현지지도하시였다") == set()


def test_by_2012_the_general_is_a_dead_one():
    title = "천룡수동지께서 새솔공장을 현지지도하시였다"
    assert read("위대한 장군님께서는 새솔공장을 찾으시였다.", title) == set()


def test_whoever_gives_the_feast_that_another_attends_is_an_actor_too():
    text = "천룡수동지께서는 주석 왕개명동지가 마련한 오찬에 초대되시였다."
    assert ("왕개명", "주석", "principal") in read(text)


def test_players_of_a_list_share_the_calling_at_its_end():
    text = "녀자단체경기에서 김청미, 리은옥, 주옥선수들이 1위를 하였다."
    found = read(text, "선수권대회에서 1위 쟁취")
    assert found == {(name, "선수", "performer") for name in ("김청미", "리은옥", "주옥")}


def test_a_funeral_committee_is_a_chairman_and_a_list_of_names():
    text = (
        "국가장의위원회를 구성한다.\n국가장의위원회 위원장은 천룡수동지이다.\n"
        "위원들은 다음과 같다.\n김남철, 리강실, 윤광조"
    )
    assert read(text) == {
        ("천룡수", "국가장의위원회 위원장", "other"),
        ("김남철", "", "other"),
        ("리강실", "", "other"),
        ("윤광조", "", "other"),
    }


def test_bare_names_take_the_posts_to_which_they_are_named():
    text = "정령에 의하여 김남철이 냐라공화국주재 특명전권대사로, 리강실이 국장으로 임명되였다."
    assert read(text) == {
        ("김남철", "냐라공화국주재 특명전권대사", "appointed"),
        ("리강실", "국장", "appointed"),
    }


def test_a_verb_that_several_share_at_the_end_is_that_of_each():
    text = "려단장 김남철동지가, 공장을 대표하여 지배인 리강실동지가 토론하였다."
    assert {(name, role) for name, _, role in read(text)} == {
        ("김남철", "speaker"),
        ("리강실", "speaker"),
    }


def test_who_is_invited_together_with_others_is_present():
    text = "연회에는 김남철대통령과 함께 장관 리강실을 비롯한 수행원들이 초대되였다."
    assert read(text, "연회 진행") == {
        ("김남철", "대통령", "present"),
        ("리강실", "장관", "present"),
    }


def test_a_side_ends_with_its_clause():
    text = (
        "면담에는 북측에서 김남철 부주필이, 중국측에서 왕개명 대사가 배석했으며 "
        "대표단은 리강실 비서에게 선물을 전달했다."
    )
    (event,) = read_dispatch(text, "", date(2007, 5, 4), "ko").events
    sides = {p.name: p.side for p in event.participants}
    assert sides == {"김남철": "DPRK", "왕개명": "China", "리강실": None}

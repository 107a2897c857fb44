"""How papers of the South name people: by family name and office, in parentheses, with points."""

from __future__ import annotations

from datetime import date

from desktop_app.reading.dispatch import read_dispatch


def read(text: str, title: str = "") -> set[tuple[str, str, str]]:
    events = read_dispatch(text, title, date(2014, 5, 4), "ko").events
    return {(p.name, p.title, str(p.role)) for e in events for p in e.participants}


def test_a_family_name_and_an_office_mean_whoever_was_named_with_them():
    text = "연회에는 김남철 외무상과 리강실 대사가 참석했다. 김 외무상은 양국의 친선을 강조했다."
    assert ("김남철", "외무상", "speaker") in read(text, "연회 마련")
    assert ("리강실", "대사", "speaker") not in read(text, "연회 마련")


def test_the_headline_names_whom_the_text_calls_by_family_name_and_office():
    text = "김 위원장이 3일 새솔공장을 시찰했다고 조선중앙통신이 보도했다."
    assert read(text, "김정은, 새솔공장 시찰") == {("김정은", "위원장", "principal")}
    assert read(text, "새솔공장 시찰") == set()


def test_an_office_in_parentheses_is_a_title_and_points_share_one():
    text = "공연에는 당 정치국 위원인 김남철(내각 총리)·리강실(당 비서)이 참석했다."
    assert read(text) == {
        ("김남철", "당 정치국 위원; 내각 총리", "present"),
        ("리강실", "당 정치국 위원; 당 비서", "present"),
    }


def test_names_before_and_others_have_no_share_in_their_office():
    text = "이날 행사에는 김남철·리강실 등 당 중앙위 위원들이 참석했다."
    assert read(text) == {("김남철", "", "present"), ("리강실", "", "present")}


def test_a_side_may_stand_apart_from_its_country():
    text = "회담에는 북한 측에서 김남철 부장이, 중국 측에서는 왕개명 대사가 배석했다."
    (event,) = read_dispatch(text, "", date(2014, 5, 4), "ko").events
    assert {p.name: p.side for p in event.participants} == {"김남철": "DPRK", "왕개명": "China"}


def test_a_reporter_takes_no_part():
    text = "(서울=연합뉴스) 강민수 기자 = 북한 김남철 총리가 공장을 점검했다고 통신이 보도했다."
    assert {name for name, _, _ in read(text)} == {"김남철"}


def test_plain_words_before_a_country_and_an_office_are_a_name():
    text = (
        "무하마두 부하리 나이지리아 대통령이 김남철 위원장에게 꽃바구니를 보냈다고 통신이 전했다."
    )
    assert read(text, "꽃바구니를 보내") == {
        ("무하마두 부하리", "나이지리아 대통령", "sender"),
        ("김남철", "위원장", "recipient"),
    }


def test_whoever_is_named_with_pohamhan_stands_in_the_case_of_the_others():
    text = "착공식에는 김남철 총리와 리강실 비서를 포함한 간부들이 참가했다."
    assert read(text) == {("김남철", "총리", "present"), ("리강실", "비서", "present")}

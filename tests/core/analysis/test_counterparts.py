"""One event in two languages or outlets is linked; likeness alone is not enough."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.analysis import counterparts
from desktop_app.analysis.beside import beside
from desktop_app.analysis.counterparts import link_counterparts
from desktop_app.cli import run
from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.query.query import Query
from tests.conftest import capture_of, take
from tests.made_up.people import population

ENGLISH = (
    "Pyongyang, May 4 (KCNA) -- Premier Chon Ryong Su met a delegation here on Tuesday. Present at"
    " the talks were Minister Pae Un Sil, Vice-Minister Ryom Kwang Jo and officials concerned."
    " The delegation brought 240 tons of seed from Hamhung."
)
KOREAN = (
    "(평양 5월 4일발 조선중앙통신)\n회담에는 총리 천룡수동지, 상 배은실동지, 부상 렴광조동지와"
    " 관계부문 일군들이 참가하였다.\n대표단은 종자 240t을 가져왔다."
)
OTHERS = (
    "A choir of 36 sang.",
    "The 4th volume of a novel came out.",
    "Minister Pae Un Sil opened a fair.",
    "Rain of 55 mm fell on Nampho.",
)


def put(library: Library, name: str, day: str, text: str, **more: Any) -> int:
    (taken,) = take(library, name, [capture_of(f"{day} {name}", text, **more)])
    return taken.article


@pytest.fixture
def pair(library: Library) -> tuple[int, int]:
    """The same talks in English and in Korean, among other news of those days."""
    for place, text in enumerate(OTHERS):
        put(library, f"News {place}", f"2023-05-0{place + 2}", text)
    for place, text in enumerate(("합창단이 노래하였다.", "비가 55mm 내렸다.", "소설이 나왔다.")):
        put(library, f"소식 {place}", f"2023-05-0{place + 3}", text, language="ko")
    english = put(library, "Talks Held", "2023-05-04", ENGLISH)
    korean = put(library, "회담 진행", "2023-05-04", KOREAN, language="ko")
    link_counterparts(library, Job())
    return english, korean


def linked(library: Library) -> set[tuple[int, int]]:
    connection = sqlite3.connect(library.path / "library.db")
    try:
        return set(connection.execute("SELECT article, other FROM counterpart"))
    finally:
        connection.close()


def test_talks_in_two_languages_are_linked_by_who_was_there(library, pair):
    assert linked(library) == {pair}
    (other,) = library.article(pair[0]).counterparts
    assert (other.language, other.title) == ("ko", "회담 진행")
    assert "240" in other.shared
    (back,) = library.article(pair[1]).counterparts
    assert back.article == pair[0]


def test_a_rival_as_good_takes_the_link_away_whenever_it_comes(library, pair):
    """Two meetings with the same people: which of them is meant is not known."""
    again = ENGLISH.replace("talks", "luncheon").replace("met a", "dined with a")
    put(library, "Luncheon", "2023-05-05", again.replace("May 4", "May 5"))
    link_counterparts(library, Job())
    assert linked(library) == set()


def test_what_only_one_has_is_told(library, pair):
    here, there = beside(library.article(pair[0]), library.article(pair[1]))
    assert here.names == there.names == ()
    assert [here.text[a:b] for a, b in here.alone] == [
        "The delegation brought 240 tons of seed from Hamhung."
    ]
    assert there.alone == ()


def test_the_command_line_tells_it(library, pair, capsys):
    public = library.article(pair[0]).row.public_id
    assert run(["show", "--library", str(library.path), public, "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["counterparts"]
    assert told["language"] == "ko"


def test_the_same_people_on_another_day_are_no_counterpart(library):
    for number in range(6):
        put(library, f"News {number}", "2023-05-04", f"A choir of {40 + number} sang.")
    put(library, "Talks Held", "2023-05-04", ENGLISH)
    put(library, "회담 진행", "2023-05-09", KOREAN.replace("4일", "9일"), language="ko")
    link_counterparts(library, Job())
    assert linked(library) == set()


def made_up_days(count: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield ``(day, what, English, Korean)``: four events a day, rosters of people drawn."""
    people = population(200).home[1:]
    places = (("Hamhung", "함흥시"), ("Nampho", "남포시"), ("Wonsan", "원산시"))
    for number in range(count):
        day = (date(2021, 3, 1) + timedelta(days=number // 4)).isoformat()
        who = [people[(number * 7 + step * 11) % len(people)] for step in range(4)]
        place = places[number % 3]
        tons = 100 + 17 * number
        names = [person.name for person in who]
        hangul = [person.name_ko for person in who]
        yield (
            day,
            str(number),
            f"A ceremony took place in {place[0]}. Present there were Minister {names[0]},"
            f" Vice-Minister {names[1]}, Director {names[2]} and Chairman {names[3]}."
            f" They saw {tons} tons of fish.",
            f"{place[1]}에서 의식이 진행되였다. 의식에는 상 {hangul[0]}, 부상 {hangul[1]},"
            f" 국장 {hangul[2]}, 위원장 {hangul[3]}이 참가하였다. 그들은 물고기 {tons}t을 보았다.",
        )


@pytest.mark.parametrize(
    "order", ["one import", "an import each, the last first", "in two processes"]
)
def test_of_made_up_pairs_every_link_is_right_and_no_order_matters(library, order, monkeypatch):
    """Every third Korean report is missing: its English one must stay alone."""
    truth, captures = set(), []
    for day, number, english, korean in made_up_days(36):
        captures.append(capture_of(f"{day} Event {number}", english, locator=f"e{number}"))
        if int(number) % 3:
            truth.add(number)
            korean_one = capture_of(f"{day} 행사 {number}", korean, locator=f"k{number}")
            captures.append(korean_one)
    if order == "in two processes":
        monkeypatch.setattr(counterparts, "FEW", 0)
    if order != "an import each, the last first":
        take(library, "all", captures)
        link_counterparts(library, Job())
    else:
        for capture in reversed(captures):
            take(library, capture.locator, [capture])
            link_counterparts(library, Job())
    titles = {row.id: row.title.split()[1] for row in library.rows(library.find(Query()).ids)}
    found = [(titles[one], titles[other]) for one, other in linked(library)]
    assert all(one == other for one, other in found)
    assert len(found) >= 0.8 * len(truth)

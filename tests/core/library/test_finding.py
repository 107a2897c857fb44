"""Each condition finds what it says and says what it finds."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop_app.jobs import Cancelled, Job
from desktop_app.library.snippets import hits_in_stored
from desktop_app.model.participant import EventKind, Role
from desktop_app.query.grammar import parse
from tests.conftest import capture_of, take
from tests.made_up.read import person, reading, take_read

MADE_UP = [
    (
        capture_of("2023-09-14 Talks held", "Hong Ryong Sae held talks. They were visited."),
        reading(
            person("Hong Ryong Sae", "Foreign Minister", "DPRK", Role.PRINCIPAL),
            person("Kim Jol Min", "vice-minister", "DPRK"),
            person("Boris Zimin", "ambassador", "Russia", certainty=0.4),
            place="Sinuiju",
            happened=date(2023, 9, 13),
        ),
    ),
    (
        capture_of("2023-09-15 홍룡새 현지지도", "홍룡새동지께서 공장을 현지지도하시였다."),
        reading(person("홍룡새", role=Role.PRINCIPAL), kind=EventKind.INSPECTION),
    ),
    (
        capture_of("2024-09-14 Letter sent", "Boris Zimin sent it to Hong Ryong Sae of Café Won."),
        reading(
            person("Boris Zimin", role=Role.SENDER),
            person("Hong Ryong Sae", role=Role.RECIPIENT),
            kind=EventKind.MESSAGE,
            place="Pyongyang",
        ),
    ),
    (
        capture_of(
            "Greetings",
            "Greetings to all workers of the co-operative farm, 21세기 from Ri Mi Ok",
            outlet="Rodong Sinmun",
            site="rodong.rep.kp",
        ),
        reading(kind=EventKind.OTHER),
    ),
    (capture_of("2024-10-10 Bare headline"), None),
]


@pytest.fixture
def filled(library):
    take_read(library, "made up", MADE_UP)
    return library


TALKS, KOREAN, LETTER, GREETINGS, BARE = "Talks", "홍룡새", "Letter", "Greetings", "Bare"


@pytest.mark.parametrize(
    ("typed", "is_found", "says"),
    [
        ("talks", [TALKS], "“talks”"),
        ('"held talks"', [TALKS], "“held talks”"),
        ('"talks held"', [TALKS], "“talks held”"),
        ("title:talks", [TALKS], "title has “talks”"),
        ("text:letter", [], "text has “letter”"),
        ("work*", [GREETINGS], "“work*”"),
        ("work", [], "“work”"),
        ("~visit", [TALKS], "forms of “visit”"),
        ("visit", [], "“visit”"),
        ("cafe", [LETTER], "“cafe”"),
        ("CO-OPERATIVE", [GREETINGS], "“CO-OPERATIVE”"),
        ("NEAR(boris sae, 6)", [LETTER], "“boris”, “sae” within 6 words"),
        ("NEAR(boris sae, 3)", [], "“boris”, “sae” within 3 words"),
        ("지도", [KOREAN], "“지도”"),
        ("홍", [KOREAN], "“홍”"),
        ("21세기", [GREETINGS], "“21세기”"),
        ("22세기", [], "“22세기”"),
        ('"21세기 from"', [GREETINGS], "“21세기 from”"),
        ("farm세기", [], "“farm세기”"),
        ("headline", [BARE], "“headline”"),
        ("date:2023", [KOREAN, TALKS], "published in 2023"),
        ("date:2023-09-14", [TALKS], "published on 2023-09-14"),
        ("date:2023-09-15..", [BARE, LETTER, KOREAN], "published from 2023-09-15"),
        ("date:unknown", [GREETINGS], "published on an unknown day"),
        ("happened:2023-09-13", [TALKS], "happened on 2023-09-13"),
        ("anniversary:09-14", [LETTER, TALKS], "on 09-14 of any year"),
        ("kind:message", [LETTER], "kind message"),
        ("place:sinuiju", [TALKS], "place sinuiju"),
        ("outlet:rodong", [GREETINGS], "outlet rodong"),
        ("outlet:KCNA", [BARE, LETTER, KOREAN, TALKS], "outlet KCNA"),
        ("site:rodong.rep.kp", [GREETINGS], "site rodong.rep.kp"),
        ("lang:ko", [KOREAN], "in Korean"),
        ("participants:>=2", [LETTER, TALKS], "at least 2 participants"),
        ("words:..", None, ""),
        ("versions:0", [BARE], "0 versions"),
        ("has:text", [LETTER, KOREAN, TALKS, GREETINGS], "has its text"),
        ("is:doubtful", [TALKS], "read with doubt"),
        ('person:"Hong Ryong Sae"', [LETTER, KOREAN, TALKS], "with Hong Ryong Sae"),
        ('person:"Hong Ryong-sae"', [LETTER, KOREAN, TALKS], "with Hong Ryong-sae"),
        ("person:홍룡새", [LETTER, KOREAN, TALKS], "with 홍룡새"),
        ("person:zimin", [LETTER, TALKS], "with zimin"),
        ("person:zim", [], "with zim"),
        (
            'person:"Hong Ryong Sae" role:principal',
            [KOREAN, TALKS],
            "with Hong Ryong Sae (principal)",
        ),
        ("person:zimin -role:sender", [TALKS], "with zimin (not as sender)"),
        ("person:zimin -side:Russia", [LETTER], "with zimin (not of side Russia)"),
        ("role:present side:russia", [TALKS], "a participant: role present, side russia"),
        ("role:sender side:russia", [], "a participant: role sender, side russia"),
        ("office:minister", [TALKS], "office “minister”"),
        ("side:unknown", [LETTER, KOREAN], "side unknown"),
        ("-role:present", [BARE, LETTER, KOREAN, GREETINGS], "not role present"),
        ("letter OR greetings", [LETTER, GREETINGS], "“letter” or “greetings”"),
        ("is:any", [BARE, LETTER, KOREAN, TALKS, GREETINGS], "everything"),
        ("-is:any", [], "not everything"),
    ],
)
def test_each_condition_finds_and_says_it(filled, typed, is_found, says):
    parsed = parse(typed)
    if is_found is None:
        assert not parsed.sound
        return
    assert parsed.sound
    rows = filled.rows(filled.find(parsed.query).ids)
    assert [row.title.split()[0] for row in rows] == is_found
    assert str(parsed.query.words()) == says


def test_an_edit_is_found_by_what_it_took_out_and_put_in(library, fill):
    def captured(text, hour, **more):
        fill(
            "2013-12-01 Meeting of builders",
            text=text,
            captured_at=datetime(2013, 12, 2, hour, tzinfo=UTC),
            captured_from="page",
            url="http://kcna.kp/made-up-1",
            address_is_its_own=True,
            **more,
        )

    text = "The builders met in the hall and sang until the morning came over the river. " * 9
    captured(text + "Jong Tu Gam was there.", 1)
    captured(text + "Nobody was there.", 5)
    assert len(library.find(parse('removed:"Jong Tu Gam"').query)) == 1
    assert len(library.find(parse("added:nobody").query)) == 1
    assert not len(library.find(parse("removed:nobody OR added:gam OR removed:builders").query))
    assert not len(library.find(parse("nobody").query))
    assert len(library.find(parse("nobody as:latest").query)) == 1
    assert not len(library.find(parse("gam as:latest").query))
    assert len(library.find(parse("gam nobody as:any").query)) == 1


def test_a_headline_is_found_by_its_title_before_and_after_its_text_arrives(library):
    whole = capture_of("2024-10-10 Bare headline of 현지지도")
    take(library, "headlines", [replace(whole, text="", dateline=None)])

    def count(typed):
        return len(library.find(parse(typed).query))

    assert [count(typed) for typed in ("headline", "title:지도", "agency")] == [1, 1, 0]
    take(library, "texts", [whole])
    assert count("is:any") == 1
    assert [count(typed) for typed in ("headline", "title:지도", "agency")] == [1, 1, 1]
    assert count("headline as:any") == 1


def test_each_row_of_a_page_has_the_text_around_its_first_hit(filled):
    query = parse("cafe OR 지도 OR work*").query
    pieces = filled.snippets(filled.find(query).ids, query)
    lit = {piece.text[slice(*piece.hits[0])] for piece in pieces.values()}
    assert lit == {"Café", "지도", "work"}
    assert not filled.snippets(filled.find(parse("date:2023").query).ids, parse("date:2023").query)


def test_hits_in_a_text_with_glued_names_are_places_of_the_stored_text():
    text = "On Monday Kim Jong Unvisited a farm; he visited a school."
    for start, end in hits_in_stored(text, parse("visited").query):
        assert text[start:end] == "visited"
    assert len(hits_in_stored(text, parse("visited").query)) == 2


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("9월9일", "공화국창건 9월 9일을 맞으며"),
        ("제21차", "제 21 차 회의"),
        ("title:9월9일", "9월9일 경축"),
        ("KPA부대", "kpa 부대"),
        ("21세기", "２１세기"),
    ],
)
def test_a_phrase_of_two_scripts_is_found_in_one_piece_only(library, fill, typed, text):
    fill(f"2024-09-09 {text}", "2024-10-11 9월 10일 21차 세기 제5 부대 KPA 9일")
    assert [row.title for row in library.rows(library.find(parse(typed).query).ids)] == [text]


def test_a_question_cancelled_between_two_statements_stops_in_the_next(filled):
    job = Job()
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    )
    with pytest.raises(Cancelled), filled._asking(job) as (connection, _):
        job.cancel()  # no statement is running: the interruption is lost
        connection.execute(endless).fetchone()
    assert len(filled.find(parse("talks").query)) == 1

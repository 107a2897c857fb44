"""Each stage of the grammar alone: tokens, names, titles, lists, groups, sides, scenes, kinds."""

from __future__ import annotations

import pytest

from desktop_app.model.participant import EventKind, Role
from desktop_app.reading.capitals import in_usual_letters
from desktop_app.reading.groups import group_stretches, label
from desktop_app.reading.item import Named
from desktop_app.reading.items import read_items
from desktop_app.reading.kinds import kind_of
from desktop_app.reading.names import with_names
from desktop_app.reading.passages import body, sentences
from desktop_app.reading.rosters import find_rosters
from desktop_app.reading.scenes import scenes
from desktop_app.reading.sides import side_of
from desktop_app.reading.titles import Head, head_of, singular, written
from desktop_app.reading.tokens import Kind, tokenize
from desktop_app.reading.wording import Wording


def names(text):
    return [t.text for t in with_names(tokenize(text)) if t.kind is Kind.NAME]


def people(text):
    return [
        (item.name.text, item.title(text))
        for item in read_items(with_names(tokenize(text)))
        if isinstance(item, Named)
    ]


def groups(text):
    items = read_items(with_names(tokenize(text)))
    labels = (label(text[start:end]) for _, start, end in group_stretches(items))
    return list(filter(None, labels))


@pytest.mark.parametrize("text", ["", "A b, c; d = e -- f. (g)", "C.C., the Party", "al-Hadi's"])
def test_tokens_lie_in_order_and_hold_their_text(text):
    ends = 0
    for token in tokenize(text):
        assert ends <= token.start < token.end
        assert text[token.start : token.end] == token.text
        ends = token.end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Foreign Minister Pae Un Sil met Ri Un here", ["Pae Un Sil", "Ri Un"]),
        ("Secretary Ban Ki-moon and Roh Moo Hyun", ["Ban Ki-moon", "Roh Moo Hyun"]),
        ("Minister of Industry and Trade Denis Markov", ["Denis Markov"]),
        ("President Ramiro de la Fuente Ortega", ["Ramiro de la Fuente Ortega"]),
        ("D. Sarantuya and Abdul Karim al-Hadi", ["D. Sarantuya", "Abdul Karim al-Hadi"]),
        ("John Evans Mills, president", ["John Evans Mills"]),
        ("at Kim Chol Square and the Pak Un Sil Prize", []),
        ("the Sinphung Farm and Jilin Yuwen Middle School", []),
        ("the Kim Il Sung-Kim Jong Il Foundation", []),
        ("On June 5 the Ministry of Railways in Dushanbe", []),
        ("Quarterback Kim Myong Guk", ["Kim Myong Guk"]),
    ],
)
def test_names_are_told_by_syllables_and_by_what_no_other_word_is(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("minister of Forestry", Head.ONE),
        ("charge d'affaires ad interim of the embassy", Head.ONE),
        ("secretaries of the Central Committee", Head.OFFICES),
        ("members of the Political Bureau", Head.OFFICES),
        ("members of the delegation", Head.PEOPLE),
        ("officials concerned", Head.PEOPLE),
        ("his party", Head.PEOPLE),
        ("the Workers' Party of Korea", Head.NONE),
        ("Science and Technology", Head.NONE),
    ],
)
def test_a_phrase_is_headed_by_its_last_noun_before_a_preposition(phrase, head):
    assert head_of(tokenize(phrase)) is head


@pytest.mark.parametrize(
    ("shared", "single"),
    [
        ("secretaries of the WPK Central Committee", "secretary of the WPK Central Committee"),
        ("members of the Bureau and vice-chairmen", "member of the Bureau and vice-chairman"),
        ("KPA Generals", "KPA General"),
        ("first vice department directors", "first vice department director"),
    ],
)
def test_a_shared_title_becomes_that_of_each(shared, single):
    assert singular(shared) == single


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("the respected Comrade", ""),
        ("a minister of\nForestry here", "minister of Forestry"),
        ("president of Laos, on a visit to the DPRK", "president of Laos"),
        ("who is chairman of the Union", "chairman of the Union"),
        ("director who is chairing the Union", "director who is chairing the Union"),
        ("director who left on Monday", "director"),
        ("secretary of the C.C.", "secretary of the C.C."),
    ],
)
def test_a_title_is_written_down_without_what_does_not_belong_to_it(said, title):
    assert written(said) == title


def test_what_stands_between_two_names_is_divided_between_them():
    text = (
        "Vice-Premier Ri Un, chairman of the Union, Pak Sun Il and Kim Tok Su, directors of the"
        " Bureau and secretaries of the Party, Generals Om Chol and Ho Il, and Ambassador Ivan"
        " Petrov of the Russian embassy"
    )
    assert people(text) == [
        ("Ri Un", "Vice-Premier; chairman of the Union"),
        ("Pak Sun Il", "director of the Bureau and secretary of the Party"),
        ("Kim Tok Su", "director of the Bureau and secretary of the Party"),
        ("Om Chol", "General"),
        ("Ho Il", "General"),
        ("Ivan Petrov", "Ambassador of the Russian embassy"),
    ]


def test_an_office_may_run_over_commas_up_to_its_name():
    text = (
        "Minister of Ecology and concurrently Chairman of the Committee for Cooperation in Trade,"
        " Science and Technology Ivan Petrov, and Maria Orlova, deputy head of the Bureau"
    )
    assert people(text) == [
        (
            "Ivan Petrov",
            "Minister of Ecology and concurrently Chairman of the Committee for Cooperation in"
            " Trade, Science and Technology",
        ),
        ("Maria Orlova", "deputy head of the Bureau"),
    ]


@pytest.mark.parametrize(
    "found",
    [
        ["officials, builders and workers in the county"],
        ["officials of the Party", "builders and workers in the county"],
        ["scientists", "technicians", "working people"],
        ["officials concerned", "youth and students"],
        ["members of the delegation"],
    ],
)
def test_people_without_names_are_parted_where_their_modifiers_are_their_own(found):
    text = ", ".join(found[:-1]) + " and " * (len(found) > 1) + found[-1]
    assert groups(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the members of the delegation led by Pak Sun Il", ["members of the delegation"]),
        ("Pak Sun Il and others", []),
        ("Pak Sun Il and his party", ["his party"]),
    ],
)
def test_people_beside_the_named_are_groups(text, found):
    assert groups(text) == found


@pytest.mark.parametrize(
    ("said", "contexts", "side"),
    [
        ("Chinese", (), "China"),
        ("DPRK", (), "DPRK"),
        ("opposite", ("Talks with Lao Delegation",), "Laos"),
        ("opposite", ("Talks",), "opposite"),
        (None, (), "DPRK"),
    ],
)
def test_a_side_is_the_noun_of_its_country(said, contexts, side):
    assert side_of(said, contexts) == side


@pytest.mark.parametrize(
    ("text", "roles", "sides"),
    [
        ("Present there were Pak Sun Il, minister, and others.", [Role.PRESENT], [None]),
        ("Present from the DPRK side were Ri Un and, from the Lao side, Kham Soukan.",
         [Role.PRESENT] * 2, ["DPRK", "Lao"]),
        ("It was attended by Pak Sun Il, minister.", [Role.PRESENT], [None]),
        ("The fair opened, attended by Pak Sun Il, minister.", [Role.PRESENT], [None]),
        ("He was accompanied by Pak Sun Il, minister.", [Role.ACCOMPANIED], [None]),
        ("They were seen off at the airport by Pak Sun Il.", [Role.SAW_OFF], [None]),
        ("They were greeted on the spot by Pak Sun Il.", [Role.GREETED], [None]),
        ("Pak Sun Il, minister, saw them off at the station.", [Role.SAW_OFF], [None]),
        ("The delegates were met.", [], []),
        ("Seen there was a wreath from Pak Sun Il.", [], []),
    ],
)  # fmt: skip
def test_a_roster_is_opened_by_its_trigger(text, roles, sides):
    found = find_rosters(Wording(text, 0, len(text)))
    assert [roster.role for roster in found] == roles
    assert [roster.side and roster.side.strip() for roster in found] == sides


def test_a_body_begins_after_its_dateline_and_ends_at_its_end_mark():
    text = "Title\nWonsan, May 3 (KCNA) -- A fair opened. It closed. -0-\nMore From KCNA.kp"
    start, end = body(text)
    assert [text[s.start : s.end].strip() for s in sentences(text, start, end)] == [
        "A fair opened.",
        "It closed.",
    ]


def test_lines_broken_within_a_sentence_are_one_sentence():
    text = "Present were Ri Un, secretary of the C.C.\nthe WPK, and Om Chol.\nIt closed."
    assert len(sentences(text, 0, len(text))) == 2


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        ("Fair", "Talks between A and B were held here.", EventKind.TALKS),
        ("Pak Sends Message", "Pak sent a message of greetings to Om.", EventKind.MESSAGE),
        ("Delegation Leaves", "A delegation left here Monday.", EventKind.ARRIVAL_DEPARTURE),
        ("Reception Given", "Ambassador Om gave a reception.", EventKind.CEREMONY),
        ("Spokesman", "A spokesman gave the following answer.", EventKind.STATEMENT),
        ("Seminar", "A seminar took place here.", EventKind.MEETING),
        ("New Fish", "A new fish was bred.", EventKind.OTHER),
    ],
)
def test_the_kind_is_told_by_title_and_lead(title, lead, kind):
    assert kind_of(title, lead)[0] is kind


def test_a_banquet_after_the_talks_is_an_event_of_its_own():
    text = "Ri Un had talks with Ivan Petrov. They were frank. Ri Un hosted a banquet for him."
    told = sentences(text, 0, len(text))
    found = scenes(text, told, EventKind.TALKS, "had talks")
    assert [(scene.kind, len(scene.sentences)) for scene in found] == [
        (EventKind.TALKS, 2),
        (EventKind.CEREMONY, 1),
    ]


def test_words_are_those_between_two_places():
    text = "Ri Un met Om Chol here"
    wording = Wording(text, 0, len(text))
    assert [token.text for token in wording.between(6, 17)] == ["met", "Om Chol"]


def test_a_dispatch_in_capitals_is_read_in_usual_letters_of_the_same_length():
    text = "PAK MYONG GU WAS APPOINTED AMBASSADOR OF THE DPRK TO INDIA, KCNA SAYS."
    usual = in_usual_letters(text)
    assert len(usual) == len(text)
    assert usual.startswith("Pak Myong Gu was appointed ambassador of the DPRK to India")
    assert in_usual_letters(usual) == usual

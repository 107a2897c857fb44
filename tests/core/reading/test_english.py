"""Dispatches are read from text to rows whose every span leads back to the stored text."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.participant import EventKind, Part, Role
from desktop_app.reading.dispatch import read_dispatch
from desktop_app.reading.lines import read_lines

PIECES = st.lists(
    st.sampled_from(
        [
            "Pyongyang, May 3 (KCNA) -- ",
            "Present there were ",
            "from the Chinese side ",
            "Kim Chol Su",
            "ComradeKim Jong Unwas",
            "Ivan Petrov",
            "Minister of ",
            "Foreign Trade",
            "secretaries of the Party",
            "officials concerned",
            "including ",
            "led by ",
            "sent a message to ",
            ", ",
            " and ",
            ";",
            "=",
            ". ",
            "\n",
            "(",
            ")",
            " who is ",
            " of ",
            "said in his speech",
            "\ufffd@",
            "&nbsp;",
            "\u2161",
        ]
    ),
    max_size=40,
).map("".join)


@given(PIECES | st.text(max_size=300))
def test_any_text_is_read_and_every_name_stands_where_its_span_says(text):
    for event in read_dispatch(text).events:
        for row in event.participants:
            for span in row.spans:
                assert 0 <= span.start <= span.end <= len(text)
            name = next(span for span in row.spans if span.part is Part.NAME)
            said = "".join(text[name.start : name.end].split()).casefold()
            last = row.name.casefold().split()[-1]
            assert last in said or said.split()[-1] in row.name.replace(" ", "").casefold()
        for group in event.groups:
            assert all(0 <= span.start <= span.end <= len(text) for span in group.spans)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A",
        ",",
        "(",
        "Kim ",
        "Kim Chol Su, ",
        "and ",
        "Present were ",
        "of ",
        "- ",
        "The X. ",
        "\n",
        "-0",
        '"',
    ],
)
def test_hostile_text_takes_time_in_proportion(piece):
    def seconds(length: int) -> float:
        text = "Present there were " + piece * (length // len(piece))
        started = time.process_time()
        read_dispatch(text)
        return time.process_time() - started

    short, long = seconds(50_000), seconds(400_000)
    assert long < 0.5 + 24 * short


def test_other_languages_wait_for_their_grammar():
    reading = read_dispatch("Встреча состоялась в Пхеньяне.", language="ru")
    assert [event.kind for event in reading.events] == [EventKind.OTHER]
    assert not reading.participants


def test_a_broken_line_costs_itself_alone():
    complaints = []
    lines = io.BytesIO(
        b'\xef\xbb\xbf{"id": 1, "text": "Pak Sun Il, minister of Forestry, met Ivan Petrov."}\n'
        b"{broken\n\n[1]\n\xff\xfe\n"
        b'{"id": 2, "text": "", "title": null, "date": 5}\n'
    )
    read = list(read_lines(lines, lambda line, why: complaints.append((line, why))))
    assert [record["id"] for record in read] == [1, 2]
    assert [line for line, _ in complaints] == [2, 4, 5]
    assert all(why for _, why in complaints)
    first = read[0]["participants"][0]
    assert (first["name"], first["title"]) == ("Pak Sun Il", "minister of Forestry")
    assert (first["role"], first["order"]) == ("principal", 1)


def test_the_dead_take_part_in_nothing():
    text = "Wreaths were sent to Kim Il Sung. Present were Kim Il Sung and Pak Sun Il."
    assert {row.name for row in read_dispatch(text).participants} == {"Pak Sun Il"}


def test_a_person_has_one_spelling_one_title_and_one_side_in_all_roles():
    text = (
        "Present from the Russian side were Ivan Sergeyevich Petrov, minister of Forestry, and"
        " officials concerned.\nPetrov signed the agreement."
    )
    rows = read_dispatch(text, "Agreement Signed").participants
    assert [(row.name, row.role) for row in rows] == [
        ("Ivan Sergeyevich Petrov", Role.PRESENT),
        ("Ivan Sergeyevich Petrov", Role.SIGNATORY),
    ]
    assert {(row.title, row.side) for row in rows} == {("minister of Forestry", "Russia")}


def test_a_town_before_its_committee_is_nobody():
    text = "Present there was Tong Hae Ryong, chairman of the Ryonghung City People's Committee."
    (row,) = read_dispatch(text).participants
    assert (row.name, row.title) == (
        "Tong Hae Ryong",
        "chairman of the Ryonghung City People's Committee",
    )

"""What is read is mended, and every place in it leads back to the stored text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reading.preparation import prepare

# Pieces of broken text, so that the laws below meet every kind of repair.
PIECES = st.lists(
    st.sampled_from(
        [
            "Comrade",
            "Kim Jong Un",
            "Kim Il Sung",
            "was",
            " ",
            ",",
            "?",
            "\r\n",
            "\n\t\t\t",
            "&nbsp;",
            "&nsp",
            "nbsp;",
            "\ufffd@",
            "\ufffdg",
            "\ufffdi",
            "\u3000",
            "２",
            "김 정 은",
            "동지",
            "the fair",
            "A",
        ]
    ),
    max_size=25,
).map("".join)


@pytest.mark.parametrize(
    ("stored", "prepared"),
    [
        ("the respected ComradeKim Jong Unwas greeted", "Comrade Kim Jong Un was greeted"),
        ("leadership ofKim Jong Un.", "leadership of Kim Jong Un."),
        ("(KCNA) --Kim Jong Un, general", "(KCNA) -- Kim Jong Un, general"),
        ("at theKim Il SungSquare", "at the Kim Il Sung Square"),
        ("Kim Jong Un , general", "Kim Jong Un, general"),
        ("President Kim Il Sung )", "President Kim Il Sung)"),
        ("Comrade?Kim Jong Un?met", "Comrade Kim Jong Un met"),
        ("김 정 은동지께서", "김정은동지께서"),
        ("\ufffdiKCNA\ufffdj --\ufffd@a \ufffdgfair\ufffdh", '(KCNA) -- a "fair"'),
        ("the people\ufffdfs hall, al\ufffd|Hadi", "the people's hall, al-Hadi"),
        ("&nbsp;&nbsp; A &nbspl;fair&nsp", "A  fair"),
        ("２０１２년", "2012년"),
        ("Title\n\t\t\t\tText", "Title\nText"),
        (
            "Title\r\n   A road of \r\nvictory, and\r\nof glory.\r\n   Then",
            "A road of victory, and of",
        ),
    ],
)
def test_what_is_broken_is_mended(stored, prepared):
    assert prepared in prepare(stored).text


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong Ung won, and a Kimjongilia was shown.",
        "Kim Jong Un, general secretary of the Party, met them.",
        "The shop (see above) is open; AT&T is not.",
        "A line.\nAnother line.\n",
        "Title\r\nWonsan, May 3 (KCNA) -- A fair.",
        "Was it a fair? Kim Jong Un said so.",
    ],
)
def test_what_is_whole_stays_as_it_is(text):
    assert prepare(text).text == text


@given(PIECES | st.text(max_size=80))
def test_every_word_leads_to_the_same_word_in_the_stored_text_and_back(stored):
    prepared = prepare(stored)
    for word in re.finditer(r"[A-Za-z가-힣]+", prepared.text):
        start, end = prepared.stored(word.start(), word.end())
        assert 0 <= start < end <= len(stored)
        kept = re.sub(r"[^A-Za-z가-힣]|&n\w+;?", "", stored[start:end])
        assert kept == word[0]
        assert prepared.prepared(start, end) == word.span()


@given(PIECES)
def test_the_map_keeps_the_order_of_places(stored):
    prepared = prepare(stored)
    for mapped, length in (
        (prepared.stored, len(prepared.text)),
        (prepared.prepared, len(stored)),
    ):
        starts = [mapped(at, at)[0] for at in range(length + 1)]
        assert starts == sorted(starts)


@given(PIECES)
def test_a_mended_text_needs_no_mending_of_its_names(stored):
    once = prepare(stored).text
    assert not re.search(r"[^\W_]Kim Jong Un|Kim Jong Un[a-z]|&nbsp;", once)


@pytest.mark.parametrize(
    "piece", ["Kim Jong Un", "&n", "\r\n a", "\t", "\n", "김 ", "\ufffd@", "?"]
)
def test_hostile_text_takes_time_in_proportion(piece):
    started = time.process_time()
    prepare(piece * (500_000 // len(piece)))
    assert time.process_time() - started < 5

"""Ways in which dispatches of other years say who did what; one sentence for each."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.model.participant import EventKind
from desktop_app.reading.dispatch import read_dispatch


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        (
            "A delegation came.\nThe guests were met at the airport by Vice-Minister Ri Un Sil.",
            {"Ri Un Sil": "greeted"},
        ),
        ("The concert was enjoyed by Ri Un Sil, minister of Culture.", {"Ri Un Sil": "present"}),
        (
            "Talks were held.\nAnd present from the Lao side were Sisavath Keo, minister of Trade.",
            {"Sisavath Keo": "present"},
        ),
        ("Wreaths were laid by Ri Un Sil and Om Chol.", {"Ri Un Sil": "principal"}),
        (
            "A report by Ri Un Sil, chairman of the union, was followed by speeches.",
            {"Ri Un Sil": "speaker"},
        ),
        ("The floor was taken by Ri Un Sil, chairman of the union.", {"Ri Un Sil": "speaker"}),
        (
            "Ri Un Sil, chairman of the union, was elected chairman of the committee and Om Chol,"
            " director of the bureau, its secretary.",
            {"Ri Un Sil": "appointed", "Om Chol": "appointed"},
        ),
        ("The union sent a message to Ri Un Sil, director.", {"Ri Un Sil": "recipient"}),
        (
            "On that day premier of the cabinet Ri Un Sil sent a  message to president Om Chol.",
            {"Ri Un Sil": "sender", "Om Chol": "recipient"},
        ),
        (
            "Om Chol, president, spoke when meeting DPRK ambassador Ri Un Sil.",
            {"Ri Un Sil": "principal"},
        ),
        ("Ri Un Sil was named the best player of the match.", {"Ri Un Sil": "performer"}),
        (
            "A meeting was held.\nChairman Om Chol made an opening address at the hall, Secretary"
            " Ri Un Sil made a report.",
            {"Om Chol": "speaker", "Ri Un Sil": "speaker"},
        ),
        (
            "An exhibition opened.\nOm Chol said in his speech:\nWe are glad.\n"
            "Ivan Petrov, secretary of the bureau, in his speech said that it was fine.",
            {"Om Chol": "speaker", "Ivan Petrov": "speaker"},
        ),
        (
            "Foreigners visited the hall.\nThey included Professor Ivan Petrov and Om Chol,"
            " director.",
            {"Ivan Petrov": "principal", "Om Chol": "principal"},
        ),
        (
            "The attaches' corps visited the hall.\nIvan Petrov, attache of the embassy, said he"
            " was moved.",
            {"Ivan Petrov": "principal"},
        ),
        (
            "Foreigners and Om Chol, family member of Hero Ri Un Sil, visited the statue.",
            {"Om Chol": "principal"},
        ),
        (
            "President Kim Il Sung convened a meeting in May Juche 29 (1940).\nRi Un Sil, director"
            " of the institute, told KCNA a plan was adopted at the meeting.",
            {},
        ),
        ("It was the anniversary of the meeting between Om Chol and Ri Un Sil.", {}),
        ("Speakers noted that Minister Ri Un Sil met Om Chol.", {}),
        ("Minister Ri Un Sil met Om Chol in Rome, he said.", {}),
        ("The wife of President Ri Un Sil visited the museum.", {}),
        ("The Ri Un Sil regime sent a message to the bank.", {}),
    ],
)
def test_each_construction_gives_its_roles(said, roles):
    rows = read_dispatch(
        f"Pyongyang, May 3 (KCNA) -- {said}", published=date(2005, 5, 3)
    ).participants
    found = {row.name: str(row.role) for row in rows}
    assert roles.items() <= found.items()
    assert bool(found) == bool(roles)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (
            "The U.S. is at it again.\nRodong Sinmun today says this in a signed article.",
            "statement",
        ),
        ("One day in May Juche 50 (1961) President Kim Il Sung visited the farm.", "other"),
        ("Minister Ri Un Sil made a field survey of the cemetery.", "inspection"),
        ("A street was finished.\nPresent at the ceremony were Ri Un Sil and Om Chol.", "ceremony"),
        ("A floral basket came from President Ri Un Sil.", "message"),
    ],
)
def test_the_first_sentences_tell_the_kind(said, kind):
    assert read_dispatch(f"Pyongyang, May 3 (KCNA) -- {said}").events[0].kind is EventKind(kind)


def test_the_dispatch_s_own_title_counts_before_the_index():
    text = "Minister Arrives\nPyongyang, May 3 (KCNA) -- Minister Ri Un Sil is among us."
    events = read_dispatch(text, "Press Review").events
    assert events[0].kind is EventKind.ARRIVAL_DEPARTURE

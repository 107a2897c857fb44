"""Who did a deed, to whom, and who was only beside it: what fresh dispatches showed."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.reading.dispatch import read_dispatch


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        (
            "Guests came today.\nArriving the same day were Om Chol, director, and Ri Un Sil.",
            {"Om Chol": "principal", "Ri Un Sil": "principal"},
        ),
        (
            "Om Chol, minister, hosted a reception. Present were Ri Un Sil, director.\n"
            "The minister said in his speech that it was fine.",
            {"Om Chol": "speaker", "Ri Un Sil": "present"},
        ),
        (
            "A delegation held a press conference.\nPresent there were journalists.\n"
            "Ri Un Sil, director, spoke at the conference.",
            {"Ri Un Sil": "speaker"},
        ),
        (
            "A meeting was held.\nPresent were Kim Jong Suk, chairwoman of the union, and Om Chol.",
            {"Kim Jong Suk": "present", "Om Chol": "present"},
        ),
        (
            "A meeting was held.\nRi Un Sil, Om Chol and others came, he said, adding: They were"
            " received by Han Chol Min, director.\nPresent was Ho Il, secretary.",
            {"Ho Il": "present"},
        ),
        # Who shares a verb with "and" is whoever did the first deed, not who stands beside it.
        (
            "Guests visited the hill.\nUpon arrival, the guests laid flowers before the tomb of Ri"
            " Un Sil, a hero, and Om Chol, his father, and paid tribute to them.",
            {},
        ),
        (
            "Premier Om Chol and other officials first went to the mill.",
            {"Om Chol": "principal"},
        ),
        (
            "Lao President Ivan Petrov on a state visit to Pyongyang hosted a banquet on Monday.",
            {"Ivan Petrov": "principal"},
        ),
        (
            "The delegation had a consultation with Ivan Petrov, director.",
            {"Ivan Petrov": "principal"},
        ),
        (
            "A reception was given.\nOm Chol, minister, spoke. He extended thanks to Ri Un Sil"
            ", premier.",
            {"Om Chol": "speaker"},
        ),
        (
            "It opened.\nAlso taking the platform were senior officials--Ri Un Sil and Om Chol.",
            {"Ri Un Sil": "present", "Om Chol": "present"},
        ),
        (
            "A function was held.\nIt was addressed by Ri Un Sil, minister, and Om Chol, director.",
            {"Ri Un Sil": "speaker", "Om Chol": "speaker"},
        ),
        (
            "A meeting was held.\nAt the meeting Ri Un Sil, head of a group, and others who took"
            " the floor looked back on the old days.",
            {"Ri Un Sil": "speaker"},
        ),
        (
            "Kim Jong Un showed such care as sending a birthday spread to Ri Un Sil, a veteran.",
            {"Kim Jong Un": "sender", "Ri Un Sil": "recipient"},
        ),
        # "was presented" is not "was present"; who is met again, dined with or saw off somebody
        (
            "Ri Un Sil, director, was presented with gifts by the delegations of two unions.",
            {"Ri Un Sil": "recipient"},
        ),
        (
            "Ri Un Sil, minister, met again and had talks with President Ivan Petrov on Monday.",
            {"Ri Un Sil": "principal", "Ivan Petrov": "principal"},
        ),
        (
            "Minister Ri Un Sil had a dinner with President Ivan Petrov at a restaurant.",
            {"Ri Un Sil": "principal", "Ivan Petrov": "principal"},
        ),
        (
            "A delegation left here.\nRi Un Sil, minister of Trade, warmly saw off the delegation.",
            {"Ri Un Sil": "saw_off"},
        ),
        (
            "A meeting was held.\nRi Un Sil, secretary of the union, in a report delivered at the"
            " meeting called on the workers to go to the mines.",
            {"Ri Un Sil": "speaker"},
        ),
        (
            "Present there were Ri Un Sil, head of the bureau who is envoy of King Ivan Petrov,"
            " and Om Chol, director.",
            {"Ri Un Sil": "present", "Om Chol": "present"},
        ),
    ],
)
def test_each_deed_gives_its_roles(said, roles):
    rows = read_dispatch(
        f"Pyongyang, May 3 (KCNA) -- {said}", published=date(2005, 5, 3)
    ).participants
    found = {row.name: str(row.role) for row in rows}
    assert roles.items() <= found.items()
    assert bool(found) == bool(roles)


def test_who_is_met_without_a_name_is_a_group_and_others_close_the_list_of_the_named():
    text = (
        "Pyongyang, May 3 (KCNA) -- Premier Ri Un Sil met members of a delegation of youths that"
        " came.\nInvited were Om Chol, director, other officials, envoys and attaches of embassies."
    )
    groups = read_dispatch(text, "", date(2011, 5, 3)).events[0].groups
    assert [(group.label, str(group.role)) for group in groups] == [
        ("members of a delegation of youths", "principal"),
        ("other officials", "present"),
        ("envoys and attaches of embassies", "present"),
    ]


def test_party_state_and_army_officials_are_one_group_and_his_party_another():
    text = (
        "Pyongyang, May 3 (KCNA) -- A meeting was held.\nPresent were Ri Un Sil, Om Chol and other"
        " senior party, state and army officials, merited persons and Ivan Petrov and his party."
    )
    groups = read_dispatch(text, "", date(2011, 5, 3)).events[0].groups
    assert [group.label for group in groups] == [
        "other senior party, state and army officials",
        "merited persons",
        "his party",
    ]


def test_whose_side_the_last_of_a_list_is_from_is_said_of_them_alone():
    text = (
        "Pyongyang, May 3 (KCNA) -- A dinner was given.\nPresent were Minister Om Chol, and other"
        " suite members and reporters from the south side.\nThen the participants saw a film."
    )
    groups = read_dispatch(text, "", date(2007, 5, 3)).events[0].groups
    assert [group.label for group in groups] == [
        "other suite members",
        "reporters from the south side",
    ]

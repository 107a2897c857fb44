"""Where a title ends: what tells place, company or manner is no part of it."""

from __future__ import annotations

import pytest

from desktop_app.reading.dispatch import read_dispatch


@pytest.mark.parametrize(
    ("said", "titles"),
    [
        (
            "The guests were greeted by Ri Un Sil, vice-minister of Culture, at the airport.",
            {"Ri Un Sil": "vice-minister of Culture"},
        ),
        (
            "They were seen off by attache Ivan Petrov of the Lao embassy here at the airport.",
            {"Ivan Petrov": "attache of the Lao embassy"},
        ),
        (
            "Om Chol met Zhong Bo, secretary of the Jiangxi provincial committee in a friendly"
            " atmosphere.",
            {"Zhong Bo": "secretary of the Jiangxi provincial committee"},
        ),
        (
            "Present were Honorary Professor Ivan Petrov of University of Ottawa and Om Chol.",
            {"Ivan Petrov": "Honorary Professor of University of Ottawa", "Om Chol": ""},
        ),
        (
            "Foreigners and Om Chol, family member of Hero Ri Un Sil, visited the statue.",
            {"Om Chol": "family member of Hero Ri Un Sil"},
        ),
        (
            "The union sent a message to Ivan Petrov, upon his election as President of Laos.",
            {"Ivan Petrov": "President of Laos"},
        ),
        (
            "Present was Ju Chang Jun, DPRK Ambassador e. p. To China.",
            {"Ju Chang Jun": "DPRK Ambassador e. p. To China"},
        ),
        (
            "Present was Irish Ambassador e. p. to the DPRK Eamonn Mckee.",
            {"Eamonn Mckee": "Irish Ambassador e. p. to the DPRK"},
        ),
        (
            "Ri Un Sil, director of the bureau, warmly saw off the delegation.",
            {"Ri Un Sil": "director of the bureau"},
        ),
        (
            "Om Chol met and informed Ivan Petrov, an editor, of the stand of the country.",
            {"Ivan Petrov": "editor"},
        ),
        ("Om Chol visited the hall together with his wife Ri Un Sil.", {"Ri Un Sil": ""}),
        (
            "Seen off by attaché Ivan Petrov of the Lao embassy here, the guests left.\nMinstor Ri"
            " Son-gwon was elected a member of the bureau, while Om Chol was elected as director.",
            {"Ri Son-gwon": "member of the bureau", "Om Chol": "director"},
        ),
        (
            "Om Chol, chairman of the union, bitterly denounced the policy in a speech.",
            {"Om Chol": "chairman of the union"},
        ),
        (
            "Present was Lao Charge d' Affaires a.i. to the DPRK Jamal Bin Johan.",
            {"Jamal Bin Johan": "Lao Charge d'Affaires a.i. to the DPRK"},
        ),
        (
            "The gift was handed to Om Chol, member of the bureau, by head of the group Z. Batbay,"
            " secretary of the union.",
            {
                "Om Chol": "member of the bureau",
                "Z. Batbay": "head of the group; secretary of the union",
            },
        ),
        (
            "Present were Ri Un Sil, envoy of President Om Chol, and Pak Il Ho, director.",
            {"Ri Un Sil": "envoy of President Om Chol", "Pak Il Ho": "director"},
        ),
        (
            "The delegation of the Ministry of Trade and Tourism led by Minister Ivan Petrov and Om"
            " Chol, director of the bureau, and his party Thursday visited the hall.",
            {"Ivan Petrov": "Minister", "Om Chol": "director of the bureau"},
        ),
        (
            "Om Chol sent a message to Manuel Pinto Da Costa, president-elect of Sao Tome.",
            {"Manuel Pinto Da Costa": "president-elect of Sao Tome"},
        ),
        (
            "Om Chol had a talk at the May Assembly Hall with Ri Un Sil, head of the group, and"
            " their parties.",
            {"Ri Un Sil": "head of the group"},
        ),
        (
            "Present was Ram Lal Shrestha, chairman of the Makwan, Nepal, committee for peace.",
            {"Ram Lal Shrestha": "chairman of the Makwan, Nepal, committee for peace"},
        ),
    ],
)
def test_a_title_ends_where_the_office_ends(said, titles):
    rows = read_dispatch(f"Pyongyang, May 3 (KCNA) -- {said}").participants
    found = {row.name: row.title for row in rows}
    assert titles.items() <= found.items()


def test_a_side_that_stands_behind_its_people_is_theirs_and_no_title():
    text = (
        "Talks were held between Minister Ri Un Sil and Vice-Minister Om Chol of the DPRK side and"
        " Minister Chan Sarun and Chairman of the Association Yos Son of the Cambodian side."
    )
    rows = read_dispatch(text).participants
    assert [(row.name, row.title, row.side) for row in rows] == [
        ("Ri Un Sil", "Minister", "DPRK"),
        ("Om Chol", "Vice-Minister", "DPRK"),
        ("Chan Sarun", "Minister", "Cambodia"),
        ("Yos Son", "Chairman of the Association", "Cambodia"),
    ]

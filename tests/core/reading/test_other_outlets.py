"""How dispatches of later years and of other outlets list people; a made-up sentence for each."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.reading.dispatch import read_dispatch


def _rows(said: str, title: str = "") -> dict[str, tuple[str, str]]:
    read = read_dispatch(f"Pyongyang, May 3 (KCNA) -- {said}", title, date(2019, 5, 3))
    return {row.name: (str(row.role), row.title) for row in read.participants}


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        (
            "A meeting was held.\nAmong those on the platform were Om Chol Su, Ri Un Sil and"
            " Pak Pom Il, and members of the commission of the republic.",
            dict.fromkeys(("Om Chol Su", "Ri Un Sil", "Pak Pom Il"), ("present", "")),
        ),
        (
            "A meeting was held.\nThe platform was taken by senior officials of the party, the"
            " state and the army, Om Chol Su, Ri Un Sil, minister of Culture, and Pak Pom Il.",
            {
                "Om Chol Su": ("present", "senior official of the party, the state and the army"),
                "Ri Un Sil": ("present", "minister of Culture"),
            },
        ),
        (
            "The circus performed.\nAmong the audience were senior officials including Om Chol Su"
            " and Ri Un Sil who are members of the Presidium of the Assembly.",
            {
                "Om Chol Su": ("present", "member of the Presidium of the Assembly"),
                "Ri Un Sil": ("present", "member of the Presidium of the Assembly"),
            },
        ),
        (
            "Councilor of the State Council Tang Pomei, special envoy of Chinese President Xu Lun,"
            " laid a wreath.",
            {
                "Tang Pomei": (
                    "principal",
                    "Councilor of the State Council; special envoy of Chinese President Xu Lun",
                )
            },
        ),
        (
            "Prizes were awarded.\nOm Chol Su was awarded the order; Ri Un Sil and Pak Pom Il"
            " watches; Kim Tam the citation of the president.",
            dict.fromkeys(("Om Chol Su", "Ri Un Sil", "Pak Pom Il", "Kim Tam"), ("recipient", "")),
        ),
        (
            "50 people including Om Chol Su and Ri Un Sil were awarded orders.",
            {"Om Chol Su": ("recipient", ""), "Ri Un Sil": ("recipient", "")},
        ),
        (
            "The session declared that Om Chol Su, member of the bureau, was elected chairman.",
            {"Om Chol Su": ("appointed", "member of the bureau; chairman")},
        ),
        (
            "Deputies Om Chol Su and Ri Un Sil were elected vice-chairpersons.",
            {
                "Om Chol Su": ("appointed", "Deputy; vice-chairperson"),
                "Ri Un Sil": ("appointed", "Deputy; vice-chairperson"),
            },
        ),
        (
            "A session was held.\nOm Chol Su, chairman of the union, was also seen at it.",
            {"Om Chol Su": ("present", "chairman of the union")},
        ),
        (
            "Om Chol Su, president, met Ivan Petrov, envoy.\nOm Chol Su expressed thanks for it and"
            " sent the greetings of the people to President Paul Brown.",
            {"Paul Brown": ("recipient", "President")},
        ),
        (
            "Om Chol Su, chairman of the Front of Unity (Ponpec), was elected president.",
            {"Om Chol Su": ("appointed", "chairman of the Front of Unity (Ponpec); president")},
        ),
    ],
)
def test_later_forms_give_their_roles_and_titles(said, rows):
    assert rows.items() <= _rows(said).items()


def test_who_came_to_see_somebody_off_is_not_seen_off_himself():
    said = (
        "President Om Chol Su left by train.\n"
        "Om Chol Su greeted the officials who came out to see him off."
    )
    assert _rows(said) == {"Om Chol Su": ("principal", "President")}


def test_people_in_a_painting_do_not_stand_together_with_anybody():
    assert (
        _rows("Guests laid bouquets before the painting of Pak standing together with Om Chol Su.")
        == {}
    )


def test_a_title_line_is_no_sentence_though_names_are_parted_in_it():
    title = "Om Chol Su Meets Guests of Kim Il Sung-Kim Jong Il Foundation"
    body = f"{title}\n\nOm Chol Su, president of the board, met guests at the hall on October 8."
    assert [row.name for row in read_dispatch(body, title).participants] == ["Om Chol Su"]


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        (
            "Om Chol Su visited the hall, Radio Seoul reported.\nThe participants included Ri Un"
            " Sil, premier of the cabinet.",
            {"Ri Un Sil": ("present", "premier of the cabinet")},
        ),
        (
            "Marshal Om Chol Su was accompanied by two senior officials — Ri Un Sil and Pak Pom"
            " Il.",
            {"Ri Un Sil": ("accompanied", "two senior official")},
        ),
        (
            "Leader Om Chol Su attended a performance.\nOm's entourage included KPA Generals Ri Un"
            " Sil and Pak Pom Il, as well as the department directors, Kim Tam and Jo Sok.",
            {
                "Ri Un Sil": ("accompanied", "KPA General"),
                "Kim Tam": ("accompanied", "department director"),
                "Jo Sok": ("accompanied", "department director"),
            },
        ),
        (
            "A ceremony was held.\nTop officials attended the ceremony, including Ri Un Sil,"
            " secretary of the union; and Pak Pom Il, chief of the bureau.",
            {
                "Ri Un Sil": ("present", "secretary of the union"),
                "Pak Pom Il": ("present", "chief of the bureau"),
            },
        ),
        (
            "Marshal Om Chol Su visited the hall.\n“Accompanying him were Ri Un Sil and Pak Pom Il,"
            " members of the Presidium of the Bureau,” KCNA said on Monday.",
            {"Pak Pom Il": ("accompanied", "member of the Presidium of the Bureau")},
        ),
        (
            "A wreath was laid at the tower on behalf of Marshal Om Chol Su.",
            {"Om Chol Su": ("sender", "Marshal")},
        ),
        ("Om Chol Su and Ri Un Sil resigned from their posts.", {"Ri Un Sil": ("dismissed", "")}),
        (
            "Workers swore an oath.\nLed by Om Chol Su, chairman of the federation, they made a"
            " pledge to hold Kim Il Sung in esteem.",
            {"Om Chol Su": ("principal", "chairman of the federation")},
        ),
        (
            "Om Chol Su was elected member of the bureau and Comrades Ri Un Sil and Pak Pom Il"
            " alternate members of the Political Bureau.",
            {
                "Om Chol Su": ("appointed", "member of the bureau"),
                "Ri Un Sil": ("appointed", "alternate member of the Political Bureau"),
                "Pak Pom Il": ("appointed", "alternate member of the Political Bureau"),
            },
        ),
        (
            "Om Chol Su was elected chairman of the Finance and Accounting Department to replace"
            " Comrade Ri Un Sil.",
            {
                "Om Chol Su": ("appointed", "chairman of the Finance and Accounting Department"),
                "Ri Un Sil": ("dismissed", ""),
            },
        ),
        (
            "Talks were held.\nPresent from the north side were members of the north side's"
            " delegation with Ri Un Sil, councillor of the Cabinet, as its head delegate.",
            {"Ri Un Sil": ("present", "councillor of the Cabinet; head delegate")},
        ),
        (
            "President Om Chol Su received the credentials presented by Ivan Petrov, ambassador of"
            " Tonga.",
            {"Ivan Petrov": ("principal", "ambassador of Tonga")},
        ),
        (
            "A ceremony was held.\nA decree was read out by Om Chol Su, president of the court.",
            {"Om Chol Su": ("speaker", "president of the court")},
        ),
        (
            "A service was held.\nOm Chol Su, chairman of the federation, preached a sermon.\n"
            "Present were believers in the city and Rev. Paul Brown, secretary of the council.",
            {
                "Om Chol Su": ("speaker", "chairman of the federation"),
                "Paul Brown": ("present", "Rev.; secretary of the council"),
            },
        ),
        (
            "A dinner was given.\nPresent were Om Chol Su and Ri Un Sil, officials of the bureau;"
            " Pak Pom Il, chairman of the committee, and the guests.",
            {
                "Om Chol Su": ("present", "official of the bureau"),
                "Ri Un Sil": ("present", "official of the bureau"),
                "Pak Pom Il": ("present", "chairman of the committee"),
            },
        ),
        (
            "Tonga's foreign minister, Ivan Petrov, arrived in Pyongyang.\nThe KCNA said Vice"
            " Foreign Minister Om Chol Su went to the airport to see off his guests.",
            {
                "Ivan Petrov": ("principal", "Tonga's foreign minister"),
                "Om Chol Su": ("saw_off", "Vice Foreign Minister"),
            },
        ),
        (
            "Minister Om Chol Su left Pyongyang.\nHe was reportedly seen off at the airport by Vice"
            " Minister Ri Un Sil.",
            {"Ri Un Sil": ("saw_off", "Vice Minister")},
        ),
        (
            "A meeting was held.\nOther speakers included Paul Brown and Ivan Petrov.",
            {"Paul Brown": ("speaker", ""), "Ivan Petrov": ("speaker", "")},
        ),
        (
            "Foreigners sent baskets to the statue.\nThey include Paul Brown, chairman,"
            " Om Chol Su and Ri Un Sil, members of the federation, Ivan Petrov, manager, and the"
            " family of Pak Pom Il.",
            {
                "Paul Brown": ("sender", "chairman"),
                "Om Chol Su": ("sender", "member of the federation"),
                "Ivan Petrov": ("sender", "manager"),
            },
        ),
        (
            "We are ready.\nMarshal Om Chol Su declared this while inspecting KPA Unit 12.",
            {"Om Chol Su": ("principal", "Marshal")},
        ),
        (
            "A seminar was held.\nProf. and Dr. Om Chol Su, director of the institute, proved at it"
            " that the theory was right.",
            {"Om Chol Su": ("speaker", "Prof. and Dr.; director of the institute")},
        ),
        (
            "Om Chol Su and Ri Un Sil were elected to fill the vacancies of members of the"
            " Political Bureau.",
            {
                "Om Chol Su": ("appointed", "member of the Political Bureau"),
                "Ri Un Sil": ("appointed", "member of the Political Bureau"),
            },
        ),
        (
            "A meeting was held.\nSecretaries of the committee were elected.\nThey are Om Chol Su"
            " and Ri Un Sil, deputies of the assembly.",
            {"Om Chol Su": ("appointed", "deputy of the assembly")},
        ),
        (
            "President Om Chol Su arrived.\nOn hand at the station to greet him were Ivan Petrov,"
            " governor, and Paul Brown, mayor.",
            {"Ivan Petrov": ("greeted", "governor"), "Paul Brown": ("greeted", "mayor")},
        ),
        (
            "Minister Om Chol Su arrived in Rome.\nOn May 3 he had separate meetings with Ivan"
            " Petrov, governor, and Paul Brown, mayor.",
            {"Ivan Petrov": ("principal", "governor"), "Paul Brown": ("principal", "mayor")},
        ),
        (
            "Marshal Om Chol Su, accompanied by Premier Ri Un Sil and Secretary Pak Pom Il, enjoyed"
            " a performance by the chorus.",
            {"Om Chol Su": ("principal", "Marshal"), "Pak Pom Il": ("accompanied", "Secretary")},
        ),
        (
            "Om Chol Su was elected chairwoman of the C.C., the Women's Union.",
            {"Om Chol Su": ("appointed", "chairwoman of the C.C., the Women's Union")},
        ),
        (
            "Premier Om Chol Su met Ivan Petrov, chairman of the committee.\nThe chairman asked the"
            " premier to convey regards of President Paul Brown to leader Ri Un Sil.",
            {"Paul Brown": ("sender", "President"), "Ri Un Sil": ("recipient", "leader")},
        ),
        (
            "President Om Chol Su received baskets from Lin Tonglun, director, and Cui Gennan and"
            " Wang Tongjun, members of the fund, on Wednesday.",
            {"Wang Tongjun": ("sender", "member of the fund")},
        ),
        (
            "President Om Chol Su sent birthday tables to veterans.\nThe tables were handed to Ri"
            " Un Sil, worker of the plant, and others.",
            {
                "Om Chol Su": ("sender", "President"),
                "Ri Un Sil": ("recipient", "worker of the plant"),
            },
        ),
        (
            "Lectures were sponsored by the party of Tonga and the union of India.\nPaul Brown,"
            " chairman of the party, said that it was right.",
            {"Paul Brown": ("speaker", "chairman of the party")},
        ),
    ],
)
def test_forms_of_agencies_and_decrees_give_their_roles_and_titles(said, rows):
    assert rows.items() <= _rows(said).items()


def test_who_has_an_interview_with_the_agency_is_whom_the_statement_is_of():
    said = "Ivan Petrov, chairman of the union, had an interview with KCNA on Monday."
    assert _rows(said) == {"Ivan Petrov": ("principal", "chairman of the union")}


def test_whose_wreath_is_seen_is_not_there_himself():
    said = "Wreaths in the name of Om Chol Su, chairman, were seen on the stands."
    assert _rows(said) == {"Om Chol Su": ("sender", "chairman")}


def test_who_is_relieved_of_one_post_and_appointed_to_another_has_both_roles():
    said = "Om Chol Su was relieved of the post of director and appointed as chief of the bureau."
    read = read_dispatch(f"Pyongyang, May 3 (KCNA) -- {said}")
    assert [str(row.role) for row in read.participants] == ["dismissed", "appointed"]


def test_whom_a_dispatch_calls_late_takes_no_part_further_down():
    said = (
        "A service for the late Om Chol Su, chairman of the union, was held.\n"
        "Om Chol Su, chairman of the union, visited many lands."
    )
    assert _rows(said) == {}


def test_a_name_broken_over_two_lines_of_one_width_is_whole():
    said = (
        "Pyongyang, June 19 (KCNA) -- A soiree was held at the restaurant for\n"
        "the staff of the embassy here. Present there were Minister Om\n"
        "Chol Su, Jose Manuel Alvaro, director of the bureau, and Ri Un\n"
        "Sil, section chief of the ministry, with officials concerned."
    )
    names = [row.name for row in read_dispatch(said, published=date(2009, 6, 19)).participants]
    assert names == ["Om Chol Su", "Jose Manuel Alvaro", "Ri Un Sil"]


def test_those_elected_stand_under_the_heading_of_their_office():
    said = (
        "The Political Bureau of the committee was elected.\n"
        "Members of the Political Bureau of the Central Committee\n"
        "Om Chol Su, Ri Un Sil, Pak Pom Il\n"
        "Secretaries of the Central Committee\n"
        "Kim Tam Un, Jo Sok Il"
    )
    office = "Member of the Political Bureau of the Central Committee"
    assert _rows(said) == {
        "Om Chol Su": ("appointed", office),
        "Ri Un Sil": ("appointed", office),
        "Pak Pom Il": ("appointed", office),
        "Kim Tam Un": ("appointed", "Secretary of the Central Committee"),
        "Jo Sok Il": ("appointed", "Secretary of the Central Committee"),
    }


def test_who_sends_a_message_together_with_another_is_its_sender_alone():
    said = "Om Chol Su, together with Ri Un Sil, president, sent a message to Paul Brown, mayor."
    assert {name: role for name, (role, _) in _rows(said).items()} == {
        "Om Chol Su": "sender",
        "Ri Un Sil": "sender",
        "Paul Brown": "recipient",
    }

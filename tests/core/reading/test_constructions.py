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
        (
            "Messages of greetings were sent to King Tupou Bun, President Ivan Petrov and Om Chol.",
            {"Tupou Bun": "recipient", "Ivan Petrov": "recipient", "Om Chol": "recipient"},
        ),
        (
            "The bureau gave a Party on Friday for President of the Fund Sami H. Al-Qasim.",
            {"Sami H. Al-Qasim": "principal"},
        ),
        (
            "Ivan Petrov, head of the bureau, at the lecture stressed that it was fine.",
            {"Ivan Petrov": "speaker"},
        ),
        ("Present was Kim Jong Suk, chairwoman of the union.", {"Kim Jong Suk": "present"}),
        ("The wreath was laid by the family of the late Secretary Om Chol.", {}),
        ("The letter said that Secretary Om Chol attended the meeting.", {}),
        ("The union gave a party for those who won at the Skarnu Games.", {}),
        (
            "He left here.\nHe was given a hearty send-off by Ri Un Sil, premier of the Cabinet.",
            {"Ri Un Sil": "saw_off"},
        ),
        ("He will be accompanied by Minister Ri Un Sil.", {"Ri Un Sil": "accompanied"}),
        (
            "He left.\nMinister Ivan Petrov came out to the airport to see Om Chol off.",
            {"Ivan Petrov": "saw_off"},
        ),
        (
            "The committee was formed with Om Chol as Chairman. Its members are Ri Un Sil and Pak"
            " Il Ho.",
            {"Om Chol": "appointed", "Ri Un Sil": "appointed", "Pak Il Ho": "appointed"},
        ),
        (
            "Pak Un-il, an official, was also named a member, while Om Chol-ho was elected as"
            " director, the KCNA said.",
            {"Pak Un-il": "appointed", "Om Chol-ho": "appointed"},
        ),
        (
            "The funeral took place.\nOm Chol, secretary, and Ri Un Sil were waiting there.\n"
            "Om Chol in a eulogy said that it was sad.",
            {"Ri Un Sil": "present", "Om Chol": "speaker"},
        ),
        ("A basket came from the family of former Minister Om Chol.", {}),
        (
            "Present were Minister Om Chol, ri kwang gun, secretary, and officials.",
            {"Om Chol": "present", "ri kwang gun": "present"},
        ),
        (
            "A reception was given by Rosa Galan, charge d'affaires.\nHe said in his speech that"
            " the party headed by Ivan Petrov is strong.",
            {"Rosa Galan": "speaker"},
        ),
        (
            "Om Chol left.\nAmong the visiting group were Ri Un Sil, premier, and others.",
            {"Ri Un Sil": "accompanied"},
        ),
        (
            "Om Chol visited the hall.\nVisiting the hall with him were Ri Un Sil and others.",
            {"Om Chol": "principal", "Ri Un Sil": "accompanied"},
        ),
        (
            "The delegation that came to bid farewell to the late Om Chol, head of the bureau,"
            " called at his house.",
            {},
        ),
        (
            "The director saw President Om Chol and his party off on the road.\nRi Un Sil, premier,"
            " saw President Om Chol and his party off.",
            {"Ri Un Sil": "saw_off"},
        ),
        (
            "Minister Om Chol hosted a reception.\nIn his speech the minister said it was fine.",
            {"Om Chol": "speaker"},
        ),
        (
            "Doctor's degree went to Ri Un Sil, vice dean of a faculty, and others.",
            {"Ri Un Sil": "recipient"},
        ),
        (
            "Recently, its wrestlers Om Chol and Ri Un Sil took gold medals at the World Games, Pak"
            " Il Ho and Ho Il at the Asian Games, while Han Sun proved successful in diving.",
            dict.fromkeys(("Om Chol", "Ri Un Sil", "Pak Il Ho", "Ho Il", "Han Sun"), "performer"),
        ),
        (
            "The ten best players are Om Chol, a wrestler of the Forestry Team, and Ri Un Sil.",
            {"Om Chol": "recipient", "Ri Un Sil": "recipient"},
        ),
        (
            "He was greeted by head of the dance company Elena Petrova.\nAlso appreciating the"
            " performance were the head of the dance company and officials.",
            {"Elena Petrova": "present"},
        ),
        (
            "The order of merit was conferred on Om Chol and the order of labour on Ivan Petrov.",
            {"Om Chol": "recipient", "Ivan Petrov": "recipient"},
        ),
        (
            "The plan is grand.\nOm Chol, head of the bureau, told KCNA:\nIt is good.\nRi Un Sil,"
            " manager of the mill, said:\nIt is fine.",
            {},
        ),
        (
            "Personages visited the embassy.\nAmong them were Ivan Petrov, envoy, and Om Chol,"
            ' director of "Tele Marvina 23".',
            {"Ivan Petrov": "principal", "Om Chol": "principal"},
        ),
        (
            "A meeting was held.\nDeparting here earlier were Ri Un Sil, director, and others.",
            {"Ri Un Sil": "principal"},
        ),
        (
            "Leader Om Chol was presented with a gold mark and certificate by the union.",
            {"Om Chol": "recipient"},
        ),
        (
            "Present were Pham Viet Hung, ambassador, and Madav Kumar Nepal, secretary.",
            {"Pham Viet Hung": "present", "Madav Kumar Nepal": "present"},
        ),
        (
            "At the rally at the plaza of the May House of Culture Ri Un Sil, head of the union,"
            " made a report.",
            {"Ri Un Sil": "speaker"},
        ),
        (
            "Om Chol made an address at the ceremony attended by Ri Un Sil, minister of Culture.",
            {"Om Chol": "speaker", "Ri Un Sil": "present"},
        ),
        (
            "Om Chol sent a spread to Ri Un Sil, head of the bureau, and the 70th birthday spread"
            " to Pak Il Ho.",
            {"Ri Un Sil": "recipient", "Pak Il Ho": "recipient"},
        ),
        (
            "The council was founded. It consists of Ivan Petrov, chairman of the union, and"
            " others.",
            {"Ivan Petrov": "appointed"},
        ),
        (
            "Figures of two lands issued statements in May.\nIvan Petrov, chairman of the Front,"
            " said that it was right.",
            {"Ivan Petrov": "principal"},
        ),
        (
            "The plot will be smashed.\nIvan Petrov, chief of the mission, said this when"
            " interviewed by KCNA on Monday.",
            {"Ivan Petrov": "principal"},
        ),
        (
            "Minister Om Chol met and conversed with Ivan Petrov, minister of Trade.",
            {"Om Chol": "principal", "Ivan Petrov": "principal"},
        ),
        (
            "A meeting was held.\nN. Bold, chairman of the union, underlined the need to do it.",
            {"N. Bold": "speaker"},
        ),
        (
            "It was conveyed by the speaker on July 30 to Om Chol, minister of Trade.",
            {"Om Chol": "principal"},
        ),
        (
            "Present were Om Chol: Ri Un Sil, secretary of the union, and others.",
            {"Om Chol": "present", "Ri Un Sil": "present"},
        ),
        (
            "The council decided to award the prize to Ivan Petrov, president of Laos.",
            {"Ivan Petrov": "recipient"},
        ),
        (
            "Om Chol, director, arrived here.\nArrivals on the same day included a delegation of"
            " TASS headed by Ivan Petrov, its head, and Paul Brown, manager.",
            {"Ivan Petrov": "principal", "Paul Brown": "principal"},
        ),
        (
            "A party was given for players.\nOm Chol, vice-premier, in his speech congratulated"
            " them.",
            {"Om Chol": "speaker"},
        ),
        (
            "A meeting was held.\nOm Chol was elected chairman of the council.\nThe chairman of"
            " the council at the ceremony made a speech.",
            {"Om Chol": "speaker"},
        ),
        (
            "The launch was carried out under the direct guidance of Om Chol, chairman.",
            {"Om Chol": "principal"},
        ),
        (
            "In his meeting with outgoing Ambassador Om Chol the president said it was fine.",
            {"Om Chol": "principal"},
        ),
        (
            "Ri Un Sil, premier, said this when Om Chol, ambassador to his country, paid a courtesy"
            " call on him.",
            {"Ri Un Sil": "principal", "Om Chol": "principal"},
        ),
        (
            "The replies went to Ivan Petrov, president of Laos, and Paul Brown, king of Tonga.",
            {"Ivan Petrov": "recipient", "Paul Brown": "recipient"},
        ),
        (
            "A meeting was held.\nSpeakers included Ivan Petrov, head of the league, and Om Chol,"
            " chairman.\nAddressing it were Ri Un Sil, minister, and others.",
            {"Ivan Petrov": "speaker", "Om Chol": "speaker", "Ri Un Sil": "speaker"},
        ),
        (
            "Those who called at the embassy on Tuesday were Narayan Man Bijukchhe, member of the"
            " bureau, and others.",
            {"Narayan Man Bijukchhe": "principal"},
        ),
        (
            "The delegation of the Ministry of Trade and Tourism led by Minister Ivan Petrov, the"
            " group of the union led by Om Chol and Ri Un Sil, director, and his party Thursday"
            " visited the hall.",
            {"Ivan Petrov": "principal", "Om Chol": "principal", "Ri Un Sil": "principal"},
        ),
        (
            "Om Chol came back.\nComing back were Ri Un Sil, vice-premier, Pak Il Ho, minister, and"
            " others.",
            {"Ri Un Sil": "accompanied", "Pak Il Ho": "accompanied"},
        ),
        (
            "Om Chol, premier, exchanged greetings with Ivan Petrov, governor of the region; Paul"
            " Brown, chairman of the council; and others.",
            {"Om Chol": "principal", "Ivan Petrov": "principal", "Paul Brown": "principal"},
        ),
        (
            "It was delivered to Om Chol, premier, by Ivan Petrov, president of the council.",
            {"Om Chol": "principal", "Ivan Petrov": "principal"},
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


def test_each_of_several_well_wishers_is_the_author_of_what_he_says():
    text = (
        "Withdrawal of Troops Demanded\nPyongyang, May 3 (KCNA) -- Many demand the withdrawal.\n"
        "Ivan Petrov, chairman of the Friendship Association, said that it was right.\n"
        "Paul Brown, secretary of Defence, said that it was wrong."
    )
    rows = read_dispatch(text).participants
    assert [(row.name, str(row.role)) for row in rows] == [("Ivan Petrov", "principal")]

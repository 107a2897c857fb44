"""The kind of a dispatch is that of what it reports, not of the words that stand in it."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.reading.dispatch import read_dispatch

DAY = date(2015, 5, 7)


@pytest.mark.parametrize(
    ("kind", "title", "body"),
    [
        # Who writes stands in the title or in any of the first sentences.
        ("statement", "Launch Is Demonstration of Might: KCNA Commentary", "The rocket flew."),
        ("statement", "Row Flailed", "The paper Uri Sori in an editorial on May 1 blamed the row."),
        # Several papers are a review of the press.
        ("other", "Drill Assailed", "Papers here Thursday carry commentaries on the drill."),
        # Who told it is not what happened.
        (
            "other",
            "Students Rise",
            "Students of Kangnung blocked the road to the port, a Seoul-based radio reported.",
        ),
        # What is said first without a name is reported by the sentence that names the speaker.
        (
            "meeting",
            "Party Hopes for Ties",
            "I hope that our ties will grow. Ana Lopes, chairwoman of the Labour Party, said this"
            " on May 2 when Han Chol Min, DPRK ambassador to Brazil, paid a farewell call on her.",
        ),
        (
            "ceremony",
            "President on Ties",
            "Our countries are friends. President Joao Teixeira said this on May 2 after receiving"
            " credentials from DPRK Ambassador Han Chol Min.",
        ),
        # What a leader did while he lived is a feature.
        (
            "other",
            "History of a Mine",
            "President Kim Il Sung in his lifetime visited the Unsong Mine on many occasions.",
        ),
        ("other", "Work of a Writer", "Ten years have passed since he visited the Unsong Factory."),
        # Functions of several sorts are events; of one sort they keep theirs.
        (
            "other",
            "Day Marked in Brazil",
            "A seminar was held in Lima and a lecture and a film show took place in Cusco.",
        ),
        ("meeting", "Day Marked in Brazil", "A seminar was held in Lima on May 1."),
        ("ceremony", "Victims Remembered", "A memorial service was held in Lima on May 1."),
        # Homage is a ceremony, but a leader's is a visit.
        (
            "ceremony",
            "Officials Visit Bier",
            "Officials of the province visited the bier of Pak Un Ho to mourn his death.",
        ),
        (
            "visit",
            "Kim Jong Un Visits Bier",
            "Kim Jong Un visited the bier of Pak Un Ho to express condolences.",
        ),
        # A word of sport alone is no sport.
        ("other", "Soldiers on Shooting Spree", "Soldiers fired rifles in front of a hotel."),
        ("sports", "Shooters Win", "The Songchon team won three medals at the shooting contest."),
        # One sort of function held in many countries keeps its kind.
        ("meeting", "Day Observed in Different Countries", "Meetings were held in Peru and Mali."),
        ("other", "Day Observed in Different Countries", "The day was observed in Peru and Mali."),
        ("ceremony", "Guests Repent", "Guests held a ceremony at the hall this afternoon."),
        (
            "ceremony",
            "Accord Reached",
            "The ministers signed the Declaration for Peace on Thursday.",
        ),
        (
            "arrival_departure",
            "Om Chol Leaves",
            "Om Chol left to see an opening ceremony of a dam.",
        ),
        ("message", "Cards from Abroad", "Premier Om Chol received New Year cards from friends."),
        ("performance", "Festival Opens", "The Spring Art Festival opened at a theatre."),
        ("other", "Posters Made", "Posters were made for the Art Festival to be held in May."),
        ("other", "To Be Remembered", "A committee for remembering Om Chol was formed in Peru."),
        (
            "report_meeting",
            "Meeting Marks Day",
            "A national meeting was held on Army Day.\nGuests came.\nOm Chol made a report.",
        ),
        # The headline's own verb counts, not the words in names and titles of its people.
        (
            "performance",
            "Performance of Drama Given",
            "A performance of a drama, winner of a Prize, was given at the Grand Theatre.",
        ),
        ("arrival_departure", "Delegation of Rodong Sinmun Leaves", "It left here Monday."),
        (
            "message",
            "Om Chol\u3000Greets Lao King",
            "Om Chol sent a massage of greeting to the king.",
        ),
        ("inspection", "Textile Mill Receives Om Chol", "Om Chol inspected the Textile Mill."),
        ("inspection", "Premier Inspects Flood-hit Areas", "The premier inspected the area."),
        ("ceremony", "Reception Given for Players", "A reception was given for the football team."),
        ("meeting", "Olympic Committee Meets", "The Olympic Committee met here on Monday."),
        ("talks", "Talks Held with Lao President", "Om Chol met and had talks with Ivan Petrov."),
        ("ceremony", "Writer Awarded", "Kim Il Sung Prize was awarded to the writer Om Chol."),
        ("statement", "KCNA Ridicules Row", "The row is going on."),
        (
            "report_meeting",
            "Birthday of Rodong Sinmun Marked",
            "A meeting marking its birthday met.",
        ),
        ("statement", "Act Flayed", "An editorial on the act was posted on a website on May 1."),
        ("ceremony", "Guests Mourn", "Om Chol paid a condolatory visit to the DPRK embassy."),
        (
            "other",
            "S. Korean Students' Struggle",
            "Students who came from all parts of the land held a rally at night.",
        ),
        ("meeting", "Symposium Opens Here", "A symposium on bees opened at the Hall of Science."),
    ],
)
def test_a_dispatch_is_of_the_kind_of_what_it_reports(kind, title, body):
    text = f"{title}\nPyongyang, May 7 (KCNA) -- {body}"
    assert read_dispatch(text, title, DAY).events[0].kind == kind

"""The kind of a dispatch that tells what happened only after its cause, or beside other deeds."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.reading.dispatch import read_dispatch

DAY = date(2015, 5, 7)


@pytest.mark.parametrize(
    ("kind", "title", "body"),
    [
        # Whose words they are may stand behind what they are about.
        (
            "statement",
            "Ferry Row",
            "The ferry was sold. Nobody asked. Everybody wept. It was in June. Uri Sori, a"
            " newspaper, observes this in a signed article.",
        ),
        (
            "statement",
            "Ferry Row",
            "The ferry was sold again. A spokesman for the Ferry Union in its statement on May 1"
            " branded the sale as a crime.",
        ),
        (
            "statement",
            "Ferry Row",
            "A document on the ferry was adopted. A spokesman for the Union today answered a"
            " question put by a reporter.",
        ),
        (
            "statement",
            "Stand Supported",
            "The stand was supported in Peru. The Lima Union released a joint statement on May 1.",
        ),
        ("statement", "Who Sold the Ferry: News Analyst", "The ferry was sold."),
        (
            "statement",
            "Union Praises Drill",
            "The Lima Union issued the first edition\nof a bulletin.",
        ),
        (
            "other",
            "Drill Praised",
            "The drill was praised by the press. Papers carried articles on it.",
        ),
        # What the words are about did not happen here.
        (
            "statement",
            "Accord Opposed",
            "The Ferry Union called an emergency press conference on May 1 as regards the fact that"
            " the ministers signed an agreement.",
        ),
        (
            "statement",
            "Release Issued",
            "The Ferry Union issued a press release on May 1 as regards the meeting held on the"
            " occasion of the anniversary of its birth.",
        ),
        (
            "other",
            "Om Chol's Work Posted",
            'The Lima Union posted on its website his work "Speech at the Tenth Plenary Meeting".',
        ),
        (
            "meeting",
            "Koreans Meet",
            "A meeting of Koreans demanding the repeal of the law was held in Lima on May 1.",
        ),
        # The head of the noun phrase says it.
        ("meeting", "Figures on Peace", "Round-table talks on peace took place in Lima on May 1."),
        ("talks", "Experts Agree", "The second negotiation of experts was held here on May 1."),
        ("meeting", "Coaches Learn", "A course for footballers' coaches was held here on May 1."),
        ("meeting", "Seminar Held", "A seminar was held by the Labour Party of Peru on May 1."),
        ("ceremony", "Guests Cheered", "A birthday party for the guests was given at a hotel."),
        ("sports", "Cup Opens", "Sports contests for the Songchon Cup were opened here."),
        ("exhibition", "Dresses Shown", "The national show of dress was opened with due ceremony."),
        ("ceremony", "Dam at Work", "The Unsong Dam went operational with due ceremony Monday."),
        ("ceremony", "Masses Held", "Buddhist masses were held at temples across the country."),
        ("message", "Books Given", "The Lima Union donated books to the Unsong Middle School."),
        ("ceremony", "Medal to Om Chol", "Om Chol was presented with a medal by the mayor."),
        # A figure is received, money is only got.
        ("other", "Crimes Told", "It was told that the judge received enormous funds from a bank."),
        # Without anything that took place, a day or a sport is a feature.
        ("other", "Anniversary of Work Marked", "It is ten years since the work came out."),
        ("other", "Basketball Loved", "Basketball courts are always alive with fans."),
        ("other", "A Wreath", "A seminar was held in Lima ten years ago, a wreath tells."),
        ("visit", "Basketball Players Tour", "Basketball players of Lima visited the museum."),
        # What is built is a feature, unless its opening is told.
        ("other", "Floodgate Built", "The county has built a floodgate. Rice will grow."),
        (
            "ceremony",
            "Floodgate Built",
            "The county has built a floodgate. Attending its inaugural ceremony was Om Chol.",
        ),
        ("visit", "Aid Workers Help", "Members of the WFP mission visited the Unsong Co-op Farm."),
        # Nobody signs the agency's own commentary; a radio's news are not its own.
        ("statement", "Ferry Sale Denounced", "The sale of the ferry is a crime. It will fail."),
        ("other", "Ferry Sale Denounced", "The ferry was sold, according to a radio of Lima."),
        ("other", "Drill under Fire in Papers", "Papers of the DPRK come out with commentaries."),
        # The main verb says it, not what was over by then.
        (
            "arrival_departure",
            "Om Chol Returns",
            "Om Chol returned home on Monday after attending the opening ceremony of a dam.",
        ),
        ("other", "A Prophecy", "It was in May 1954 when President Kim Il Sung visited a mill."),
        (
            "ceremony",
            "Guests Pay Tribute",
            "A delegation led by vice-premier Om Chol visited Kumsusan and paid tribute.",
        ),
        ("other", "Day Marked", "The Lima Union hosted a memorial service and film show."),
        ("exhibition", "Planes in Demonstration Flight", "An exhibition of planes was held."),
        ("ceremony", "School Year Starts", "The new school year started with due ceremony."),
        ("message", "Basket to Statues", "Om Chol sent a floral basket to the statues."),
        ("ceremony", "Baskets Laid before Statues", "Om Chol sent baskets to the statues."),
        ("meeting", "Om Chol Greets Guest", "Om Chol greeted the visiting president here."),
        ("meeting", "Workers Swear", "There took place an oath-taking of workers here."),
        ("visit", "Embassies Visited", "Foreigners paid congratulatory visits to the embassies."),
        ("performance", "Troupe Here", "The Songchon Troupe gave its premiere at a theatre."),
        ("ceremony", "Christians Pray", "A service for peace took place at the church."),
        (
            "other",
            "People Visit Hill",
            "People visited the statue for the last 15 years to pay tribute.",
        ),
        ("other", "Posters", "Posters are seen. They were drawn after Peru issued a statement."),
        ("performance", "Film Week Opens", "A week of Lao films was opened with due ceremony."),
        ("exhibition", "Sports Goods Shown", "The exhibition of sports goods opened here Monday."),
        ("meeting", "Rallies Vow", "There took place Sunday mass rallies in the provinces."),
        ("other", "Day Marked", "More than 20 multifarious events were held in Peru."),
        ("other", "Day Greeted", "The young greeted the day under the care of the Party."),
        ("message", "Committee Sends Aid Materials", "The committee's care reached the county."),
        ("visit", "Sites Visited", "Workers visited the Songchon Revolutionary Battle Site."),
        ("other", "Struggle Goes On", "Workers go on with their struggle denouncing the puppet."),
        # An abbreviation ends no sentence.
        (
            "meeting",
            "Generals Meet",
            "A general-level meeting between the KPA and the U.S. forces was held on the border.",
        ),
        # Somebody's words may fill more than one sentence before he is named.
        (
            "ceremony",
            "President on Row",
            "Our countries are friends. The row will end. President Joao Teixeira said this on"
            " May 2 after receiving credentials from DPRK Ambassador Han Chol Min.",
        ),
    ],
)
def test_what_happened_is_found_behind_its_cause_and_beside_other_deeds(kind, title, body):
    text = f"{title}\nPyongyang, May 7 (KCNA) -- {body}"
    assert read_dispatch(text, title, DAY).events[0].kind == kind

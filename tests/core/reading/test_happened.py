"""The day and the place of an event are told by its sentence and the day of the dispatch."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reading.dispatch import read_dispatch
from desktop_app.reading.happened import happened_in
from desktop_app.reading.places import place_in

ANCHOR = date(2011, 1, 3)  # a Monday


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("A fair opened on January 2.", date(2011, 1, 2), date(2011, 1, 2)),
        ("A fair opened on Dec. 30.", date(2010, 12, 30), date(2010, 12, 30)),
        ("It went on from Dec. 30 to Jan. 2.", date(2010, 12, 30), date(2011, 1, 2)),
        ("It was held on January 1 and 2.", date(2011, 1, 1), date(2011, 1, 2)),
        ("He met them Friday.", date(2010, 12, 31), date(2010, 12, 31)),
        ("He met them on Monday.", ANCHOR, ANCHOR),
        ("A fair opened on january 2.", date(2011, 1, 2), date(2011, 1, 2)),
        ("It took place from Friday through Sunday.", date(2010, 12, 31), date(2011, 1, 2)),
        ("It was held on Sunday and Monday.", date(2011, 1, 2), ANCHOR),
        ("He gave a party last evening.", date(2011, 1, 2), date(2011, 1, 2)),
        ("He met them yesterday.", date(2011, 1, 2), date(2011, 1, 2)),
        ("He met them today.", ANCHOR, ANCHOR),
        ("She arrived here by air this afternoon.", ANCHOR, ANCHOR),
        ("One day in June Juche 102 (2013), he came.", date(2013, 6, 1), date(2013, 6, 30)),
        ("The work published on May 3 was praised Sunday.", date(2011, 1, 2), date(2011, 1, 2)),
    ],
)
def test_the_day_is_told_from_the_day_of_the_dispatch(said, first, last):
    found = happened_in(said, 0, len(said), ANCHOR)
    assert found is not None
    assert (found.first, found.last) == (first, last)
    assert found.how in said


@pytest.mark.parametrize("said", ["A fair opened.", "He met them Friday.", "On May 33 a fair."])
def test_without_a_day_to_tell_from_nothing_is_made_up(said):
    assert happened_in(said, 0, len(said), None) is None


@given(st.dates(date(1997, 1, 1), date(2026, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_before_the_dispatch(anchor, back):
    day = anchor - timedelta(days=back)
    said = f"The fair opened {day:%A}."
    found = happened_in(said, 0, len(said), anchor)
    assert found is not None
    assert found.first == found.last == day


@pytest.mark.parametrize(
    ("said", "dateline", "place"),
    [
        ("The fair opened in Hamhung on Monday.", "Pyongyang", "Hamhung"),
        ("He arrived here by air.", "Wonsan", "Wonsan"),
        ("The union met in Shenyang City on Monday.", "Pyongyang", "Shenyang"),
        ("A rally was held in the Citizens Park of Kwanghwamun, Seoul, on May 1.", "", "Seoul"),
        ("The attache gave a party at his embassy.", "Pyongyang", "Pyongyang"),
        ("Talks were held in Ulan Bator.", "", "Ulan Bator"),
        ("The talks went well.", "Pyongyang", None),
        ("A concert was given at the Central Youth Hall.", "", "Pyongyang"),
        ("They toured the school and the mill.", "Sinuiju", "Sinuiju"),
        ("He inspected the Sariwon Textile Mill.", "Pyongyang", "Sariwon"),
    ],
)
def test_the_place_is_a_name_of_the_gazetteer_or_the_datelines(said, dateline, place):
    assert place_in(said, 0, len(said), dateline) == place


def test_what_follows_on_the_same_day_takes_day_and_place_from_before():
    text = (
        "Pyongyang, January 3 (KCNA) -- Ri Un Sil, premier, had talks with President Ivan Petrov at"
        " the Mansudae Assembly Hall on Sunday.\nHe said:\nWe are friends.\n"
        "After the talks Ri Un Sil hosted a dinner for Ivan Petrov.\n"
        "Earlier, Om Chol, minister of Trade, arrived in Wonsan on Friday."
    )
    found = read_dispatch(text, "Premier Has Talks", ANCHOR).events
    assert [(event.kind, event.place) for event in found] == [
        ("talks", "Pyongyang"),
        ("ceremony", "Pyongyang"),
        ("arrival_departure", "Wonsan"),
    ]
    days = [event.happened.first for event in found if event.happened]
    assert days == [date(2011, 1, 2), date(2011, 1, 2), date(2010, 12, 31)]


def test_a_show_after_an_inspection_and_a_ceremony_after_news_are_events_of_their_own():
    text = (
        "Pyongyang, January 3 (KCNA) -- Supreme Commander Kim Jong Il inspected a unit on Sunday.\n"
        "After the inspection, the Supreme Commander enjoyed a performance given by a choir."
    )
    found = read_dispatch(text, "Kim Jong Il Inspects Unit", ANCHOR).events
    assert [(str(e.kind), [p.name for p in e.participants]) for e in found] == [
        ("inspection", ["Kim Jong Il"]),
        ("performance", ["Kim Jong Il"]),
    ]
    text = (
        "Pyongyang, January 3 (KCNA) -- The mill was rebuilt.\nIt is big.\nIt is new.\nAll came.\n"
        "A ceremony for its opening took place Sunday.\nPresent there was Ri Un Sil, premier."
    )
    found = read_dispatch(text, "Mill Rebuilt", ANCHOR).events
    assert [str(event.kind) for event in found] == ["other", "ceremony"]
    assert found[1].happened is not None

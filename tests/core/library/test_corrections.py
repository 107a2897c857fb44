"""What the user says of a dispatch lies over what was read, and is never lost."""

import sqlite3
from datetime import date

import pytest

from desktop_app.errors import UserError
from desktop_app.library import correcting
from desktop_app.library.correcting import Cells
from desktop_app.library.corrections import forget_reading
from desktop_app.library.steps import undo
from desktop_app.model.participant import EventKind, Role
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from tests.conftest import capture_of, take

TEXT = (
    "Pyongyang, September 14 (KCNA) -- Foreign Minister Hong Ryong Sae met Boris Zimin, head of"
    " a delegation of the Russian Federation, on Thursday. Present there were Vice-Minister"
    " Ri Kwang Chon and department director Pak Song Nam.\n"
    "Jon Yun Ho was on a trip elsewhere."
)


@pytest.fixture
def article(library):
    take(library, "one", [capture_of("2023-09-14 Talks held", TEXT)])
    return lambda: library.article(library.find(Query()).ids.tolist()[0])


def people(article):
    return [
        (row.name, row.title, str(row.role))
        for event in article.events
        for row in event.participants
    ]


def row_of(article, name):
    return next(r for e in article.events for r in e.participants if r.name == name)


def found(library, typed):
    return len(library.find(parse(typed).query))


def test_a_cell_is_corrected_shown_as_the_users_and_undone(library, article):
    start = people(article())
    ri = row_of(article(), "Ri Kwang Chon")
    correcting.correct_row(library, article(), ri, Cells(title="first vice-minister"))
    correcting.correct_row(
        library, article(), row_of(article(), "Ri Kwang Chon"), Cells(role=Role.SPEAKER)
    )
    new = row_of(article(), "Ri Kwang Chon")
    assert (new.title, new.role, new.by_user, new.certainty) == (
        "first vice-minister", Role.SPEAKER, True, 1.0,
    )  # fmt: skip
    assert new.read_as
    assert (new.read_as.title, new.read_as.role) == (ri.title, ri.role)
    assert found(library, 'person:"Ri Kwang Chon" role:speaker is:corrected') == 1
    done = undo(library)
    assert done.step
    assert str(done.step.says) == "correct Ri Kwang Chon in “Talks held”"
    assert found(library, "role:speaker") == 0
    undo(library)
    assert people(article()) == start
    assert found(library, "is:corrected") == 0
    assert row_of(article(), "Ri Kwang Chon") == ri


def test_correcting_back_is_as_if_never_touched(library, article):
    ri = row_of(article(), "Ri Kwang Chon")
    correcting.correct_row(library, article(), ri, Cells(name="Ri Kwang Jon"))
    assert found(library, 'person:"Ri Kwang Jon"') == 1
    wrong = row_of(article(), "Ri Kwang Jon")
    correcting.correct_row(library, article(), wrong, Cells(name="Ri Kwang Chon"))
    assert row_of(article(), "Ri Kwang Chon") == ri
    assert found(library, "is:corrected") == 0


def test_rows_are_removed_added_from_marked_words_and_moved(library, article):
    start = people(article())
    correcting.remove_rows(library, article(), [row_of(article(), "Pak Song Nam")])
    assert found(library, 'person:"Pak Song Nam"') == 0
    place = TEXT.index("Jon Yun Ho")
    correcting.add_row(
        library, article(), Cells(title="adviser", role=Role.PRESENT), span=(place, place + 10)
    )
    jon = row_of(article(), "Jon Yun Ho")
    assert (jon.by_user, jon.read_as, jon.spans[0].start) == (True, None, place)
    assert people(article())[-1][0] == "Jon Yun Ho"
    correcting.move_row(library, article(), jon, -1)
    assert people(article())[-2][0] == "Jon Yun Ho"
    correcting.correct_row(library, article(), row_of(article(), "Jon Yun Ho"), Cells(side="DPRK"))
    assert row_of(article(), "Jon Yun Ho").side == "DPRK"
    assert people(article())[-2][0] == "Jon Yun Ho"
    for _ in range(4):
        undo(library)
    assert people(article()) == start
    with pytest.raises(UserError):
        correcting.add_row(library, article(), Cells(name=" "))


def test_confirming_takes_the_doubt_away_and_is_no_correction(library, article):
    rows = [row for event in article().events for row in event.participants]
    correcting.confirm_rows(library, article(), rows)
    assert found(library, "is:verified -is:doubtful -is:corrected") == 1
    correcting.confirm_rows(library, article(), [row_of(article(), rows[0].name)], on=False)
    assert not row_of(article(), rows[0].name).confirmed
    undo(library)
    undo(library)
    assert [row for event in article().events for row in event.participants] == rows


def test_an_event_has_the_kind_days_and_place_that_the_user_says(library, article):
    before = article().events[0]
    days = (date(2023, 9, 12), date(2023, 9, 13))
    correcting.correct_event(library, article(), 0, kind=EventKind.TALKS, days=days)
    correcting.correct_event(library, article(), 0, place="Wonsan")
    event = article().events[0]
    assert (event.kind, event.happened.first, event.place) == (EventKind.TALKS, days[0], "Wonsan")
    assert event.read_as.kind == before.kind
    assert found(library, "kind:talks place:Wonsan happened:2023-09-12 is:corrected") == 1
    undo(library)
    undo(library)
    assert article().events[0] == before


def test_corrections_find_their_place_in_a_new_version_and_say_when_they_do_not(library, article):
    correcting.correct_row(
        library, article(), row_of(article(), "Ri Kwang Chon"), Cells(title="minister")
    )
    correcting.correct_row(
        library, article(), row_of(article(), "Pak Song Nam"), Cells(role=Role.SPEAKER)
    )
    place = TEXT.index("Jon Yun Ho")
    correcting.add_row(library, article(), Cells(role=Role.PRESENT), span=(place, place + 10))
    edited = TEXT.replace(" and department director Pak Song Nam", "").replace("on a trip", "away")
    take(library, "two", [capture_of("2023-09-14 Talks held", edited)])
    latest = library.article(article().row.id, article().versions[-1].id)
    assert len(latest.versions) == 2
    assert row_of(latest, "Ri Kwang Chon").title == "minister"
    assert row_of(latest, "Jon Yun Ho").by_user
    assert row_of(article(), "Pak Song Nam").role is Role.SPEAKER
    assert correcting.astray(library) == ()

    library.change(
        lambda c: (
            c.execute("UPDATE version SET complete = 0 WHERE text = ?", (TEXT,)),
            c.execute("UPDATE capture SET captured_at = NULL"),
        )
    ).result()
    take(library, "three", [capture_of("2023-09-14 Talks held", edited)])
    assert found(library, "is:astray") == 1
    (lost,) = correcting.astray(library)
    assert (str(lost.says), lost.article) == ("Pak Song Nam, speaker", article().row.id)
    correcting.give_up(library, lost)
    assert correcting.astray(library) == ()
    assert found(library, "is:astray") == 0


def test_what_the_reader_no_longer_reads_stays_as_the_users_row(library, article):
    correcting.correct_row(
        library, article(), row_of(article(), "Ri Kwang Chon"), Cells(title="minister")
    )
    version = article().version.id

    def read_nothing(connection):
        forget_reading(connection, version)
        connection.execute(
            "INSERT INTO event (article, version, position, kind) VALUES (?, ?, 0, 'other')",
            (article().row.id, version),
        )

    library.change(read_nothing).result()
    take(library, "again", [capture_of("2023-09-14 Talks held", TEXT)])
    assert people(article()) == [("Ri Kwang Chon", "minister", "present")]


def test_a_correction_of_a_dispatch_that_is_not_here_waits_on_the_list(library, article):
    correcting.correct_row(
        library, article(), row_of(article(), "Ri Kwang Chon"), Cells(title="minister")
    )
    library.change(lambda c: c.execute("UPDATE article SET public_id = 'another'")).result()
    (lost,) = correcting.astray(library)
    assert (lost.article, str(lost.says)) == (None, "Ri Kwang Chon, present")


def test_the_log_quotes_the_words(library, article):
    correcting.correct_row(
        library, article(), row_of(article(), "Ri Kwang Chon"), Cells(title="minister")
    )
    (entry,) = sqlite3.connect(library.path / "work.db").execute("SELECT after FROM log").fetchall()
    assert '"quote": "Ri Kwang Chon"' in entry[0]

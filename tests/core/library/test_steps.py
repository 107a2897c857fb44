"""What the user does can be undone and done again, and outlives closing and rebuilding."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import UserError
from desktop_app.library import marking, work
from desktop_app.library.library import Library
from desktop_app.library.searches import Searches
from desktop_app.library.steps import history, redo, undo
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from tests.conftest import capture_of, take
from tests.user_work import DEEDS, standing

LAW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


TEXT = (
    "Pyongyang, January {} (KCNA) -- Foreign Minister Hong Ryong Sae met Boris Zimin on Thursday."
    " Present there were Vice-Minister Ri Kwang Chon and department director Pak Song Nam."
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("steps") / "Made up.dateline") as library:
        captures = [
            capture_of(f"2024-01-0{day} Talks of day {day}", TEXT.format(day), locator=str(day))
            for day in range(1, 7)
        ]
        take(library, "six", captures)
        yield library


def texts(steps):
    return [str(step.says) for step in steps]


@LAW
@given(deeds=st.lists(DEEDS, max_size=8))
def test_undoing_all_is_the_start_and_redoing_all_is_the_end(filled, deeds):
    start, before = standing(filled), len(history(filled).undo)
    for deed in deeds:
        deed(filled)
    end, done = standing(filled), history(filled).undo[before:]
    for _ in done:
        undo(filled)
    assert standing(filled) == start
    assert texts(history(filled).redo[::-1][: len(done)]) == texts(done)
    for _ in done:
        redo(filled)
    assert standing(filled) == end
    for _ in done:
        undo(filled)
    assert standing(filled) == start


def test_steps_are_named_and_kept_over_a_restart(tmp_path):
    with Library.create(tmp_path / "a.dateline") as library:
        take(library, "two", [capture_of("2024-01-01 Talks"), capture_of("Visit", locator="2")])
        ids = library.find(Query()).ids.tolist()
        for _ in range(60):
            marking.star(library, ids)
            marking.star(library, ids, on=False)
        marking.star(library, ids[:1])
        marking.opened(library, ids[0])
        assert str(history(library).undo[-1].says) == "star “Talks”"
    with Library.open(tmp_path / "a.dateline") as library:
        assert str(history(library).undo[-2].says) == "unstar 2 articles"
        for _ in range(121):
            undo(library)
        assert not any(library.arrays().starred)
        assert library.arrays().unread.tolist() == [False, False, True]
        with pytest.raises(UserError, match="nothing to undo"):
            undo(library)
        redo(library)
        assert library.arrays().starred.tolist() == [False, True, True]


def test_a_step_whose_target_has_changed_since_is_not_undone(library, fill):
    fill("2024-01-01 Talks", "2024-01-02 Visit")
    first, second = library.find(Query()).ids.tolist()
    early = marking.star(library, [first, second])
    assert early.step
    marking.star(library, [second], on=False)
    with pytest.raises(UserError, match="changed since"):
        undo(library, early.step.number)
    assert library.arrays().starred[[first, second]].tolist() == [True, False]
    undo(library)
    undo(library, early.step.number)
    assert not library.arrays().starred.any()


def test_a_new_step_after_an_undo_takes_the_redo_away(library, fill):
    fill("2024-01-01 Talks")
    ids = library.find(Query()).ids.tolist()
    marking.star(library, ids)
    undo(library)
    marking.opened(library, ids[0])
    assert texts(history(library).redo) == ["star “Talks”"]
    marking.mark_read(library, ids, on=False)
    with pytest.raises(UserError, match="nothing to do again"):
        redo(library)


def test_a_log_that_ran_ahead_of_the_tables_is_caught_up_with_at_opening(tmp_path):
    with Library.create(tmp_path / "a.dateline") as library:
        take(library, "one", [capture_of("2024-01-01 Talks")])
        ids = library.find(Query()).ids.tolist()
        marking.star(library, ids)
        library.change(
            lambda c: (
                c.execute("UPDATE article SET starred = 0"),
                c.execute("UPDATE generation SET log_applied = 0"),
            )
        ).result()
    with Library.open(tmp_path / "a.dateline") as library:
        assert library.arrays().starred[ids].all()


def test_looking_at_a_search_is_no_step_and_its_renaming_is(library, fill):
    searches = Searches(library)
    saved = searches.save("Talks", parse("talks").query)
    searches.rename(saved, "All talks")
    fill("2024-01-01 Talks")
    searches.look_at(searches.all()[0])
    undo(library)
    (again,) = searches.all()
    assert (again.name, searches.count(again).new) == ("Talks", 0)
    undo(library)
    assert searches.all() == ()


def test_the_log_is_only_added_to_and_can_be_read(library, fill):
    fill("2024-01-01 Talks")
    marking.star(library, library.find(Query()).ids.tolist())
    undo(library)
    connection = sqlite3.connect(library.path / "work.db")
    told = [(entry.action, entry.before, entry.after) for entry in work.entries(connection)]
    says = [row[0] for row in connection.execute("SELECT says FROM step")]
    connection.close()
    assert told == [("star", None, True), ("star", True, None)]
    assert all("star {what}" in one and "Talks" in one for one in says)

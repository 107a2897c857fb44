"""Merging, parting and telling apart are decisions: kept, undone, shared."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.persons import find_person, person_page
from desktop_app.cli import run
from desktop_app.errors import UserError
from desktop_app.importing.rebuild import rebuild
from desktop_app.jobs import Job
from desktop_app.library import deciding, steps
from desktop_app.library.authority import OWN_FILE
from desktop_app.library.decisions import Decision, Decisions, Say
from desktop_app.library.decisions_file import read_decisions, take_over, write_decisions
from desktop_app.library.library import Library
from desktop_app.model.person import Person, Rows
from desktop_app.query.grammar import parse
from tests.core.library.test_persons import imported, who_is_who

ORDER = list(range(13))


@pytest.fixture
def library(tmp_path):
    with imported(tmp_path / "one.dateline", ORDER) as made:
        yield made


def kims(library: Library) -> tuple[Person, ...]:
    return find_person(library, "Kim Song Gwang")


def uuids(library: Library, name: str) -> set[object]:
    return {row[0] for key, row in who_is_who(library.path).items() if key[2] == name}


def test_two_become_one_as_the_preview_says_and_undo_parts_them_again(library):
    before = who_is_who(library.path)
    one, other = kims(library)
    merging = deciding.preview_same(library, one, other)
    assert who_is_who(library.path) == before, "a preview changes nothing"
    done = deciding.same(library, one, other)
    (left,) = kims(library)
    assert left.uuid == one.uuid
    page = person_page(library, one.uuid, Job())
    assert len(page.result) == merging.dispatches == merging.one.dispatches + 6
    assert len(done.articles) == merging.other.dispatches
    assert len(library.find(parse('person:"Kim Song Gwang"').query)) == merging.dispatches
    assert {one.by for one in page.linked} >= {"user"}
    steps.undo(library)
    assert who_is_who(library.path) == before
    steps.redo(library)
    assert kims(library) == (left,)


def test_rows_are_parted_by_title_and_by_spelling_as_the_preview_says(library):
    (han,) = find_person(library, "Han Song Bok")
    before = who_is_who(library.path)
    rows = Rows(names=("Han Song-bok",))
    parting = deciding.preview_part(library, han, rows)
    deciding.part(library, han, rows)
    assert uuids(library, "Han Song-bok").isdisjoint(uuids(library, "Han Song Bok"))
    (other,) = uuids(library, "Han Song-bok")
    assert len(person_page(library, str(other), Job()).result) == parting.dispatches
    steps.undo(library)
    assert who_is_who(library.path) == before
    with pytest.raises(UserError, match="None of the rows"):
        deciding.part(library, han, Rows(titles=("keeper of the seal",)))


def test_not_the_same_is_kept_and_ends_the_proposal(library):
    one, other = kims(library)
    assert person_page(library, one.uuid, Job()).proposals
    deciding.different(library, one, other)
    assert not person_page(library, one.uuid, Job()).proposals
    assert not person_page(library, other.uuid, Job()).proposals
    deciding.same(library, one, other)
    assert len(kims(library)) == 1, "who changes his mind is believed"
    with pytest.raises(UserError, match="one person already"):
        deciding.same(library, one, one)


def test_decisions_outlive_a_rebuild_and_hold_for_what_is_imported_later(tmp_path, library):
    one, other = kims(library)
    deciding.same(library, one, other)
    (han,) = find_person(library, "Han Song Bok")
    deciding.part(library, han, Rows(names=("Han Song-bok",)))
    decided = who_is_who(library.path)
    shared = tmp_path / "ours.decisions.toml"
    assert write_decisions(library, shared) == 2
    library.close()
    rebuild(library.path, Job())
    assert who_is_who(library.path) == decided
    with Library.create(tmp_path / "later.dateline") as later:
        (later.path / OWN_FILE).write_bytes((library.path / OWN_FILE).read_bytes())
        taken = take_over(later, read_decisions(shared))
        assert len(taken.new) == 2, "decisions wait for those whom they are about"
    import_into(later.path, tmp_path / "one.saved")
    assert who_is_who(later.path) == decided


def import_into(path: Path, folder: Path) -> None:
    assert run(["--library", str(path), "import", str(folder)]) == 0


def test_a_shared_file_adds_what_is_new_and_leaves_what_you_decided_yourself(tmp_path, library):
    one, other = kims(library)
    deciding.same(library, one, other)
    shared = tmp_path / "theirs.decisions.toml"
    write_decisions(library, shared)
    assert "Kim Song Gwang" in shared.read_text("utf-8"), "people can read it"
    again = take_over(library, read_decisions(shared))
    assert (len(again.new), len(again.known), len(again.refused)) == (0, 1, 0)
    deciding.different(library, one, other)
    refused = take_over(library, read_decisions(shared))
    assert (len(refused.new), len(refused.refused)) == (0, 1)
    assert len(kims(library)) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        "say = 1",
        '[[decision]]\nsay = "perhaps"\nperson = {id = "a"}\nother = {id = "b"}',
        '[[decision]]\nsay = "same"\nperson = {id = "a b"}\nother = {id = "b"}',
        '[[decision]]\nsay = "same"\nperson = {id = "a"}\nother = {id = "a"}',
        '[[decision]]\nsay = "part"\nperson = {id = "a"}\nfirst = "tomorrow"',
        "decision = 3",
    ],
)
def test_a_file_that_makes_no_sense_is_refused_in_a_sentence(tmp_path, library, wrong):
    file = tmp_path / "wrong.toml"
    file.write_text(wrong, "utf-8")
    if wrong == "say = 1":
        assert read_decisions(file) == ()
    else:
        with pytest.raises(UserError, match="no file of decisions"):
            read_decisions(file)


SAID = [(say, *two) for say in Say for two in permutations("abcde", 2)]


@given(st.lists(st.sampled_from(SAID), max_size=12))
def test_any_decisions_mean_somebody_and_the_same_for_all_who_are_one(said):
    made = [
        Decision(say, one, other, rows=Rows(names=(one,)) if say is Say.PART else Rows())
        for say, one, other in said
    ]
    every = Decisions.of(made)
    for decision in made:
        if decision.say is Say.SAME:
            assert every.kept(decision.person) == every.kept(decision.other)
    for uuid in "abcde":
        assert every.meant(uuid, "a", "", "", None) in "abcde"


def test_the_command_line_decides_lists_and_shares(tmp_path, library, capsys):
    one, other = kims(library)
    at = ["--library", str(library.path), "decisions"]
    library.close()
    assert run([*at, "same", one.uuid, other.uuid]) == 0
    assert "6 dispatches and 6 become 12" in capsys.readouterr().err
    assert run([*at]) == 0
    assert capsys.readouterr().out == "", "without --yes it only says what it would do"
    assert run([*at, "same", one.uuid, other.uuid, "--yes"]) == 0
    assert run([*at, "part", "Han Song Bok", "--name", "Han Song-bok", "--yes"]) == 0
    capsys.readouterr()
    assert run(at) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    file = tmp_path / "ours.toml"
    assert run([*at, "export", str(file)]) == 0
    assert len(read_decisions(file)) == 2
    assert run([*at, "import", str(file)]) == 0
    assert run([*at, "same", "Nobody Atall", one.uuid]) == 1

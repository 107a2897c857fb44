"""The page of a person: each of its numbers is what a query for it finds."""

from __future__ import annotations

import json

import pytest

from desktop_app.analysis.persons import everything_about, find_person, person_page
from desktop_app.cli import run
from desktop_app.errors import UserError
from desktop_app.jobs import Job
from desktop_app.library.authority import OWN_FILE
from desktop_app.query.conditions.people import About, Trait, Who, person_named, this_person
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from tests.core.library.test_persons import OWN, imported


@pytest.fixture
def filled(tmp_path):
    with imported(tmp_path / "one.dateline", list(range(13))) as library:
        yield library


def page_of(library, name):
    return person_page(library, find_person(library, name)[0].uuid, Job())


def test_every_count_of_the_page_is_what_its_query_finds(filled):
    for name in ("Han Song Bok", "Kim Song Gwang"):
        for person in find_person(filled, name):
            page = person_page(filled, person.uuid, Job())
            assert len(page.result) == len(filled.find(everything_about(person))) > 0
            assert sum(page.by_year.values()) + page.result.undated == len(page.result)
            assert page.companions
            for other in page.companions:
                both = page.query.added(person_named(other.value))
                assert len(filled.find(both)) == other.count
            for role in page.roles:
                himself = this_person(person.uuid, person.name).traits
                asked = page.query.added(Who((*himself, Trait(About.ROLE, role.value))))
                assert len(filled.find(asked)) == role.count
            days = [day for held in page.titles for day in (held.first, held.last) if day]
            assert page.seen == (min(days), max(days))


def test_the_query_of_a_homonym_is_read_back_and_says_the_name(filled):
    one, other = find_person(filled, "Kim Song Gwang")
    query = everything_about(one)
    assert parse(query.text()).query == query
    assert "Kim Song Gwang" in str(query.words()) and one.uuid not in str(query.words().values)
    both = filled.find(parse('person:"Kim Song Gwang"').query)
    assert len(both) == sum(len(filled.find(everything_about(p))) for p in (one, other))


def test_two_of_one_name_are_told_apart_by_what_they_are(filled):
    everybody = filled.facet(filled.find(Query()), "person")
    labels = {line.label for line in everybody if "Kim Song Gwang" in line.label}
    assert labels == {
        "Kim Song Gwang (minister of Railways)",
        "Kim Song Gwang (vice-minister of Foreign Affairs)",
    }
    (single,) = [line.label for line in everybody if "Han" in line.label]
    assert single == "Han Song Bok"


def test_a_homonym_and_another_script_are_proposed_with_a_reason(filled):
    one, other = find_person(filled, "Kim Song Gwang")
    assert [p.person.uuid for p in page_of(filled, one.uuid).proposals] == [other.uuid]
    path = filled.path
    filled.close()
    (path / OWN_FILE).write_text(OWN.replace("한성복", "").replace('name_ko = ""', ""), "utf-8")
    with filled.open(path) as library, library.taking("nothing"):
        pass
    with filled.open(path) as library:
        page = page_of(library, "Han Song Bok")
        assert [p.person.name for p in page.proposals] == ["한성복"]
        assert page.known is not None and page.known.source == "made up for this test"


def test_who_is_not_there_is_told_so(filled):
    assert find_person(filled, "Nobody Atall") == ()
    with pytest.raises(UserError, match="no longer"):
        person_page(filled, "no-such-id", Job())


def test_the_command_line_tells_the_same(filled, capsys):
    page = page_of(filled, "Han Song-bok")
    assert run(["--library", str(filled.path), "person", "Han Song-bok", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["name"], told["name_ko"], told["total"]) == (
        "Han Song Bok",
        "한성복",
        len(page.result),
    )
    assert told["by_year"] == dict(page.by_year)
    assert {one["name"] for one in told["spellings"]} == {"Han Song Bok", "Han Song-bok", "한성복"}
    assert told["authority"]["died"] == "2009-12-31"
    assert run(["--library", str(filled.path), "person", "Nobody Atall"]) == 1
    assert "Nobody" in capsys.readouterr().err

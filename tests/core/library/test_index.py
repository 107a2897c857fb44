"""The search index is derived: damage is noticed and mended from the texts."""

import sqlite3

import pytest

from desktop_app.jobs import Cancelled, Job
from desktop_app.library import index
from desktop_app.library.connections import IndexDamaged
from desktop_app.library.found import Indexed, indexed
from desktop_app.library.library import Library
from desktop_app.query.grammar import parse
from desktop_app.query.pairs import words_of

LINES = ("2024-01-02 Talks held", "2024-01-03 김정은동지의 현지지도", "2024-01-04 A headline")
ASKED = ("talks", "지도", "headline", "tal*", '"talks held"', "title:headline")


@pytest.fixture
def filled(library, fill):
    fill(*LINES[:2])
    fill(LINES[2], text="")
    return library


def answers(library):
    return [library.find(parse(asked).query).ids.tolist() for asked in ASKED]


def run(library, *statements):
    def change(connection):
        for sql in statements:
            connection.execute(sql)

    library.change(change).result()


def indexed_as_it_stood(library):
    """Make of ``library`` one of an older program, which mended no text before indexing it."""

    def older(connection):
        for number, title, text in connection.execute(
            "SELECT v.id, coalesce(v.title, a.title), v.text FROM version v"
            " JOIN article a ON a.id = v.article"
        ).fetchall():
            index.take_out(connection, number, indexed(title, text))
            index.put(connection, number, Indexed(words_of(title), words_of(text), "", ""))
        connection.execute("UPDATE version SET prepared_with = 0")

    library.change(older).result()


DAMAGES = {
    "its leaves are gone": ["DELETE FROM words_data WHERE id > 10"],
    "it is empty": ["INSERT INTO words (words) VALUES ('delete-all')"],
    "a text is missing": ["INSERT INTO version (article, title, text) VALUES (1, 'x', 'y')"],
}


def test_a_sound_index_is_whole(filled):
    assert filled.index_is_whole()
    assert all(answers(filled))


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_noticed_and_mended(filled, damage):
    before = answers(filled)
    run(filled, *DAMAGES[damage])
    filled.close()
    with Library.open(filled.path) as library:
        assert not library.index_is_whole()
        library.make_index_again(Job())
        assert library.index_is_whole()
        assert answers(library) == before


def test_a_question_that_fails_of_the_index_says_so_and_other_questions_are_answered(filled):
    run(filled, *DAMAGES["its leaves are gone"])
    filled.close()
    with Library.open(filled.path) as library:
        with pytest.raises(IndexDamaged):
            library.find(parse("talks").query)
        assert len(library.find(parse("").query)) == len(LINES)
        assert len(library.find(parse("date:2024-01-02").query)) == 1


def test_a_mending_that_was_stopped_is_noticed(filled, monkeypatch):
    monkeypatch.setattr(index, "_TOGETHER", 1)
    job = Job(lambda _: job.cancel())
    with pytest.raises(Cancelled):
        filled.make_index_again(job)
    assert not filled.index_is_whole()


def test_a_word_goes_on_being_found_after_an_import_into_a_mended_index(filled, fill):
    run(filled, *DAMAGES["it is empty"])
    filled.make_index_again(Job())
    fill("2024-02-01 Talks again")
    assert len(filled.find(parse("talks").query)) == 2
    assert filled.index_is_whole()
    connection = sqlite3.connect(filled.path / "library.db")
    connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    connection.close()

"""What was purged is in none of the files any more, and does not come back."""

import json
import sqlite3

import pytest

from desktop_app.errors import UserError
from desktop_app.importing.rebuild import rebuild
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library import binning, correcting, health, marking, noting
from desktop_app.library.correcting import Cells
from desktop_app.library.library import Library
from desktop_app.library.purging import purge
from desktop_app.library.steps import history
from desktop_app.model.passage import passage_of
from desktop_app.model.shelf import Shelf
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from tests.conftest import capture_of, take
from tests.core.library.test_index import indexed_as_it_stood

WORD = "Xylotriopeia"
SECRET = (
    f"Pyongyang, September 14 (KCNA) -- Foreign Minister Hong Ryong Sae visited {WORD} on Thursday."
    " Present there were Vice-Minister Ri Kwang Chon and others."
)


def record(title, text):
    return {"title": title, "text": text, "date": "2023-09-14", "outlet": "KCNA", "language": "en"}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "secret.json").write_text(json.dumps([record(f"A visit to {WORD}", SECRET)]))
    others = [
        record(f"Talks {n}", f"Pyongyang, September 14 (KCNA) -- Talks number {n} took place.")
        for n in range(20)
    ]
    (folder / "others.json").write_text(json.dumps(others))
    return folder


@pytest.fixture
def filled(folder, tmp_path):
    with Library.create(tmp_path / "Kept.dateline") as library:
        import_paths(library, [folder], Job())
        assert len(library.find(Query())) == 21
        yield library


def secret_of(library):
    (number,) = library.find(parse(WORD).query).ids.tolist()
    return number


def everything_in(path):
    return b"".join(file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file())


def work_on(library, number):
    """Leave its words wherever a user's work can leave them."""
    article = library.article(number)
    text = article.version.text
    place = text.index(WORD)
    noting.add_note(library, number, f"About {WORD}.", passage_of(text, place, place + len(WORD)))
    marking.label(library, Shelf.TAG, [number], add=["x"])
    correcting.correct_row(library, article, article.events[0].participants[0], Cells(title=WORD))


def test_the_text_is_in_no_file_any_more_and_the_rest_is_as_it_was(filled):
    number = secret_of(filled)
    work_on(filled, number)
    binning.move_to_bin(filled, [number])
    assert WORD.encode() in everything_in(filled.path)
    done = purge(filled, [number])
    assert (done.articles, done.originals, done.kept_in) == (1, 1, ())
    filled.close()
    left = everything_in(filled.path)
    assert WORD.encode() not in left
    assert WORD.casefold().encode() not in left
    assert health.check(filled.path, Job()) == ()
    with Library.open(filled.path) as library:
        assert len(library.find(Query())) == 20
        assert len(library.find(parse("in:bin").query)) == 0
        assert len(library.find(parse("talks").query)) == 20
        assert library.find(parse('person:"Hong Ryong Sae"').query).ids.tolist() == []
        assert WORD not in str([step.says for step in history(library).undo])


def test_neither_an_import_nor_a_rebuild_brings_it_back(filled, folder):
    number = secret_of(filled)
    binning.move_to_bin(filled, [number])
    purge(filled, [number])
    (folder / "again.json").write_text(json.dumps([record("Under another title", SECRET)]))
    report = import_paths(filled, [folder], Job())
    assert report.totals.new == 0
    assert sum("purged earlier" in one.reason for one in report.entries) == 2
    filled.close()
    rebuild(filled.path, Job())
    with Library.open(filled.path) as library:
        assert len(library.find(Query())) == 20
        assert len(library.find(parse("in:bin").query)) == 0


def test_only_the_bin_is_purged_and_what_shares_an_original_says_so(filled):
    ids = filled.find(parse("talks").query).ids.tolist()
    with pytest.raises(UserError, match="bin"):
        purge(filled, ids[:1])
    binning.move_to_bin(filled, ids[:1])
    with filled.taking("an import"), pytest.raises(UserError, match="import"):
        purge(filled, ids[:1])
    done = purge(filled, ids[:1])
    assert (done.originals, done.kept_in) == (0, ("others.json",))
    assert len(filled.find(Query())) == 20
    connection = sqlite3.connect(filled.path / "work.db")
    last = connection.execute("SELECT says, undoable FROM step ORDER BY number DESC").fetchone()
    connection.close()
    assert "purge" in last[0]
    assert not last[1]


def test_words_that_an_older_program_put_in_go_with_the_text(library):
    take(library, "one", [capture_of("2023-09-14 A visit", "Kim Jong Ilxylotriopeia was here.")])
    indexed_as_it_stood(library)
    ids = library.find(Query()).ids.tolist()
    binning.move_to_bin(library, ids)
    assert "ilxylotriopeia" in words_in(library)
    purge(library, ids)
    assert words_in(library) == []


def words_in(library):
    return library.read(lambda c: [row[0] for row in c.execute("SELECT term FROM words_known")])

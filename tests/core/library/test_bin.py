"""What lies in the bin is in no result, total or facet, and comes back as it was."""

import pytest

from desktop_app.errors import UserError
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library import binning, marking
from desktop_app.library.steps import undo
from desktop_app.model.shelf import Shelf
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from tests.core.importing.test_import import mixed

BIN = parse("in:bin").query


def titles(library, typed):
    return [row.title for row in library.rows(library.find(parse(typed).query).ids)]


def test_binned_dispatches_are_nowhere_but_in_the_bin(library, fill):
    fill("2024-01-01 Talks", "2024-01-02 Visit", "2024-01-03 Talks again")
    ids = library.find(Query()).ids.tolist()
    marking.label(library, Shelf.TAG, ids, add=["x"])
    binning.move_to_bin(library, ids[:1])
    result = library.find(Query())
    assert (len(result), result.by_day.total, result.in_library) == (2, 2, 2)
    assert [line.count for line in library.facet(result, "tag")] == [2]
    assert titles(library, "talks") == ["Talks"]
    assert titles(library, "-visit") == ["Talks"]
    assert titles(library, "tag:x") == ["Visit", "Talks"]
    assert marking.labels(library, Shelf.TAG)[0].count == 2

    bin_ = library.find(BIN)
    assert titles(library, "in:bin") == ["Talks again"]
    assert (bin_.by_day.total, bin_.in_library) == (1, 1)
    assert titles(library, "talks in:bin") == ["Talks again"]
    assert titles(library, "visit in:bin") == []
    assert [line.count for line in library.facet(bin_, "year")] == [1]
    assert sum(part.total for part in library.split(bin_, "outlet").values()) == 1

    undo(library)
    assert library.find(Query()).ids.tolist() == ids


def test_an_import_says_what_it_met_in_the_bin_and_leaves_it_there(library, tmp_path):
    mixed(tmp_path)
    first = import_paths(library, [tmp_path], Job())
    ids = library.find(Query()).ids.tolist()
    binning.move_to_bin(library, ids[:3])
    again = import_paths(library, [tmp_path], Job())
    assert first.binned == ()
    assert sorted(again.binned) == sorted(ids[:3])
    assert sum("in the bin" in one.reason for one in again.entries) > 0
    assert len(library.find(Query())) == len(ids) - 3
    binning.restore(library, again.binned)
    assert library.find(Query()).ids.tolist() == ids


def test_undoing_an_import_takes_what_it_alone_brought(library, fill):
    fill("2024-01-01 Talks", "2024-01-02 Visit")
    fill("2024-01-01 Talks", "2024-01-03 Rally")
    run = library.import_runs()[0].id
    done = binning.undo_import(library, run)
    assert done.step
    assert titles(library, "") == ["Visit", "Talks"]
    assert str(done.step.says) == "undo the import of made-up-2.txt"
    undo(library)
    assert titles(library, "") == ["Rally", "Visit", "Talks"]
    with pytest.raises(UserError):
        binning.undo_import(library, 99)

"""The sample library is what a new user is promised, and comes out the same when made again."""

import json
import re
from pathlib import Path

from tests.made_up.sample.issue import issued
from tests.made_up.sample.make import TARGET, make

ALL = issued()


def files_under(folder: Path):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_made_again_it_is_the_same(tmp_path):
    make(tmp_path / "again")
    assert files_under(tmp_path / "again") == files_under(TARGET)


def test_it_holds_enough_of_everything_and_stays_small():
    dispatches = [one.dispatch for one in ALL]
    assert len(dispatches) >= 300
    assert {one.outlet for one in dispatches} == {"KCNA", "Rodong Sinmun"}
    assert sum(one.language == "ko" for one in dispatches) >= 60
    assert len({row.name for one in dispatches for row in one.participants}) >= 200
    assert len({one.published.year for one in dispatches}) == 5
    assert len({one.kind for one in dispatches}) >= 13
    assert len({one.title for one in dispatches}) > 0.9 * len(dispatches)
    assert len({one.body for one in dispatches}) == len(dispatches)
    assert sum(map(len, files_under(TARGET).values())) < 1_500_000


def test_everybody_who_took_part_stands_in_the_text():
    for one in (one.dispatch for one in ALL):
        assert all(row.name in one.body for row in one.participants), one
        assert not re.search(r"[\[\]{}#|]|\((을|은|이|과)\)|  ", one.title + one.body), one


def test_people_are_promoted():
    titles: dict[str, set[str]] = {}
    for one in ALL:
        for row in one.dispatch.participants:
            titles.setdefault(row.name, set()).add(row.title.lower())
    assert len(titles["Pae Un Sil"]) == 3
    assert sum(len(of_one) > 1 for of_one in titles.values()) > 15


def test_texts_captured_again_differ_from_the_first_at_the_same_address():
    def by_url(name):
        lines = (TARGET / name).read_text("utf-8").splitlines()
        return {record["url"]: record for record in map(json.loads, lines)}

    first = by_url("kcna-english.jsonl") | by_url("rodong-sinmun.jsonl")
    again = by_url("captured-again.jsonl")
    assert len(again) >= 12
    for url, record in again.items():
        assert record["title"] == first[url]["title"]
        assert record["captured_at"] > first[url]["captured_at"]
        assert record["body"] != first[url]["body"]

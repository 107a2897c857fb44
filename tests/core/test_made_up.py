"""The made-up dispatches are what their makers promise: the same again, and findable as said."""

import gzip
import json
import re
import zipfile

import pytest

from tests.made_up import captures, dispatches, files, words

ALL = list(dispatches(4000))
ENGLISH = [one for one in ALL if one.language == "en"]
KOREAN = [one for one in ALL if one.language == "ko"]


def share(word, of):
    return sum(word in one.body for one in of) / len(of)


def test_the_same_seed_makes_the_same_dispatches_and_another_makes_others():
    assert list(dispatches(300)) == list(dispatches(300))
    assert list(dispatches(300)) != list(dispatches(300, seed=2))


@pytest.mark.parametrize("count", [0, 1, 7, 365, 4000])
def test_as_many_come_as_were_asked_for_in_order_of_their_days(count):
    days = [one.published for one in dispatches(count)]
    assert len(days) == count
    assert days == sorted(days)


def test_no_two_share_a_text_or_an_address():
    assert len({one.body for one in ALL}) == len({one.url for one in ALL}) == len(ALL)


def test_the_probe_words_stand_as_often_as_said():
    assert 0.77 < share(words.WORD_FREQUENT, ENGLISH) < 0.83
    assert 0.17 < share(words.PREFIX, ENGLISH) < 0.23
    assert 0.02 < share(words.PHRASE, ENGLISH) < 0.035
    assert 0.13 < share(words.PERSON, ENGLISH) < 0.25
    assert 0.05 < share(words.KOREAN_WORD, KOREAN) < 0.2
    assert 0 < sum(words.WORD_RARE in one.body for one in ENGLISH) < 8
    assert share(words.WORD_ABSENT, ALL) == 0


def test_everybody_who_took_part_stands_in_the_text_with_the_title():
    assert sum(len(one.participants) for one in ALL) > len(ALL)
    for one in ALL:
        for row in one.participants:
            assert row.name in one.body
            assert row.title in one.body
        assert all(label in one.body for label, _, _ in one.groups)


def test_titles_change_over_the_years():
    titles: dict[str, set[str]] = {}
    for one in ENGLISH:
        for row in one.participants:
            titles.setdefault(row.name, set()).add(row.title)
    assert sum(len(of_one) > 1 for of_one in titles.values()) > 50


def test_korean_particles_fit_the_syllable_before_them():
    for one in KOREAN:
        assert not re.search(r"\((을|은|이|과)\)|기을|공장를|도로건설를", one.body)


def test_each_file_holds_every_dispatch(tmp_path):
    few = ALL[:40]
    lines = gzip.decompress(files.write_jsonl(few, tmp_path / "a.jsonl.gz").read_bytes())
    assert [json.loads(line)["body"] for line in lines.splitlines()] == [one.body for one in few]
    with zipfile.ZipFile(files.write_day_zip(few, tmp_path / "days.zip")) as archive:
        pages = [json.loads(archive.read(name)) for name in archive.namelist()]
    assert sum(len(page["articles"]) for page in pages) == len(few)
    assert len(files.write_texts(few, tmp_path / "texts")) == len(few)
    assert len(captures.write_watch_captures(few, tmp_path / "watch")) == len(few)
    assert len(captures.write_pages(few, tmp_path / "pages")) == len(few)
    assert (
        len(json.loads(files.write_headlines_json(few, tmp_path / "a.json").read_text("utf-8")))
        == 40
    )
    assert (
        len(files.write_headlines_csv(few, tmp_path / "a.csv").read_text("utf-8").splitlines())
        == 41
    )


def test_an_edited_dispatch_lacks_one_name_and_no_more():
    changed = [(one, after) for one in ENGLISH if (after := captures.edited(one)) is not None]
    assert changed
    for one, after in changed:
        assert len(after.participants) == len(one.participants) - 1
        assert len(one.body) > len(after.body) > len(one.body) - 200

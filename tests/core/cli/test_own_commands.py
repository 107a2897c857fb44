"""The user's own layer by the command line: tags, stars, notes, and taking them back."""

import pytest

from desktop_app.cli import run
from tests.core.cli.test_reading_commands import CAN_BE_MENDED, DONE


@pytest.fixture
def dateline(library, fill, capsys):
    fill("2024-01-01 Talks held", "2024-01-02 Visit paid", "2024-01-03 Talks begun")
    library.close()

    def said(command, *arguments):
        code = run([command, "--library", str(library.path), *arguments])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return said


def test_what_a_query_finds_is_tagged_and_found_by_its_tag_and_untagged_again(dateline):
    assert dateline("tag", "talks", "--add", "To check", "--add", "nuclear")[0] == DONE
    assert dateline("tag") == (DONE, "       2  nuclear\n       2  To check\n")
    assert "2 of 3" in dateline("search", 'tag:"to check"')[1]
    assert "1 of 3" in dateline("search", "tag:none")[1]
    assert "untag 1 articles" not in dateline("tag", "held", "--remove", "TO CHECK")[1]
    assert "1 of 3" in dateline("search", "tag:nuclear", '-tag:"To check"')[1]
    assert dateline("undo") == (DONE, "Undone: untag “Talks held”: To check.\n")
    assert dateline("undo") == (DONE, "Undone: tag 2 articles: To check, nuclear.\n")
    assert dateline("tag") == (DONE, "")
    assert dateline("redo")[0] == DONE
    assert len(dateline("tag")[1].splitlines()) == 2


def test_collections_stand_beside_tags(dateline):
    dateline("tag", "visit", "--add", "Book", "--collection")
    assert "1 of 3" in dateline("search", "collection:book")[1]
    assert "0 of 3" in dateline("search", "tag:book")[1]
    assert "2 of 3" in dateline("search", "collection:none")[1]


def test_a_tag_is_renamed_wherever_it_is_and_deleted(dateline):
    dateline("tag", "visit", "--add", "to chekc")
    assert "rename to chekc to to check" in dateline("tag", "--rename", "to chekc", "to check")[1]
    assert "1 of 3" in dateline("search", 'tag:"to check"')[1]
    dateline("tag", "--delete", "to check")
    assert "3 of 3" in dateline("search", "tag:none")[1]


def test_the_bin_gives_back_or_is_purged(dateline):
    dateline("bin", "talks")
    assert "1 of 1" in dateline("search", "is:any")[1]
    assert "take “Talks held” out" in dateline("bin", "held", "--restore")[1]
    assert "Purged: 1." in dateline("bin", "is:any", "--purge")[1]
    assert "0 of 0" in dateline("search", "in:bin")[1]
    assert "2 of 2" in dateline("search", "is:any")[1]


def test_all_are_tagged_only_when_all_is_said(dateline):
    assert dateline("tag", "--add", "x")[0] == CAN_BE_MENDED
    assert "3 articles" in dateline("tag", "is:any", "--add", "x")[1]
    assert dateline("tag", "is:any", "--add", "X") == (DONE, "Everything was so already.\n")


def test_stars_and_notes_are_found(dateline):
    dateline("star", "visit")
    found = dateline("search", "is:starred")[1]
    assert "1 of 3" in found
    article = found.split()[0]
    assert dateline("note", article, "Ask", "the", "Embassy.")[0] == DONE
    assert dateline("note", article) == (DONE, "Ask the Embassy.\n")
    for query in ("has:note", "note:embassy", 'note:"ask the"'):
        assert "1 of 3" in dateline("search", query)[1]
    assert "0 of 3" in dateline("search", "note:legation")[1]
    dateline("star", "is:any", "--off")
    assert "0 of 3" in dateline("search", "is:starred")[1]
    assert len(dateline("history")[1].splitlines()) == 3

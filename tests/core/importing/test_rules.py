"""Rules act on what an import brought or changed, on nothing else, and are undone as one step."""

import json

import pytest

from desktop_app.cli import run
from desktop_app.errors import UserError
from desktop_app.importing.rebuild import rebuild
from desktop_app.importing.run import import_paths
from desktop_app.jobs import Job
from desktop_app.library import steps
from desktop_app.library.library import Library
from desktop_app.library.rules import Acts, Rules
from desktop_app.query.grammar import parse
from tests.core.importing.test_import import PLACES, record

EVERYTHING = Acts(star=True, read=True, tags=("to check", "fairs"), collections=("For the book",))
MARKED = 'is:starred -is:unread tag:"to check" tag:fairs collection:"For the book"'
UNMARKED = "-is:starred is:unread tag:none collection:none"


@pytest.fixture
def bring(library, tmp_path):
    def brought(*records):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
        return import_paths(library, [path], Job())

    return brought


def made(library, *rule):
    kept = Rules(library).checked(*rule)
    Rules(library).keep(kept)
    return kept


def found(library, text):
    return set(library.find(parse(text).query).ids.tolist())


@pytest.mark.parametrize("question", ["sariwon OR wonsan", "-sariwon", "is:any", "nowhere"])
def test_a_rule_does_to_the_imports_articles_what_its_question_finds_and_undo_takes_it_back(
    library, bring, question
):
    bring(*map(record, range(20)))
    before = found(library, "is:any")
    made(library, "Mine", question, EVERYTHING)
    report = bring(*map(record, range(10, 40)))
    expected = found(library, question) - before
    assert found(library, MARKED) == expected
    assert found(library, UNMARKED) == found(library, "is:any") - expected
    assert len(report.ruled) == bool(expected)
    if expected:
        assert str(report.ruled[0]).startswith("rule “Mine”: star ")
        steps.undo(library)
        assert found(library, UNMARKED) == found(library, "is:any")
        assert Rules(library).all()


def test_a_new_version_is_met_by_a_rule_and_the_same_again_is_not(library, bring):
    bring(record(1), record(2))
    made(library, "Versions", "versions:>1", Acts(star=True))
    assert bring(record(1)).ruled == ()
    one = record(1)
    changed = str(one["body"]).replace("opened", "was opened by Kim Sok Chan and")
    assert bring({**one, "body": changed}).totals.new_version == 1
    assert len(found(library, "is:starred")) == 1
    steps.undo(library)
    assert bring(record(2), record(3)).ruled == ()


def test_a_later_rule_sees_what_an_earlier_one_did(library, bring):
    made(library, "First", PLACES[3], Acts(tags=("fairs",)))
    made(library, "Second", "tag:fairs", Acts(star=True))
    assert len(bring(*map(record, range(8))).ruled) == 2
    assert found(library, "is:starred") == found(library, "tag:fairs") != set()


def test_a_trial_tells_what_would_be_found_and_changes_nothing(library, bring):
    bring(*map(record, range(8)))
    bring(*map(record, range(4, 16)))
    rules = Rules(library)
    rule = made(library, "Mine", "sariwon", EVERYTHING)
    was = library.generation(), library.history()
    trial = rules.try_out(rule)
    assert set(trial.all) == found(library, "sariwon")
    assert (len(trial.all), len(trial.last)) == (2, 1)
    assert (library.generation(), library.history()) == was
    assert found(library, UNMARKED) == found(library, "is:any")


def test_rules_are_changed_removed_undone_and_outlive_a_rebuild(tmp_path):
    with Library.create(tmp_path / "a.dateline") as library:
        rules = Rules(library)
        first = made(library, " One ", "sariwon", EVERYTHING)
        second = made(library, "Two", "wonsan", Acts(star=True))
        changed = made(library, "First", "-wonsan", Acts(read=True), first)
        assert rules.all() == (changed, second)
        rules.remove(second)
        assert rules.all() == (changed,)
        steps.undo(library)
        assert set(rules.all()) == {changed, second}
        steps.undo(library, library.history().undo[-1].number)
        assert set(rules.all()) == {first, second}
    rebuild(tmp_path / "a.dateline", Job())
    with Library.open(tmp_path / "a.dateline") as library:
        assert set(Rules(library).all()) == {first, second}


@pytest.mark.parametrize(
    ("name", "text", "acts"),
    [
        (" ", "talks", EVERYTHING),
        ("A", " ", EVERYTHING),
        ("A", "date:never", EVERYTHING),
        ("A", "talks", Acts()),
        ("TAKEN", "talks", EVERYTHING),
    ],
)
def test_what_is_no_rule_is_refused_with_a_sentence(library, name, text, acts):
    made(library, "Taken", "is:any", EVERYTHING)
    with pytest.raises(UserError):
        made(library, name, text, acts)
    assert len(Rules(library).all()) == 1


def test_rules_by_the_command_line(library, tmp_path, capsys):
    library.close()

    def said(command, *arguments):
        assert run([command, "--library", str(library.path), *arguments]) == 0
        captured = capsys.readouterr()
        return captured.out + captured.err

    said("rule", "add", "Fairs", "sariwon", "-wonsan", "--star", "--tag", "to check")
    path = tmp_path / "fairs.jsonl"
    path.write_text("".join(json.dumps(record(n)) + "\n" for n in range(16)), "utf-8")
    for _ in range(2):
        assert "Done: rule “Fairs”: star 2" in said("import", "--dry-run", str(path))
    assert "0 of 0" in said("search", "is:any")
    assert "Done: rule “Fairs”: star 2 articles, tag 2 articles: to check." in said(
        "import", str(path)
    )
    assert "Done: rule" not in said("import", str(path))
    assert "Fairs: sariwon -wonsan  →  star what it finds" in said("rule", "list")
    assert "finds 2 in the library, 2 of the last import" in said("rule", "try")
    assert "2 of 16" in said("search", "is:starred", 'tag:"to check"')
    said("undo")
    assert "0 of 16" in said("search", "is:starred")
    said("rule", "remove", "fairs")
    assert said("rule", "list") == ""

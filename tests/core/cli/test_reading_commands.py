"""The command line gives the window's answers, as text and as JSON, with honest exit codes."""

import json

import pytest

from desktop_app.cli import run
from desktop_app.library.library import Library
from desktop_app.model.participant import Role
from tests.conftest import capture_of
from tests.made_up.read import person, reading, take_read

TEXT = "Pyongyang, September 14 (KCNA) -- Hong Ryong Sae met Boris Zimin."

DONE, CAN_BE_MENDED, WRONG_USAGE = 0, 1, 2


@pytest.fixture
def folder(tmp_path):
    with Library.create(tmp_path / "Made up.dateline") as library:
        people = reading(
            person("Hong Ryong Sae", "minister", "DPRK", Role.PRINCIPAL, text=TEXT),
            person("Boris Zimin", text=TEXT),
        )
        take_read(
            library,
            "made up",
            [
                (capture_of("2023-09-14 Talks held", TEXT), people),
                (capture_of("2024-01-02 Bare headline"), None),
                (capture_of("Undated \x1b[31mgreetings", "Greetings."), reading()),
            ],
        )
        return library.path


@pytest.fixture
def dateline(folder, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    def said(command, *arguments, library=folder):
        where = ["--library", str(library)] if library else []
        code = run([command, *where, *arguments])
        return code, *capsys.readouterr()

    return said


def answer(said):
    code, out, _ = said
    assert code == DONE
    return json.loads(out)


def test_search_gives_query_words_total_and_articles(dateline):
    found = answer(dateline("search", 'person:"Hong Ryong-sae"', "--json"))
    assert found["query"] == 'person:"Hong Ryong-sae"'
    assert found["words"] == "with Hong Ryong-sae"
    assert found["total"] == 1
    (article,) = found["articles"]
    assert article["published"] == "2023-09-14"
    assert article["dateline_place"] == "Pyongyang"
    assert [p["name"] for p in article["participants"]] == ["Hong Ryong Sae", "Boris Zimin"]
    assert article == answer(dateline("show", article["id"], "--json"))


def test_a_limit_cuts_the_list_but_not_the_total(dateline):
    found = answer(dateline("search", "--limit", "1", "--json"))
    assert (found["total"], len(found["articles"])) == (3, 1)


def test_what_is_unknown_is_null(dateline):
    (bare,) = answer(dateline("search", "headline", "--json"))["articles"]
    assert bare["body"] is None
    assert bare["dateline_date"] is None
    assert bare["url"] is None
    assert bare["has_text"] is False


def test_a_word_with_a_minus_is_part_of_the_query(dateline):
    assert answer(dateline("search", "-talks", "--json"))["total"] == 2
    assert answer(dateline("search", "person:zimin", "-role:present", "--json"))["total"] == 0


def test_counts_add_up_to_the_total(dateline):
    counted = answer(dateline("count", "--by", "month", "--json"))
    assert counted["counts"] == {"2023-09": 1, "2024-01": 1}
    assert sum(counted["counts"].values()) + counted["undated"] == counted["total"] == 3
    assert answer(dateline("count", "--by", "person", "--json"))["counts"] == {
        "Boris Zimin": 1,
        "Hong Ryong Sae": 1,
    }


def test_participants_are_a_line_each(dateline):
    code, out, _ = dateline("participants", "talks", "--jsonl")
    assert code == DONE
    assert [json.loads(line)["role"] for line in out.splitlines()] == ["principal", "present"]
    _, out, _ = dateline("participants")
    assert len(out.splitlines()) == 3


def test_an_export_is_written_and_replayed(dateline, tmp_path):
    first, again = tmp_path / "first.csv", tmp_path / "again.csv"
    assert dateline("export", "talks", "-o", str(first), "--recipe")[0] == DONE
    recipe = str(first) + ".query.json"
    assert dateline("export", "--replay", recipe, "-o", str(again))[0] == DONE
    assert first.read_bytes() == again.read_bytes()
    assert dateline("export", "-o", str(tmp_path / "no" / "x.csv"))[0] == CAN_BE_MENDED


def test_the_library_is_checked_described_backed_up_and_restored(dateline):
    assert answer(dateline("check", "--json")) == {"sound": True, "findings": []}
    stats = answer(dateline("stats", "--json"))
    assert (stats["articles"], stats["undated"], stats["first_day"]) == (3, 1, "2023-09-14")
    made = answer(dateline("backup", "--json"))["backup"]
    (name,) = answer(dateline("restore", "--json"))["backups"]
    assert made.endswith(name)
    assert answer(dateline("restore", name, "--json")) == {"restored": name}
    assert dateline("restore", "no-such")[0] == CAN_BE_MENDED


def test_no_terminal_obeys_a_title(dateline):
    code, out, _ = dateline("search", "greetings")
    assert code == DONE
    assert "greetings" in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "wrong", [["count", "--by", "luck"], ["search", "--limit", "-1"], ["show"], ["fly"]]
)
def test_wrong_usage_leaves_with_two(dateline, wrong):
    code, _, err = dateline(*wrong)
    assert code == WRONG_USAGE
    assert "usage" in err


def test_what_can_be_mended_leaves_with_one_and_says_how(dateline, tmp_path):
    code, out, err = dateline("search", "a date:2023-02-30")
    assert (code, out) == (CAN_BE_MENDED, "")
    assert "has no day 30" in err
    assert "^^^^" in err
    for library, words in ((tmp_path / "no", "no library at"), (None, "no library at")):
        code, _, err = dateline("search", library=library)
        assert code == CAN_BE_MENDED
        assert words in err
    assert dateline("show", "nothing")[0] == CAN_BE_MENDED


def test_a_misspelt_word_or_name_is_answered_by_what_was_meant(dateline):
    assert "Did you mean talks?" in dateline("search", "tolks")[2]
    assert 'person:"Hong Ryong Sae"' in dateline("search", 'person:"Hong Ryung Sae"')[2]


def test_text_answers_name_what_they_found(dateline):
    assert "Talks held" in dateline("search")[1]
    public = answer(dateline("search", "talks", "--json"))["articles"][0]["id"]
    shown = dateline("show", public)[1]
    assert "Hong Ryong Sae, minister  (principal, DPRK)" in shown
    assert "no date" in dateline("count")[1]
    assert "sound" in dateline("check")[1]
    assert "articles" in dateline("stats")[1]


def test_the_command_line_speaks_korean_by_option_and_by_the_terminal(dateline, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    code, _, told = dateline("search", "title:talks")
    assert code == DONE
    assert "기사 3건 중 1건: 제목에 “talks”" in told
    code, _, told = dateline("show", "nothing")
    assert (code, told.splitlines()[0]) == (1, "이 보관소에 “nothing” 기사가 없습니다.")
    assert "1 of 3 dispatches: title has" in dateline("search", "title:talks", "--lang", "en")[2]
    monkeypatch.setenv("LC_ALL", "C")
    assert "title has" in dateline("search", "title:talks")[2]
    assert "제목에" in dateline("search", "title:talks", "--lang", "ko")[2]
    # What programs read is the same in every language.
    assert answer(dateline("search", "title:talks", "--json", "--lang", "ko"))["words"] == (
        "title has “talks”"
    )

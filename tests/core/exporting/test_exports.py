"""An export holds the rows of the view, whole, safe to open, and repeatable."""

import csv
import errno
import json
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import UserError
from desktop_app.exporting.cells import as_written, neutralised
from desktop_app.exporting.choice import Choice, Rows
from desktop_app.exporting.columns import ARTICLE_COLUMNS, PARTICIPANT_COLUMNS
from desktop_app.exporting.csv import tab_separated
from desktop_app.exporting.formats import FORMATS, export
from desktop_app.exporting.recipe import read_recipe, recipe_path
from desktop_app.exporting.tables import table_of
from desktop_app.exporting.targets import whole_or_nothing
from desktop_app.jobs import Cancelled, Job
from desktop_app.model.participant import Role
from desktop_app.query.grammar import parse
from desktop_app.query.query import Query
from tests.conftest import capture_of
from tests.made_up.read import person, reading, take_read

TEXT = "Hong Ryong Sae met Boris Zimin. They talked about =SUM(A1) and rain."
TITLES = ['=cmd|" /C calc"!A0', "한글 제목, with a comma", "'=quoted", "-5 degrees", "+1", "@x"]


@pytest.fixture
def filled(library):
    people = reading(
        person("Hong Ryong Sae", "=minister", "DPRK", Role.PRINCIPAL, text=TEXT),
        person("Boris Zimin", role=Role.PRINCIPAL, text=TEXT),
    )
    take_read(
        library,
        "made up",
        [
            (capture_of(f"2023-09-{day:02} {title}", f"{TEXT} Day {day}."), people)
            for day, title in enumerate(TITLES, start=1)
        ],
    )
    return library


def rows_of_csv(path):
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_csv_has_the_columns_in_the_order_of_the_view(filled, tmp_path):
    target = tmp_path / "view.csv"
    choice = Choice(parse("date:2023-09-01..2023-09-03 sort:title").query, columns=("title", "id"))
    assert export(filled, choice, target, Job()) == 3
    header, *rows = rows_of_csv(target)
    assert header == ["title", "id"]
    result = filled.find(choice.query)
    assert [as_written(row[0]) for row in rows] == [r.title for r in filled.rows(result.ids)]
    assert target.read_bytes().count(b"\r\n") == 4


def test_nothing_that_a_spreadsheet_would_run_is_written_bare(filled, tmp_path):
    for rows in (Rows.ARTICLES, Rows.PARTICIPANTS):
        target = tmp_path / f"{rows}.csv"
        export(filled, Choice(Query(), rows), target, Job())
        cells = [cell for row in rows_of_csv(target) for cell in row]
        assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]
    assert any(cell.startswith("'=") for cell in cells)


@given(st.text(max_size=20) | st.sampled_from(["'=", "''=a", "=", "'", "-", "a", "\t"]))
def test_a_neutralised_cell_can_be_had_back(text):
    assert as_written(neutralised(text)) == text
    assert neutralised(text)[:1] not in tuple("=+-@\t\r") or not text


def test_a_row_a_participant_points_back_at_sentence_and_original(filled, tmp_path):
    target = tmp_path / "people.csv"
    assert export(filled, Choice(Query(), Rows.PARTICIPANTS), target, Job()) == 2 * len(TITLES)
    header, first, *_ = rows_of_csv(target)
    row = dict(zip(header, first, strict=True))
    assert header == list(PARTICIPANT_COLUMNS)
    assert (row["name"], row["title"], row["side"]) == ("Hong Ryong Sae", "'=minister", "DPRK")
    assert row["sentence"] == "Hong Ryong Sae met Boris Zimin."
    assert row["spans"] == "name:0-14"
    article = filled.article(filled.article_id(row["id"]))
    assert row["original_sha256"] == article.captures[0].original_sha256


def test_a_workbook_holds_the_same_cells_and_no_formula(filled, tmp_path):
    target = tmp_path / "view.xlsx"
    export(filled, Choice(Query()), target, Job(), name="xlsx")
    table = table_of(filled, Choice(Query()), Job())
    sheet = openpyxl.load_workbook(target).worksheets[0]
    header, *rows = sheet.iter_rows()
    assert [cell.value for cell in header] == list(ARTICLE_COLUMNS)
    for cells, expected in zip(rows, table.rows, strict=True):
        assert all(cell.data_type != "f" for cell in cells)
        shown = [c.value.date() if c.is_date else c.value for c in cells]
        assert shown == list(expected)


def test_json_lines_give_each_dispatch_whole(filled, tmp_path):
    target = tmp_path / "view.jsonl"
    assert export(filled, Choice(Query()), target, Job(), name="jsonl") == len(TITLES)
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [line["title"] for line in lines] == TITLES[::-1]
    assert lines[0]["published"] == "2023-09-06"
    assert lines[0]["participants"][1]["title"] == ""
    assert lines[0]["participants"][0]["spans"] == [[0, 14, "name"]]
    assert lines[0]["dateline_date"] is None


def test_copied_rows_are_tab_separated_lines(filled):
    text = tab_separated(table_of(filled, Choice(Query(), columns=("people", "title")), Job()))
    assert text.splitlines()[0] == "people\ttitle"
    assert len(text.splitlines()) == 1 + len(TITLES)


def test_only_the_selected_are_written(filled, tmp_path):
    some = filled.rows(filled.find(Query()).ids[1:3])
    choice = Choice(Query(), columns=("id",), selected=tuple(row.public_id for row in some))
    export(filled, choice, tmp_path / "some.csv", Job())
    assert rows_of_csv(tmp_path / "some.csv")[1:] == [[row.public_id] for row in some]


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_the_recipe_beside_an_export_gives_the_same_rows_again(filled, tmp_path, name):
    first, again = tmp_path / "first", tmp_path / "again"
    choice = Choice(
        parse("date:2023 -degrees sort:title by:happened").query,
        columns=("title", "people"),
        selected=tuple(row.public_id for row in filled.rows(filled.find(Query()).ids[:4])),
    )
    export(filled, choice, first, Job(), name=name, with_recipe=True)
    recipe = read_recipe(recipe_path(first))
    assert recipe.choice == choice
    assert export(filled, recipe.choice, again, Job(), name=recipe.format) == recipe.count
    assert first.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("said", ["", "{}", "[1]", '{"query": "a", "rows": "x"}', "null", "\x00"])
def test_what_is_no_recipe_is_refused_with_a_sentence(tmp_path, said):
    path = tmp_path / "a.query.json"
    path.write_text(said, encoding="utf-8")
    with pytest.raises(UserError):
        read_recipe(path)


@pytest.mark.parametrize("name", FORMATS)
def test_a_stopped_export_leaves_what_was_there(filled, tmp_path, name):
    target = tmp_path / "view"
    target.write_text("as it was")
    job = Job(lambda progress: job.cancel())
    with pytest.raises(Cancelled):
        export(filled, Choice(Query()), target, job, name=name)
    assert target.read_text() == "as it was"
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*.part")) == []


def test_a_full_disk_and_a_missing_folder_are_told(filled, tmp_path):
    target = tmp_path / "view.csv"
    with pytest.raises(UserError, match="disk is full"), whole_or_nothing(target):
        raise OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(UserError, match="does not exist"):
        export(filled, Choice(Query()), tmp_path / "no" / "view.csv", Job())
    with pytest.raises(UserError, match="is a folder"):
        export(filled, Choice(Query()), tmp_path, Job())
    with pytest.raises(UserError, match="no column"):
        export(filled, Choice(Query(), columns=("luck",)), target, Job())
    with pytest.raises(UserError, match="no rows of participants"):
        export(filled, Choice(Query(), Rows.PARTICIPANTS), target, Job(), name="jsonl")
    if Path("/dev/full").exists():
        with pytest.raises(UserError, match="full"), whole_or_nothing(target):
            Path("/dev/full").write_text("x")
    assert not list(tmp_path.glob("view*"))


def test_companions_are_paired_with_the_principals_of_their_own_event(library, tmp_path):
    text = "Hong Ryong Sae and Min Su met people, accompanied by Pae Un Sil and Ok Tok Su."
    people = reading(
        person("Hong Ryong Sae", "premier", None, Role.PRINCIPAL, text=text),
        person("Min Su", role=Role.PRINCIPAL, text=text),
        person("Pae Un Sil", "=minister", role=Role.ACCOMPANIED, text=text),
        person("Ok Tok Su", role=Role.ACCOMPANIED, text=text),
    )
    alone = reading(person("Hong Ryong Sae", role=Role.PRINCIPAL, text=text))
    taken = [(capture_of("2023-09-14 Walk", text), people)]
    taken.append((capture_of("2023-09-15 Alone", f"{text} Alone."), alone))
    take_read(library, "made up", taken)
    target = tmp_path / "who.csv"
    assert export(library, Choice(Query(), Rows.COMPANIONS), target, Job()) == 4
    header, *rows = rows_of_csv(target)
    said = [dict(zip(header, row, strict=True)) for row in rows]
    assert {(row["principal"], row["companion"]) for row in said} == {
        (principal, companion)
        for principal in ("Hong Ryong Sae", "Min Su")
        for companion in ("Pae Un Sil", "Ok Tok Su")
    }
    assert {row["published"] for row in said} == {"2023-09-14"}
    assert {row["companion_title"] for row in said} == {"'=minister", ""}
    assert all("accompanied by" in row["sentence"] for row in said)

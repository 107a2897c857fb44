"""What is exported from the window is what is on show."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.exporting.choice import Rows
from tests.conftest import Fill
from tests.ui.conftest import Search, settled
from ui.article_list.dragging import dragged_rows
from ui.exporting.exporter import Wish
from ui.main_window import MainWindow

LINES = ("2023-09-13 Talks", "2023-09-14 =Visit", "2023-09-15 More talks", "2024-01-01 Greetings")


def rows_of(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def test_the_view_is_written_in_its_columns_and_order(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(*LINES)
    search("talks sort:title")
    target = tmp_path / "out.csv"
    window.exporter.write(Wish(Rows.ARTICLES, "csv", selected=False, with_recipe=True), target)
    settled(window, qtbot)
    rows = rows_of(target)
    title = rows[0].index("title")
    assert [row[title] for row in rows[1:]] == ["More talks", "Talks"]
    assert len(rows[0]) == len(window.list.told_columns())
    recipe = json.loads((tmp_path / "out.csv.query.json").read_text(encoding="utf-8"))
    assert recipe["query"] == window.state.query.text()


def test_only_selected_rows_are_written_when_asked(
    window: MainWindow, fill: Fill, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(*LINES)
    settled(window, qtbot)
    window.list.selectRow(1)
    assert len(window.state.selection) == 1
    target = tmp_path / "one.csv"
    window.exporter.write(Wish(Rows.ARTICLES, "csv", selected=True, with_recipe=False), target)
    settled(window, qtbot)
    assert len(rows_of(target)) == 2


def test_the_dialog_offers_what_there_is(window: MainWindow, fill: Fill, qtbot: QtBot) -> None:
    fill(*LINES)
    settled(window, qtbot)
    window.list.selectAll()
    window.actions_made.made["export"].trigger()
    dialog = window.exporter.dialog
    assert dialog is not None
    assert "4" in dialog.view.text()
    assert dialog.selection.isChecked()
    dialog.participants.setChecked(True)
    dialog.format.setCurrentIndex(dialog.format.findData("jsonl"))
    assert not dialog.participants.isEnabled()
    assert dialog.articles.isChecked()
    dialog.reject()


def test_rows_drag_out_as_a_file_that_no_spreadsheet_runs(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill(*LINES)
    settled(window, qtbot)
    window.list.selectAll()
    library = window.state.library
    assert library is not None
    carried = dragged_rows(window.list, library, window.state.query)
    file = Path(carried.urls()[0].toLocalFile())
    rows = rows_of(file)
    assert len(rows) == len(LINES) + 1
    assert not any(cell.startswith("=") for row in rows for cell in row)
    assert carried.text().count("\n") == len(LINES)

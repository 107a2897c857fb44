"""What stands on paper and in pictures is the result on show, with what it was asked and covers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.jobs import Job
from tests.conftest import Fill
from tests.ui.conftest import Search, settled
from ui.main_window import MainWindow
from ui.printing.bars_sheet import BarsSheet
from ui.printing.printables import PRINTABLES
from ui.printing.targets import PDF, PNG, SVG, FileKind

TALKS = (
    "Ryonghung, September 14 (KCNA) -- Chon Ryong Su had talks with Viktor Amalin.\n\n"
    "Present there were Foreign Minister Pae Un Sil and Marshal Ryom Kwang Jo."
)
BY_NAME = {each.name: each for each in PRINTABLES}


@pytest.fixture
def printed(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    def written(name: str, kind: FileKind) -> Path:
        target = tmp_path / f"{name}{kind.suffix}"
        window.printing.write(BY_NAME[name], kind, target)
        settled(window, qtbot)
        assert target.name in window.notice_line.text
        return target

    return written


def words(file: Path) -> str:
    text = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    return re.sub(r"\s+", " ", text)


def test_a_dispatch_and_its_roster_are_on_paper_with_their_source(
    window: MainWindow, fill: Fill, qtbot: QtBot, printed
) -> None:
    fill("2023-09-14 Talks Held", text=TALKS, url="http://example.org/talks")
    settled(window, qtbot)
    window.list.step(0)
    settled(window, qtbot)
    article = words(printed("article", PDF))
    for said in ("Talks Held", "14 September 2023", "Viktor Amalin", "http://example.org/talks"):
        assert said in article
    shown = window.article.article
    assert shown is not None
    assert shown.captures[0].original_sha256 in article.replace(" ", "")
    roster = words(printed("roster", PDF))
    people = [row for event in shown.events for row in event.participants]
    assert len(people) == 4
    for row in people:
        assert row.name in roster
        assert (row.title or "") in roster


def test_the_list_on_paper_has_every_row_and_says_what_was_asked(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot, printed
) -> None:
    fill(
        *(f"2023-09-{day:02} Talks number {100 + day}" for day in range(1, 29)), "2023-10-01 Rally"
    )
    fill(*(f"2024-09-{day:02} Talks number {200 + day}" for day in range(1, 29)))
    settled(window, qtbot)
    search("title:talks")
    file = printed("list", PDF)
    text = words(file)
    assert len(PdfReader(file).pages) > 1
    numbers = [int(found) for found in re.findall(r"Talks number (\d+)", text)]
    assert numbers == [*range(228, 200, -1), *range(128, 100, -1)]
    assert "title has “talks”" in text
    assert "56 of 57 dispatches · 1 Sep 2023 – 28 Sep 2024" in text
    assert "Within the archive, which holds dispatches of 57 of the 394 days" in text


def test_the_year_and_the_timeline_add_up_to_the_result(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot, printed
) -> None:
    fill("2022-09-14 Talks A", "2023-09-14 Talks B", "2023-09-14 Talks C", "2023-11-02 Talks D")
    fill("Talks without a day")
    settled(window, qtbot)
    search("talks")
    year = words(printed("year", PDF))
    assert "3 of 5 dispatches · 1 Jan 2023 – 31 Dec 2023" in year
    assert "5 of 5 dispatches · 14 Sep 2022 – 2 Nov 2023 · 1 without a date" in words(
        printed("timeline", PDF)
    )
    sheet = BY_NAME["timeline"].begin(window)(Job())
    assert isinstance(sheet, BarsSheet)
    result = window.state.result
    assert sum(part.total for part in sheet.parts.values()) + result.undated == len(result) == 5
    settled(window, qtbot)


def test_charts_are_pictures_that_carry_their_caption(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot, printed
) -> None:
    fill("2023-09-14 Talks", "2023-10-02 Talks & <visit>")
    settled(window, qtbot)
    search("talks")
    svg = printed("timeline", SVG).read_text("utf-8")
    for said in ("Made up: “talks”", "2 of 2 dispatches", "14 Sep 2023 – 2 Oct 2023"):
        assert said in svg
    picture = QImage(str(printed("year", PNG)))
    assert "Within the archive" in picture.text("Description")
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 9) for y in range(0, 1700, 9)}
    assert len(colours) > 3


def test_ctrl_p_offers_pictures_only_of_charts(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    window.list.step(0)
    settled(window, qtbot)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = window.printing.dialog
    assert dialog is not None
    for each in PRINTABLES:
        dialog._choices[each.name].setChecked(True)
        assert dialog.chosen is each
        assert dialog.files[SVG].isEnabled() == dialog.files[PNG].isEnabled() == each.picture
        assert dialog.files[PDF].isEnabled()
    dialog.reject()

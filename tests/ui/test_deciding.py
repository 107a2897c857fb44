"""Who is the same as whom is decided in the window: previewed, done, undone, shared."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from desktop_app.analysis.persons import find_person
from desktop_app.library.library import Library
from tests.core.library.test_persons import who_is_who
from tests.ui.conftest import settled
from tests.ui.test_person_page import filled
from ui.main_window import MainWindow
from ui.people.part_dialog import PartDialog
from ui.people.same_dialog import SameDialog

__all__ = ["filled"]


def library_of(window: MainWindow) -> Library:
    assert window.state.library is not None
    return window.state.library


def proposal_opened(window: MainWindow, qtbot: QtBot) -> SameDialog:
    """Open a Kim's page and press Enter on the proposal that it makes."""
    window.people.open_named("Kim Song Gwang")
    settled(window, qtbot)
    pane = window.people.pane
    place = next(at for at, one in enumerate(pane.list.lines.lines) if one.section == "same")
    pane.list.setCurrentIndex(pane.list.lines.index(place + 1))
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    settled(window, qtbot)
    dialog = window.people.deciding.dialog
    assert isinstance(dialog, SameDialog)
    return dialog


def test_a_proposal_is_weighed_taken_and_undone_from_the_notice(
    filled: MainWindow, qtbot: QtBot
) -> None:
    library = library_of(filled)
    before = who_is_who(library.path)
    dialog = proposal_opened(filled, qtbot)
    assert "12 dispatches" in dialog.effect.text()
    assert who_is_who(library.path) == before
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settled(filled, qtbot)
    assert len(find_person(library, "Kim Song Gwang")) == 1
    assert filled.people.shown is not None and len(filled.people.shown.result) == 12
    filled.notice_line._press()
    settled(filled, qtbot)
    assert who_is_who(library.path) == before


def test_not_the_same_takes_the_proposal_from_the_page(filled: MainWindow, qtbot: QtBot) -> None:
    proposal_opened(filled, qtbot).different_button.click()
    settled(filled, qtbot)
    assert all(one.section != "same" for one in filled.people.pane.list.lines.lines)
    assert len(find_person(library_of(filled), "Kim Song Gwang")) == 2


def tick(ticked: QListWidget, begins: str) -> None:
    for place in range(ticked.count()):
        item = ticked.item(place)
        if item.text().startswith(begins):
            item.setCheckState(Qt.CheckState.Checked)


def test_a_spelling_is_parted_after_the_dialog_has_said_what_goes(
    filled: MainWindow, qtbot: QtBot
) -> None:
    filled.people.open_named("Han Song Bok")
    settled(filled, qtbot)
    filled.actions_made.made["part_person"].trigger()
    dialog = filled.people.deciding.dialog
    assert isinstance(dialog, PartDialog)
    assert not dialog.part_button.isEnabled(), "nothing is ticked yet"
    tick(dialog.spellings, "Han Song-bok")
    settled(filled, qtbot)
    assert dialog.effect.text().startswith("6 of 13 rows")
    dialog.part_button.click()
    settled(filled, qtbot)
    assert len(find_person(library_of(filled), "Han Song-bok")) == 2


def test_decisions_go_to_a_file_and_come_back(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    proposal_opened(filled, qtbot).same_button.click()
    settled(filled, qtbot)
    file = tmp_path / "ours.decisions.toml"
    filled.people.deciding.export(file)
    settled(filled, qtbot)
    assert "Kim Song Gwang" in file.read_text("utf-8")
    filled.people.deciding.take_over(file)
    settled(filled, qtbot)
    assert "0 decisions" in filled.notice_line.text

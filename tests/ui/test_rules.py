"""Import rules written, tried and deleted in their dialog, by keyboard; an import obeys them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.library.rules import Rules
from tests.conftest import Fill
from tests.ui.conftest import Search, settled
from tests.ui.test_everybody import named
from tests.ui.test_importing import drop
from ui.importing.rules_dialog import RulesDialog
from ui.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow, fill: Fill, qtbot: QtBot) -> RulesDialog:
    fill("2024-01-01 Talks", "2024-01-02 Visit")
    settled(window, qtbot)
    fill("2024-01-03 Talks of another sort")
    settled(window, qtbot)
    window.refresh_actions()
    window.actions_made.made["import_rules"].trigger()
    assert window.commands.rules is not None
    return window.commands.rules


def test_the_question_of_a_rule_is_completed_like_the_search_bar(
    window: MainWindow, dialog: RulesDialog, qtbot: QtBot
) -> None:
    assert not dialog.kept.isVisible()  # there is no rule yet to choose
    dialog.activateWindow()
    dialog.form.question.setFocus()
    qtbot.keyClicks(dialog.form.question, "outl")
    settled(window, qtbot)
    assert dialog.form.completion.isVisible()
    qtbot.keyClick(dialog.form.question, Qt.Key.Key_Tab)
    assert dialog.form.question.text() == "outlet:"


def test_a_rule_is_written_tried_and_kept_by_keyboard_and_an_import_obeys_it(
    window: MainWindow,
    dialog: RulesDialog,
    qtbot: QtBot,
    search: Search,
    tmp_path: Path,
) -> None:
    qtbot.keyClicks(dialog.form.name, "Talks")
    qtbot.keyClicks(dialog.form.question, "date:never")
    assert "never" in dialog.form.hint.text()
    dialog.form.question.clear()
    qtbot.keyClicks(dialog.form.question, "talks")
    assert dialog.form.hint.text() == ""
    qtbot.keyClick(dialog.form.question, Qt.Key.Key_Return)
    assert "Say what the rule does" in dialog.told.text()
    qtbot.keyClick(dialog.form.star, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.form.tags, "to check,  nuclear ")
    qtbot.keyClick(dialog.try_out, Qt.Key.Key_Space)
    settled(window, qtbot)
    assert "Finds 2 dispatches in the library, 1 of the last import." in dialog.told.text()
    assert window.state.query.text() == "talks"
    assert not any(row.starred for row in rows(window))
    qtbot.keyClick(dialog.form.tags, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert dialog.told.text() == "The rule is kept."
    assert dialog.chosen is not None
    assert dialog.chosen.acts.tags == ("to check", "nuclear")
    dialog.close()
    file = tmp_path / "later.txt"
    file.write_text("Late Talks\n\nPyongyang, May 3 (KCNA) -- Talks were held late.\n", "utf-8")
    drop(window, file)
    settled(window, qtbot)
    assert "rule “Talks”: star “Late Talks”" in window.notice_line.text
    search('is:starred tag:"to check" tag:nuclear')
    assert [row.title for row in rows(window)] == ["Late Talks"]
    window.steps.undo()
    settled(window, qtbot)
    assert rows(window) == []


def test_a_rule_is_deleted_by_key_and_comes_back_by_undo(
    window: MainWindow, dialog: RulesDialog, qtbot: QtBot
) -> None:
    library = window.state.library
    assert library is not None
    dialog.form.name.setText("Visits")
    dialog.form.question.setText("visit")
    dialog.form.read.setChecked(True)
    dialog.save.click()
    settled(window, qtbot)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    settled(window, qtbot)
    assert (dialog.list.count(), dialog.form.name.text()) == (0, "")
    assert not dialog.delete.isEnabled()
    window.steps.undo()
    settled(window, qtbot)
    assert [dialog.list.item(0).text()] == [rule.name for rule in Rules(library).all()]
    dialog.list.setCurrentRow(0)
    assert (dialog.form.question.text(), dialog.form.read.isChecked()) == ("visit", True)
    dialog.new.click()
    assert (dialog.form.name.text(), dialog.chosen) == ("", None)


def test_everything_in_the_dialog_has_a_name(dialog: RulesDialog) -> None:
    kinds = (QLineEdit, QCheckBox, QListWidget, QPushButton)
    reached: list[QWidget] = [one for kind in kinds for one in dialog.findChildren(kind)]
    assert len(reached) == 11
    assert all(map(named, reached))


def rows(window: MainWindow):
    model = window.list.rows
    return [model.row_at(place) for place in range(model.rowCount())]


def test_the_first_rule_begins_with_what_the_window_asks(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot
) -> None:
    fill("2024-01-01 Talks")
    settled(window, qtbot)
    search("title:talks")
    window.refresh_actions()
    window.actions_made.made["import_rules"].trigger()
    assert window.commands.rules is not None
    assert window.commands.rules.form.question.text() == "title:talks"
    assert window.commands.rules.form.name.text() == ""

"""For those who hear the window: everything that can be reached has a name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Fill
from tests.ui.conftest import settled
from ui.main_window import MainWindow


def named(widget: QWidget) -> str:
    told: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    assert told is not None
    return told.text(QAccessible.Text.Name) or told.text(QAccessible.Text.Description)


def test_every_control_that_takes_the_keyboard_has_a_name(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks", "2023-09-15 Visit")
    settled(window, qtbot)
    window.list.step(0)
    settled(window, qtbot)
    window.commands.show_shortcuts()
    window.exporter.ask()
    reached = [
        widget
        for widget in QApplication.allWidgets()
        if widget.isVisible()
        and (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            or isinstance(widget, QPushButton | QToolButton | QComboBox)
        )
        and widget.focusProxy() is None
        and not widget.inherits("QScrollArea")
    ]
    assert len(reached) > 20
    nameless = {f"{type(one).__name__} {one.objectName()}" for one in reached if not named(one)}
    assert nameless == set()
    assert window.exporter.dialog is not None
    window.exporter.dialog.reject()


def test_a_day_and_a_row_say_themselves(window: MainWindow, fill: Fill, qtbot: QtBot) -> None:
    fill("2023-09-14 Talks", "2023-09-14 Visit")
    settled(window, qtbot)
    model = window.calendar._model
    spoken = Qt.ItemDataRole.AccessibleTextRole
    days = [model.index(row, column).data(spoken) for row in range(6) for column in range(7)]
    assert "Thursday 14 September 2023, Juche 112, 2 dispatches" in days
    assert window.list.rows.index(0, 1).data(spoken) == "Title: Visit" or "Title: Talks"
    assert "September 2" in window.calendar.year_map.accessibleDescription()


def test_the_timeline_can_be_read_as_a_table(window: MainWindow, fill: Fill, qtbot: QtBot) -> None:
    fill("2023-09-14 Talks", "2023-09-14 Visit", "2024-01-02 Show")
    settled(window, qtbot)
    window.timeline._as_table.click()
    table = window.timeline.table
    assert table.isVisible()
    counts = [table.model().index(row, 1).data() for row in range(table.model().rowCount())]
    assert sum(map(int, counts)) == 3
    table.doubleClicked.emit(table.model().index(0, 0))
    settled(window, qtbot)
    assert window.list.rows.rowCount() == 2


def test_completion_offers_what_the_library_has(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks", outlet="Rodong Sinmun")
    fill("2023-09-15 Visit")
    settled(window, qtbot)
    window.activateWindow()
    edit, offered = window.filter_bar.edit, window.filter_bar.completion

    def said() -> list[str]:
        return [offered.item(row).text() for row in range(offered.count()) if offered.isVisible()]

    edit.setFocus()
    qtbot.keyClicks(edit, "outlet:rod")
    qtbot.waitUntil(lambda: bool(said()) and said()[0].startswith("Rodong"))
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == 'outlet:"Rodong Sinmun" '
    assert not offered.isVisible()
    settled(window, qtbot)
    qtbot.waitUntil(lambda: window.list.rows.rowCount() == 1)

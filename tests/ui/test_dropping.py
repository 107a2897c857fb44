"""What is held over the window is told what will become of it; without a library it makes one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.importing.importer import named
from ui.main_window import MainWindow


def hold_over(window: MainWindow, carried: QMimeData) -> bool:
    enter = QDragEnterEvent(
        QPoint(300, 300),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.setAccepted(False)
    QApplication.sendEvent(window, enter)
    return enter.isAccepted()


def files() -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile("/made/up")])
    return carried


def test_a_window_says_what_a_drop_will_do_and_stops_when_it_goes_elsewhere(
    window: MainWindow,
) -> None:
    says = window.dropping.says
    assert says.isHidden()
    assert hold_over(window, files())
    assert says.isVisible()
    library = window.state.library
    assert library is not None
    assert library.name in says.text()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert says.isHidden()
    plain = QMimeData()
    plain.setText("words")
    assert not hold_over(window, plain)
    assert says.isHidden()


def test_without_a_library_a_drop_and_the_menu_make_one(
    empty_window: MainWindow, qtbot: QtBot
) -> None:
    assert hold_over(empty_window, files())
    assert "library" in empty_window.dropping.says.text()
    QApplication.sendEvent(empty_window, QEvent(QEvent.Type.DragLeave))
    for name in ("import_files", "import_folder"):
        assert empty_window.actions_made.made[name].isEnabled()
    assert not empty_window.actions_made.made["export"].isEnabled()


def test_what_is_imported_is_named_by_its_first_and_how_many_more() -> None:
    assert named([Path("/a/pages")]) == "pages"
    assert named([Path("/a/pages"), Path("/a/b.zip"), Path("/c")]) == "pages and 2 more"

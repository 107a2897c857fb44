"""Columns are named, folders watched, broken imports gone on with; originals are drawn safely."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.importing.standing import Standing, read_standing, write_standing
from tests.core.importing.test_rendering import HOSTILE
from tests.ui.conftest import settled
from tests.ui.test_importing import drop, write_records
from ui.main_window import MainWindow

TABLE = "kopf,quelle,worte\n" + "".join(
    f"Fair {n} Opens,KCNA,Pyongyang May {n} (KCNA) -- It opened.\n" for n in range(1, 26)
)


def test_a_table_of_unknown_columns_is_named_once_for_all_its_like(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.csv").write_text(
            TABLE.replace("It opened", f"The {name} of them opened")
        )
    drop(window, tmp_path / "one.csv", tmp_path / "two.csv")
    settled(window, qtbot)
    assert "2 tables have columns" in window.notice_line.text
    qtbot.mouseClick(window.notice_line._button, Qt.MouseButton.LeftButton)
    naming = window.importer.naming
    qtbot.waitUntil(lambda: naming.dialog is not None, timeout=10_000)
    dialog = naming.dialog
    assert dialog is not None
    assert (dialog.table.rowCount(), dialog.table.columnCount()) == (20, 3)
    assert not dialog.read.isEnabled()
    dialog.choose("title", "kopf")
    dialog.choose("text", "worte")
    dialog.choose("outlet", "quelle")
    assert "Title" in dialog.table.model().headerData(0, Qt.Orientation.Horizontal)
    qtbot.mouseClick(dialog.read, Qt.MouseButton.LeftButton)
    settled(window, qtbot)
    assert window.state.result.in_library == 50


def test_a_watched_folder_is_taken_in_quietly_and_watched_again_after_a_restart(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "watched"
    write_records(folder, 7)
    window.watcher.every = 50
    window.watcher.show_folders()
    shown = window.watcher.folders_window
    assert shown is not None
    shown.watch(folder)
    qtbot.waitUntil(lambda: window.state.result.in_library == 7, timeout=20_000)
    library = window.state.library
    assert library is not None
    assert read_standing(window.paths.state, library.path).watched == (str(folder),)
    (folder / "later.txt").write_text("Late Fair\n\nPyongyang, May 3 (KCNA) -- It opened late.\n")
    qtbot.waitUntil(lambda: window.state.result.in_library == 8, timeout=20_000)
    window.watcher.begin()  # as a window opened anew
    assert list(window.watcher.folders) == [folder]
    shown.list.setCurrentRow(0)
    qtbot.mouseClick(shown.remove, Qt.MouseButton.LeftButton)
    assert not window.watcher.folders
    shown.close()
    settled(window, qtbot)


def press(caption: str) -> None:
    """Press a button of the question on show, as soon as it is."""

    def pressed() -> None:
        asking = next(
            (w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)), None
        )
        if asking is None or not asking.isVisible():
            QTimer.singleShot(50, pressed)
            return
        next(b for b in asking.buttons() if b.text() == caption).click()

    QTimer.singleShot(50, pressed)


def test_closing_during_an_import_asks_and_the_next_start_goes_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    write_records(tmp_path / "in", 60)
    library = window.state.library
    assert library is not None
    drop(window, tmp_path / "in")
    owed = read_standing(window.paths.state, library.path).unfinished
    assert owed == ((str(tmp_path / "in"),),)
    press("Stay")
    assert not window.close()
    assert window.isVisible()
    settled(window, qtbot)
    assert read_standing(window.paths.state, library.path) == Standing()
    before = window.state.result.in_library
    # As after a close or a kill in the middle of it.
    write_records(tmp_path / "in", 90, "more.jsonl")
    write_standing(window.paths.state, library.path, Standing(unfinished=owed))
    window.importer.go_on()
    settled(window, qtbot)
    assert window.state.result.in_library > before
    assert read_standing(window.paths.state, library.path) == Standing()


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server on loopback that notes whatever is asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_original_is_drawn_as_a_page_and_nothing_is_asked_of_anyone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, canary: tuple[str, list[str]]
) -> None:
    host, asked = canary
    text = "<p>Pyongyang, May 3 (KCNA) -- A fair of made-up goods opened at the Hall.</p>"
    page = HOSTILE.replace("canary.invalid", host).replace("<table>", f"{text}<table>")
    (tmp_path / "page.html").write_text(page)
    drop(window, tmp_path / "page.html")
    settled(window, qtbot)
    window.state.choose(int(window.state.result.ids[0]))
    settled(window, qtbot)
    window.article.show_tab("original")
    settled(window, qtbot)
    sources = window.article.sources
    qtbot.mouseClick(sources.as_page, Qt.MouseButton.LeftButton)
    settled(window, qtbot)
    assert sources.page.isVisible()
    assert "A fair of made-up goods" in sources.page.toPlainText()
    assert sources.page.asked_for == []
    assert asked == []
    # Even what should never reach it gets nothing.
    sources.page.setHtml(page)
    sources.page.grab()
    QApplication.processEvents()
    assert sources.page.asked_for
    assert asked == []

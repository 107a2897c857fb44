"""Dropping files on the window brings them in, beside the reading, with a report at the end."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.made_up import dispatches
from tests.ui.conftest import settled
from ui.main_window import MainWindow


def write_records(folder: Path, count: int, name: str = "made-up.jsonl") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    lines = [
        json.dumps(
            {"title": d.title, "date": d.published.isoformat(), "text": d.body, "url": d.url}
        )
        for d in dispatches(count)
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def drop(window: MainWindow, *paths: Path) -> None:
    """Drop ``paths`` on the window as a file manager does."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), actions, carried, buttons, held)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), actions, carried, buttons, held))


def test_a_dropped_folder_is_read_and_told_of(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "dropped"
    write_records(folder, 60)
    (folder / "picture.png").write_bytes(bytes(range(256)) * 8)
    drop(window, folder)
    assert window.jobs.working
    settled(window, qtbot)
    assert window.list.rows.rowCount() == 60
    report = window.importer.report
    assert report is not None
    assert (report.totals.new, report.totals.skipped) == (60, 1)
    window.importer.show_reports()
    shown = window.importer.report_window
    assert shown is not None
    assert shown.shown.rowCount() == len(report.entries) == 2
    shown.outcome.setCurrentIndex(shown.outcome.findData("skipped"))
    assert shown.shown.rowCount() == 1
    assert "picture.png" in shown.shown.index(0, 0).data()
    shown.save(tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 3
    shown.close()


def test_files_dropped_before_there_is_a_library_make_one(
    empty_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(empty_window, write_records(tmp_path / "in", 5))
    settled(empty_window, qtbot)
    assert empty_window.state.library is not None
    assert empty_window.list.rows.rowCount() == 5


def test_a_stopped_import_keeps_what_it_did_and_the_next_adds_the_rest(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for part in range(6):
        write_records(tmp_path / "in", 400, f"part-{part}.jsonl")
    drop(window, tmp_path / "in")
    work = window.jobs.working[0]
    qtbot.waitUntil(lambda: work.progress is not None and work.progress.done > 0, timeout=20_000)
    qtbot.mouseClick(window.status.stop, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(work.ended, timeout=20_000):
        pass
    settled(window, qtbot)
    first = window.importer.report
    assert first is not None
    assert first.cancelled
    drop(window, tmp_path / "in")
    settled(window, qtbot)
    second = window.importer.report
    assert second is not None
    assert not second.cancelled
    assert window.state.result.in_library == 400


def test_the_sample_library_opens_in_one_click_and_can_be_removed(
    empty_window: MainWindow, qtbot: QtBot
) -> None:
    button = empty_window.welcome._sample
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(empty_window.jobs.working) or len(empty_window.state.result) > 0)
    settled(empty_window, qtbot)
    library = empty_window.state.library
    assert library is not None
    assert empty_window.state.result.in_library >= 300
    assert empty_window.libraries.sample_is_open
    empty_window.actions_made.made["remove_sample"].trigger()
    settled(empty_window, qtbot)
    assert empty_window.state.library is None
    assert not library.path.exists()

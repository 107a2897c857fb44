"""A library of an older Dateline is opened in the window: it says so and may be stopped."""

import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.library.opened import is_older
from tests.made_up.released import KEPT
from tests.ui.conftest import settled
from ui.bringing_up import BringingUp
from ui.notices import Notice


@pytest.fixture
def older(tmp_path: Path) -> Path:
    with zipfile.ZipFile(KEPT / "0.1.0-schema-2.zip") as archive:
        archive.extractall(tmp_path)
    return tmp_path / "kept.dateline"


def test_it_says_what_it_does_then_shows_the_library_and_where_the_old_one_lies(
    empty_window, older, qtbot
):
    told: list[Notice] = []
    seen: list[str] = []
    empty_window.notices.told.connect(told.append)

    def look() -> None:
        (dialog,) = empty_window.findChildren(BringingUp)
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        assert dialog.accessibleName()

    QTimer.singleShot(0, look)
    empty_window.libraries.open(older)
    settled(empty_window, qtbot)
    assert any("Stopping loses nothing" in text for text in seen)
    assert empty_window.state.library.path == older
    assert "brought up to date" in told[0].text and "backups" in told[0].hint
    assert not is_older(older)


def test_stopped_it_stays_as_it_was_and_nothing_is_shown(empty_window, older, qtbot):
    before = threading.Event()

    def stop() -> None:
        (dialog,) = empty_window.findChildren(BringingUp)
        dialog.findChild(QPushButton).click()
        before.set()

    empty_window.jobs.do("before", lambda _: before.wait(), lambda _: None)
    QTimer.singleShot(0, stop)
    empty_window.libraries.open(older)
    assert empty_window.state.library is None
    assert is_older(older)
    assert empty_window.jobs.idle

"""Two versions of a dispatch compare word by word, and a lost name is told as such."""

from __future__ import annotations

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from desktop_app.library.library import Library
from tests.conftest import capture_of, take
from tests.ui.conftest import settled
from ui.main_window import MainWindow

TEXT = (
    "Pyongyang, May 4 (KCNA) -- Premier Chon Ryong Su visited the Saesol Cement Complex on Friday."
    " He went round the kilns and the nursery, and asked how the builders of the quarry live."
    "\nHe was accompanied by Pae Un Sil and Ryom Kwang Jo."
)


def test_a_lost_name_is_marked_and_told(window: MainWindow, library: Library, qtbot: QtBot):
    later = TEXT.replace(" and Ryom Kwang Jo", "")
    for name, text, year in (("first", TEXT, 2023), ("second", later, 2024)):
        at = datetime(year, 6, 1, tzinfo=UTC)
        (taken,) = take(library, name, [capture_of("2023-05-04 Visit", text, captured_at=at)])
    settled(window, qtbot)
    window.state.choose(taken.article)
    settled(window, qtbot)
    changes = window.article.changes
    assert window.article._tabs["changes"].isVisible()
    window.article.show_tab("changes")
    assert changes.count == 1
    assert "Ryom Kwang Jo removed from the roster" in changes.summary.text()
    assert "[−and Ryom Kwang Jo]" in changes.text.toPlainText()
    assert "[+" not in changes.text.toPlainText()
    changes.only.setChecked(True)
    assert "…" in changes.text.toPlainText()
    changes.step(1)
    changes.step(-1)


def test_one_version_has_nothing_to_compare(window: MainWindow, library: Library, qtbot: QtBot):
    (taken,) = take(library, "only", [capture_of("2023-05-04 Visit", TEXT)])
    settled(window, qtbot)
    window.state.choose(taken.article)
    settled(window, qtbot)
    assert not window.article._tabs["changes"].isVisible()

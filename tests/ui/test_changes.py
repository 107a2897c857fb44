"""Two versions of a dispatch compare word by word, and a lost name is told as such."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QUrl
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


def test_versions_stand_beside_each_other_and_unchanged_paragraphs_fold(
    window: MainWindow, library: Library, qtbot: QtBot
):
    text = TEXT + "".join(f"\nParagraph {number} tells of a herd." for number in range(30))
    for name, one, year in (("1", text, 2023), ("2", text.replace("kilns", "ovens"), 2024)):
        at = datetime(year, 6, 1, tzinfo=UTC)
        (taken,) = take(library, name, [capture_of("2023-05-04 Visit", one, captured_at=at)])
    settled(window, qtbot)
    window.article.open(taken.article)
    settled(window, qtbot)
    window.article.step_change(1)
    changes = window.article.changes
    assert changes.isVisible()
    assert "change 1 of 1" in changes.summary.text()
    changes.beside.setChecked(True)
    plain = changes.text.toPlainText()
    assert "[−kilns]" in plain
    assert "[+ovens]" in plain
    assert plain.count("Paragraph 7 tells") == 2
    changes.only.setChecked(True)
    assert "31 paragraphs unchanged" in changes.text.toPlainText()
    changes.text.anchorClicked.emit(QUrl("#open1"))
    assert changes.text.toPlainText().count("Paragraph 7 tells") == 2


def test_a_click_on_the_strip_compares_that_version(
    window: MainWindow, library: Library, qtbot: QtBot
):
    for year, gone in ((2021, ""), (2022, "kilns and the "), (2023, " on Friday")):
        at = datetime(year, 6, 1, tzinfo=UTC)
        one = TEXT.replace(gone, "") if gone else TEXT
        capture = capture_of("2023-05-04 Visit", one, captured_at=at)
        (taken,) = take(library, str(year), [capture])
    settled(window, qtbot)
    window.article.open(taken.article)
    settled(window, qtbot)
    changes = window.article.changes
    changes.strip.version_chosen.emit(1)
    settled(window, qtbot)
    assert (changes.earlier.currentIndex(), changes.later.currentIndex()) == (0, 1)
    assert "3: 1 Jun 2023" in changes.strip.accessibleDescription()

"""The same event in another language stands beside the dispatch; a button goes there."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.library.library import Library
from tests.core.analysis.test_counterparts import pair  # noqa: F401 - a fixture
from tests.ui.conftest import settled
from ui.main_window import MainWindow


def test_both_texts_are_shown_with_what_only_one_has(
    window: MainWindow,
    library: Library,
    pair: tuple[int, int],  # noqa: F811
    qtbot: QtBot,
) -> None:
    settled(window, qtbot)
    window.state.choose(pair[0])
    settled(window, qtbot)
    window.article.show_tab("counterparts")
    shown = window.article.counterparts
    assert shown.isVisible()
    assert "회담 진행" in shown.choice.currentText()
    assert "Chon Ryong Su" in shown.summary.text()
    assert "background-color" in shown.one.toHtml()
    assert "240t" in shown.other.toPlainText()
    shown.open_button.click()
    settled(window, qtbot)
    assert window.article.heading.title.text() == "회담 진행"


def test_without_a_counterpart_there_is_no_tab(
    window: MainWindow,
    library: Library,
    pair: tuple[int, int],  # noqa: F811
    qtbot: QtBot,
) -> None:
    settled(window, qtbot)
    window.state.choose(pair[0] - 1)
    settled(window, qtbot)
    assert not window.article._tabs["counterparts"].isVisible()

"""The search bar says what was asked so that it can be read, and what may follow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.conftest import Fill
from tests.ui.conftest import Search, settled
from ui.filter_bar.filter_bar import LINE, shared
from ui.main_window import MainWindow


@given(st.integers(-50, 2000), st.lists(st.integers(0, 700), max_size=8))
def test_room_is_shared_so_that_nobody_gets_less_than_a_fair_part(room, wanted):
    given_ = shared(room, wanted)
    assert sum(given_) <= max(0, room)
    assert all(got <= want for got, want in zip(given_, wanted, strict=True))
    if sum(wanted) <= room:
        assert given_ == wanted
    fair = max(0, room) // max(1, len(wanted))
    assert all(got >= min(want, fair) for got, want in zip(given_, wanted, strict=True))


def test_three_companions_and_a_language_can_be_read_on_their_chips(
    window: MainWindow, fill: Fill, search: Search, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks")
    window.resize(1280, 800)
    search(
        'person:"Hong Il" role:principal person:"Zin Su" role:accompanied '
        "lang:ko kind:report_meeting"
    )
    words = [chip.words for chip in window.filter_bar.chips]
    assert words == [
        "with Hong Il (principal)",
        "with Zin Su (accompanied)",
        "in Korean",
        "kind report meeting",
    ]
    shown = [
        label.text() for chip in window.filter_bar.chips for label in chip.findChildren(QLabel)
    ]
    assert shown == words
    assert window.filter_bar.edit.width() > LINE // 2


def test_what_may_follow_is_not_covered_by_a_hint_and_the_hint_stays_without_it(
    window: MainWindow, fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    window.activateWindow()
    bar = window.filter_bar
    bar.focus()
    qtbot.waitUntil(bar.edit.hasFocus)
    qtbot.keyClicks(bar.edit, "role:acx")
    qtbot.waitUntil(lambda: bar.hint.isVisible())
    assert not bar.completion.isVisible()
    bar.edit.clear()
    qtbot.keyClicks(bar.edit, "role:")
    qtbot.waitUntil(bar.completion.isVisible)
    assert not bar.hint.isVisible()

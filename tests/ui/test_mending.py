"""A damaged search index is told of and made again while the window goes on."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.library.connections import IndexDamaged
from desktop_app.query.grammar import parse
from tests.conftest import Fill
from tests.ui.conftest import settled
from ui.main_window import MainWindow


def test_a_search_that_meets_a_damaged_index_has_it_made_again(
    window: MainWindow, failures: list[BaseException], fill: Fill, qtbot: QtBot
) -> None:
    fill("2023-09-14 Talks held", "2023-09-15 Weather")
    settled(window, qtbot)
    library = window.state.library
    assert library is not None
    library.change(lambda c: c.execute("DELETE FROM words_data WHERE id > 10")).result()
    said: list[str] = []
    window.notices.told.connect(lambda notice: said.append(notice.text))
    window.state.ask(parse("talks").query)
    qtbot.waitUntil(lambda: "The search index is whole again." in said)
    settled(window, qtbot)
    assert [type(one) for one in failures] == [IndexDamaged]
    failures.clear()
    assert said[0] == "The search index is damaged; your texts are not."
    assert window.list.rows.rowCount() == 1

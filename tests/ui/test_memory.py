"""A window comes back as it was left, library by library."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.library.library import Library
from desktop_app.paths import Paths
from desktop_app.query.grammar import parse
from tests.conftest import Fill
from tests.ui.conftest import settled
from ui import window_memory
from ui.app import Application
from ui.main_window import MainWindow
from ui.remembering import keep


def test_a_window_comes_back_as_it_was_left(
    qapp: Application, qtbot: QtBot, paths: Paths, tmp_path: Path
) -> None:
    from tests.conftest import capture_of, take

    place = tmp_path / "Kept.dateline"
    with Library.create(place) as made:
        lines = [f"2023-09-{day:02} Talks number {day}" for day in range(1, 29)]
        take(made, "a.txt", [capture_of(line, locator=line) for line in lines])
    first = MainWindow(paths, qapp.appearance)
    first.build()
    first.show()
    first.libraries.open(place)
    settled(first, qtbot)
    first.state.ask(parse("talks date:2023-09-10..2023-09-20 sort:title").query)
    settled(first, qtbot)
    first.list.step(0)
    settled(first, qtbot)
    first.list.show_column(6, shown=True)
    first.toggle_pane("timeline")
    first.panes.across.setSizes([300, 500, 500])
    sizes, article = first.panes.across.sizes(), first.state.article
    first.close()

    second = MainWindow(paths, qapp.appearance)
    second.build()
    second.show()
    assert second.libraries.recent() == [place]
    second.libraries.open(place)
    settled(second, qtbot)
    assert second.state.query == parse("talks date:2023-09-10..2023-09-20 sort:title").query
    assert second.state.article == article
    assert not second.pane_shown("timeline")
    assert 6 in second.list.shown_columns()
    # The screen of the test is too small for the sizes themselves.
    assert window_memory.recall(paths.state, place).panes["across"] == sizes
    second.close()


def test_damaged_memory_costs_a_layout_and_no_start(tmp_path: Path) -> None:
    library = tmp_path / "L.dateline"
    library.mkdir()
    window_memory.remember(tmp_path, library, window_memory.Memory(query="talks"))
    assert window_memory.recall(tmp_path, library).query == "talks"
    for file in (tmp_path / "windows").iterdir():
        file.write_bytes(b"\xff\x00{")
    assert window_memory.recall(tmp_path, library) == window_memory.Memory()


def test_recent_libraries_are_newest_first_and_only_those_that_are_there(tmp_path: Path) -> None:
    places = [tmp_path / f"{name}.dateline" for name in "abc"]
    for place in places:
        place.mkdir()
        window_memory.opened(tmp_path, place)
    window_memory.opened(tmp_path, places[0])
    places[1].rmdir()
    assert window_memory.recent(tmp_path) == [places[0], places[2]]
    window_memory.forgotten(tmp_path, places[0])
    assert window_memory.recent(tmp_path) == [places[2]]


def test_opening_a_library_forgets_nothing_of_another(
    window: MainWindow, fill: Fill, qtbot: QtBot, tmp_path: Path
) -> None:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    library = window.state.library
    assert library is not None
    window.state.ask(parse("talks").query)
    settled(window, qtbot)
    keep(window)
    assert window_memory.recall(window.paths.state, library.path).query == "talks"

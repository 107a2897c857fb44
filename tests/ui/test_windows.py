"""Several windows: one library shared, another beside it, all back at the next start."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import startup
from desktop_app.library.library import Library
from desktop_app.paths import Paths
from desktop_app.query.grammar import parse
from tests.conftest import Fill, capture_of, take
from tests.ui.conftest import settled
from ui.app import RUNNING, Application
from ui.doorbell import Doorbell, Ring, ring
from ui.main_window import MainWindow
from ui.windows import Windows


@pytest.fixture
def windows(
    qapp: Application, paths: Paths, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[Windows]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    made = Windows(qapp, paths)
    yield made
    for window in tuple(made.open_ones):
        window.close()
        window.deleteLater()  # else whichever thread collects garbage would take it apart
    made.deleteLater()


def started(windows: Windows, qtbot: QtBot, library: Path | None = None) -> MainWindow:
    windows.start(library)
    first = windows.open_ones[0]
    qtbot.waitUntil(lambda: first.built and (library is None or first.state.library is not None))
    for window in windows.open_ones:
        settled(window, qtbot)
    return first


@pytest.fixture
def places(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "One.dateline", tmp_path / "Other.dateline"]
    for place in made:
        with Library.create(place) as library:
            lines = [f"2023-09-{day:02} Talks number {day}" for day in range(1, 29)]
            take(library, "a.txt", [capture_of(line, locator=line) for line in lines])
    return made


def test_two_windows_share_a_library_and_the_last_closes_it(
    windows: Windows, places: list[Path], qtbot: QtBot
) -> None:
    first = started(windows, qtbot, places[0])
    first.state.ask(parse("talks").query)
    settled(first, qtbot)
    first.actions_made.made["new_window"].trigger()
    second = windows.open_ones[1]
    settled(second, qtbot)
    library = first.state.library
    assert library is not None
    assert second.state.library is library
    assert second.state.query == first.state.query
    second.state.ask(parse("visit").query)
    settled(second, qtbot)
    assert len(first.state.result) == 28
    take(library, "b.txt", [capture_of("2023-10-01 A visit", locator="b")])
    settled(second, qtbot)
    assert second.list.rows.rowCount() == 1
    second.close()
    assert windows.open_ones == [first]
    settled(first, qtbot)
    assert library.writable
    first.close()
    with Library.open(places[0]) as again:
        assert again.writable


def test_all_windows_come_back_with_what_they_showed(
    qapp: Application, windows: Windows, places: list[Path], paths: Paths, qtbot: QtBot
) -> None:
    first = started(windows, qtbot, places[0])
    windows.open_beside(first, None)
    windows.open_beside(first, places[1])
    asked = ("talks", "date:2023-09-03", "title:number")
    for window, text in zip(windows.open_ones, asked, strict=True):
        settled(window, qtbot)
        window.state.ask(parse(text).query)
        settled(window, qtbot)
    chosen = first.list.rows
    first.list.selectRow(2)
    selection = first.list.selectionModel()
    selection.select(
        chosen.index(5, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows
    )
    selected = [int(one) for one in first.state.selection]
    assert len(selected) == 2
    windows.quit()
    assert windows.open_ones == [windows.window]

    again = Windows(qapp, paths)
    try:
        started(again, qtbot)
        shown = [(one.state.library, one.filter_bar.text()) for one in again.open_ones]
        assert [library.path for library, _ in shown if library] == [places[0], *places]
        assert tuple(text for _, text in shown) == asked
        back = again.open_ones[0]
        qtbot.waitUntil(lambda: [int(one) for one in back.state.selection] == selected)
    finally:
        for window in tuple(again.open_ones):
            window.close()
        again.deleteLater()


def test_a_second_start_rings_at_the_first_and_its_library_comes_to_the_front(
    windows: Windows, places: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    first = started(windows, qtbot, places[0])
    state = tmp_path / "state of the bell"
    assert not ring(state, Ring())
    bell = Doorbell(state)
    heard: list[Ring] = []
    bell.rung.connect(heard.append)
    bell.listen()
    wishes = [
        Ring(places[1], (), "talks"),
        Ring(places[0]),
        Ring(None, (places[1] / "open.dateline",)),
    ]
    with ThreadPoolExecutor(1) as other:
        for wish in wishes:
            assert other.submit(ring, state, wish).result(10)
    qtbot.waitUntil(lambda: heard == wishes)
    if sys.platform != "win32":
        assert (state / RUNNING).stat().st_mode & 0o077 == 0
    bell.close()
    assert not ring(state, Ring())
    for wish in heard:
        windows.take_in(wish.paths, library=wish.library, query=wish.query)
    assert len(windows.open_ones) == 2
    second = windows.open_ones[1]
    settled(second, qtbot)
    settled(first, qtbot)
    assert second.state.library is not None
    assert second.state.library.path == places[1]
    assert second.state.query == parse("talks").query


def test_what_the_desktop_gives_opens_the_window(places: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "기사 모음"
    folder.mkdir()
    mark = places[0] / "open.dateline"
    for given in (str(places[0]), str(mark), mark.as_uri()):
        wanted = startup._window_wanted([given])
        assert wanted is not None
        assert (wanted.library, wanted.folders) == (places[0], ())
    wanted = startup._window_wanted([folder.as_uri(), "dateline://search?q=talks%20date%3A2023"])
    assert wanted is not None
    assert (wanted.folders, wanted.query) == ((folder,), "talks date:2023")
    assert startup._window_wanted(["search", "talks"]) is None


@pytest.mark.parametrize("screen", [(1280, 800), (1366, 768)])
def test_the_window_fits_a_laptop_and_can_be_made_small(
    window: MainWindow, fill: Fill, qtbot: QtBot, screen: tuple[int, int]
) -> None:
    fill("2023-09-14 Talks")
    settled(window, qtbot)
    first = MainWindow(window.paths, window.appearance)
    room = QApplication.primaryScreen().availableSize()
    assert first.width() <= room.width()
    assert first.height() <= room.height()
    first.deleteLater()
    least = window.minimumSizeHint()
    assert least.width() <= 900
    assert least.height() <= 600
    window.resize(QSize(*screen))
    assert window.size() == QSize(*screen)

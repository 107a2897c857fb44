"""A real window on a real library, offscreen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop_app.library.library import Library
from desktop_app.paths import Paths
from desktop_app.query.grammar import parse
from ui import language
from ui.app import Application
from ui.main_window import MainWindow

Search = Callable[[str], None]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return Application


@pytest.fixture(scope="session", autouse=True)
def rubbish(qapp: Application) -> None:
    """Nothing of a window is taken apart in another thread, as in the program."""
    qapp.rubbish.begin()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "config", tmp_path / "libraries", tmp_path / "state")


@pytest.fixture
def failures() -> list[BaseException]:
    """What failed in the background; a test that means it to takes it out."""
    return []


@pytest.fixture
def empty_window(
    qapp: Application, qtbot: QtBot, paths: Paths, failures: list[BaseException]
) -> Iterator[MainWindow]:
    """A window without a library."""
    language.choose("en")
    window = MainWindow(paths, qapp.appearance)
    window.build()
    window.resize(1400, 900)
    window.jobs.failed.connect(failures.append)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.timeline.chart is not None)
    yield window
    for work in window.jobs.working:
        work.job.cancel()  # or it would ask whether to close
    window.close()
    window.deleteLater()
    if failures:
        raise failures[0]


@pytest.fixture
def window(empty_window: MainWindow, library: Library, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on the library that `fill` fills."""
    empty_window.state.open(library)
    settled(empty_window, qtbot)
    yield empty_window
    if empty_window.state.library is library:
        empty_window.close()


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is asked or being done, and the answers are shown."""
    state = window.state

    def quiet() -> bool:
        if not window.jobs.idle or state.refreshing:
            return False
        return state.library is None or state.library.generation() == state.result.generation

    qtbot.waitUntil(quiet, timeout=20_000)
    QApplication.processEvents()
    qtbot.waitUntil(quiet, timeout=20_000)


@pytest.fixture
def search(window: MainWindow, qtbot: QtBot) -> Search:
    """Ask the window something in the query language."""

    def asked(text: str) -> None:
        window.state.ask(parse(text).query)
        settled(window, qtbot)

    return asked

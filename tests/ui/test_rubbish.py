"""Python's rubbish is collected, and in no thread but the window's."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from ui.app import Application
from ui.rubbish import EVERY


class Knot:
    """Refers to itself, so that only a collection frees it."""

    def __init__(self, freed: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: freed.append(threading.get_ident()))


def test_what_a_worker_leaves_behind_is_freed_in_the_windows_thread(
    qapp: Application, qtbot: QtBot
) -> None:
    freed: list[int] = []

    def work() -> None:
        for _ in range(2000):
            Knot(freed)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert not gc.isenabled()
    assert not freed
    qtbot.waitUntil(lambda: len(freed) == 2000, timeout=20 * EVERY)
    assert set(freed) == {threading.get_ident()}

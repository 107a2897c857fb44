"""What a measured window is made to do: settle, wait, be typed in."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit

from desktop_app.query.conditions.days import on_day
from desktop_app.query.query import Condition
from ui.app import Application
from ui.main_window import MainWindow

LONGEST = 300.0  # seconds of one part


def until(application: Application, so: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST
    while not so():
        if time.monotonic() > end:
            raise TimeoutError
        application.processEvents()
        time.sleep(0.0005)


def settle(application: Application, window: MainWindow) -> None:
    """Wait until nothing is asked and everything is painted."""

    def at_rest() -> bool:
        return window.jobs.idle and not window.filter_bar.waiting

    until(application, at_rest)
    application.processEvents()
    until(application, at_rest)
    application.processEvents()


def type_letter(application: Application, edit: QLineEdit, letter: str) -> None:
    """Give one letter as an input method does: Korean comes by no key."""
    event = QInputMethodEvent()
    event.setCommitString(letter)
    application.sendEvent(edit, event)


def a_day() -> Condition:
    return on_day(date(2014, 4, 15))


def wait(application: Application, seconds: float) -> None:
    end = time.perf_counter() + seconds
    until(application, lambda: time.perf_counter() >= end)

"""What happened, as one quiet line with at most one button; nothing modal."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import PySide6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop_app import __version__
from desktop_app.errors import UserError
from ui.language import say, tell
from ui.theme import Appearance


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, what to do about it, and a button for it."""

    text: str
    hint: str = ""
    button: str = ""
    act: Callable[[], object] | None = None


class Notices(QObject):
    """Where everything that wants to say something says it; the newest notice stands."""

    told = Signal(object)

    def say(
        self, text: str, hint: str = "", button: str = "", act: Callable[[], object] | None = None
    ) -> None:
        self.told.emit(Notice(text, hint, button, act))

    def fail(self, error: BaseException) -> None:
        """Say what went wrong: the user's to mend in a sentence, ours with a report to copy."""
        if isinstance(error, UserError):
            self.say(tell(error.message), tell(error.hint) if error.hint else "")
            return
        report = bug_report(error)
        self.say(
            say("Something went wrong inside Dateline; your library is not harmed."),
            say("A report without any of your texts can be copied for its makers."),
            say("Copy report"),
            lambda: QGuiApplication.clipboard().setText(report),
        )


def versions() -> str:
    """Say which Dateline this is, on which Python, Qt and system."""
    return (
        f"Dateline {__version__}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.system()} {platform.machine()}"
    )


def bug_report(error: BaseException) -> str:
    """Describe ``error`` with versions and places in the code, and no text of the user's.

    The error's own message is left out: it may quote a dispatch or a path.
    """
    lines = [
        versions(),
        f"{type(error).__module__}.{type(error).__qualname__}",
    ]
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(Path(frame.filename).parts[-3:])
        lines.append(f"  {place}:{frame.lineno} in {frame.name}")
    return "\n".join(lines)


class NoticeLine(QFrame):
    """The line above the status line; hidden while there is nothing to say."""

    def __init__(
        self, notices: Notices, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._act: Callable[[], object] | None = None
        self._text = QLabel()
        self._text.setProperty("look", "strong")
        self._hint = QLabel()
        self._hint.setProperty("look", "soft")
        self._button = QPushButton()
        self._button.setProperty("look", "link")
        self._close = QToolButton()
        self._close.setAccessibleName(say("Close the notice"))
        self._button.clicked.connect(self._press)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 10, 2)
        row.setSpacing(12)
        row.addWidget(self._text)
        row.addWidget(self._hint, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._appearance = appearance
        appearance.changed.connect(self._paint)
        notices.told.connect(self._show)
        self._paint()
        self.hide()

    @property
    def text(self) -> str:
        """What the line says now, for people and tests alike."""
        return f"{self._text.text()} {self._hint.text()}".strip() if not self.isHidden() else ""

    def _paint(self) -> None:
        self._close.setIcon(self._appearance.icon("close"))

    def _show(self, notice: Notice) -> None:
        self._act = notice.act
        self._text.setText(notice.text)
        self._hint.setText(notice.hint)
        self._button.setText(notice.button)
        self._button.setVisible(bool(notice.button))
        self.setAccessibleName(f"{notice.text} {notice.hint}".strip())
        self.show()

    def _press(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

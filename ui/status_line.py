"""The line at the bottom: how many, what was asked, and what is being done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from desktop_app.jobs import Progress
from desktop_app.query.result import Result
from ui.filter_bar.asking import query_in_words
from ui.jobs import Work
from ui.language import counted, number, say
from ui.panes import STATUS_LINE
from ui.state import BrowserState
from ui.theme import Appearance


class StatusLine(QFrame):
    """Shows count and query at the left, running work with a stop button at the right."""

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(STATUS_LINE)
        self._state = state
        self._appearance = appearance
        self.count = QLabel()
        self.words = QLabel()
        self.words.setProperty("look", "soft")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMinimumWidth(40)
        self.selected = QLabel()
        self.selected.setProperty("look", "faint")
        self.work = QLabel()
        self.work.setProperty("look", "soft")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(116)
        self.bar.setAccessibleName(say("Progress"))
        self.stop = QToolButton()
        self.stop.setIconSize(QSize(12, 12))
        self.stop.setAccessibleName(say("Stop"))
        self.stop.setToolTip(say("Stop; what was done so far is kept"))
        self.stop.clicked.connect(self.stop_work)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 10, 0)
        row.setSpacing(14)
        row.addWidget(self.count)
        row.addWidget(self.words, 1)
        row.addWidget(self.selected)
        row.addWidget(self.work)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        state.result_changed.connect(self._show)
        state.selection_changed.connect(self._show_selection)
        state.jobs.work_started.connect(self._begin)
        state.jobs.work_ended.connect(lambda _: self._show_work())
        appearance.changed.connect(self._restyle)
        self._restyle()
        self._show(state.result)
        self._show_work()

    def _restyle(self) -> None:
        self.stop.setIcon(self._appearance.icon("close"))

    def _show(self, result: Result) -> None:
        if self._state.library is None:
            self.count.clear()
            self.words.clear()
            return
        if len(result) == result.in_library:
            said = counted(len(result), "{n} dispatch", "{n} dispatches")
            self.count.setText(f"<b>{said}</b>")
        else:
            said = say(
                "<b>{found}</b> of {all} dispatches",
                found=number(len(result)),
                all=number(result.in_library),
            )
            self.count.setText(said)
        self.words.setText(query_in_words(result.query))
        self.words.setToolTip(self.words.text())

    def _show_selection(self) -> None:
        chosen = len(self._state.selection)
        self.selected.setText(say("{n} selected", n=number(chosen)) if chosen > 1 else "")

    def _begin(self, work: Work) -> None:
        work.progressed.connect(lambda _: self._show_work())
        self._show_work()

    def _show_work(self) -> None:
        working = self._state.jobs.working
        for part in (self.work, self.bar, self.stop):
            part.setVisible(bool(working))
        if not working:
            return
        work = working[0]
        said = work_in_words(work)
        if len(working) > 1:
            said += " " + say("(and {n} more)", n=len(working) - 1)
        self.work.setText(said)
        progress = work.progress
        if progress is None or not progress.total:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * progress.done / progress.total))

    def stop_work(self) -> None:
        """Stop the first running work; what it did so far is kept."""
        working = self._state.jobs.working
        if working:
            working[0].job.cancel()
            self.work.setText(say("Stopping…"))


def work_in_words(work: Work) -> str:
    """Say what is being done, how far it is, how fast, and how long it still takes."""
    progress = work.progress
    if progress is None:
        return work.name
    part = say(progress.what)
    named = part.casefold() in work.name.casefold()
    parts = [work.name, "" if named else part, _amount(progress)]
    if progress.rate >= 1 and progress.seconds > 0.5:
        parts.append(say("{n}/s", n=number(round(progress.rate))))
    if progress.seconds_left is not None and progress.seconds > 1:
        parts.append(_time_left(progress.seconds_left))
    return " · ".join(part for part in parts if part)


def _amount(progress: Progress) -> str:
    done = number(progress.done)
    if progress.total is None:
        return done if progress.done else ""
    return say("{done} of {total}", done=done, total=number(progress.total))


def _time_left(seconds: float) -> str:
    if seconds < 90:
        return say("{n} s left", n=round(seconds))
    if seconds < 5400:
        return say("{n} min left", n=round(seconds / 60))
    return say("{n} h left", n=round(seconds / 3600))

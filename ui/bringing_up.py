"""Brings a library of an older Dateline up to date, with a bar that moves and can be stopped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop_app.jobs import Job, Progress
from desktop_app.library.bringing_up import AS_IT_WAS, BROUGHT_UP
from desktop_app.library.library import Library
from ui.jobs import Jobs
from ui.language import say, tell
from ui.notices import Notices


class BringingUp(QProgressDialog):
    """Stands before the window until the library is as this Dateline needs it, or is stopped."""

    def __init__(self, path: Path, jobs: Jobs, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bringingUp")
        self.setWindowTitle(say("Bringing the library up to date"))
        self.setAccessibleName(self.windowTitle())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        self.setMinimumDuration(0)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.setCancelButtonText(say("Stop"))
        self._says(say("Reading what is there"))
        self._path, self._jobs, self._notices = path, jobs, notices
        self._done = False

    def run(self) -> bool:
        """Return whether it is done; whatever stopped it has been told."""
        waiting = QEventLoop(self)
        work = self._jobs.do(self.windowTitle(), self._bring_up, self._note)
        work.progressed.connect(self._show)
        work.ended.connect(waiting.quit, Qt.ConnectionType.QueuedConnection)
        self.canceled.connect(work.job.cancel)
        self.setRange(0, 0)
        self.show()
        waiting.exec()
        self.canceled.disconnect()
        self.close()
        self.deleteLater()
        if self._done:
            self._notices.say(tell(BROUGHT_UP), tell(AS_IT_WAS))
        return self._done

    def _bring_up(self, job: Job) -> None:
        with Library.open(self._path, job):
            pass

    def _note(self, _: None) -> None:
        self._done = True

    def _show(self, progress: Progress) -> None:
        self._says(say(progress.what))
        self.setMaximum(progress.total or 0)
        self.setValue(progress.done)

    def _says(self, what: str) -> None:
        keeps = say("A copy of it as it is stays in its folder of backups. Stopping loses nothing.")
        self.setLabelText(f"{what} …\n\n{keeps}")

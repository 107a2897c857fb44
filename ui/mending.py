"""Makes a damaged search index again, beside the reading; says so before and after."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.library.connections import IndexDamaged
from ui.language import say
from ui.notices import Notices
from ui.state import BrowserState


class Mending(QObject):
    """Notices a damaged index when a library opens and when a question fails of it."""

    def __init__(self, state: BrowserState, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._notices = state, notices
        self._under_way = False
        state.library_changed.connect(self._look)
        state.jobs.failed.connect(self._hear)

    def _look(self) -> None:
        library = self._state.library
        if library is not None:
            self._state.jobs.ask("index", lambda _: library.index_is_whole(), self._judge)

    def _judge(self, whole: bool) -> None:
        if not whole:
            self._notices.fail(IndexDamaged())
            self._mend()

    def _hear(self, error: BaseException) -> None:
        if isinstance(error, IndexDamaged):
            self._mend()

    def _mend(self) -> None:
        library = self._state.library
        if library is None or not library.writable or self._under_way:
            return
        self._under_way = True
        # In the lane of imports, which put texts in as well.
        work = self._state.jobs.do(
            say("Making the search index again"), library.make_index_again, self._done, "imports"
        )
        work.ended.connect(self._over)

    def _over(self) -> None:
        self._under_way = False

    def _done(self, _: None) -> None:
        self._notices.say(say("The search index is whole again."))
        self._state.refresh()

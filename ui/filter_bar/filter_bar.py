"""The search bar: chips for what was asked, a line for what is being typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.query.query import Everything, Node, Query, part_text
from ui.filter_bar.asking import read_typed, settings_in_words, words_of
from ui.filter_bar.chip import Chip
from ui.filter_bar.completion import Completion
from ui.language import say
from ui.state import BrowserState
from ui.theme import Appearance

LINE = 130  # pixels that stay for typing, glass and margins beside however many chips
TYPING_PAUSE = 15  # milliseconds: a burst of letters is one question; later ones stop earlier ones


class FilterBar(QFrame):
    """Shows the query; what is typed is searched for after a pause, and kept on Enter."""

    def __init__(
        self, state: BrowserState, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setFixedHeight(34)
        self._state = state
        self._appearance = appearance
        self._typed: tuple[Node, ...] = ()
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(lambda: self._search(typing=True))
        self.edit = QLineEdit()
        self.edit.setObjectName("searchEdit")
        self.edit.setFrame(False)
        self.edit.setAcceptDrops(False)  # files dropped here are to be imported as anywhere else
        self.edit.setAccessibleName(say("Search"))
        self.edit.textEdited.connect(lambda _: self._search_soon())
        self.edit.returnPressed.connect(self.keep)
        self.edit.installEventFilter(self)
        self.completion = Completion(self.edit, state)
        self.completion.turned.connect(self._place_hint)
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.hint.hide()
        self._glass = QLabel()
        self.chips: list[Chip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 8, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._glass)
        self._row.addWidget(self.edit, 1)
        state.query_changed.connect(self._show)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._glass.setPixmap(self._appearance.icon("search").pixmap(QSize(14, 14)))
        self._rebuild()

    # What is typed

    def keep(self) -> None:
        """Turn what is typed into chips."""
        self._pause.stop()
        self._search()
        if self.edit.text().strip() and read_typed(self.edit.text(), Query()).query is None:
            return
        self._typed = ()
        self.edit.clear()
        self._rebuild()

    def _search_soon(self) -> None:
        """Search at once, or after a pause where the letter before is not answered yet."""
        self._pause.start(TYPING_PAUSE if self._state.jobs.asks("result") else 0)

    @property
    def waiting(self) -> bool:
        """Whether something typed is still to be searched for."""
        return self._pause.isActive()

    def ask(self, text: str) -> None:
        """Ask ``text`` alone, as if it had been typed into an empty line."""
        self._typed = ()
        self._state.clear()
        self.edit.setText(text)
        self.keep()

    def clear_typed(self) -> bool:
        """Drop what is typed; say whether there was anything."""
        if not self.edit.text():
            return False
        self.edit.clear()
        self._search()
        return True

    def _search(self, *, typing: bool = False) -> None:
        base = self._without_typed(self._state.query)
        at_end = self.edit.cursorPosition() == len(self.edit.text())
        read = read_typed(self.edit.text(), base, typing=typing and at_end)
        self._say_hint(read.hint)
        if read.query is not None:
            self._typed = read.nodes
            self._state.ask(read.query, step="typing")

    def _without_typed(self, query: Query) -> Query:
        for node in self._typed:
            query = query.without(node)
        return query

    def _say_hint(self, hint: str) -> None:
        self.hint.setText(hint)
        self.edit.setAccessibleDescription(hint)
        self._place_hint()

    def _place_hint(self) -> None:
        """Show the hint under the line, but not where words are offered that may follow."""
        if not self.hint.text() or self.completion.isVisible():
            self.hint.hide()
            return
        window = self.window()
        if self.hint.parent() is not window:
            self.hint.setParent(window)
        below = self.mapTo(window, self.rect().bottomLeft())
        self.hint.setMaximumWidth(self.width() - 16)
        self.hint.adjustSize()
        self.hint.move(below.x() + 8, below.y() + 4)
        self.hint.show()
        self.hint.raise_()

    # What was asked

    def _show(self, query: Query) -> None:
        parts = query.top_level()
        if any(node not in parts for node in self._typed):
            self._typed = ()
            self.edit.clear()
            self._say_hint("")
        self._rebuild()

    def _rebuild(self) -> None:
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for node in self._state.query.top_level():
            if node not in self._typed:
                chip = Chip(node, words_of(node), self._appearance)
                chip.removed.connect(self._state.remove)
                chip.edited.connect(self._take_back)
                self._row.insertWidget(1 + len(self.chips), chip)
                self.chips.append(chip)
        for words, without in settings_in_words(self._state.query):
            setting = Chip(Everything(), words, self._appearance)
            setting.removed.connect(lambda _, query=without: self._state.ask(query))
            self._row.insertWidget(1 + len(self.chips), setting)
            self.chips.append(setting)
        self._fit()

    def _take_back(self, node: Node) -> None:
        """Put a chip's text into the line again, to be changed."""
        if isinstance(node, Everything):
            return
        self.keep()
        self.edit.setText(part_text(node))
        self._typed = (node,)
        self._rebuild()
        self.edit.setFocus()
        self.edit.end(False)

    def _fit(self) -> None:
        self.edit.setPlaceholderText(
            say("Narrow further")
            if self.chips
            else say("Search words, person:, outlet:, date: … or click a day, a name, a bar")
        )
        room = self.width() - LINE - len(self.chips) * self._row.spacing()
        rooms = shared(room, [chip.wanted for chip in self.chips])
        for chip, given in zip(self.chips, rooms, strict=True):
            chip.fit(given)

    def text(self) -> str:
        """Return the whole query as it would be typed."""
        return self._state.query.text()

    def focus(self) -> None:
        """Begin typing, with what is there selected."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("active", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
            if event.type() == QEvent.Type.FocusOut:
                self.hint.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            back = event.key() == Qt.Key.Key_Backspace and not self.edit.text()
            if back and self.chips:
                self._take_back(self.chips[-1].node)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def shared(room: int, wanted: list[int]) -> list[int]:
    """Share ``room`` among those who want so much: who wants little gets it, the others alike."""
    given = dict.fromkeys(range(len(wanted)), 0)
    for place, left in zip(
        sorted(given, key=wanted.__getitem__), range(len(wanted), 0, -1), strict=True
    ):
        given[place] = min(wanted[place], max(0, room) // left)
        room -= given[place]
    return list(given.values())

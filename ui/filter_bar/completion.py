"""What may follow in the search bar: a small list under the line, never in the way of Enter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from desktop_app.jobs import Job
from desktop_app.library.library import Library
from desktop_app.model.names import folded_name
from desktop_app.query.completion import Asked, Option, asked_at, options
from desktop_app.query.query import Query
from desktop_app.query.result import FacetCount, Result
from ui.language import number, say
from ui.state import BrowserState

KNOWN_AT_MOST = 20_000  # values of a field that are looked through
LINE = 26
START = Qt.ItemDataRole.UserRole + 1


class Completion(QListWidget):
    """Offers fields, people and places while typing; Down walks in, Enter or Tab takes."""

    turned = Signal()  # shown or hidden

    def __init__(self, edit: QLineEdit, state: BrowserState) -> None:
        super().__init__()
        self.setObjectName("completion")
        self.setAccessibleName(say("What may follow"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edit = edit
        self._state = state
        self._asked: Asked | None = None
        self._everything: Result | None = None
        self._known: dict[str, tuple[tuple[str, FacetCount], ...]] = {}
        self.hide()
        edit.textEdited.connect(lambda _: self._ask())
        edit.installEventFilter(self)
        self.itemClicked.connect(self._take)
        state.library_changed.connect(self._forget)
        state.content_changed.connect(self._forget)

    def _forget(self) -> None:
        self._everything = None
        self._known.clear()
        self.hide()

    def _ask(self) -> None:
        library = self._state.library
        asked = asked_at(self._edit.text(), self._edit.cursorPosition())
        if library is None or asked is None or not (asked.typed or asked.field):
            self.hide()
            return

        def question(job: Job) -> tuple[Option, ...]:
            def values_of(field: str, typed: str) -> Sequence[FacetCount]:
                wanted = f" {folded_name(typed)}"
                known = self._values(library, field, job)
                return list(islice((one for words, one in known if wanted in words), 20))

            return options(asked, values_of)

        self._state.jobs.ask("completion", question, lambda found: self._offer(asked, found))

    def _values(self, library: Library, field: str, job: Job) -> tuple[tuple[str, FacetCount], ...]:
        """Return what the library has in ``field``, each with its words as they are looked for.

        Asked once for each state of the library: folding all names for a key takes longer than
        answering it.
        """
        if field not in self._known:
            if self._everything is None:
                self._everything = library.find(Query(), job)
            name = "language" if field == "lang" else field
            values = library.facet(self._everything, name, job, KNOWN_AT_MOST)
            self._known[field] = tuple((f" {folded_name(one.value)}", one) for one in values)
        return self._known[field]

    def _offer(self, asked: Asked, offered: tuple[Option, ...]) -> None:
        self.clear()
        self._asked = asked
        if not offered or not self._edit.hasFocus():
            self.hide()
            return
        for option in offered:
            note = "" if option.count is None else f"   {number(option.count)}"
            item = QListWidgetItem(f"{option.label}{note}")
            item.setData(Qt.ItemDataRole.UserRole, option.text)
            item.setData(START, asked.start if option.start is None else option.start)
            item.setToolTip(option.text)
            self.addItem(item)
        window = self._edit.window()
        if self.parent() is not window:
            self.setParent(window)
        below = self._edit.mapTo(window, self._edit.rect().bottomLeft())
        room = window.height() - below.y() - 2 * LINE
        self.setFixedSize(320, min(len(offered) * LINE + 8, room))
        self.move(below.x() - 8, below.y() + 10)
        self.setCurrentRow(-1)
        self.show()
        self.raise_()

    def _take(self, item: QListWidgetItem) -> None:
        asked = self._asked
        if asked is None:
            return
        chosen = item.data(Qt.ItemDataRole.UserRole)
        text = self._edit.text()
        start = item.data(START)
        space = "" if chosen.endswith(":") else " "
        self._edit.setText(text[:start] + chosen + space + text[asked.end :].lstrip())
        self._edit.setCursorPosition(start + len(chosen) + len(space))
        self.hide()
        self._edit.textEdited.emit(self._edit.text())

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.turned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if not self.isVisible() or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        return self._key(event.key()) or super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        row = self.currentRow()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow(min(max(row + step, -1), self.count() - 1))
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        chosen = self.item(row) if row >= 0 else None
        if key == Qt.Key.Key_Tab:
            chosen = chosen or self.item(0)
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if chosen is None:
            self.hide()
            return False
        self._take(chosen)
        return True

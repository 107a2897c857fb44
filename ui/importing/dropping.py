"""What is dropped on a window is imported; while it is held over it the window says so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QLabel, QWidget

from ui.importing.importer import Importer
from ui.language import say
from ui.state import BrowserState

MARGIN = 12


class Dropping(QObject):
    """Takes files and folders that are dropped anywhere on ``window``."""

    def __init__(self, state: BrowserState, importer: Importer, window: QWidget) -> None:
        super().__init__(window)
        self._state, self._importer, self._window = state, importer, window
        self.says = QLabel(window)
        self.says.setObjectName("drop")
        self.says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        behind = QGraphicsOpacityEffect(self.says)
        behind.setOpacity(0.9)  # what it is dropped on can still be made out
        self.says.setGraphicsEffect(behind)
        self.says.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def _enter(self, event: QDragEnterEvent) -> None:
        if not event.mimeData().hasUrls() or event.source() is not None:
            return  # a row of our own list is on its way out
        event.acceptProposedAction()
        library = self._state.library
        if library is None:
            said = say("Drop to make a library of it")
        elif library.writable:
            said = say("Drop to import into “{name}”", name=library.name)
        else:
            said = say("“{name}” is open to read only.", name=library.name)
        self.says.setText(said)
        self.says.setGeometry(self._window.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        self.says.show()
        self.says.raise_()

    def _drop(self, event: QDropEvent) -> None:
        self.says.hide()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._importer.take(paths)

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.says.hide()
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._drop(event)
            return True
        return super().eventFilter(watched, event)

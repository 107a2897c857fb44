"""One part of the query in words, with a cross to take it away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.query.query import Node
from ui.language import say
from ui.theme import Appearance

BESIDE = 38  # pixels of margins and the cross


class Chip(QFrame):
    """Shows a part of the query; a click takes it back into the text, the cross removes it."""

    removed = Signal(object)
    edited = Signal(object)

    def __init__(
        self, node: Node, words: str, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.node, self.words = node, words
        self.setFixedHeight(22)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._label = QLabel(words)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        cross = QToolButton()
        cross.setIcon(appearance.icon("close", "accent"))
        cross.setIconSize(QSize(10, 10))
        cross.setAccessibleName(say("Remove “{words}”", words=words))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(lambda: self.removed.emit(self.node))
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 4, 0)
        row.setSpacing(3)
        row.addWidget(self._label)
        row.addWidget(cross)

    @property
    def wanted(self) -> int:
        """How many pixels all of it needs."""
        return self._label.fontMetrics().horizontalAdvance(self.words) + 2 + BESIDE

    def fit(self, room: int) -> None:
        """Say as much as ``room`` pixels allow; of two ends the middle gives way."""
        metrics = self._label.fontMetrics()
        text = metrics.elidedText(self.words, Qt.TextElideMode.ElideMiddle, max(40, room - BESIDE))
        self._label.setText(text)

    # Qt's own names

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.edited.emit(self.node)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.node)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.edited.emit(self.node)
        else:
            event.ignore()

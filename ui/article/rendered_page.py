"""A stored page drawn with nothing loaded and nothing run."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui.language import say


class RenderedPage(QTextBrowser):
    """Draws harmless HTML; whatever it may still ask for, it gets nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(12)
        self.setAccessibleName(say("Original as a page"))
        self.asked_for: list[str] = []

    # Qt's own names

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        self.asked_for.append(f"{kind} {QUrl(name).toString()}")
        return QByteArray()

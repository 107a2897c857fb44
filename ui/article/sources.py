"""Where the text came from: captures, and the stored bytes of each, shown as plain text."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.jobs import Job
from desktop_app.model.article import Article, CaptureRow
from ui.article.positions import shown
from ui.language import moment, say
from ui.state import BrowserState

SHOWN_AT_MOST = 1_000_000  # bytes; the rest is in the saved file


class Sources(QWidget):
    """Shows the captures of an article; nothing of an original is loaded or run."""

    def __init__(self, state: BrowserState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._captures: tuple[CaptureRow, ...] = ()
        self.captures = QListWidget()
        self.captures.setAccessibleName(say("Captures"))
        self.captures.setMaximumHeight(110)
        self.captures.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.captures.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._facts = QLabel()
        self._facts.setProperty("look", "soft")
        self._facts.setWordWrap(True)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bytes = QPlainTextEdit()
        self._bytes.setReadOnly(True)
        self._bytes.setAccessibleName(say("Original as plain text"))
        self._save = QPushButton(say("Save original…"))
        row = QHBoxLayout()
        row.addWidget(self._facts, 1)
        row.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.captures)
        column.addLayout(row)
        column.addWidget(self._bytes, 1)
        self.captures.currentRowChanged.connect(self._show_capture)
        self._save.clicked.connect(self._ask_where)

    def show_article(self, article: Article | None) -> None:
        """List the captures of ``article``."""
        captures = article.captures if article else ()
        if captures == self._captures:
            return
        self._captures = captures
        self.captures.clear()
        self.captures.addItems([_caption(capture) for capture in captures])
        self.captures.setVisible(len(captures) > 1)
        if captures and self.isVisible():
            self.captures.setCurrentRow(0)

    def _show_capture(self, place: int) -> None:
        library = self._state.library
        if library is None or not 0 <= place < len(self._captures):
            self._bytes.clear()
            self._facts.clear()
            return
        capture = self._captures[place]
        self._facts.setText(_facts(capture))

        def read(_: Job) -> str:
            pieces, size = [], 0
            for piece in library.original(capture.original_sha256):
                pieces.append(piece)
                size += len(piece)
                if size > SHOWN_AT_MOST:
                    break
            return shown(b"".join(pieces)[:SHOWN_AT_MOST].decode("utf-8", "replace"))

        self._state.jobs.ask("original", read, self._bytes.setPlainText)

    def _ask_where(self) -> None:
        place = self.captures.currentRow()
        if not 0 <= place < len(self._captures):
            return
        capture = self._captures[place]
        name = Path(capture.original_name.replace("\\", "/")).name or "original"
        chosen, _ = QFileDialog.getSaveFileName(self, say("Save original"), name)
        if chosen:
            self.save(capture, Path(chosen))

    def save(self, capture: CaptureRow, target: Path) -> None:
        """Write the original of ``capture`` to ``target``, byte for byte."""
        library = self._state.library
        if library is None:
            return

        def write(job: Job) -> None:
            with target.open("wb") as file:
                for piece in library.original(capture.original_sha256):
                    job.check()
                    file.write(piece)

        self._state.jobs.do(say("Saving the original"), write, lambda _: None, "exports")

    # Qt's own names

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._captures and self.captures.currentRow() < 0:
            self.captures.setCurrentRow(0)


def _caption(capture: CaptureRow) -> str:
    when = moment(capture.captured_at) if capture.captured_at else say("time not known")
    parts = [when, capture.site, capture.original_name]
    return " · ".join(part for part in islice(parts, 3) if part)


def _facts(capture: CaptureRow) -> str:
    lines = [capture.original_name]
    if capture.locator:
        lines.append(say("place in the file: {place}", place=capture.locator))
    if capture.url:
        lines.append(capture.url)
    if capture.captured_at is not None:
        how = f" ({capture.captured_from})" if capture.captured_from else ""
        lines.append(say("captured {when}", when=moment(capture.captured_at)) + how)
    lines.append(f"SHA-256 {capture.original_sha256}")
    return "\n".join(lines)

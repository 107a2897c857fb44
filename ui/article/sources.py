"""Where the text came from: captures, and the stored bytes of each, as text and as a page."""

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
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.jobs import Job
from desktop_app.model.article import Article, CaptureRow
from ui.article.positions import shown
from ui.article.rendered_page import RenderedPage
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
        self.page = RenderedPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.page)
        self.as_page = QPushButton(say("As a page"))
        self.as_text = QPushButton(say("As text"))
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
        column.addLayout(self._ways())
        column.addWidget(self._pages, 1)
        self._pages.addWidget(self._bytes)
        self._pages.setCurrentWidget(self._bytes)
        self.captures.currentRowChanged.connect(self._show_capture)
        self._save.clicked.connect(self._ask_where)

    def _ways(self) -> QHBoxLayout:
        """Lay out the two ways to look at an original; only a web page has both."""
        row = QHBoxLayout()
        row.setSpacing(18)
        for button, widget in ((self.as_text, self._bytes), (self.as_page, self.page)):
            button.setObjectName("tab")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _=False, at=widget: self._pages.setCurrentWidget(at))
            row.addWidget(button)
        row.addStretch(1)
        self.as_text.setChecked(True)
        self.as_page.clicked.connect(self._draw)
        self.as_page.setToolTip(say("Nothing in the page is loaded, run or followed."))
        return row

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
            self.page.clear()
            self._facts.clear()
            return
        capture = self._captures[place]
        self._facts.setText(_facts(capture))
        self.as_text.click()

        def read(_: Job) -> str:
            pieces, size = [], 0
            for piece in library.original(capture.original_sha256):
                pieces.append(piece)
                size += len(piece)
                if size > SHOWN_AT_MOST:
                    break
            text = shown(b"".join(pieces)[:SHOWN_AT_MOST].decode("utf-8", "replace"))
            cut = say("… The rest is in the file that “Save original” writes.")
            return f"{text}\n\n{cut}" if size > SHOWN_AT_MOST else text

        self._state.jobs.ask("original", read, self._bytes.setPlainText)

    def _draw(self) -> None:
        """Draw the original as a page; a child process takes everything harmful out before."""
        library, place = self._state.library, self.captures.currentRow()
        if library is None or not 0 <= place < len(self._captures):
            return
        capture = self._captures[place]
        self.page.clear()

        def drawn(_: Job) -> str | None:
            from desktop_app.importing.rendering import page_of

            return page_of(library.path, capture.original_sha256, capture.original_name)

        self._state.jobs.ask("original page", drawn, self._show_page)

    def _show_page(self, page: str | None) -> None:
        if page is None:
            self.page.setPlainText(say("This original is no web page: see its text."))
        else:
            self.page.setHtml(page)

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

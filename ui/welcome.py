"""What the window shows while no library is open: three sentences and a click."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.language import say
from ui.theme import Appearance, drawn_icon

RECENT_SHOWN = 5


class Welcome(QWidget):
    """Says what Dateline is for, and offers the ways to begin."""

    sample_wanted = Signal()
    import_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = QLabel()
        mark.setPixmap(
            drawn_icon("dateline", appearance.theme.colours["accent"]).pixmap(QSize(56, 56))
        )
        title = QLabel(say("Dateline"))
        title.setProperty("look", "title")
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(mark)
        column.addWidget(title)
        for sentence in (
            "Drop a folder of saved dispatches anywhere on this window, and it becomes a library "
            "that you can search by word, day and person.",
            "Every name in a dispatch becomes a row that points back at its sentence; the files "
            "themselves are kept as they are.",
            "Nothing leaves this computer.",
        ):
            line = QLabel(say(sentence))
            line.setWordWrap(True)
            line.setFixedWidth(520)
            column.addWidget(line)
        self._sample = QPushButton(say("Open the sample library"))
        self._sample.setProperty("look", "primary")
        self._sample.setAutoDefault(True)  # Enter opens it, as at every first question
        importing = QPushButton(say("Import a folder…"))
        new, opening = QPushButton(say("New library…")), QPushButton(say("Open library…"))
        self._sample.clicked.connect(self.sample_wanted)
        importing.clicked.connect(self.import_wanted)
        new.clicked.connect(self.new_wanted)
        opening.clicked.connect(self.open_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self._sample, importing, new, opening):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addSpacing(8)
        column.addLayout(buttons)
        note = QLabel(say("The sample is made up: invented people and events, to try things on."))
        note.setProperty("look", "faint")
        column.addWidget(note)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addSpacing(14)
        column.addLayout(self._recent)
        across = QHBoxLayout(self)
        across.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addLayout(column)
        middle.addStretch(3)
        across.addLayout(middle)
        across.addStretch(1)

    def show_recent(self, libraries: list[Path]) -> None:
        """Offer the libraries that were open last; the keyboard stands on the first way in."""
        self._sample.setFocus()
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        if not libraries:
            return
        heading = QLabel(say("Opened last").upper())
        heading.setProperty("look", "section")
        self._recent.addWidget(heading)
        for path in libraries[:RECENT_SHOWN]:
            button = QPushButton(path.name.removesuffix(".dateline"))
            button.setProperty("look", "link")
            button.setToolTip(str(path))
            button.clicked.connect(lambda _=False, at=path: self.recent_wanted.emit(at))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

"""The manual inside the program (Help > Manual): offline, searchable, in the language spoken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.paths import resources
from ui.language import say, spoken
from ui.theme import Appearance


def manual_folder() -> Path:
    """Return where the manual of the language that is spoken lies, with its pictures."""
    return resources() / "manual" / spoken()


class Manual(QDialog):
    """Chapters at the left, the text, and a line that searches it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Manual"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(960, 680)
        self._appearance = appearance
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Search the manual"))
        self.search.setAccessibleName(say("Search the manual"))
        self.search.setClearButtonEnabled(True)
        for clear in self.search.findChildren(QToolButton):  # Qt makes it, and names it not
            clear.setAccessibleName(say("Clear the search"))
        self.chapters = QListWidget()
        self.chapters.setAccessibleName(say("Chapters"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(say("Manual"))
        self.text.setSearchPaths([str(manual_folder())])
        self.text.document().setDefaultFont(appearance.reading_font())
        self.text.document().setDocumentMargin(20)
        self.text.document().setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        self.text.setMarkdown((manual_folder() / "manual.md").read_text(encoding="utf-8"))
        self._space()
        self._places: list[int] = []
        self._list_chapters()
        self._lay_out()
        self.search.textChanged.connect(self._light)
        self.search.returnPressed.connect(self.find_next)
        self.chapters.currentRowChanged.connect(self._turn_to)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        QShortcut(QKeySequence("F3"), self, self.find_next)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.chapters, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 16, 16, 16)
        across.setSpacing(14)
        across.addLayout(left)
        across.addWidget(self.text, 1)
        self.chapters.setFixedWidth(210)
        self.search.setFixedWidth(210)
        self.search.setFocus()

    def _space(self) -> None:
        """Give lines and paragraphs air."""
        cursor = QTextCursor(self.text.document())
        spaced = QTextBlockFormat()
        spaced.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spaced.setBottomMargin(8)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def _list_chapters(self) -> None:
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() in (1, 2):
                self.chapters.addItem(block.text())
                self._places.append(block.position())
            block = block.next()

    def _turn_to(self, row: int) -> None:
        if 0 <= row < len(self._places):
            cursor = QTextCursor(self.text.document())
            # From the end upwards, so that the heading comes to stand at the top.
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.text.setTextCursor(cursor)
            cursor.setPosition(self._places[row])
            self.text.setTextCursor(cursor)

    def _light(self, words: str) -> None:
        """Light every place that has ``words``, and go to the first."""
        form = QTextCharFormat()
        form.setBackground(self._appearance.theme.colour("hit"))
        form.setForeground(self._appearance.theme.colour("on_hit"))
        lit: list[QTextEdit.ExtraSelection] = []
        cursor = self.text.document().find(words) if words else QTextCursor()
        while not cursor.isNull():
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = cursor, form
            lit.append(one)
            cursor = self.text.document().find(words, cursor)
        self.text.setExtraSelections(lit)
        if lit:
            self.text.setTextCursor(lit[0].cursor)

    def find_next(self) -> None:
        """Go to the next place that has what is searched for; after the last to the first."""
        words = self.search.text()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words)

"""How a dispatch is set: where lines break, how far apart they and the paragraphs stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from ui.theme import Appearance

LINE_HEIGHT = 1.6  # times the size of the letters
KOREAN = "ko"


def set_up(document: QTextDocument, appearance: Appearance, language: str) -> None:
    """Choose the font and where lines may break; before the text is put in."""
    option = QTextOption()
    option.setWrapMode(
        QTextOption.WrapMode.WrapAnywhere
        if language == KOREAN
        else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    )
    document.setDefaultTextOption(option)
    document.setDefaultFont(appearance.reading_font())
    document.setDocumentMargin(0)


def space_paragraphs(document: QTextDocument, appearance: Appearance, language: str) -> None:
    """Space lines and paragraphs; an empty line is no more than the space it stands for."""
    spaced, empty = QTextBlockFormat(), QTextBlockFormat()
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    natural = QFontMetricsF(document.defaultFont()).height()
    spaced.setLineHeight(100 * LINE_HEIGHT * appearance.text_size / natural, proportional)
    spaced.setBottomMargin(appearance.text_size * 0.6)
    if language == KOREAN:
        # Broken between syllables, as Korean is printed, justified lines have no holes.
        spaced.setAlignment(Qt.AlignmentFlag.AlignJustify)
    empty.setLineHeight(1, fixed)
    cursor = QTextCursor(document)
    block = document.firstBlock()
    while block.isValid():
        cursor.setPosition(block.position())
        cursor.setBlockFormat(spaced if block.text().strip() else empty)
        block = block.next()

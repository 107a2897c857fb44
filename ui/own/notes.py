"""The notes under an article: a list of them, and one page to write on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.library import noting
from desktop_app.model.article import Article
from desktop_app.model.own import Note
from desktop_app.model.passage import Passage
from ui.language import say
from ui.own.steps import Steps


class Page(QPlainTextEdit):
    """Where a note is written; Ctrl+Enter keeps it."""

    kept = Signal()

    # Qt's own names

    def event(self, event: QEvent) -> bool:
        # The window has an action of the same keys; here they are the page's.
        if event.type() is QEvent.Type.ShortcutOverride and _keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _keeps(event):
            self.kept.emit()
        else:
            super().keyPressEvent(event)


def _keeps(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )


class Notes(QWidget):
    """Shows the notes on the article; what is written is kept when the page is left."""

    passage_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: Steps | None = None
        self._article: Article | None = None
        self._note: Note | None = None
        self._passage: Passage | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(say("Notes"))
        self.list.setWordWrap(True)
        self.list.setMaximumHeight(180)
        self.page = Page()
        self.page.setAccessibleName(say("Words of the note"))
        self.page.setPlaceholderText(say("Write a note on this dispatch"))
        self.keep_button = QPushButton(say("Keep"))
        self.new_button = QPushButton(say("New"))
        self.remove_button = QPushButton(say("Remove"))
        for button, words in (
            (self.keep_button, say("Keep the note")),
            (self.new_button, say("New note")),
            (self.remove_button, say("Remove the note")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.keep_button.setToolTip("Ctrl+Enter")
        row = QHBoxLayout()
        for button in (self.keep_button, self.new_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 8, 0)
        column.addWidget(self.list)
        column.addWidget(self.page, 1)
        column.addLayout(row)
        self.list.currentRowChanged.connect(self._turn_to)
        self.page.kept.connect(self.keep)
        self.keep_button.clicked.connect(self.keep)
        self.new_button.clicked.connect(lambda: self.begin())
        self.remove_button.clicked.connect(self.remove)
        self.show_article(None)

    def show_article(self, article: Article | None) -> None:
        """Show the notes on ``article``; what is being written for it stays."""
        other = article is None or self._article is None or article.row.id != self._article.row.id
        if other:
            self.keep()
        self._article = article
        notes = article.notes if article else ()
        self.list.blockSignals(True)
        self.list.clear()
        for note in notes:
            item = QListWidgetItem(_line(note, article))
            item.setData(Qt.ItemDataRole.UserRole, note)
            self.list.addItem(item)
        here = None if self._note is None else self._note.id
        self.list.setCurrentRow(next((n for n, one in enumerate(notes) if one.id == here), -1))
        self.list.blockSignals(False)
        self.list.setVisible(bool(notes))
        if other:
            self.begin(focus=False)
        self._enable()

    def begin(self, passage: Passage | None = None, *, focus: bool = True) -> None:
        """Begin a new note, on a ``passage`` where one is marked."""
        self._note, self._passage = None, passage
        self.list.setCurrentRow(-1)
        self.page.setPlainText("")
        shown = say("On “{quote}”", quote=passage.quote) if passage else ""
        self.page.setPlaceholderText(shown or say("Write a note on this dispatch"))
        if focus:
            self.page.setFocus()
        self._enable()

    def keep(self) -> None:
        """Keep what is written, as a step."""
        article, note, words = self._article, self._note, self.page.toPlainText().strip()
        if article is None or self.steps is None or not self.steps.writable:
            return
        if note is not None and words != note.words:
            number = article.row.id
            self._note = Note(note.id, words, note.passage)
            self.steps.do(lambda library: noting.change_note(library, number, note, words))
        elif note is None and (words or self._passage):
            number, passage = article.row.id, self._passage
            self.begin(focus=False)
            self.steps.do(lambda library: noting.add_note(library, number, words, passage))

    def remove(self) -> None:
        """Take the chosen note away."""
        article, note = self._article, self._note
        if article is not None and note is not None and self.steps is not None:
            number = article.row.id
            self.begin(focus=False)
            self.steps.do(lambda library: noting.remove_note(library, number, note))

    def _turn_to(self, place: int) -> None:
        if place < 0:
            return
        item = self.list.item(place)
        self.keep()
        self._note = item.data(Qt.ItemDataRole.UserRole)
        if self._note is not None:
            self.page.setPlainText(self._note.words)
            self.passage_chosen.emit(self._note.passage)
        self._enable()

    def _enable(self) -> None:
        writable = self.steps is not None and self.steps.writable and self._article is not None
        self.page.setReadOnly(not writable)
        for button in (self.keep_button, self.new_button):
            button.setEnabled(writable)
        self.remove_button.setEnabled(writable and self._note is not None)


def _line(note: Note, article: Article | None) -> str:
    """Say a note in a line or two; a passage that this version lacks says so."""
    if note.passage is None:
        return note.words
    text = article.version.text if article and article.version else ""
    gone = "" if note.passage.found_in(text) else f" ({say('not in this version')})"
    return f"“{note.passage.quote}”{gone}\n{note.words}".strip()

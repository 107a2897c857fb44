"""The dispatch itself: names tinted by side, hits lit, one sentence at a time outlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop_app.model.article import Article
from desktop_app.model.own import Note
from desktop_app.model.participant import Part, Participant, Span
from desktop_app.model.passage import Passage
from desktop_app.query.hits import hits_in
from desktop_app.query.query import Query
from ui.article.positions import Positions, shown
from ui.article.tints import tinted_names
from ui.article.typesetting import set_up, space_paragraphs
from ui.language import say
from ui.theme import Appearance

MEASURE = 75  # characters in a line, at most
LIT_AT_MOST = 500


class ArticleText(QTextBrowser):
    """Shows the text of an article; says which name was clicked."""

    name_clicked = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleText")
        self.setAccessibleName(say("Text of the dispatch"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self._appearance = appearance
        self._positions = Positions("")
        self._names: list[tuple[int, int, Participant]] = []
        self._article: Article | None = None
        self._query = Query()
        self._lit: Participant | None = None
        self._wanted_place = 0
        self._notes: tuple[Note, ...] = ()
        appearance.changed.connect(self._restyle)

    def show_article(self, article: Article | None, query: Query) -> None:
        """Show ``article`` from its top, with the words that ``query`` asks for lit.

        The same text stays where it is: only what was read from it has changed.
        """
        was, now = (one.version if one else None for one in (self._article, article))
        again = was is not None and now is not None and was.id == now.id
        place = self.verticalScrollBar().value() if again else self._wanted_place
        self._article, self._query, self._lit = article, query, None
        self._write()
        if article is not None:
            self.verticalScrollBar().setValue(place)
            self._wanted_place = 0

    def come_back_to(self, place: int) -> None:
        """Have the next article scrolled to ``place``."""
        self._wanted_place = place

    def light_hits(self, query: Query) -> None:
        """Light what another query finds in the same text."""
        self._query = query
        self._light()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Mark the passages that have a note."""
        self._notes = tuple(notes)
        self._light()

    def show_passage(self, passage: Passage | None) -> None:
        """Bring a passage with a note into view."""
        version = None if self._article is None else self._article.version
        found = passage.found_in(version.text) if passage and version else None
        if found:
            self._bring_into_view((Span(*found, Part.NAME),))

    def light(self, row: Participant | None) -> None:
        """Outline the sentence parts that ``row`` was read from, and bring them into view."""
        self._lit = row
        self._light()
        if row is not None and row.spans:
            self._bring_into_view(row.spans)

    # How it is written

    def _restyle(self) -> None:
        place = self.verticalScrollBar().value()
        self._write()
        self.verticalScrollBar().setValue(place)

    def _write(self) -> None:
        version = None if self._article is None else self._article.version
        text = "" if version is None else version.text
        self._positions = Positions(text)
        language = "" if self._article is None else self._article.row.language
        set_up(self.document(), self._appearance, language)
        self.setPlainText(shown(text))
        space_paragraphs(self.document(), self._appearance, language)
        self._names = []
        self._tint_names()
        self._fit_measure()
        self._light()

    def _tint_names(self) -> None:
        if self._article is None:
            return
        for span, row, form in tinted_names(self._article, self._appearance.theme):
            self._cursor(span.start, span.end).mergeCharFormat(form)
            self._names.append((span.start, span.end, row))

    def _light(self) -> None:
        """Light hits and the chosen sentence as extra selections: the text stays as it is."""
        theme = self._appearance.theme
        lit: list[QTextEdit.ExtraSelection] = []
        hit = QTextCharFormat()
        hit.setBackground(theme.colour("hit"))
        hit.setForeground(theme.colour("on_hit"))
        version = None if self._article is None else self._article.version
        found = hits_in(version.text, self._query)[:LIT_AT_MOST] if version is not None else ()
        lit.extend(_selection(self._cursor(start, end), hit) for start, end in found)
        noted = QTextCharFormat()
        noted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        noted.setUnderlineColor(theme.colour("accent"))
        noted.setBackground(theme.colour("accent_ground"))
        for note in self._notes if version is not None else ():
            place = note.passage.found_in(version.text) if note.passage and version else None
            if place:
                lit.append(_selection(self._cursor(*place), noted))
        if self._lit is not None:
            sentence = QTextCharFormat()
            sentence.setFontUnderline(True)
            sentence.setUnderlineColor(theme.colour("accent"))
            name = QTextCharFormat()
            name.setBackground(theme.colour("accent"))
            name.setForeground(theme.colour("on_accent"))
            for span in self._lit.spans:
                form = name if span.part is Part.NAME else sentence
                lit.append(_selection(self._cursor(span.start, span.end), form))
        self.setExtraSelections(lit)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """Return a cursor that selects code points ``start`` to ``end`` of the text."""
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._positions.to_units(start), last))
        cursor.setPosition(
            min(self._positions.to_units(end), last), QTextCursor.MoveMode.KeepAnchor
        )
        return cursor

    def _bring_into_view(self, spans: tuple[Span, ...]) -> None:
        names = [span for span in spans if span.part is Part.NAME] or list(spans)
        cursor = self._cursor(names[0].start, names[0].end)
        cursor.setPosition(cursor.selectionStart())
        box = self.cursorRect(cursor)
        if not self.viewport().rect().adjusted(0, 20, 0, -40).contains(box):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)

    def marked(self) -> tuple[int, int] | None:
        """Return which code points of the text the reader has marked."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return self._positions.to_points(start), self._positions.to_points(end)

    def lit_text(self) -> str:
        """Return the name that is outlined now, as the text writes it."""
        if self._lit is None:
            return ""
        names = [span for span in self._lit.spans if span.part is Part.NAME]
        return " ".join(self._cursor(span.start, span.end).selectedText() for span in names)

    def point_of(self, row: Participant) -> QPoint:
        """Return a point on the first name of ``row``, in the viewport."""
        span = next(span for span in row.spans if span.part is Part.NAME)
        cursor = self._cursor(span.start, span.end)
        cursor.setPosition(cursor.selectionStart() + 1)
        return self.cursorRect(cursor).center()

    def _person_at(self, point: QPoint) -> Participant | None:
        unit = self.cursorForPosition(point).position()
        place = self._positions.to_points(unit)
        return next((row for start, end, row in self._names if start <= place <= end), None)

    def _fit_measure(self) -> None:
        """Keep lines readable: no longer than 75 characters, however wide the pane is."""
        measure = self._appearance.text_size * 0.52 * MEASURE
        room = max(0, int(self.width() - measure - 12))
        self.setViewportMargins(0, 0, min(room, max(0, self.width() - 120)), 0)

    # Qt's own names

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_measure()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            person = self._person_at(event.position().toPoint())
            if person is not None:
                self.name_clicked.emit(person)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._person_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())


def _selection(cursor: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = form
    return selection

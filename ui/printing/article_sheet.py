"""A dispatch on paper: title, where and when, text with its names, participants, sources."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop_app.jobs import Job
from desktop_app.model.article import Article
from ui.article.heading import meta_line
from ui.article.positions import Positions, shown
from ui.article.sides import event_words, sides_of
from ui.article.tints import tinted_names
from ui.kinds import role_name
from ui.language import moment, say
from ui.printing.caption import Caption
from ui.printing.paper import Paper
from ui.printing.table_sheet import TableColumn, TableRow, TableSheet
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ArticleSheet:
    """The reading version as published; names keep the tint of their side."""

    article: Article
    font: QFont
    landscape: bool = False
    size: QSizeF | None = None

    @property
    def caption(self) -> Caption:
        row = self.article.row
        return Caption(
            row.title or row.first_words or say("(no title)"), (meta_line(self.article),)
        )

    def draw(self, paper: Paper, job: Job) -> None:
        body = paper.body
        document = self._document(paper)
        document.setPageSize(QSizeF(body.width(), body.height()))
        for page in range(document.pageCount()):
            job.report(say("Printing"), page, document.pageCount())
            if page:
                paper.new_page()
            with paper.moved(0, -page * body.height()) as painter:
                area = QRectF(0, page * body.height(), body.width(), body.height())
                document.drawContents(painter, area)

    def _document(self, paper: Paper) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(self.font)
        document.setDocumentMargin(0)
        cursor = QTextCursor(document)
        ink, soft = paper.theme.colour("ink"), paper.theme.colour("soft")
        heading, small, plain = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        title = QFont(self.font)
        title.setPixelSize(round(self.font.pixelSize() * 1.4))
        title.setBold(True)
        heading.setFont(title)
        heading.setForeground(ink)
        small.setFont(paper.font(11))
        small.setForeground(soft)
        plain.setForeground(ink)
        cursor.insertText(self.caption.title, heading)
        for line in (self.article.second_title, meta_line(self.article)):
            if line:
                cursor.insertBlock()
                cursor.insertText(line, small)
        spaced = QTextBlockFormat()
        spaced.setTopMargin(self.font.pixelSize() * 0.7)
        spaced.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.insertBlock(spaced, plain)
        version = self.article.version
        if version is not None:
            start = cursor.position()
            cursor.insertText(shown(version.text), plain)
            _tint(document, start, version.text, self.article, paper.theme)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for number, line in enumerate(sources(self.article)):
            below = QTextBlockFormat()
            below.setTopMargin(0 if number else self.font.pixelSize() * 1.2)
            cursor.insertBlock(below, small)
            cursor.insertText(line, small)
        return document


def _tint(document: QTextDocument, start: int, text: str, article: Article, theme: Theme) -> None:
    positions = Positions(text)
    for span, _, form in tinted_names(article, theme):
        name = QTextCursor(document)
        name.setPosition(start + positions.to_units(span.start))
        name.setPosition(start + positions.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        name.mergeCharFormat(form)


def sources(article: Article) -> list[str]:
    """Say where the text came from: address, capture, and the hash of the original."""
    lines = []
    for capture in article.captures:
        when = moment(capture.captured_at) if capture.captured_at else ""
        parts = (
            capture.url or capture.original_name,
            when and say("captured {when}", when=when),
            f"SHA-256 {capture.original_sha256}",
        )
        lines.append(" · ".join(part for part in parts if part))
    return lines


def roster_sheet(article: Article) -> TableSheet:
    """Return the participants of ``article`` as a table, side by side as in the window."""
    rows: list[TableRow] = []
    for event in article.events:
        if len(article.events) > 1:
            rows.append(TableRow(heading=event_words(event)))
        for side in sides_of(event):
            rows.append(TableRow(heading=f"{side.name} · {side.note()}"))
            rows.extend(
                TableRow((str(place), row.name, row.title or "", role_name(str(row.role))))
                for place, row in enumerate(side.rows, 1)
            )
    columns = (
        TableColumn("#", 4, right=True),
        TableColumn(say("Name"), 24),
        TableColumn(say("Title"), 54),
        TableColumn(say("Role"), 18),
    )
    caption = ArticleSheet(article, QFont()).caption
    lines = (*caption.lines, *sources(article)[:1])
    return TableSheet(Caption(caption.title, lines), columns, rows, len(rows))

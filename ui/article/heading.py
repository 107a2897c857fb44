"""The title, and the line under it: outlet, place, day, event, captures."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.model.article import Article
from ui.language import counted, juche, long_day, say, written
from ui.theme import Appearance


class Heading(QWidget):
    """What stands over a dispatch: its title, where it comes from, its tags."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._article: Article | None = None
        self.title = QLabel()
        self.title.setProperty("look", "title")
        self.title.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.meta = QLabel()
        self.meta.setProperty("look", "soft")
        self.meta.setWordWrap(True)
        self.tags = QLabel()
        self.tags.setAccessibleName(say("Tags"))
        self.tag_colour: Callable[[str], str] = lambda _: ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in (self.title, self.meta, self.tags):
            column.addWidget(line)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_article(self, article: Article | None) -> None:
        """Show what is known of ``article`` beside its text."""
        self._article = article
        self.setVisible(article is not None)
        self.title.setText(title_line(article) if article else "")
        self.meta.setText(meta_line(article) if article else "")
        self.show_tags()
        self._restyle()

    def show_tags(self) -> None:
        """Show the article's tags, each with its colour; nothing where it has none."""
        tags = self._article.row.tags if self._article else ()
        faint = self._appearance.theme.colours["faint"]
        said = (
            f'<span style="color: {self.tag_colour(tag) or faint}">●</span>&nbsp;{escape(tag)}'
            for tag in tags
        )
        self.tags.setText("&nbsp;&nbsp; ".join(said))
        self.tags.setVisible(bool(tags))

    def _restyle(self) -> None:
        """Write the title in the reading font; pale where the dispatch has none of its own."""
        font = self._appearance.reading_font()
        font.setPixelSize(round(self._appearance.text_size * 1.4))
        font.setBold(True)
        self.title.setFont(font)
        size, families = font.pixelSize(), ", ".join(f'"{name}"' for name in font.families())
        pale = self._article is not None and not self._article.row.title
        colour = self._appearance.theme.colours["soft" if pale else "ink"]
        sheet = f"font-size: {size}px; font-family: {families}; color: {colour};"
        if sheet != self.title.styleSheet():  # setting one costs more than reading a dispatch
            self.title.setStyleSheet(sheet)


def title_line(article: Article) -> str:
    """Say the title; where a dispatch has none its first words stand for it, as in the list."""
    row = article.row
    return row.title or (f"{row.first_words} …" if row.first_words else say("(no title)"))


def meta_line(article: Article) -> str:
    """Say where and when a dispatch was published, and what it reports happened when."""
    row = article.row
    parts = [row.outlet, row.place, _published(article), _happened(article)]
    if row.site and row.site.casefold() != row.outlet.casefold():
        parts.append(say("captured at {site}", site=row.site))
    if len(article.captures) > 1:
        parts.append(counted(len(article.captures), "{n} capture", "{n} captures"))
    return " · ".join(part for part in parts if part)


def _published(article: Article) -> str:
    day = article.row.published
    if day is None:
        known = article.dateline_day
        if known is None:
            return say("no date")
        return say("dateline {day}, year unknown", day=str(known).removeprefix("--"))
    return ", ".join(part for part in (long_day(day), juche(day)) if part)


def _happened(article: Article) -> str:
    for event in article.events:
        if event.happened is None:
            continue
        first, last = event.happened.first, event.happened.last
        days = written(first, "d MMMM")
        if last != first:
            days = f"{days} – {written(last, 'd MMMM')}"
        said = say("event {days}", days=days)
        return f"{said}, {event.place}" if event.place else said
    return ""

"""How names are tinted in a text, on the screen and on paper alike."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextCharFormat

from desktop_app.model.article import Article
from desktop_app.model.participant import Part, Participant, Span
from ui.article.sides import sides_of, tint_of
from ui.theme import Theme


def tinted_names(
    article: Article, theme: Theme
) -> Iterator[tuple[Span, Participant, QTextCharFormat]]:
    """Yield where each name stands, whose row it is, and the colours of that row's side."""
    for event in article.events:
        for side in sides_of(event):
            for row in side.rows:
                tint = tint_of(side, row)
                form = QTextCharFormat()
                form.setForeground(theme.colour(tint))
                form.setBackground(theme.colour(f"{tint}_ground"))
                for span in row.spans:
                    if span.part is Part.NAME:
                        yield span, row, form

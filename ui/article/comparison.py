"""Two texts beside each other or in one column, what was taken out and put in marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser

from desktop_app.analysis.changes import Kind
from desktop_app.analysis.passages import Passage, Piece
from ui.article.positions import shown
from ui.language import counted, say
from ui.theme import Appearance

_NO_WORD = re.compile(r"\W*(?=\w)")
AROUND = 90  # letters that stand beside a change in a paragraph when only changes are shown


class Comparison(QTextBrowser):
    """Shows the passages of two versions; long unchanged stretches can be folded and opened."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._passages: tuple[Passage, ...] = ()
        self._captions = ("", "")
        self._side_by_side = self._only_changes = False
        self._opened: set[int] = set()
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setAccessibleName(say("Changes between the versions"))
        self.anchorClicked.connect(self._open)
        appearance.changed.connect(self._paint)

    def show_passages(
        self,
        passages: tuple[Passage, ...],
        captions: tuple[str, str],
        *,
        side_by_side: bool,
        only_changes: bool,
    ) -> None:
        """Show ``passages``, under ``captions`` when they stand beside each other."""
        if passages is not self._passages:
            self._opened = set()
        self._passages, self._captions = passages, captions
        self._side_by_side, self._only_changes = side_by_side, only_changes
        self._paint()

    def go_to(self, change: int) -> None:
        """Scroll to a change by its number, and let the reader stand on it."""
        self.scrollToAnchor(f"c{change}")

    def _open(self, link: QUrl) -> None:
        self._opened.add(int(link.fragment().removeprefix("open")))
        place = self.verticalScrollBar().value()
        self._paint()
        self.verticalScrollBar().setValue(place)

    def _paint(self) -> None:
        self.document().setDefaultFont(self._appearance.reading_font())
        body = "".join(self._table() if self._side_by_side else self._column())
        self.setHtml(body)

    def _column(self) -> Iterator[str]:
        for place, several in self._folded():
            if several is not None:
                yield f"<p>{self._fold_link(place, several)}</p>"
                continue
            body = "".join(self._both(one) for one in self._short(place))
            yield f"<div>{body.removesuffix('<br/>')}</div>"

    def _table(self) -> Iterator[str]:
        cell = 'width="50%" valign="top" style="padding:2px 10px 6px 0"'
        heads = "".join(f"<td {cell}><b>{_html(caption)}</b></td>" for caption in self._captions)
        yield f'<table width="100%" cellspacing="0"><tr>{heads}</tr>'
        for place, several in self._folded():
            if several is not None:
                yield f'<tr><td colspan="2">{self._fold_link(place, several)}</td></tr>'
                continue
            pieces = self._short(place)
            old = "".join(self._marked(one, one.earlier, "gone") for one in pieces)
            new = "".join(self._marked(one, one.later, "come") for one in pieces)
            cells = (f"<td {cell}>{one.removesuffix('<br/>')}</td>" for one in (old, new))
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</table>"

    def _folded(self) -> Iterator[tuple[int, int | None]]:
        """Yield each passage's place; instead of several unchanged ones the first, and how many."""
        place = 0
        while place < len(self._passages):
            end = place
            while end < len(self._passages) and not self._passages[end].changed:
                end += 1
            if self._only_changes and place not in self._opened and self._is_long(place, end):
                yield place, end - place
                place = end
            else:
                yield from ((one, None) for one in range(place, max(end, place + 1)))
                place = max(end, place + 1)

    def _is_long(self, start: int, end: int) -> bool:
        """Whether it is worth folding the passages from ``start`` up to ``end``."""
        stretch = self._passages[start:end]
        return sum(len(p.later) for one in stretch for p in one.pieces) > 2 * AROUND

    def _fold_link(self, place: int, several: int) -> str:
        said = counted(several, "… {n} paragraph unchanged …", "… {n} paragraphs unchanged …")
        colour = self._appearance.theme.colour("accent").name()
        return f'<a href="#open{place}" style="color:{colour};text-decoration:none">{said}</a>'

    def _short(self, place: int) -> tuple[Piece, ...]:
        """Return a passage's pieces, the unchanged ones cut when only changes are shown."""
        pieces = self._passages[place].pieces
        if not self._only_changes or not self._passages[place].changed:
            return pieces
        last = len(pieces) - 1
        return tuple(
            one
            if one.number is not None
            else Piece(
                one.kind,
                _cut(one.earlier, first=at == 0, last=at == last),
                _cut(one.later, first=at == 0, last=at == last),
            )
            for at, one in enumerate(pieces)
        )

    def _both(self, piece: Piece) -> str:
        if piece.number is None:
            return _html(piece.later)
        gone = self._marked(piece, piece.earlier, "gone") if piece.earlier.strip() else ""
        come = self._marked(piece, piece.later, "come") if piece.later.strip() else ""
        return gone + (" " if gone and come else "") + come

    def _marked(self, piece: Piece, text: str, how: str) -> str:
        if piece.number is None:
            return _html(text)
        anchor = "" if how == "come" and piece.kind is not Kind.ADDED else _anchor(piece.number)
        if not text.strip():
            return anchor + _html(text)
        lead = _NO_WORD.match(text)
        start, end = lead.end() if lead else 0, len(text.rstrip())
        before, words, after = text[:start], text[start:end], text[end:]
        sign = "−" if how == "gone" else "+"
        body = f'<span style="{self._style(how)}">[{sign}{_html(words)}]</span>'
        return f"{anchor}{_html(before)}{body}{_html(after)}"

    def _style(self, how: str) -> str:
        theme = self._appearance.theme
        ink, ground, line = {
            "gone": ("danger", "accent_ground", "line-through"),
            "come": ("side_a", "side_a_ground", "underline"),
        }[how]
        return (
            f"color:{theme.colour(ink).name()};background-color:{theme.colour(ground).name()};"
            f"text-decoration:{line}"
        )


def _anchor(number: int) -> str:
    return f'<a name="c{number}"></a>'


def _cut(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= (AROUND if first or last else 2 * AROUND):
        return text
    if first:
        return f"… {text[-AROUND:]}"
    return f"{text[:AROUND]} …" if last else f"{text[:AROUND]} … {text[-AROUND:]}"


def _html(text: str) -> str:
    return escape(shown(text)).replace("\n", "<br/>")

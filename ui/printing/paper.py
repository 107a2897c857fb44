"""Paper to draw on: pages of a printer or a file, or one picture. A pixel is 1/96 inch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.jobs import Job
from ui.language import number
from ui.printing.caption import Caption
from ui.theme import Theme, load_theme

FOOT = 26.0
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)


class Sheet(Protocol):
    """Something that can be drawn on paper; what has a ``size`` is also a picture."""

    @property
    def caption(self) -> Caption: ...
    @property
    def landscape(self) -> bool: ...
    @property
    def size(self) -> QSizeF | None: ...
    def draw(self, paper: Paper, job: Job) -> None: ...


@dataclass(slots=True)
class Paper:
    """A painter, the room on its page, and how the next page is begun."""

    painter: QPainter
    area: QRectF
    turn_page: Callable[[], object] | None = None
    theme: Theme = field(default_factory=lambda: load_theme("light"))
    page: int = 1

    @property
    def body(self) -> QRectF:
        """The room above the page's number."""
        return self.area.adjusted(0, 0, 0, -FOOT) if self.turn_page else self.area

    def new_page(self) -> None:
        """Finish this page with its number and begin another."""
        self.end_page()
        if self.turn_page is not None:
            self.turn_page()
        self.page += 1

    def end_page(self) -> None:
        """Write the page's number at its foot."""
        if self.turn_page is not None:
            self.write(self.area, number(self.page), 10, "faint", Qt.AlignmentFlag.AlignBottom)

    def font(self, size: int, *, bold: bool = False) -> QFont:
        font = QFont(QApplication.font())
        font.setPixelSize(size)
        font.setBold(bold)
        return font

    def write(
        self,
        area: QRectF,
        text: str,
        size: int,
        colour: str = "ink",
        where: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        bold: bool = False,
    ) -> None:
        """Write one line of ``text`` into ``area``."""
        self.painter.setFont(self.font(size, bold=bold))
        self.painter.setPen(self.theme.colour(colour))
        self.painter.drawText(area, int(where), text)

    def write_wrapped(
        self, area: QRectF, text: str, size: int, colour: str = "ink", *, bold: bool = False
    ) -> float:
        """Write ``text`` in as many lines as it needs; return their height."""
        self.painter.setFont(self.font(size, bold=bold))
        self.painter.setPen(self.theme.colour(colour))
        box = self.painter.boundingRect(area, WRAPPED, text)
        self.painter.drawText(box, WRAPPED, text)
        return box.height()

    def write_caption(self, area: QRectF, caption: Caption) -> QRectF:
        """Write ``caption`` at the top of ``area``; return the room that is left."""
        top = area.top() + self.write_wrapped(area, caption.title, 17, bold=True) + 4
        for line in caption.lines:
            top += self.write_wrapped(area.adjusted(0, top - area.top(), 0, 0), line, 11, "soft")
        return area.adjusted(0, top + 12 - area.top(), 0, 0)

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[QPainter]:
        """Draw with the origin at another place."""
        self.painter.save()
        self.painter.translate(x, y)
        yield self.painter
        self.painter.restore()

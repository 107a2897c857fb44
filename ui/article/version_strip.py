"""The versions of a dispatch by capture time, a line for each site that showed it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.model.article import CaptureRow
from ui.language import moment, say
from ui.theme import Appearance

LINE, DOT, LABEL, MOST_LINES = 24, 18, 118, 5


@dataclass(frozen=True, slots=True)
class _Dot:
    """One capture on the strip."""

    capture: CaptureRow
    version: int
    column: int
    line: int


class VersionStrip(QWidget):
    """A dot a capture, numbered by its version; a click compares that version."""

    version_chosen = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._dots: tuple[_Dot, ...] = ()
        self._sites: tuple[str, ...] = ()
        self._columns = 1
        self._chosen: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Versions by capture time"))
        appearance.changed.connect(self.update)

    def show_captures(self, captures: tuple[CaptureRow, ...], versions: tuple[int, ...]) -> None:
        """Show ``captures``; ``versions`` are the ids of the versions in their order."""
        known = [one for one in captures if one.version in versions]
        self._sites = tuple(dict.fromkeys(one.site for one in known))[:MOST_LINES]
        times = sorted({one.captured_at for one in known if one.captured_at})
        # Captures without a time stand in the last column, which is no later than any other.
        self._columns = max(1, len(times) + any(one.captured_at is None for one in known))
        self._dots = tuple(
            _Dot(
                one,
                versions.index(one.version) if one.version is not None else 0,
                times.index(one.captured_at) if one.captured_at else len(times),
                self._sites.index(one.site),
            )
            for one in known
            if one.site in self._sites
        )
        said = [f"{dot.version + 1}: {_told(dot.capture)}" for dot in self._dots]
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def choose(self, *versions: int) -> None:
        """Mark the places of the versions that are compared."""
        self._chosen = versions
        self.update()

    def _place(self, dot: _Dot) -> QRect:
        wide = max(DOT + 4, self.width() - LABEL - DOT)
        middle = LABEL + DOT // 2 + wide * dot.column // max(1, self._columns - 1 or 1)
        if self._columns == 1:
            middle = LABEL + DOT // 2
        return QRect(middle - DOT // 2, dot.line * LINE + (LINE - DOT) // 2, DOT, DOT)

    def _dot_at(self, point: QPoint) -> _Dot | None:
        return next((dot for dot in self._dots if self._place(dot).contains(point)), None)

    # Qt's own names

    def sizeHint(self) -> QSize:
        return QSize(300, LINE * max(1, len(self._sites)))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._appearance.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, site in enumerate(self._sites):
            middle = line * LINE + LINE // 2
            painter.setPen(theme.colour("soft"))
            label = QRect(0, line * LINE, LABEL - 10, LINE)
            name = painter.fontMetrics().elidedText(
                site or say("site not known"), Qt.TextElideMode.ElideRight, label.width()
            )
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(theme.colour("line"))
            painter.drawLine(LABEL, middle, self.width(), middle)
        for dot in self._dots:
            chosen = dot.version in self._chosen
            painter.setPen(theme.colour("accent" if chosen else "faint"))
            painter.setBrush(theme.colour("accent" if chosen else "pane"))
            place = self._place(dot)
            painter.drawEllipse(place)
            painter.setPen(theme.colour("on_accent" if chosen else "ink"))
            sign = str(dot.version + 1) if dot.capture.captured_at else f"{dot.version + 1}?"
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if dot := self._dot_at(event.position().toPoint()):
            self.version_chosen.emit(dot.version)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            dot = self._dot_at(event.pos())
            QToolTip.showText(event.globalPos(), _told(dot.capture) if dot else "", self)
            return True
        return super().event(event)  # type: ignore[arg-type]


def _told(capture: CaptureRow) -> str:
    when = moment(capture.captured_at) if capture.captured_at else say("capture time not known")
    return f"{when} · {capture.site or say('site not known')}"

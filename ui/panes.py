"""Where the panes of a window stand: the same for its first page and for its views."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QSplitter, QWidget

PANES = ("left", "list", "article", "timeline")
TOOL_ROW = (12, 7, 12, 8)  # the margins of the row with the search field
STATUS_LINE = 28  # pixels


class Panes:
    """Three panes beside each other and the timeline below them, with bars to move between."""

    def __init__(
        self,
        left: QWidget,
        listed: QWidget,
        reading: QWidget,
        timeline: QWidget,
        inside: QWidget,
    ) -> None:
        self._of = dict(zip(PANES, (left, listed, reading, timeline), strict=True))
        self.down = QSplitter(Qt.Orientation.Vertical, inside)
        self.across = QSplitter(Qt.Orientation.Horizontal, self.down)
        for pane, stretch in ((left, 0), (listed, 1), (reading, 1)):
            self.across.addWidget(pane)
            self.across.setStretchFactor(self.across.count() - 1, stretch)
        self.down.addWidget(timeline)
        self.down.setStretchFactor(0, 1)
        for splitter in (self.across, self.down):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        left.setMinimumWidth(236)
        listed.setMinimumWidth(280)
        reading.setMinimumWidth(320)
        timeline.setMinimumHeight(88)
        self.across.setSizes([240, 640, 560])
        self.down.setSizes([660, 130])

    def __getitem__(self, name: str) -> QWidget:
        return self._of[name]

    def come_back_to(self, kept: Mapping[str, list[int]]) -> None:
        """Stand as `kept` told it."""
        for name, splitter in (("across", self.across), ("down", self.down)):
            sizes = kept.get(name, [])
            if len(sizes) == splitter.count():
                splitter.setSizes(sizes)
        for place in kept.get("hidden", []):
            self[PANES[place]].hide()

    def kept(self) -> dict[str, list[int]]:
        """Return sizes and which panes are hidden, for `come_back_to`."""
        return {
            "across": self.across.sizes(),
            "down": self.down.sizes(),
            "hidden": [at for at, name in enumerate(PANES) if self[name].isHidden()],
        }


def keep_bar(view: QAbstractScrollArea) -> None:
    """Leave the room of the scroll bar as it is; the bar is drawn where there is more to see.

    A bar that comes and goes with the answers has each laid out and painted twice.
    """
    view.setVerticalScrollBar(_QuietBar(view))
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)


class _QuietBar(QScrollBar):
    """A bar that nobody sees while all there is is on show."""

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)

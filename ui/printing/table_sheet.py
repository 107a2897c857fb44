"""A table over as many pages as it needs: its headings at the top of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt

from desktop_app.jobs import Job
from ui.language import say
from ui.printing.caption import Caption
from ui.printing.paper import WRAPPED, Paper

TEXT = 11
GAP, PADDING = 12.0, 4.0


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A heading, the share of the width that it has, and whether its cells are numbers."""

    heading: str
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row; with ``heading`` it is a line of its own over those below."""

    cells: tuple[str, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class TableSheet:
    """Rows under a caption. Rows may come from the library while pages are drawn."""

    caption: Caption
    columns: Sequence[TableColumn]
    rows: Iterable[TableRow]
    total: int
    note: str = ""
    landscape: bool = False
    size: QSizeF | None = None

    def draw(self, paper: Paper, job: Job) -> None:
        body = paper.write_caption(paper.body, self.caption)
        top = self._headings(paper, body)
        for done, row in enumerate(self.rows):
            job.report(say("Printing"), done, self.total)
            height = self._height(paper, row)
            if top + height > paper.body.bottom():
                paper.new_page()
                top = self._headings(paper, paper.body)
            self._row(paper, row, top, height)
            top += height
        if self.note:
            paper.write_wrapped(paper.body.adjusted(0, top + 8, 0, 20), self.note, TEXT, "soft")

    def _boxes(self, paper: Paper, top: float, height: float) -> list[QRectF]:
        body, shares = paper.body, sum(column.share for column in self.columns)
        room = body.width() - GAP * (len(self.columns) - 1)
        boxes, left = [], body.left()
        for column in self.columns:
            width = room * column.share / shares
            boxes.append(QRectF(left, top, width, height))
            left += width + GAP
        return boxes

    def _headings(self, paper: Paper, body: QRectF) -> float:
        height = 22.0
        boxes = self._boxes(paper, body.top(), height)
        for column, box in zip(self.columns, boxes, strict=True):
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            paper.write(box, column.heading, 10, "soft", side, bold=True)
        self._rule(paper, body.top() + height - 4)
        return body.top() + height

    def _rule(self, paper: Paper, y: float) -> None:
        paper.painter.setPen(paper.theme.colour("line"))
        paper.painter.drawLine(
            round(paper.body.left()), round(y), round(paper.body.right()), round(y)
        )

    def _height(self, paper: Paper, row: TableRow) -> float:
        if row.heading:
            return 30.0
        paper.painter.setFont(paper.font(TEXT))
        heights = [
            paper.painter.boundingRect(QRectF(0, 0, box.width(), 1), WRAPPED, cell).height()
            for cell, box in zip(row.cells, self._boxes(paper, 0, 1), strict=True)
        ]
        return max(heights) + 2 * PADDING

    def _row(self, paper: Paper, row: TableRow, top: float, height: float) -> None:
        if row.heading:
            area = QRectF(paper.body.left(), top + 10, paper.body.width(), 18)
            paper.write(area, row.heading, 12, bold=True)
            return
        inner = height - 2 * PADDING
        for place, (cell, box) in enumerate(
            zip(row.cells, self._boxes(paper, top + PADDING, inner), strict=True)
        ):
            if self.columns[place].right:
                paper.write(box, cell, TEXT, "ink", Qt.AlignmentFlag.AlignRight)
            else:
                paper.write_wrapped(box, cell, TEXT)
        self._rule(paper, top + height)

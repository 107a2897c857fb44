"""Where sheets go: a printer, a PDF, a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from desktop_app import __version__
from desktop_app.errors import UserError
from desktop_app.exporting.targets import whole_or_nothing
from desktop_app.jobs import Job
from desktop_app.messages import message
from ui.printing.paper import Paper, Sheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PIXELS_AN_INCH = 96.0
SHARP = 2  # a PNG has this many pixels for one
MARGIN = 16.0  # millimetres


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file that a sheet can be written as."""

    name: str
    label: str
    suffix: str
    picture: bool
    write: Callable[[Sheet, Path, Job], None]


def write_file(sheet: Sheet, kind: FileKind, target: Path, job: Job) -> Path:
    """Write ``sheet`` to ``target``: whole, or not at all."""
    with whole_or_nothing(target) as unfinished:
        kind.write(sheet, unfinished, job)
    return target


def page_layout(*, landscape: bool) -> QPageLayout:
    """Return the paper of this country, upright or lying."""
    american = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4
    turned = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    return QPageLayout(QPageSize(size), turned, margins, QPageLayout.Unit.Millimeter)


def print_on(sheet: Sheet, device: QPdfWriter | QPrinter, job: Job) -> None:
    """Draw ``sheet`` page by page on a printer, or into a PDF."""
    with _painting(device) as painter:
        scale = device.logicalDpiX() / PIXELS_AN_INCH
        painter.scale(scale, scale)
        area = QRectF(0, 0, device.width() / scale, device.height() / scale)
        paper = Paper(painter, area, device.newPage)
        sheet.draw(paper, job)
        paper.end_page()


def _write_pdf(sheet: Sheet, target: Path, job: Job) -> None:
    writer = QPdfWriter(str(target))
    writer.setPageLayout(page_layout(landscape=sheet.landscape))
    writer.setTitle(sheet.caption.title)
    writer.setCreator(f"Dateline {__version__}")
    print_on(sheet, writer, job)


def _write_svg(sheet: Sheet, target: Path, job: Job) -> None:
    size = sheet.size
    assert size is not None  # only pictures are offered as such
    generator = QSvgGenerator()
    generator.setFileName(str(target))
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(sheet.caption.title)
    generator.setDescription(sheet.caption.text)
    with _painting(generator) as painter:
        _draw_picture(sheet, painter, job)


def _write_png(sheet: Sheet, target: Path, job: Job) -> None:
    size = sheet.size
    assert size is not None  # only pictures are offered as such
    image = QImage(size.toSize() * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    image.setText("Description", sheet.caption.text)
    image.fill(Qt.GlobalColor.white)
    with _painting(image) as painter:
        _draw_picture(sheet, painter, job)
    if not image.save(str(target), "PNG"):  # type: ignore[call-overload]
        raise UserError(message("“{path}” cannot be written: {why}.", path=target.name, why="PNG"))


def _draw_picture(sheet: Sheet, painter: QPainter, job: Job) -> None:
    size = sheet.size
    assert size is not None
    area = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(area, Qt.GlobalColor.white)
    sheet.draw(Paper(painter, area.adjusted(24, 20, -24, -20)), job)


class _painting:  # noqa: N801 - reads as a verb in a with statement
    """A painter that ends with its block, also where the block raises."""

    def __init__(self, device: QPdfWriter | QPrinter | QSvgGenerator | QImage) -> None:
        self._painter = QPainter()
        if not self._painter.begin(device):
            raise UserError(
                message("Nothing can be printed there."),
                message("Look whether the printer is on, or choose another place."),
            )
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def __enter__(self) -> QPainter:
        return self._painter

    def __exit__(self, *_: object) -> None:
        self._painter.end()


PDF = FileKind("pdf", "PDF document", ".pdf", picture=False, write=_write_pdf)
SVG = FileKind("svg", "SVG picture", ".svg", picture=True, write=_write_svg)
PNG = FileKind("png", "PNG picture", ".png", picture=True, write=_write_png)
KINDS = (PDF, SVG, PNG)

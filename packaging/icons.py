"""The program's icon in every size and container, drawn from the one SVG."""

from __future__ import annotations

import struct
from pathlib import Path

from workshop import ROOT, fresh

SOURCE = ROOT / "resources" / "icons" / "dateline.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
# Apple's names for its sizes: each holds a PNG.
ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def make(folder: Path) -> Path:
    """Write dateline-SIZE.png, dateline.ico and dateline.icns into ``folder``; return it."""
    fresh(folder)
    drawn = {size: draw(size) for size in SIZES}
    for size, picture in drawn.items():
        (folder / f"dateline-{size}.png").write_bytes(picture)
    (folder / "dateline.ico").write_bytes(ico(drawn))
    (folder / "dateline.icns").write_bytes(icns(drawn))
    return folder


def draw(size: int) -> bytes:
    """Return the icon as PNG, ``size`` pixels wide."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(written.data())


def ico(drawn: dict[int, bytes]) -> bytes:
    """Return a Windows icon that holds the PNGs up to 256 pixels."""
    chosen = {size: picture for size, picture in drawn.items() if size <= 256}
    head = struct.pack("<HHH", 0, 1, len(chosen))
    place, entries = len(head) + 16 * len(chosen), b""
    for size, picture in chosen.items():
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + entries + b"".join(chosen.values())


def icns(drawn: dict[int, bytes]) -> bytes:
    """Return an Apple icon that holds the PNGs of Apple's sizes."""
    parts = b"".join(
        name + struct.pack(">I", 8 + len(drawn[size])) + drawn[size] for size, name in ICNS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts

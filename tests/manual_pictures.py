"""Takes the pictures of the manual: ``python -m tests.manual_pictures``, for each new look."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop_app.paths import resources
from ui.screenshots.writing import write

PICTURES = {"browser": "3-search", "export": "10-export"}
WIDTH = 640  # pixels: the text beside the chapters is no wider


def main() -> None:
    """Photograph both languages in the light theme, small enough to travel with the program."""
    wanted = {
        f"{view}-light-{language}": resources() / "manual" / language / f"{name}.png"
        for language in ("en", "ko")
        for name, view in PICTURES.items()
    }
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        write(Path(folder), tuple(wanted))
        for name, target in wanted.items():
            picture = QImage(str(Path(folder) / f"{name}.png"))
            if picture.width() > WIDTH:
                picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
            picture.save(str(target))


if __name__ == "__main__":
    main()

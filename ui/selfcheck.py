"""The steps of `--selfcheck` that need a window: letters of both scripts, and every main view."""

from __future__ import annotations

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QImage, QTextLayout

from desktop_app.paths import Paths
from desktop_app.selfcheck import Step, Workplace, expect
from ui.app import Application
from ui.screenshots.studio import Studio, leave_out_what_no_screen_means
from ui.screenshots.views import SITTINGS

_LETTERS = {"Hangul": "룡흥에서 회담이 진행되였다", "Latin": "Ryonghung", "Han": "朝鮮"}


class _Window:
    """One application for all steps: Qt allows no second one."""

    def __init__(self) -> None:
        self._application: Application | None = None

    def application(self) -> Application:
        if self._application is None:
            qInstallMessageHandler(leave_out_what_no_screen_means)
            self._application = Application()
        return self._application

    def has_glyphs(self, _: Workplace) -> str:
        font = self.application().font()
        for script, text in _LETTERS.items():
            layout = QTextLayout(text, font)
            layout.beginLayout()
            layout.createLine()
            layout.endLayout()
            glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
            # Glyph 0 is the box that a font shows for what it lacks.
            expect(bool(glyphs) and 0 not in glyphs, f"no font here has {script} letters")
        return ", ".join(_LETTERS)

    def shows_its_views(self, place: Workplace) -> str:
        home = place.folder / "home"
        paths = Paths(home / "config", home / "libraries", home / "state")
        taken = []
        for sitting in (SITTINGS[0], SITTINGS[-1]):
            self.application().speak(sitting.language)
            self.application().appearance.choose(sitting.theme)
            studio = Studio(self.application(), paths)
            for view in sitting.views:
                file = place.folder / f"{view.name}-{sitting.language}.png"
                studio.take(view, {file: 1})
                expect(_shows_something(QImage(str(file))), f"the view {view.name} is empty")
                taken.append(file.name)
            studio.close()
        return f"{len(taken)} pictures"

    def can_print(self, _: Workplace) -> str:
        from PySide6.QtPrintSupport import QPrinterInfo  # what a package forgets is missed here

        self.application()
        return f"printers here: {len(QPrinterInfo.availablePrinterNames())}"


def _shows_something(picture: QImage) -> bool:
    """Tell whether a picture has more than a flat ground: several colours along its lines."""
    colours = {
        picture.pixel(x, y)
        for y in range(0, picture.height(), 7)
        for x in range(0, picture.width(), 3)
    }
    return len(colours) > 10


_window = _Window()

VIEW_STEPS: tuple[Step, ...] = (
    ("has letters of both scripts", _window.has_glyphs),
    ("shows every view", _window.shows_its_views),
    ("has what printing needs", _window.can_print),
)

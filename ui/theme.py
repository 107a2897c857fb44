"""How everything looks: colours as data, one style sheet, fonts, and icons in their colour."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.paths import resources
from desktop_app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SMALLEST, LARGEST = 11, 40  # pixels of the text of dispatches
THEMES = ("light", "dark", "contrast-light", "contrast-dark")
READING_FAMILIES = (
    "Noto Serif",
    "Source Serif 4",
    "Charter",
    "Georgia",
    "Cambria",
    "Noto Serif CJK KR",
    "Noto Serif KR",
    "Nanum Myeongjo",
    "AppleMyungjo",
    "Batang",
    "DejaVu Serif",
    "Noto Sans CJK KR",
)
INTERFACE_FAMILIES = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Segoe UI", "DejaVu Sans")
GENERIC = ("", "sans", "sans serif", "sans-serif", "helvetica")
HANGUL_FAMILIES = ("Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo")


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; tokens as look.md names them."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    heat: tuple[str, ...]
    series: tuple[str, ...]

    def colour(self, token: str) -> QColor:
        return _colour(self.colours[token])

    def heat_colour(self, step: int) -> QColor:
        return QColor(self.heat[step])

    def on_heat(self, step: int) -> QColor:
        """Return the ink that reads best on this step of heat."""
        inks = (self.colours["ink"], "#FFFFFF", self.colours["ground"])
        return QColor(max(inks, key=lambda ink: contrast(ink, self.heat[step])))


@lru_cache(maxsize=len(THEMES))
def load_theme(name: str) -> Theme:
    """Read one of `THEMES` from the resources."""
    with (resources() / "themes" / f"{name}.toml").open("rb") as file:
        told = tomllib.load(file)
    colours = dict(told["colours"])
    heat, series = tuple(colours.pop("heat")), tuple(colours.pop("series"))
    return Theme(told["name"], told["dark"], colours, heat, series)


def luminance(colour: str) -> float:
    """Return the relative luminance that WCAG 2 defines."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21; text wants 4.5."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


class Appearance(QObject):
    """The chosen theme and text sizes; views repaint on `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wish = "system"
        self.text_size = 15
        self.serif = True
        self.comfortable = True
        self.theme = load_theme("light")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.styleHints().colorSchemeChanged.connect(lambda _: self.apply())

    def recall(self, settings: Settings) -> None:
        """Look as the user decided earlier."""
        self.text_size = min(LARGEST, max(SMALLEST, settings.text_size))
        self.serif, self.comfortable = settings.serif, settings.comfortable
        self.choose(settings.theme)

    def choose(self, wish: str) -> None:
        """Use a theme by name, or "system" to follow the desktop's."""
        self.wish = wish
        self.apply()

    def resize_text(self, size: int) -> None:
        """Read dispatches at ``size`` pixels."""
        self.text_size = min(LARGEST, max(SMALLEST, size))
        self.changed.emit()

    def set_density(self, *, comfortable: bool) -> None:
        self.comfortable = comfortable
        self.changed.emit()

    def set_serif(self, *, serif: bool) -> None:
        self.serif = serif
        self.changed.emit()

    @property
    def row_height(self) -> int:
        return 31 if self.comfortable else 24

    def apply(self) -> None:
        """Put the theme on the whole application."""
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        self.theme = load_theme(self._named(application))
        application.setPalette(palette_of(self.theme))
        application.setStyleSheet(style_sheet(self.theme))
        self.changed.emit()

    def _named(self, application: QApplication) -> str:
        if self.wish in THEMES:
            return self.wish
        # By the system's own palette: asking for its colour scheme has PySide make a hundred
        # enumerations, a tenth of a start.
        application.setPalette(QPalette())
        ground = application.palette().color(QPalette.ColorRole.Window)
        return "dark" if ground.lightness() < 128 else "light"

    def reading_font(self) -> QFont:
        """Return the font of the dispatch itself."""
        font = QFont(QApplication.font())
        if self.serif:
            font.setFamilies(list(installed(READING_FAMILIES)) or font.families())
        font.setPixelSize(self.text_size)
        return font

    def icon(self, name: str, token: str = "soft") -> QIcon:
        """Return a drawing of ours in a colour of the theme."""
        return drawn_icon(name, self.theme.colours[token])


@lru_cache(maxsize=256)
def _colour(code: str) -> QColor:
    return QColor(code)


@lru_cache(maxsize=8)
def installed(families: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of ``families`` that this machine has, best first."""
    from PySide6.QtGui import QFontDatabase

    here = set(QFontDatabase.families())
    return tuple(family for family in families if family in here)


def interface_font(base: QFont) -> QFont:
    """Return the system's interface font at our size, with Hangul as a second choice."""
    font = QFont(base)
    # A system that names no font of its own says "Sans Serif", or nothing where there is no screen.
    named = [family for family in base.families() if family.casefold() not in GENERIC]
    own = named or list(installed(INTERFACE_FAMILIES)[:1])
    font.setFamilies([*own, *installed(HANGUL_FAMILIES)])
    font.setPixelSize(13)
    return font


def figures(font: QFont) -> QFont:
    """Return ``font`` with figures of equal width, for columns of numbers."""
    tabular = QFont(font)
    tabular.setFeature(QFont.Tag.fromString("tnum"), 1)
    return tabular


@lru_cache(maxsize=256)
def drawn_icon(name: str, colour: str) -> QIcon:
    """Draw an SVG of ``resources/icons`` in ``colour``, sharp at every scaling."""
    # The first window is painted before: PySide makes a class only when it is asked for.
    from PySide6.QtCore import QByteArray, QSize
    from PySide6.QtGui import QIcon, QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    svg = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    icon = QIcon()
    for size in (16, 20, 32, 48, 64):
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def style_sheet(theme: Theme) -> str:
    """Compile the style sheet for ``theme``."""
    template = (resources() / "themes" / "window.qss").read_text(encoding="utf-8")
    sizes = {f"px{size}": str(size) for size in (11, 12, 13, 16, 21)}
    kind = "dark" if theme.dark else "light"
    folder = resources() / "themes"
    pictures = {
        f"icon_{name}": (folder / f"{name}-{kind}.svg").as_posix()
        for name in ("down", "up", "check")
    }
    return Template(template).substitute(theme.colours, **sizes, **pictures)


def palette_of(theme: Theme) -> QPalette:
    """Return the palette for everything that the style sheet leaves to Qt."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: "ground",
        roles.Base: "pane",
        roles.AlternateBase: "pane",
        roles.Button: "pane",
        roles.ToolTipBase: "pane",
        roles.WindowText: "ink",
        roles.Text: "ink",
        roles.ButtonText: "ink",
        roles.ToolTipText: "ink",
        roles.BrightText: "ink",
        roles.PlaceholderText: "faint",
        roles.Highlight: "accent_ground",
        roles.HighlightedText: "ink",
        roles.Link: "accent",
        roles.LinkVisited: "accent",
        roles.Mid: "line",
        roles.Midlight: "line",
        roles.Dark: "line",
        roles.Light: "pane",
        roles.Shadow: "line",
        roles.Accent: "accent",
    }
    palette = QPalette()
    for role, token in colours.items():
        palette.setColor(role, theme.colour(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("faint"))
    return palette

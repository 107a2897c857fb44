"""The system's own libraries that Qt loads and no wheel carries, and who brings them.

Standard library only: `dev.py` asks before anything is installed, startup when Qt will not load.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import UserError
from desktop_app.messages import message


@dataclass(frozen=True, slots=True)
class SystemLibrary:
    """A file that the loader must find, and its Debian package, the newest name first."""

    file: str
    packages: tuple[str, ...]


# Without these not even the window that nobody sees (offscreen) opens.
ALWAYS = (
    # Debian 13 and Ubuntu 24.04 renamed what the 64-bit time_t changed.
    SystemLibrary("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    SystemLibrary("libEGL.so.1", ("libegl1",)),
    SystemLibrary("libGL.so.1", ("libgl1",)),
    SystemLibrary("libfontconfig.so.1", ("libfontconfig1",)),
    SystemLibrary("libfreetype.so.6", ("libfreetype6",)),
    SystemLibrary("libxkbcommon.so.0", ("libxkbcommon0",)),
    SystemLibrary("libdbus-1.so.3", ("libdbus-1-3",)),
    SystemLibrary("libz.so.1", ("zlib1g",)),
)

# And without these none that somebody sees. With one of them missing, Qt blames xcb-cursor.
X11 = (
    SystemLibrary("libX11-xcb.so.1", ("libx11-xcb1",)),
    SystemLibrary("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    SystemLibrary("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    SystemLibrary("libxcb-image.so.0", ("libxcb-image0",)),
    SystemLibrary("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    SystemLibrary("libxcb-randr.so.0", ("libxcb-randr0",)),
    SystemLibrary("libxcb-render-util.so.0", ("libxcb-render-util0",)),
    SystemLibrary("libxcb-shape.so.0", ("libxcb-shape0",)),
    SystemLibrary("libxcb-sync.so.1", ("libxcb-sync1",)),
    SystemLibrary("libxcb-xfixes.so.0", ("libxcb-xfixes0",)),
    SystemLibrary("libxcb-xkb.so.1", ("libxcb-xkb1",)),
    SystemLibrary("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
)
WAYLAND = (
    SystemLibrary("libwayland-client.so.0", ("libwayland-client0",)),
    SystemLibrary("libwayland-cursor.so.0", ("libwayland-cursor0",)),
    SystemLibrary("libwayland-egl.so.1", ("libwayland-egl1",)),
)

ON_SCREEN = (*X11, *WAYLAND)

_FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_KOREAN_FONTS = ("*CJK*", "*Nanum*", "*UnBatang*", "*UnDotum*", "*Baekmuk*", "*NotoSansKR*")


def missing(libraries: Iterable[SystemLibrary]) -> tuple[SystemLibrary, ...]:
    """Return those of ``libraries`` that this Linux does not have; elsewhere Qt brings its own."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(library for library in libraries if not _loads(library.file))


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def require(variables: Mapping[str, str] = os.environ) -> None:
    """Raise what the user can mend about display and libraries, before Qt ends the process."""
    if not sys.platform.startswith("linux"):
        return
    lacking = missing(ALWAYS)
    if "QT_QPA_PLATFORM" not in variables:  # else somebody has chosen, and knows
        lacking += _missing_on_screen(variables)
    if lacking:
        raise UserError(
            message(
                "This system lacks libraries that the window needs: {files}.",
                files=", ".join(library.file for library in lacking),
            ),
            message(
                "Install them; on Debian and Ubuntu: sudo apt install {packages}",
                packages=" ".join(library.packages[-1] for library in lacking),
            ),
        )


def _missing_on_screen(variables: Mapping[str, str]) -> tuple[SystemLibrary, ...]:
    """Return what the display at hand still needs; one complete way to it is enough."""
    ways = [
        missing(libraries)
        for libraries, display in ((WAYLAND, "WAYLAND_DISPLAY"), (X11, "DISPLAY"))
        if variables.get(display)
    ]
    if not ways:
        raise UserError(
            message("There is no display to open a window on."),
            message(
                "Start Dateline from a desktop, or use a command that needs none:"
                " see dateline --help."
            ),
        )
    return min(ways, key=len)


def has_korean_font() -> bool:
    """Tell whether Hangul would show as letters; only Linux comes without a font for it."""
    if not sys.platform.startswith("linux"):
        return True
    asks = shutil.which("fc-list")
    if asks is not None:
        listed = subprocess.run([asks, ":lang=ko"], capture_output=True, check=False)  # noqa: S603
        return bool(listed.stdout.strip())
    return any(
        next(folder.rglob(name), None) is not None
        for folder in _FONT_FOLDERS
        for name in _KOREAN_FONTS
    )

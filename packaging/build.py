"""Builds the packages: python packaging/build.py frozen|deb|portable|appimage|windows|macos …

Without a name it builds what this system can. The same on a person's machine and in CI.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import freezing
import trust
from workshop import DIST, ROOT, VERSION, megabytes


@cache
def frozen() -> Path:
    """The program as one folder, checked by its own --selfcheck."""
    folder = freezing.freeze()
    freezing.selfcheck(folder)
    return folder


def deb() -> Path:
    """The package for Debian and Ubuntu."""
    import debian

    return debian.build(frozen())


def portable() -> Path:
    """One file for any Linux that unpacks itself; needs no root."""
    import portable as portable_archive

    return portable_archive.build(frozen())


def appimage() -> Path:
    """The AppImage; its runtime is given with DATELINE_APPIMAGE_RUNTIME and …_SHA256."""
    import appimage as appimage_file

    return appimage_file.build(frozen())


def windows() -> Path:
    """The Windows setup, assembled from wheels; also on Linux."""
    import windows_setup

    return windows_setup.build()


def macos() -> Path:
    """The .app in a .dmg; on macOS only."""
    import macos_image

    return macos_image.build(freezing.freeze())


TARGETS: dict[str, Callable[[], Path]] = {
    "frozen": frozen,
    "deb": deb,
    "portable": portable,
    "appimage": appimage,
    "windows": windows,
    "macos": macos,
}
HERE = {"linux": ("deb", "portable"), "win32": ("windows",), "darwin": ("macos",)}


def sign(artefact: Path) -> None:
    """Sign with the command that DATELINE_SIGN holds; say so plainly where there is none."""
    command = os.environ.get("DATELINE_SIGN")
    if command:
        subprocess.run([*shlex.split(command), artefact], check=True)
    else:
        print(f"  unsigned: {artefact.name} (set DATELINE_SIGN to a command that signs a file)")


def main() -> None:
    """Build what was named, then list sums of all that lies in dist/."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="target", help=", ".join(TARGETS))
    targets = parser.parse_args().targets or HERE.get(sys.platform, ())
    if unknown := set(targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    DIST.mkdir(exist_ok=True)
    for target in targets:
        built = TARGETS[target]()
        if built.is_file():
            print(f"{built.relative_to(ROOT)}  {megabytes(built)}", flush=True)
            sign(built)
    sums = trust.write_sums(DIST)
    print(f"Dateline {VERSION}: sums are in {sums.relative_to(ROOT)}")


if __name__ == "__main__":
    main()

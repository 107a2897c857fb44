"""The AppImage: the same tree behind a runtime that others build, so it is given and checked."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import sys
from pathlib import Path

from debian import lay_desktop_files
from workshop import BUILD, DIST, VERSION, fresh, moment, needs, settle, step, told

APP_RUN = """#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/dateline/dateline" "$@"
"""


def runtime() -> bytes:
    """Return the type-2 runtime that was named, if it is the one whose hash was named."""
    given = os.environ.get("DATELINE_APPIMAGE_RUNTIME")
    wanted = os.environ.get("DATELINE_APPIMAGE_RUNTIME_SHA256")
    if not given or not wanted:
        sys.exit(
            "The AppImage needs its runtime: set DATELINE_APPIMAGE_RUNTIME to the file and"
            " DATELINE_APPIMAGE_RUNTIME_SHA256 to its hash."
        )
    content = Path(given).read_bytes()
    if hashlib.sha256(content).hexdigest() != wanted:
        sys.exit("The AppImage runtime is not the one that its hash names.")
    return content


def build(frozen: Path) -> Path:
    """Pack ``frozen`` as an AppImage; return it."""
    needs({"mksquashfs": "squashfs-tools"})
    head = runtime()
    tree = fresh(BUILD / "appimage")
    target = DIST / f"Dateline-{VERSION}-{platform.machine()}.AppImage"
    with told("Packing the AppImage"):
        shutil.copytree(frozen, tree / "usr/lib/dateline", symlinks=True)
        lay_desktop_files(tree)
        shutil.copy(tree / "usr/share/applications/dateline.desktop", tree / "dateline.desktop")
        shutil.copy(BUILD / "icons" / "dateline-256.png", tree / "dateline.png")
        (tree / ".DirIcon").symlink_to("dateline.png")
        (tree / "AppRun").write_text(APP_RUN, "ascii")
        (tree / "AppRun").chmod(0o755)
        settle(tree)
        inside = BUILD / "appimage.squashfs"
        inside.unlink(missing_ok=True)
        # Its times come from SOURCE_DATE_EPOCH, which workshop.environment() sets.
        squash = ("mksquashfs", tree, inside, "-root-owned", "-noappend", "-quiet", "-comp", "zstd")
        step(*squash, "-no-xattrs", quiet=True)
        target.write_bytes(head + inside.read_bytes())
        target.chmod(0o755)
        os.utime(target, (moment(), moment()))
    return target

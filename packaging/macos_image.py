"""The macOS .app in a .dmg; runs on macOS only, with the tools that every Mac has."""

from __future__ import annotations

import os
import platform
import shlex
import sys
from pathlib import Path

from workshop import BUILD, DIST, PACKAGING, VERSION, fresh, step, told


def build(frozen: Path) -> Path:
    """Sign the bundle that the freezing left beside ``frozen`` and pack it; return the image."""
    if platform.system() != "Darwin":
        sys.exit("The macOS image can only be built on macOS.")
    app = frozen.parent / "Dateline.app"
    step("plutil", "-lint", app / "Contents" / "Info.plist")
    sign(app)
    step(app / "Contents" / "MacOS" / "dateline", "--selfcheck")
    folder = fresh(BUILD / "dmg")
    step("ditto", app, folder / "Dateline.app")
    (folder / "Applications").symlink_to("/Applications")
    target = DIST / f"Dateline-{VERSION}-macos-{platform.machine()}.dmg"
    target.unlink(missing_ok=True)
    with told("Packing the image"):
        hdiutil = ("hdiutil", "create", "-volname", "Dateline", "-format", "UDZO")
        step(*hdiutil, "-srcfolder", folder, target, quiet=True)
    if notarise := os.environ.get("DATELINE_NOTARISE"):
        step(*shlex.split(notarise), target)
        step("xcrun", "stapler", "staple", target)
    return target


def sign(app: Path) -> None:
    """Sign with the identity that DATELINE_MAC_IDENTITY names, or ad hoc, and say which."""
    identity = os.environ.get("DATELINE_MAC_IDENTITY", "-")
    if identity == "-":
        print("  signed ad hoc only: other Macs will ask before they open it")
    entitlements = PACKAGING / "macos" / "entitlements.plist"
    codesign = ("codesign", "--force", "--deep", "--options", "runtime", "--sign", identity)
    step(*codesign, "--entitlements", entitlements, app)
    step("codesign", "--verify", "--deep", "--strict", app)

"""The .deb: the frozen program under /usr/lib, and what a desktop wants to know about it."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import icons
from workshop import (
    BUILD,
    DIST,
    PACKAGING,
    ROOT,
    VERSION,
    fresh,
    has,
    moment,
    needs,
    settle,
    size,
    step,
    told,
)

LINUX = PACKAGING / "linux"
MAINTAINER = os.environ.get("DATELINE_MAINTAINER", "The Dateline developers <dateline@localhost>")
# Debian 13 and Ubuntu 24.04 renamed some. Kept apart from what is carried inside: dateline.spec.
DEPENDS = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgcc-s1",
    "libgl1",
    "libglib2.0-0t64 | libglib2.0-0",
    "libstdc++6",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-6",
    "libx11-xcb1",
    "libxcb-randr0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxcb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
    "libzstd1",
    "zlib1g",
    # Without one of these Hangul shows as boxes.
    "fonts-nanum | fonts-noto-cjk | fonts-unfonts-core",
)
CONTROL = """Package: dateline
Version: {version}
Section: science
Priority: optional
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: libcups2t64 | libcups2, xdg-desktop-portal, ibus | fcitx5
Description: archive browser for people who study North Korean state media
 Dateline takes folders of saved dispatches, in English and Korean, and makes
 them searchable by calendar, list and timeline. Every roster in the prose
 becomes a table of participants in which each row points back at its
 sentence, and everything shown can be exported.
 .
 It works on your own machine only, without network access or an account.
"""
COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Dateline

Files: *
Copyright: 2026 The Dateline developers
License: Expat
{mit}
Comment:
 The package carries parts of others, unchanged, under /usr/lib/dateline. Each
 with its version and licence is listed in NOTICES.md in the folder
 {licences}
 where the licence texts lie too. Qt and PySide6 are under the GNU Lesser
 General Public License, version 3, on Debian in
 /usr/share/common-licenses/LGPL-3.
"""


def glibc_asked(folder: Path) -> str:
    """Return the newest version of the C library that any file in ``folder`` asks for."""
    asked = {(2, 17)}
    for file in folder.rglob("*"):
        if file.is_file() and (".so" in file.name or os.access(file, os.X_OK)):
            found = re.findall(rb"GLIBC_(\d+)\.(\d+)\x00", file.read_bytes())
            asked.update((int(major), int(minor)) for major, minor in found)
    return ".".join(map(str, max(asked)))


def filled(template: Path) -> str:
    """Return a template with version and day in it."""
    day = datetime.fromtimestamp(moment(), UTC).strftime("%Y-%m-%d")
    return template.read_text("utf-8").replace("@VERSION@", VERSION).replace("@DATE@", day)


def packed(text: str) -> bytes:
    """Return ``text`` as gzip without name or time, as Debian wants it."""
    return gzip.compress(text.encode(), 9, mtime=0)


def lay_desktop_files(root: Path, prefix: str = "usr") -> None:
    """Write what a Linux desktop reads: menu entry, types, description, icons."""
    share = root / prefix / "share"
    for kind, source in (
        ("applications", "dateline.desktop"),
        ("mime/packages", "dateline.xml"),
        ("metainfo", "dateline.metainfo.xml"),
    ):
        (share / kind).mkdir(parents=True)
        name = "org.dateline.Dateline.metainfo.xml" if kind == "metainfo" else source
        (share / kind / name).write_text(filled(LINUX / source), "utf-8")
    for pixels in icons.SIZES:
        place = share / "icons" / "hicolor" / f"{pixels}x{pixels}" / "apps"
        place.mkdir(parents=True)
        shutil.copy(BUILD / "icons" / f"dateline-{pixels}.png", place / "dateline.png")
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copy(icons.SOURCE, scalable / "dateline.svg")


def lay_documents(root: Path) -> None:
    """Write the man page, the licence and the change log."""
    manual = root / "usr/share/man/man1/dateline.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(packed(filled(LINUX / "dateline.1")))
    documents = root / "usr/share/doc/dateline"
    documents.mkdir(parents=True)
    words = (ROOT / "LICENSE").read_text("utf-8").split("\n\n", 2)[2].strip().splitlines()
    mit = "\n".join(f" {line}" if line else " ." for line in words)
    licences = "/usr/lib/dateline/_internal/desktop_app/_bundled/resources/licences"
    (documents / "copyright").write_text(COPYRIGHT.format(mit=mit, licences=licences), "utf-8")
    when = datetime.fromtimestamp(moment(), UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    entry = f"dateline ({VERSION}) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n"
    (documents / "changelog.gz").write_bytes(packed(f"{entry} -- {MAINTAINER}  {when}\n"))
    overrides = root / "usr/share/lintian/overrides/dateline"
    overrides.parent.mkdir(parents=True)
    shutil.copy(LINUX / "lintian-overrides", overrides)


def control_files(root: Path, glibc: str) -> None:
    """Write DEBIAN/control and the sums of all files."""
    files = sorted(file for file in root.rglob("*") if file.is_file() and not file.is_symlink())
    sums = (
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{file.relative_to(root)}\n"
        for file in files
    )
    written = "".join(sums)
    control = root / "DEBIAN"
    control.mkdir()
    (control / "md5sums").write_text(written, "utf-8")
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    fields = CONTROL.format(
        version=VERSION,
        architecture=architecture,
        maintainer=MAINTAINER,
        kilobytes=-(-sum(size(file) for file in files) // 1024),
        depends=", ".join((f"libc6 (>= {glibc})", *DEPENDS)),
    )
    (control / "control").write_text(fields, "utf-8")


def build(frozen: Path) -> Path:
    """Pack ``frozen`` as dateline_VERSION_ARCHITECTURE.deb; return it."""
    needs({"dpkg-deb": "dpkg"})
    root = fresh(BUILD / "deb")
    with told("Packing the .deb"):
        program = root / "usr/lib/dateline"
        shutil.copytree(frozen, program, symlinks=True)
        (root / "usr/bin").mkdir()
        (root / "usr/bin/dateline").symlink_to("../lib/dateline/dateline")
        lay_desktop_files(root)
        lay_documents(root)
        control_files(root, glibc_asked(program))
        settle(root)
        for shared in program.rglob("*.so*"):
            if not shared.is_symlink():
                shared.chmod(0o644)
        step("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, DIST)
    (built,) = DIST.glob(f"dateline_{VERSION}_*.deb")
    if has("lintian"):
        with told("Asking lintian; known exceptions are in linux/lintian-overrides"):
            step("lintian", "--allow-root", "--fail-on", "error,warning", built)
    return built

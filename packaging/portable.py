"""One file for any Linux: unpacks itself into a folder of the user's choice; needs no root."""

from __future__ import annotations

import platform
import shutil
from datetime import UTC, datetime
from pathlib import Path

from debian import lay_desktop_files
from workshop import BUILD, DIST, PACKAGING, VERSION, fresh, moment, needs, settle, step, told


def build(frozen: Path) -> Path:
    """Pack ``frozen`` as a self-extracting archive; return it."""
    needs({"makeself": "makeself", "xz": "xz-utils"})
    tree = fresh(BUILD / "portable")
    target = DIST / f"dateline-{VERSION}-linux-{platform.machine()}.run"
    with told("Packing the self-extracting archive"):
        shutil.copytree(frozen, tree / "dateline", symlinks=True)
        lay_desktop_files(tree, "desktop")
        for script in ("install.sh", "uninstall.sh"):
            shutil.copy(PACKAGING / "linux" / script, tree / script)
            (tree / script).chmod(0o755)
        settle(tree)
        when = datetime.fromtimestamp(moment(), UTC)
        step(
            *(
                "makeself",
                "--quiet",
                "--xz",
                "--complevel",
                "6",
                "--threads",
                "2",
                "--sha256",
                "--nox11",
                "--nomd5",
                "--nocrc",
            ),
            *("--packaging-date", when.strftime("%a %b %d %H:%M:%S UTC %Y")),
            # Sorted, without owners and with one time: the same tree gives the same bytes.
            *("--tar-format", "gnu", "--tar-extra"),
            f"--sort=name --owner=0 --group=0 --numeric-owner --mtime=@{moment()}",
            *(tree, target, f"Dateline {VERSION}", "./install.sh"),
            quiet=True,
        )
    return target

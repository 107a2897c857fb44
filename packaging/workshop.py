"""What all package builders share: where things are, which version it is, how steps are run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
VERSION = re.findall(
    r'^__version__ = "(.+)"$', (ROOT / "desktop_app" / "__init__.py").read_text("utf-8"), re.M
)[0]


def moment() -> int:
    """Return the second that all files of a build carry: that of the last commit."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        said = subprocess.run(git, capture_output=True, text=True, check=True).stdout
        return int(said)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return int((ROOT / "pyproject.toml").stat().st_mtime)  # a source archive, without git


def environment() -> dict[str, str]:
    """Return variables under which the same sources give the same bytes."""
    fixed = {"SOURCE_DATE_EPOCH": str(moment()), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
    return {**os.environ, **fixed, "TZ": "UTC", "QT_QPA_PLATFORM": "offscreen"}


def step(*command: object, cwd: Path = ROOT, log: Path | None = None, quiet: bool = False) -> None:
    """Run ``command`` and leave if it fails; what it says goes to ``log`` or is shown."""
    words = [str(word) for word in command]
    if log is None:
        output = subprocess.DEVNULL if quiet else None
        code = subprocess.run(words, cwd=cwd, env=environment(), stdout=output, check=False)
    else:
        with log.open("w", encoding="utf-8") as lines:
            code = subprocess.run(
                words, cwd=cwd, env=environment(), stdout=lines, stderr=lines, check=False
            )
    if code.returncode:
        told = f"; see {log}" if log else ""
        sys.exit(f"{words[0]} failed with {code.returncode}{told}: {' '.join(words)}")


def needs(packages: dict[str, str]) -> None:
    """Leave with the one command when a program is missing: ``needs({"xz": "xz-utils"})``."""
    missing = [name for program, name in packages.items() if not has(program)]
    if missing:
        names = " ".join(sorted(set(missing)))
        sys.exit(
            f"This build needs programs that are not there. On Debian:\n\n"
            f"    sudo apt-get install -y --no-install-recommends {names}\n"
        )


def has(program: str) -> bool:
    """Tell whether ``program`` can be run."""
    return shutil.which(program) is not None


def fresh(folder: Path) -> Path:
    """Return ``folder``, made anew and empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def settle(folder: Path) -> None:
    """Give every file under ``folder`` the build's time and plain permissions."""
    when = moment()
    for path in (folder, *folder.rglob("*")):
        if path.is_symlink():
            os.utime(path, (when, when), follow_symlinks=False)
            continue
        runs = path.is_dir() or os.access(path, os.X_OK)
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (when, when))


def size(path: Path) -> int:
    """Return the bytes of a file, or of all files under a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(
        file.stat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink()
    )


def megabytes(path: Path) -> str:
    """Return the size of ``path`` in words."""
    return f"{size(path) / 1e6:.1f} MB"


@contextmanager
def told(what: str) -> Iterator[None]:
    """Say what begins, and how long it took."""
    print(f"{what} …", flush=True)
    started = time.monotonic()
    yield
    print(f"  {time.monotonic() - started:.0f} s", flush=True)

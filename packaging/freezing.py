"""The frozen program: PyInstaller, from the lock, in an environment that holds nothing else."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections import Counter
from pathlib import Path

import icons
import trust
from workshop import BUILD, PACKAGING, ROOT, fresh, megabytes, size, step, told

LOCK = PACKAGING / "locks" / "package.txt"
VENV = BUILD / "packaging-venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
FROZEN = BUILD / "frozen" / "dateline"
LOG = BUILD / "freezing.log"
# The gtk theme is left out; without CUPS there is no printer, and PDF works all the same.
FORGIVEN = re.compile(r"lib(gtk|gdk)-3|libcups")


def environment() -> Path:
    """Make the clean environment, again only when the lock changed; return its Python."""
    stamp = VENV / "lock.sha256"
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return PYTHON
    with told("Making a clean environment from the lock"):
        step(sys.executable, "-m", "venv", "--clear", VENV)
        step(PYTHON, "-m", "pip", "install", "-qq", "--require-hashes", "-r", LOCK)
        stamp.write_text(wanted, "utf-8")
    return PYTHON


def freeze() -> Path:
    """Build the one-folder program with its notices inside; return the folder."""
    python = environment()
    pictures = icons.make(BUILD / "icons")
    os.environ["DATELINE_ICONS"] = str(pictures)
    with told("Freezing"):
        fresh(FROZEN.parent)
        step(
            *(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "INFO"),
            *("--distpath", FROZEN.parent, "--workpath", BUILD / "pyinstaller"),
            PACKAGING / "dateline.spec",
            log=LOG,
        )
    refuse_missing_libraries(LOG)
    strip_python(FROZEN)
    trust.add_notices(FROZEN, python)
    report_sizes(FROZEN)
    return FROZEN


def refuse_missing_libraries(log: Path) -> None:
    """Leave when PyInstaller only warned that a library is not on this machine."""
    lines = log.read_text("utf-8").splitlines()
    lacking = [line for line in lines if "ibrary not found" in line and not FORGIVEN.search(line)]
    if lacking:
        sys.exit("The build machine lacks libraries that the program needs:\n" + "\n".join(lacking))


def strip_python(folder: Path) -> None:
    """Drop debugging symbols where there are many; OpenBLAS would break, others are bare."""
    if sys.platform.startswith("linux"):
        inside = folder / "_internal"
        own = (
            *inside.glob("libpython*.so*"),
            *inside.glob("python3*/lib-dynload/*.so"),
            *inside.glob("zstandard/*.so"),
        )
        step("strip", "--strip-unneeded", *(file for file in own if not file.is_symlink()))


def part_of(file: Path) -> str:
    """Name the part of the package that ``file`` belongs to."""
    parts = file.parts
    if "PySide6" in parts and "Qt" in parts:
        return "Qt: " + ("libraries" if "lib" in parts else "plugins and translations")
    for name in ("PySide6", "shiboken6", "numpy", "pyqtgraph", "resources", "licences"):
        if any(part.startswith(name) for part in parts):
            return name
    return "Python and other packages" if "_internal" in parts else "the program"


def report_sizes(folder: Path) -> None:
    """Print what takes the room."""
    sizes: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            sizes[part_of(file.relative_to(folder))] += size(file)
    for part, amount in sizes.most_common():
        print(f"  {amount / 1e6:7.1f} MB  {part}")
    print(f"  {megabytes(folder):>10}  in all, {folder.relative_to(ROOT)}")


def selfcheck(folder: Path) -> None:
    """Let the frozen program prove itself, in a home of its own."""
    with told("Selfcheck"):
        home = fresh(BUILD / "selfcheck-home")
        for variable in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "XDG_RUNTIME_DIR"):
            os.environ[variable] = str(home)
        step(folder / "dateline", "--selfcheck", cwd=home)

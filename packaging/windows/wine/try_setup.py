"""Tries the setup under Wine, on Linux: install, selfcheck, window, uninstall.

    build/packaging-venv/bin/python packaging/windows/wine/try_setup.py dist/dateline-…-setup….exe

(the environment that `make package` leaves has pefile, which tells what a library imports).
Wine 8 is not Windows: it lacks a few things that Windows 10 has. So the *installed copy* is changed
to do without them. The setup itself stays as it is, and nothing changed here is ever shipped. What
passes here says: the file list, the starters, the setup's script and its registry entries are
right. Whether the shipped bytes run on Windows, only Windows can say.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from workshop import BUILD, fresh, needs, step, told  # noqa: E402

WINE = shutil.which("wine64") or "/usr/lib/wine/wine64"
SERVER = shutil.which("wineserver") or "/usr/lib/wine/wineserver"
PLACE = BUILD / "windows" / "wine"
MATH = b"api-ms-win-crt-math-l1-1-0.dll"
OUR_MATH = b"dateline-try-math.dll"


def wine(*command: object, seconds: int = 300, **variables: str) -> str:
    """Run ``command`` under Wine and return what it said; leave if it fails."""
    # Qt's own runtime libraries first, no offer to fetch browsers or .NET, no menu entries here.
    qt_own = "msvcp140,msvcp140_1,msvcp140_2,vcruntime140,vcruntime140_1=n,b"
    libraries = f"winemenubuilder.exe,mscoree,mshtml=;{qt_own}"
    own = {
        "WINEPREFIX": str(PLACE / "prefix"),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": libraries,
    }
    ran = subprocess.run(
        [WINE, *map(str, command)],
        env={**os.environ, **own, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=seconds,
        check=False,
    )
    said = ran.stdout.decode("utf-8", "replace").replace("\r", "")
    if ran.returncode:
        sys.exit(f"Under Wine this failed with {ran.returncode}: {command}\n{said}")
    return said


def windows_name(path: Path) -> str:
    """Return ``path`` as programs inside call it."""
    inside = path.relative_to(PLACE / "prefix" / "drive_c")
    return "C:\\" + "\\".join(inside.parts)


def compile_stand_ins(numpy: Path) -> tuple[Path, Path]:
    """Compile the two libraries that Wine 8 lacks, the maths one for what ``numpy`` imports."""
    gcc = ("x86_64-w64-mingw32-gcc", "-shared", "-static-libgcc", "-O2", "-w")
    icuuc = PLACE / "icuuc.dll"
    step(*gcc, "-o", icuuc, HERE / "icuuc.c")
    source = (HERE / "complex.c").read_text("utf-8")
    ours = set()
    for _, name in re.findall(r"^(COMPLEX|REAL)\((\w+)\)", source, re.M):
        ours |= {name, f"{name}f", f"{name}l"}
    ours |= {"cpow", "cpowf", "cpowl"}
    asked = imported(numpy, MATH.decode())
    definitions = [
        f"  {name}=our_{name}" if name in ours else f"  {name}=ucrtbase.{name}"
        for name in sorted(asked)
    ]
    exports = PLACE / "math.def"
    exports.write_text("EXPORTS\n" + "\n".join(definitions) + "\n", "ascii")
    maths = PLACE / OUR_MATH.decode()
    step(*gcc, "-o", maths, HERE / "complex.c", exports)
    return icuuc, maths


def imported(folder: Path, library: str) -> set[str]:
    """Return the names that any extension in ``folder`` imports from ``library``."""
    import pefile

    names: set[str] = set()
    for file in folder.rglob("*.pyd"):
        module = pefile.PE(str(file), fast_load=True)
        module.parse_data_directories(directories=[1])
        for entry in getattr(module, "DIRECTORY_ENTRY_IMPORT", []):
            if entry.dll.decode() == library:
                names |= {symbol.name.decode() for symbol in entry.imports}
    return names


def rename_import(file: Path, old: bytes, new: bytes) -> None:
    """Let ``file`` ask for the library ``new`` where it asked for ``old``."""
    content = file.read_bytes()
    file.write_bytes(content.replace(old, new.ljust(len(old), b"\0")))


def change_copy(installed: Path) -> None:
    """Let the installed copy do without what Wine 8 lacks."""
    runtime = installed / "runtime"
    site = runtime / "site-packages"
    icuuc, maths = compile_stand_ins(site / "numpy")
    shutil.copy(icuuc, site / "PySide6")
    for extension in (site / "numpy").rglob("*.pyd"):
        rename_import(extension, MATH, OUR_MATH)
        shutil.copy(maths, extension.parent)
    (runtime / "_wmi.pyd").unlink()
    # Wine comes without a Korean font, which every Windows has.
    listed = subprocess.run(
        ["fc-match", "-f", "%{file}", ":lang=ko"], capture_output=True, text=True
    )
    shutil.copy(listed.stdout, PLACE / "prefix" / "drive_c" / "windows" / "Fonts")


SCREEN = f":{90 + os.getpid() % 9}"


def look_at_window(installed: Path) -> Path:
    """Open the window and take its picture."""
    picture = PLACE / "window.png"
    own = {"WINEPREFIX": str(PLACE / "prefix"), "WINEDEBUG": "-all", "DISPLAY": SCREEN}
    program = subprocess.Popen([WINE, str(installed / "Dateline.exe")], env={**os.environ, **own})
    time.sleep(45)
    grab = ["import", "-display", SCREEN, "-window", "root", str(picture)]
    subprocess.run(grab, check=True)
    if program.poll() is not None:
        sys.exit(f"The window was gone after 45 s: Dateline.exe ended with {program.returncode}")
    program.terminate()
    return picture


def registry_mentions() -> list[str]:
    """Return the registry's lines that name the program."""
    found = []
    is_ours = re.compile(r"dateline(?! (standard|daylight) time)", re.IGNORECASE)
    for hive in ("user.reg", "system.reg"):
        lines = (PLACE / "prefix" / hive).read_text("utf-8", errors="replace").splitlines()
        found += [f"{hive}: {line}" for line in lines if is_ours.search(line)]
    return found


def let_settle() -> None:
    """End what still runs; the registry is written to its files only then."""
    wine("wineboot", "-e")
    own = {**os.environ, "WINEPREFIX": str(PLACE / "prefix")}
    subprocess.run([SERVER, "-w"], env=own, timeout=60, check=False)


def main() -> None:
    """Try one setup."""
    setup = Path(sys.argv[1]).resolve()
    needs({WINE: "wine64", "Xvfb": "xvfb", "import": "imagemagick"})
    needs({"x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64"})
    fresh(PLACE)
    with told("Making a Windows of Wine"):
        wine("wineboot", "-i")
    with told("Installing silently"):
        wine(setup, "/S", "/CurrentUser")
    found = list((PLACE / "prefix" / "drive_c").rglob("Dateline.exe"))
    if len(found) != 1:
        sys.exit(f"the setup installed {len(found)} programs")
    installed = found[0].parent
    print(f"  installed in {installed.relative_to(PLACE)}; registry: {len(registry_mentions())}")
    change_copy(installed)
    print("  Wine, changed copy: what follows is not the shipped bytes")
    server = subprocess.Popen(["Xvfb", SCREEN, "-screen", "0", "1400x900x24"])
    time.sleep(2)
    with told("Selfcheck"):
        print(wine(installed / "bin" / "dateline.exe", "--selfcheck", DISPLAY=SCREEN))
    with told("Window"):
        print(f"  look at {look_at_window(installed)}")
    server.terminate()
    with told("Removing silently"):
        wine(installed / "uninstall.exe", "/S", f"_?={windows_name(installed)}")
    let_settle()
    left = [path for path in installed.rglob("*") if path.name != "uninstall.exe"]
    if left or any("Uninstall" in line or "Library" in line for line in registry_mentions()):
        sys.exit(f"left behind: {left[:5]} {registry_mentions()[:5]}")
    print(f"{setup.name}: installs, starts and goes, under Wine with a changed copy")


if __name__ == "__main__":
    main()

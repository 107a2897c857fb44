"""Dateline's workshop: sets up, runs, tests and packs. Needs nothing but Python 3.11 or newer.

The Makefile only calls this, so that Windows has the same commands: py dev.py run | test
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - said here, before pip says it less plainly
    sys.exit("Dateline needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

from desktop_app import system_libraries

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "dateline-setup.txt"
LOCKS = ROOT / "packaging" / "locks"
LOCK = LOCKS / "dev.txt"
PICTURES = ROOT / "build" / "screenshots"
CANNOT = 3  # the exit code for "this machine lacks something, and you were told what"


# What the machine must have


def lacks_venv() -> bool:
    """Tell whether this Python cannot make environments: Debian ships that part separately."""
    return any(importlib.util.find_spec(part) is None for part in ("venv", "ensurepip"))


def packages_to_install() -> list[str]:
    """Return the Debian packages that are missing; looks before PySide6 is ever imported."""
    packages = []
    if lacks_venv():
        packages.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    wanted = (*system_libraries.ALWAYS, *system_libraries.ON_SCREEN)
    packages += [offered(library.packages) for library in system_libraries.missing(wanted)]
    if not system_libraries.has_korean_font():
        packages.append("fonts-nanum")
    return packages


def offered(names: tuple[str, ...]) -> str:
    """Return the first of ``names`` that this release of Debian or Ubuntu has."""
    if shutil.which("apt-cache") is None:
        return names[-1]
    for name in names:
        shown = subprocess.run(["apt-cache", "show", name], capture_output=True, check=False)
        if shown.returncode == 0 and shown.stdout.strip():
            return name
    return names[-1]


def prepare_machine() -> None:
    """Install what the system lacks (as root, by apt), or name the one command and leave."""
    if not packages_to_install():
        return
    has_apt = shutil.which("apt-get") is not None
    if not has_apt or os.name == "nt" or os.geteuid() != 0:
        names = " ".join(packages_to_install())
        print("Dateline needs parts of the system that are not there yet. Install them with\n")
        if has_apt:
            print(f"    sudo apt-get install -y --no-install-recommends {names}\n")
        else:
            print(f"    your system's package manager; Debian calls them: {names}\n")
        print("and run the same command again.")
        sys.exit(CANNOT)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
    packages = packages_to_install()  # asked again: only now are all names known
    print("Installing " + " ".join(packages), flush=True)
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if subprocess.run(install, env=quiet, check=False).returncode != 0:
        print("The system's packages could not be installed; see apt-get's message above.")
        sys.exit(CANNOT)
    importlib.invalidate_caches()


# The environment


def wanted_stamp() -> str:
    """Return what the environment depends on, as one hash: installed again only if it changed."""
    hashed = hashlib.sha256(f"{sys.version} {ROOT}".encode())
    for source in (ROOT / "pyproject.toml", LOCK):
        hashed.update(source.read_bytes())
    return hashed.hexdigest()


def setup(_: Sequence[str] = ()) -> None:
    """Make .venv/ with `dateline` in it, unless it is there and still right."""
    prepare_machine()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted_stamp():
        return
    if not PYTHON.exists() or call(PYTHON, "-m", "pip", "--version", quiet=True) != 0:
        print("Making .venv", flush=True)
        step(sys.executable, "-m", "venv", "--clear", VENV)
    print("Installing Dateline's parts into .venv", flush=True)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "-qq")
    step(*pip, "--require-hashes", "-r", LOCK)
    # Whatever pyproject.toml asks for beyond the lock comes along here.
    step(*pip, "--no-build-isolation", "-e", f"{ROOT}[dev]")
    STAMP.write_text(wanted_stamp(), encoding="utf-8")


def environment() -> dict[str, str]:
    """Return the variables that everything here runs with."""
    own = {"PYTHONUTF8": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    if "CI" in os.environ:
        own["PYTHONUNBUFFERED"] = "1"
    return {**os.environ, **own}


def call(*command: object, quiet: bool = False, **variables: str) -> int:
    """Run ``command`` in the repository's root and return its exit code."""
    words = [str(word) for word in command]
    output = subprocess.DEVNULL if quiet else None
    variables = {**environment(), **variables}
    try:
        return subprocess.run(
            words, cwd=ROOT, env=variables, stdout=output, stderr=output, check=False
        ).returncode
    except KeyboardInterrupt:
        return 130


def step(*command: object, **variables: str) -> None:
    """Run ``command``; leave with its exit code if it fails."""
    code = call(*command, quiet=False, **variables)
    if code != 0:
        sys.exit(code)


# The commands


def run(arguments: Sequence[str]) -> None:
    """Open the window; with no display, write pictures of every main view instead."""
    setup()
    no_display = sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    if no_display:
        print(f"There is no display here: writing pictures of the window to {PICTURES}.")
        screenshots([])
    else:
        step(BIN / "dateline", *arguments)


def screenshots(arguments: Sequence[str]) -> None:
    """Write a picture of every main view, from the sample library, to build/screenshots/."""
    setup()
    folder = arguments[0] if arguments else PICTURES
    step(BIN / "dateline", "screenshots", folder, QT_QPA_PLATFORM="offscreen")
    print(f"Pictures are in {folder}")


def walkthrough(arguments: Sequence[str]) -> None:
    """Walk from the first start to a table, by mouse and by keys; writes docs/walkthrough.md."""
    setup()
    step(PYTHON, "-m", "tests.walkthrough", *arguments, QT_QPA_PLATFORM="offscreen")


def check(_: Sequence[str] = ()) -> None:
    """Read the code without running it: style, layout, types, direction of imports."""
    setup()
    step(BIN / "ruff", "check", "-q")
    step(BIN / "ruff", "format", "--check", "-q")
    step(BIN / "mypy")
    # Apart, because a folder named like the library "packaging" must not stand for it.
    builders = sorted((ROOT / "packaging").glob("*.py"))
    step(BIN / "mypy", "--no-explicit-package-bases", *builders, MYPYPATH="packaging")
    step(BIN / "lint-imports", "--no-logo")


def test(arguments: Sequence[str]) -> None:
    """Check the code, then run the tests (all but torture); arguments go to pytest."""
    check()
    pytest("-n", "2", "-m", "not torture", *arguments)


def torture(arguments: Sequence[str]) -> None:
    """Run the tests that break things on purpose: kills, full disks, lying files."""
    setup()
    pytest("-m", "torture", "--timeout", "3600", *arguments)


def pytest(*arguments: str) -> None:
    """Run pytest without a screen."""
    step(PYTHON, "-m", "pytest", *arguments, QT_QPA_PLATFORM="offscreen")


def bench(arguments: Sequence[str]) -> None:
    """Measure speed against the floors; arguments (sizes) go to the runner."""
    setup()
    step(PYTHON, "-m", "tests.bench", *arguments, QT_QPA_PLATFORM="offscreen")


def lock(_: Sequence[str]) -> None:
    """Pin every package anew, with hashes, from pyproject.toml."""
    setup()
    step(PYTHON, "-m", "pip", "install", "-qq", "uv>=0.5")
    # One version of each part for every Python and system: what was tested is what ships.
    everywhere = ("--universal", "--python-version", "3.11", "--fork-strategy", "fewest")
    windows = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13")
    as_tested = ("--constraint", LOCK)
    for name, *wanted in (
        ("dev.txt", "--extra", "dev", *everywhere),
        ("package.txt", LOCKS / "tools.in", *everywhere, *as_tested),
        ("windows.txt", *windows, *as_tested),
    ):
        step(
            *(BIN / "uv", "pip", "compile", "--quiet", "--generate-hashes", "--no-annotate"),
            *("--custom-compile-command", "make lock", "--output-file", LOCKS / name),
            *("pyproject.toml", *wanted),
        )


def package(arguments: Sequence[str]) -> None:
    """Build what this system can: see packaging/build.py."""
    setup()
    step(PYTHON, "packaging/build.py", *arguments)


def package_test(arguments: Sequence[str]) -> None:
    """Install, start and remove the built package in a fresh root (needs root)."""
    step(sys.executable, "packaging/package_test.py", *arguments)


COMMANDS: dict[str, Callable[[Sequence[str]], None]] = {
    "setup": setup,
    "run": run,
    "test": test,
    "check": check,
    "torture": torture,
    "bench": bench,
    "screenshots": screenshots,
    "walkthrough": walkthrough,
    "lock": lock,
    "package": package,
    "package-test": package_test,
}


def main() -> None:
    """Carry out one command."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=(__doc__ or "").splitlines()[0],
        epilog="\n".join(
            f"  {name:<14}{(do.__doc__ or '').splitlines()[0]}" for name, do in COMMANDS.items()
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on")
    chosen = parser.parse_args()
    COMMANDS[chosen.command](chosen.arguments)


if __name__ == "__main__":
    main()

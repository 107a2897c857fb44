"""Installs, checks, looks at and removes the .deb in a fresh root. Needs root and debootstrap.

    python packaging/package_test.py [--suite trixie] [--keep]

The root is made once and kept as build/package-test/SUITE.tar; the packages come from this
machine's own sources.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from workshop import BUILD, DIST, VERSION, fresh, needs, step, told

HERE = BUILD / "package-test"
# What apt and dpkg keep for themselves, and what is made anew by triggers.
NOT_OURS = (
    *("var/lib/apt", "var/lib/dpkg", "var/cache", "var/log", "tmp", "proc", "sys", "dev", "run"),
    *("home", "root", "etc/ld.so.cache", "usr/share/mime", "usr/share/fonts/.uuid"),
)


class Root:
    """A system in a folder, entered by chroot."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, script: str, user: str = "root", check: bool = True) -> str:
        """Run a shell script inside; return what it said."""
        inside = ["chroot", str(self.folder)]
        if user != "root":
            inside += ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]
        clean = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
        clean |= {"HOME": f"/home/{user}" if user != "root" else "/root", "LC_ALL": "C.UTF-8"}
        ran = subprocess.run(
            [*inside, "sh", "-euc", script],
            env=clean,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if check and ran.returncode:
            sys.exit(
                f"In the fresh root this failed with {ran.returncode}:\n{script}\n{ran.stdout}"
            )
        return ran.stdout

    def files(self) -> set[str]:
        """Return every path that an installation may have added."""
        listed = self.run("find / -xdev -mindepth 1 -printf '%P\\n'").splitlines()
        return {path for path in listed if not path.startswith(NOT_OURS)}


def make_root(suite: str) -> Root:
    """Unpack a bare system of ``suite``, made by debootstrap the first time."""
    archive = HERE / f"{suite}.tar"
    root = fresh(HERE / suite)
    if not archive.exists():
        with told(f"Making a bare {suite}"):
            step("debootstrap", "--variant=minbase", suite, root, quiet=True)
            step("tar", "-C", root, "-cf", archive, ".")
    else:
        step("tar", "-C", root, "-xf", archive)
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    for settings in Path("/etc/apt/apt.conf.d").glob("*proxy*"):
        shutil.copy(settings, root / "etc/apt/apt.conf.d")
    step("mount", "-t", "proc", "proc", root / "proc")
    # Children share memory there; the other devices came with the bare system.
    (root / "dev/shm").mkdir(exist_ok=True)
    step("mount", "-t", "tmpfs", "-o", "mode=1777", "tmpfs", root / "dev/shm")
    return Root(root)


def let_go(root: Root) -> None:
    """Unmount what was mounted, so that the folder can be removed."""
    for place in ("dev/shm", "proc"):
        subprocess.run(["umount", "-l", root.folder / place], check=False)


def add_what_the_test_needs(root: Root) -> None:
    """Add a screen, something that takes its picture, and somebody to use it."""
    root.run(
        "apt-get -qq update; apt-get -qq install -y --no-install-recommends"
        " xvfb xauth imagemagick desktop-file-utils"
    )
    root.run("useradd -m reader")


def install(root: Root) -> None:
    """Install the package with nothing but its Depends."""
    root.run(f"cd /tmp; apt-get -qq install -y --no-install-recommends ./{deb().name}")


def deb() -> Path:
    """Return the package that was built."""
    found = sorted(DIST.glob(f"dateline_{VERSION}_*.deb"))
    if not found:
        sys.exit("There is no .deb in dist/: run make package first.")
    return found[-1]


def says_its_version(root: Root) -> None:
    """`dateline --version` works for anybody."""
    assert root.run("dateline --version", "reader").strip() == f"dateline {VERSION}"


def proves_itself(root: Root) -> None:
    """The selfcheck passes without a screen."""
    print(root.run("cd; QT_QPA_PLATFORM=offscreen dateline --selfcheck", "reader"), end="")


def proves_itself_in_odd_places(root: Root) -> None:
    """It passes from a folder with spaces and Hangul, read-only, and without HOME."""
    root.run("mkdir -p '/opt/자료 보관'; cp -a /usr/lib/dateline '/opt/자료 보관/'")
    root.run(
        "mkdir -p '/tmp/집 둘' && cd '/tmp/집 둘' && "
        "HOME='/tmp/집 둘' QT_QPA_PLATFORM=offscreen "
        "'/opt/자료 보관/dateline/dateline' --selfcheck",
        "reader",
    )
    root.run("rm -rf '/opt/자료 보관'")
    root.run("cd /tmp; unset HOME; QT_QPA_PLATFORM=offscreen dateline --selfcheck", "reader")


def says_what_is_missing(root: Root) -> None:
    """Without a display it says so; without a library it names the package."""
    said = root.run("cd; dateline || true", "reader")
    assert "display" in said, said
    root.run("mkdir /tmp/aside; mv /usr/lib/*/libEGL.so.1* /tmp/aside/; ldconfig")
    said = root.run("cd; QT_QPA_PLATFORM=offscreen dateline screenshots pictures || true", "reader")
    root.run("mv /tmp/aside/* /usr/lib/$(uname -m)-linux-gnu/; ldconfig")
    assert "libegl1" in said, said


LIBRARY = "나의 자료.dateline"
SAMPLE = "/usr/lib/dateline/_internal/desktop_app/_bundled/resources/sample_library"


def shows_its_window(root: Root) -> None:
    """The window opens a library under X11, and is there to be looked at."""
    said = root.run(f"cd; dateline --library '{LIBRARY}' import {SAMPLE}", "reader")
    print("  " + said.strip().splitlines()[-1])
    root.run(
        "cd; xvfb-run -a -s '-screen 0 1280x800x24' sh -c '"
        f'dateline "{LIBRARY}" & started=$!; sleep 20; import -window root /tmp/window.png; '
        "kill $started'",
        "reader",
    )
    shutil.copy(root.folder / "tmp/window.png", HERE / "window.png")
    print(f"  look at {HERE / 'window.png'}")


def leaves_without_a_trace(root: Root, before: set[str]) -> None:
    """After removal nothing of it is left but what its user made."""
    root.run("apt-get -qq purge -y dateline; apt-get -qq autoremove --purge -y")
    left = root.files() - before
    ours = {path for path in left if "dateline" in path.lower()}
    assert not ours, f"left behind: {sorted(ours)}"
    if left:
        print(f"  left by what it depends on: {len(left)}, as {sorted(left)[:5]}")
    library = root.folder / "home" / "reader" / LIBRARY
    assert (library / "open.dateline").is_file(), "the user's library is gone"


def main() -> None:
    """Run every check in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--suite", default="bookworm")
    parser.add_argument("--keep", action="store_true", help="leave the root for looking around")
    chosen = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("This needs root: it makes a system of its own to install into.")
    needs({"debootstrap": "debootstrap"})
    HERE.mkdir(parents=True, exist_ok=True)
    root = make_root(chosen.suite)
    try:
        shutil.copy(deb(), root.folder / "tmp")
        with told("Adding what the test needs"):
            add_what_the_test_needs(root)
        before = root.files()
        with told("Installing with nothing but Depends"):
            install(root)
        checks: tuple[Callable[[Root], None], ...] = (
            *(says_its_version, proves_itself, proves_itself_in_odd_places),
            *(says_what_is_missing, shows_its_window),
        )
        for check in checks:
            with told((check.__doc__ or check.__name__).splitlines()[0]):
                check(root)
        with told("Removing"):
            leaves_without_a_trace(root, before)
    finally:
        let_go(root)
    if not chosen.keep:
        shutil.rmtree(root.folder)
    print(f"The package passes in a bare {chosen.suite}.")


if __name__ == "__main__":
    main()

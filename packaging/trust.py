"""What lets others check a package: notices, licence texts, a list of parts, checksums."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workshop import DIST, PACKAGING, ROOT, VERSION, fresh, moment

# In the lock because something asks for it, but not in the package.
LEFT_OUT = {"pip", "pefile", "pyinstaller-hooks-contrib", "altgraph", "setuptools", "packaging"}
LIBRARY_LICENCES = {
    "CPython": "PSF-2.0",
    "Qt": "LGPL-3.0-only",
    "SQLite": "blessing",
    "OpenSSL": "Apache-2.0",
    "zlib": "Zlib",
    "Expat": "MIT",
    "libmpdec": "BSD-2-Clause",
    "OpenBLAS": "BSD-3-Clause",
}
QT_SOURCES = "https://download.qt.io/official_releases/QtForPython/"
NOTICES = """# What is inside Dateline {version}, and under which terms

Dateline itself is under the MIT licence (`LICENSE`). It carries the parts below, unchanged (on
Linux without some debugging symbols); their texts lie in folders beside this page.

## Qt and PySide6 (LGPL-3.0)
Dateline uses Qt and Qt for Python (PySide6, shiboken6) {qt} under the GNU Lesser General Public
License, version 3 (`LGPL-3.0.txt`, which adds to `GPL-3.0.txt`). They are the published binaries,
unchanged. Their libraries are separate files ({qt_place}): you may replace them by your own build
of the same version line, and study and take apart the program to that end. Their sources are at
<{sources}>. What Qt contains of others: `Qt-third-party.md`.

## All parts
| part | version | licence |
| --- | --- | --- |
{rows}
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing inside a package that somebody else wrote."""

    name: str
    version: str
    licence: str
    texts: Mapping[str, str]
    is_package: bool


def plain(name: str) -> str:
    """Return a package's name as indexes spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def parts_in(python: Path) -> list[Part]:
    """Ask the clean environment what it holds; leave out what does not ship."""
    inventory = PACKAGING / "inventory.py"
    said = subprocess.run([python, inventory], capture_output=True, text=True, check=True).stdout
    found = json.loads(said)
    parts = [
        Part(each["name"], each["version"], each["licence"], each["texts"], True)
        for each in found["packages"]
        if plain(each["name"]) not in LEFT_OUT
    ]
    for name, version in found["libraries"].items():
        texts = {"LICENSE.txt": found["python_licence"]} if name == "CPython" else {}
        parts.append(Part(name, version, LIBRARY_LICENCES[name], texts, False))
    return sorted(parts, key=lambda part: (not part.is_package, plain(part.name)))


def write_notices(folder: Path, parts: Iterable[Part], qt_place: str) -> None:
    """Write NOTICES.md and every licence text into ``folder``."""
    fresh(folder)
    parts = list(parts)
    for file in (PACKAGING / "licences").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "LICENSE").write_bytes((ROOT / "LICENSE").read_bytes())
    for part in parts:
        for name, text in part.texts.items():
            beside = folder / f"{plain(part.name)}-{part.version}"
            beside.mkdir(exist_ok=True)
            (beside / name).write_text(text, "utf-8")
    qt = next(part.version for part in parts if part.name == "Qt")
    rows = "\n".join(f"| {part.name} | {part.version} | {part.licence} |" for part in parts)
    notices = NOTICES.format(
        version=VERSION, qt=qt, qt_place=qt_place, sources=QT_SOURCES, rows=rows
    )
    (folder / "NOTICES.md").write_text(notices, "utf-8")


def hashes_in_lock(lock: Path) -> dict[str, list[str]]:
    """Return the SHA-256 that the lock allows, by ``name==version``."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in lock.read_text("utf-8").splitlines():
        if pinned := re.match(r"([\w.-]+)==([^\s;\\]+)", line):
            name = f"{plain(pinned[1])}=={pinned[2]}"
        elif hashed := re.search(r"--hash=sha256:([0-9a-f]{64})", line):
            found.setdefault(name, []).append(hashed[1])
    return found


def component(part: Part, allowed: Mapping[str, list[str]]) -> dict[str, object]:
    """Return one entry of the list of parts."""
    name = plain(part.name) if part.is_package else part.name
    told: dict[str, object] = {
        "type": "library",
        "bom-ref": f"{name}=={part.version}",
        "name": name,
        "version": part.version,
        "licenses": [{"license": {"name": part.licence}}],
    }
    if part.is_package:
        told["purl"] = f"pkg:pypi/{name}@{part.version}"
    one_of = allowed.get(f"{name}=={part.version}", [])
    if one_of:
        # The lock allows one file a system; which it was here is proven by pip's hash check.
        told["properties"] = [{"name": "dateline:locked-sha256", "value": h} for h in one_of]
    return told


def write_sbom(target: Path, parts: Iterable[Part], lock: Path) -> Path:
    """Write the list of parts as CycloneDX 1.6; the same parts give the same bytes."""
    allowed = hashes_in_lock(lock)
    listed = [component(part, allowed) for part in parts]
    made = datetime.fromtimestamp(moment(), UTC).isoformat()
    dateline = {
        "type": "application",
        "bom-ref": "dateline",
        "name": "dateline",
        "version": VERSION,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([VERSION, listed], sort_keys=True))
    told = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"timestamp": made, "component": dateline},
        "components": listed,
        "dependencies": [
            {"ref": "dateline", "dependsOn": sorted(str(each["bom-ref"]) for each in listed)}
        ],
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return target


def add_notices(frozen: Path, python: Path) -> None:
    """Put notices and the list of parts inside the frozen program, where About finds them."""
    parts = parts_in(python)
    licences = frozen / "_internal" / "desktop_app" / "_bundled" / "resources" / "licences"
    write_notices(licences, parts, "in `_internal/PySide6/Qt/lib`")
    sbom = write_sbom(licences / "parts.cdx.json", parts, PACKAGING / "locks" / "package.txt")
    DIST.mkdir(exist_ok=True)
    (DIST / f"dateline-{VERSION}-{sys.platform}.cdx.json").write_bytes(sbom.read_bytes())


def write_sums(folder: Path) -> Path:
    """Write SHA256SUMS over every file in ``folder``."""
    files = sorted(f for f in folder.iterdir() if f.is_file() and not f.name.startswith("SHA256"))
    sums = folder / "SHA256SUMS"
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    sums.write_text("".join(lines), "utf-8")
    return sums

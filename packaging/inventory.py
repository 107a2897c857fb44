"""Run inside the clean environment: prints as JSON what is installed, with its licence files."""

import importlib.metadata
import json
import platform
import sys
from pathlib import Path
from typing import Any


def licence_texts(distribution: importlib.metadata.Distribution) -> dict[str, str]:
    """Return the licence and notice files that came with a package."""
    found = {}
    for file in distribution.files or []:
        name = file.name.upper()
        if name.startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS")) and ".dist-info" in str(file):
            path = Path(str(file.locate()))
            if path.is_file():
                found[file.name] = path.read_text("utf-8", errors="replace")
    return found


def licence_of(distribution: importlib.metadata.Distribution) -> str:
    """Return the licence by its short name, wherever the package states it."""
    said = distribution.metadata
    if "License-Expression" in said:
        return said["License-Expression"]
    trove = [
        line.rsplit(" :: ", 1)[-1]
        for line in said.get_all("Classifier") or []
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    short = said["License"].strip() if "License" in said else ""
    return ", ".join(trove) or (short if short and "\n" not in short else "see its text")


def packages() -> list[dict[str, object]]:
    """Return every installed package."""
    return [
        {
            "name": distribution.metadata["Name"],
            "version": distribution.version,
            "licence": licence_of(distribution),
            "texts": licence_texts(distribution),
        }
        for distribution in importlib.metadata.distributions()
    ]


def libraries() -> dict[str, str]:
    """Return the versions of the C libraries that come along inside."""
    import decimal
    import pyexpat
    import sqlite3
    import ssl
    import zlib

    import numpy
    from PySide6 import QtCore

    config: Any = numpy.show_config(mode="dicts")
    blas = config["Build Dependencies"]["blas"]
    return {
        "CPython": platform.python_version(),
        "Qt": QtCore.qVersion(),
        "SQLite": sqlite3.sqlite_version,
        "OpenSSL": ssl.OPENSSL_VERSION.split()[1],
        "zlib": zlib.ZLIB_VERSION,
        "Expat": pyexpat.EXPAT_VERSION.removeprefix("expat_"),
        "libmpdec": decimal.__libmpdec_version__,
        "OpenBLAS": blas.get("version", "unknown"),
    }


if __name__ == "__main__":
    python_licence = (
        Path(sys.base_prefix) / "lib" / f"python3.{sys.version_info[1]}" / "LICENSE.txt"
    )
    if not python_licence.exists():
        python_licence = Path(sys.base_prefix) / "LICENSE.txt"
    own = python_licence.read_text("utf-8") if python_licence.exists() else ""
    json.dump({"packages": packages(), "libraries": libraries(), "python_licence": own}, sys.stdout)

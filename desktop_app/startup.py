"""Builds what the program needs and hands it on: command line or window.

The only importer of `ui`, and that late, so that no command waits for Qt.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop_app import cli, paths


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Dateline with ``arguments`` (the process's own by default); return the exit code."""
    inside_wheel = paths.bundled()
    if inside_wheel is not None and str(inside_wheel) not in sys.path:
        sys.path.insert(0, str(inside_wheel))
    return cli.run(list(sys.argv[1:] if arguments is None else arguments))

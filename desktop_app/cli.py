"""The command line: thin, the same core calls as the window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app import __version__


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; return 0 done, 1 the user can mend it, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog="dateline", description="Browse an archive of dispatches."
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    parser.parse_args(arguments)
    return 0

"""The command line: thin, the same core calls as the window."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop_app import __version__


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; return 0 done, 1 the user can mend it, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog="dateline", description="Browse an archive of dispatches."
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    commands = parser.add_subparsers(title="commands")
    _add_read(commands)
    chosen = parser.parse_args(arguments)
    if "carry_out" not in chosen:
        return 0
    done: int = chosen.carry_out(chosen)
    return done


def _add_read(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    reading = commands.add_parser("read", help="read rosters of dispatches in JSON lines")
    reading.add_argument("file", help="JSON lines with id, date, title and text; - for the input")
    reading.add_argument("--jsonl", action="store_true", help="print JSON lines (the default)")
    reading.set_defaults(carry_out=_read)


def _read(chosen: argparse.Namespace) -> int:
    from desktop_app.reading.lines import read_lines

    def complain(line: int, reason: str) -> None:
        print(f"{chosen.file}, line {line}: {reason}", file=sys.stderr)

    if chosen.file == "-":
        for record in read_lines(sys.stdin.buffer, complain):
            print(json.dumps(record, ensure_ascii=False))
        return 0
    path = Path(chosen.file)
    if not path.is_file():
        print(f"{path}: no such file", file=sys.stderr)
        return 1
    with path.open("rb") as lines:
        for record in read_lines(lines, complain):
            print(json.dumps(record, ensure_ascii=False))
    return 0

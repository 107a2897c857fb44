"""``dateline read``: rosters out of JSON lines, without a library; what gold/score.py scores."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from desktop_app.cli.command import Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="JSON lines with id, date, title and text; - for the input")
    parser.add_argument("--jsonl", action="store_true", help="print JSON lines (the default)")


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


COMMANDS = (Command("read", "Read rosters of dispatches in JSON lines.", _arguments, _read),)

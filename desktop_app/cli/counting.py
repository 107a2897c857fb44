"""``dateline count``: how many dispatches by day, month, person, outlet, …"""

from __future__ import annotations

import argparse

from desktop_app.analysis.counting import BY, count
from desktop_app.cli.command import Command, open_library
from desktop_app.cli.console import Console


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="what the search bar takes")
    parser.add_argument("--by", metavar="FIELD", choices=BY, default="year", help=", ".join(BY))
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def _count(said: argparse.Namespace) -> int:
    console = Console()
    query = console.understood(said.query)
    with open_library(said) as library:
        counted = count(library, query, said.by, console.job())
    if said.json:
        console.json(
            {
                "query": query.text(),
                "by": counted.by,
                "total": counted.total,
                "counts": dict(counted.counts),
                "undated": counted.undated,
            }
        )
        return 0
    for value, number in counted.counts.items():
        console.line(f"{number:>8}  {value or console.say('unknown')}")
    if counted.undated:
        console.line(f"{counted.undated:>8}  {console.say('no date')}")
    return 0


COMMANDS = (Command("count", "Count the dispatches that a query finds.", _arguments, _count),)

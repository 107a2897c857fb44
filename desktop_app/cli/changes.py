"""``dateline changes``: what was edited, what differs, and what is gone."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from desktop_app.analysis.ledger import LedgerRow, ledger_rows
from desktop_app.cli.command import Command, open_library
from desktop_app.cli.console import Console
from desktop_app.exporting.ledger import ledger_json, write_ledger_csv
from desktop_app.messages import message
from desktop_app.model.ledger import KIND_SAYS, ChangeKind


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="what the search bar takes")
    parser.add_argument(
        "--kind", choices=tuple(map(str, ChangeKind)), help="only rows of this kind"
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument("--csv", action="store_true", help="write the file of -o as CSV")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="where the CSV goes")


def _changes(said: argparse.Namespace) -> int:
    console = Console()
    query = console.understood(said.query)
    if said.csv and said.output is None:
        console.complain(message("--csv wants a file: -o FILE"))
        return 2
    with open_library(said) as library:
        job = console.job()
        rows = (
            row
            for row in ledger_rows(library, library.find(query, job), job)
            if said.kind is None or row.entry.kind == said.kind
        )
        if said.output is not None:
            count = write_ledger_csv(rows, said.output, console.say)
            console.complain(
                message("{count} rows written to {path}", count=count, path=str(said.output))
            )
            return 0
        told = list(rows)
    counts = Counter(row.entry.kind for row in told)
    if said.json:
        console.json(
            {
                "query": query.text(),
                "total": len(told),
                "counts": {str(kind): counts[kind] for kind in ChangeKind},
                "changes": [ledger_json(row, console.say) for row in told],
            }
        )
        return 0
    for row in told:
        _print(row, console)
    for kind in ChangeKind:
        console.complain(f"{counts[kind]:>8}  {console.say(KIND_SAYS[kind])}")
    return 0


def _print(row: LedgerRow, console: Console) -> None:
    article = row.article
    day = article.published.isoformat() if article.published else "----------"
    what = console.say(KIND_SAYS[row.entry.kind])
    console.line(f"{article.public_id}  {day}  {what}: {article.title or article.first_words}")
    for line in (row.difference.words(), row.known, row.not_known):
        if told := console.say(line):
            console.line(f"    {told}")


COMMANDS = (
    Command("changes", "Tell what was changed or is gone since a capture.", _arguments, _changes),
)

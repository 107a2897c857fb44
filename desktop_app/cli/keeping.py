"""``dateline stats``, ``check``, ``backup`` and ``restore``: the library itself."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from desktop_app.analysis.coverage import coverage
from desktop_app.cli.command import Command, library_path, open_library
from desktop_app.cli.console import Console
from desktop_app.errors import UserError
from desktop_app.library import health
from desktop_app.library.library import Library
from desktop_app.messages import message
from desktop_app.query.query import Query


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def _stats(said: argparse.Namespace) -> int:
    console = Console()
    with open_library(said) as library:
        result = library.find(Query(), console.job())
        span = result.by_day.span()
        answer = {
            "library": library.name,
            "path": str(library.path),
            "articles": len(result),
            "undated": result.undated,
            "first_day": span[0].isoformat() if span else None,
            "last_day": span[1].isoformat() if span else None,
            "days": len(result.by_day),
            "coverage": console.say(coverage(library, console.job()).says()),
            "outlets": {line.value: line.count for line in library.facet(result, "outlet")},
            "languages": {line.value: line.count for line in library.facet(result, "language")},
            "bytes": sum(f.stat().st_size for f in library.path.rglob("*") if f.is_file()),
        }
    if said.json:
        console.json(answer)
        return 0
    for name, value in answer.items():
        shown = (
            ", ".join(f"{key or console.say('unknown')} {n}" for key, n in value.items())
            if isinstance(value, dict)
            else str(value)
        )
        console.line(f"{name:<10} {shown}")
    return 0


def _check(said: argparse.Namespace) -> int:
    console = Console()
    path = library_path(said)
    with open_library(said):
        findings = health.check(path, console.job())
    if said.json:
        console.json(
            {
                "sound": not findings,
                "findings": [{"file": one.file, "what": console.say(one.what)} for one in findings],
            }
        )
    else:
        for one in findings:
            console.line(f"{one.file}: {console.say(one.what)}")
        if not findings:
            console.line(console.say(message("The library is sound.")))
    return 1 if findings else 0


def _backup(said: argparse.Namespace) -> int:
    console = Console()
    with open_library(said) as library:
        made = health.backup(library.path, console.job())
    if said.json:
        console.json({"backup": str(made)})
    else:
        console.line(str(made))
    return 0


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "backup", metavar="BACKUP", nargs="?", help="its name; without one, list those there are"
    )
    _arguments(parser)


def _restore(said: argparse.Namespace) -> int:
    console = Console()
    path = library_path(said)
    with Library.open(path) as library:
        path, writable = library.path, library.writable
    there = health.backups(path)
    if said.backup is None:
        if said.json:
            console.json({"backups": [one.name for one in there]})
        for one in () if said.json else there:
            console.line(one.name)
        return 0
    if not writable:
        raise UserError(
            message("The library is open in another window."),
            message("Close it there, and restore again."),
        )
    health.restore(path, path / health.BACKUPS / said.backup)
    if said.json:
        console.json({"restored": said.backup})
    else:
        console.line(console.say(message("Restored {name}.", name=said.backup)))
    return 0


def _reread_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="also what this reader has read")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    _arguments(parser)


def _reread(said: argparse.Namespace) -> int:
    from desktop_app.importing.reread import reread  # the grammar is slow to load

    console = Console()
    with open_library(said) as library:
        report = reread(library, console.job(), everything=said.all, dry_run=said.dry_run)
    if said.json:
        console.json(asdict(report))
        return 0
    for one in report.first:
        console.line(f"{one.public_id}  {one.title}")
        for sign, rows in (("-", one.gone), ("+", one.come)):
            for row in rows:
                console.line(f"  {sign} {', '.join(cell for cell in row if cell)}")
        if one.kinds[0] != one.kinds[1]:
            console.line(f"  {', '.join(one.kinds[0])} → {', '.join(one.kinds[1])}")
    console.line(
        console.say(
            message(
                "{changed} of {texts} texts are read otherwise: {gone} rows gone, {come} new.",
                changed=report.changed,
                texts=report.texts,
                gone=report.rows_gone,
                come=report.rows_come,
            )
        )
    )
    return 0


COMMANDS = (
    Command("stats", "Say what the library holds.", _arguments, _stats),
    Command("check", "Verify databases and originals.", _arguments, _check),
    Command(
        "reread",
        "Read the texts again with the reader of today; your corrections stay.",
        _reread_arguments,
        _reread,
    ),
    Command("backup", "Back up your own work.", _arguments, _backup),
    Command("restore", "Put a backup of your own work back.", _restore_arguments, _restore),
)

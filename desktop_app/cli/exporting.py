"""``dateline export``: the dispatches of a query, or their participants, as a file."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from desktop_app.analysis.coverage import coverage
from desktop_app.cli.command import Command, open_library
from desktop_app.cli.console import Console
from desktop_app.errors import UserError
from desktop_app.exporting.choice import Choice, Rows
from desktop_app.exporting.columns import ARTICLE_COLUMNS
from desktop_app.exporting.formats import FORMATS, export
from desktop_app.exporting.recipe import SUFFIX, read_recipe
from desktop_app.messages import message


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="what the search bar takes")
    parser.add_argument("--format", choices=tuple(FORMATS), default=None)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    parser.add_argument(
        "--rows", choices=tuple(map(str, Rows)), default=None, help="what a row stands for"
    )
    parser.add_argument(
        "--columns",
        metavar="A,B,…",
        help=Console.spoken.say("of rows of articles:") + " " + ", ".join(ARTICLE_COLUMNS),
    )
    parser.add_argument(
        "--recipe", action="store_true", help=f"write FILE{SUFFIX} beside it, for --replay"
    )
    parser.add_argument(
        "--replay", metavar="RECIPE", type=Path, help="export once more what RECIPE describes"
    )


def _export(said: argparse.Namespace) -> int:
    console = Console()
    if said.replay is not None:
        return _replay(said, console)
    choice = Choice(console.understood(said.query))
    if said.rows:
        choice = replace(choice, rows=Rows(said.rows))
    if said.columns:
        choice = replace(choice, columns=tuple(said.columns.replace(" ", "").split(",")))
    _write(choice, said.format or _format_of(said.output), said, console)
    return 0


def _replay(said: argparse.Namespace, console: Console) -> int:
    if said.query or said.rows or said.columns:
        raise UserError(
            message("--replay takes its question and columns from the recipe."),
            message("Leave out the query, --rows and --columns."),
        )
    recipe = read_recipe(said.replay)
    count = _write(recipe.choice, said.format or recipe.format, said, console)
    if count != recipe.count:
        console.complain(
            message(
                "There were {then} rows then and are {now} now: the library has changed.",
                then=recipe.count,
                now=count,
            )
        )
    return 0


def _write(choice: Choice, name: str, said: argparse.Namespace, console: Console) -> int:
    with open_library(said) as library:
        footnote = console.say(coverage(library, console.job()).says()) if said.recipe else ""
        count = export(
            library,
            choice,
            said.output,
            console.job(),
            name=name,
            with_recipe=said.recipe,
            footnote=footnote,
        )
    console.complain(message("{count} rows written to {path}", count=count, path=str(said.output)))
    return count


def _format_of(target: Path) -> str:
    """Return the format that the file's name asks for; CSV where it asks for none."""
    named = (one.name for one in FORMATS.values() if one.suffix == target.suffix.casefold())
    return next(named, "csv")


COMMANDS = (Command("export", "Write what a query finds to a file.", _arguments, _export),)

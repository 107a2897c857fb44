"""``dateline tag``, ``star``, ``note``, ``undo``, ``redo``, ``history``: the user's own layer."""

from __future__ import annotations

import argparse
from dataclasses import replace

from desktop_app.cli.command import Command, open_library
from desktop_app.cli.console import Console
from desktop_app.cli.searching import article_of
from desktop_app.errors import UserError
from desktop_app.library import binning, marking, noting, steps
from desktop_app.library.purging import purge, told
from desktop_app.library.steps import Done
from desktop_app.messages import message
from desktop_app.model.shelf import Shelf
from desktop_app.query.query import Lies


def _query(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="what the search bar takes")


def _tag_arguments(parser: argparse.ArgumentParser) -> None:
    _query(parser)
    parser.add_argument("--add", metavar="TAG", action="append", default=[])
    parser.add_argument("--remove", metavar="TAG", action="append", default=[])
    parser.add_argument(
        "--collection", action="store_true", help="put into collections, and not tag"
    )
    parser.add_argument(
        "--rename", metavar=("OLD", "NEW"), nargs=2, help="call a tag otherwise, wherever it is"
    )
    parser.add_argument("--delete", metavar="TAG", help="take a tag away from every dispatch")


def _tag(said: argparse.Namespace) -> int:
    console = Console()
    shelf = Shelf.COLLECTION if said.collection else Shelf.TAG
    if not said.query and (said.add or said.remove):
        raise UserError(
            message("Say which dispatches: a query, or is:any for all of them."),
        )
    with open_library(said) as library:
        if said.rename:
            return _tell(console, marking.rename_label(library, shelf, *said.rename))
        if said.delete is not None:
            return _tell(console, marking.delete_label(library, shelf, said.delete))
        if not said.add and not said.remove:
            for one in marking.labels(library, shelf):
                console.line(f"{one.count:>8}  {one.name}")
            return 0
        ids = library.find(console.understood(said.query), console.job()).ids.tolist()
        done = marking.label(library, shelf, ids, add=said.add, remove=said.remove)
        return _tell(console, done)


def _star_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="+", help="what the search bar takes")
    parser.add_argument("--off", action="store_true", help="take the stars away")


def _star(said: argparse.Namespace) -> int:
    console = Console()
    with open_library(said) as library:
        ids = library.find(console.understood(said.query), console.job()).ids.tolist()
        return _tell(console, marking.star(library, ids, on=not said.off))


def _bin_arguments(parser: argparse.ArgumentParser) -> None:
    _query(parser)
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--restore", action="store_true", help="take out of the bin")
    chosen.add_argument(
        "--purge", action="store_true", help="remove for ever what lies there; cannot be undone"
    )


def _bin(said: argparse.Namespace) -> int:
    console = Console()
    if not said.query:
        raise UserError(message("Say which dispatches: a query, or is:any for all of them."))
    query = console.understood(said.query)
    if said.restore or said.purge:
        query = replace(query, lies=Lies.BIN)
    with open_library(said) as library:
        ids = library.find(query, console.job()).ids.tolist()
        if said.restore:
            return _tell(console, binning.restore(library, ids))
        if not said.purge:
            return _tell(console, binning.move_to_bin(library, ids))
        done = purge(library, ids)
    console.line(console.say(told(done)))
    return 0


def _note_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="its id, as search prints it")
    parser.add_argument("words", metavar="WORDS", nargs="*", help="the note; without, list them")


def _note(said: argparse.Namespace) -> int:
    console = Console()
    with open_library(said) as library:
        article = article_of(library, said.article)
        if said.words:
            return _tell(console, noting.add_note(library, article.row.id, " ".join(said.words)))
        for one in article.notes:
            quote = f"“{one.passage.quote}”  " if one.passage else ""
            console.line(quote + one.words)
        return 0


def _nothing(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def _undo(said: argparse.Namespace) -> int:
    with open_library(said) as library:
        return _tell(Console(), steps.undo(library), "Undone: {step}.")


def _redo(said: argparse.Namespace) -> int:
    with open_library(said) as library:
        return _tell(Console(), steps.redo(library), "Done again: {step}.")


def _history(said: argparse.Namespace) -> int:
    console = Console()
    with open_library(said) as library:
        for step in steps.history(library).undo:
            console.line(f"{step.at}  {console.say(step.says)}")
    return 0


def _tell(console: Console, done: Done, said: str = "Done: {step}.") -> int:
    if done.step is None:
        console.line(console.say(message("Everything was so already.")))
    else:
        console.line(console.say(message(said, step=done.step.says)))
    return 0


COMMANDS = (
    Command(
        "tag", "Tag what a query finds, or collect it; without --add list tags.",
        _tag_arguments, _tag,
    ),
    Command("star", "Star what a query finds.", _star_arguments, _star),
    Command("bin", "Move what a query finds to the bin, or out of it.", _bin_arguments, _bin),
    Command("note", "Write a note on a dispatch, or list its notes.", _note_arguments, _note),
    Command("undo", "Undo your last change.", _nothing, _undo),
    Command("redo", "Do again what was undone last.", _nothing, _redo),
    Command("history", "List your changes that can be undone.", _nothing, _history),
)  # fmt: skip

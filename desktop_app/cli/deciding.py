"""``dateline decisions``: who is the same as whom, decided, listed, shared."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.analysis.persons import find_person
from desktop_app.cli.command import Command, open_library
from desktop_app.cli.console import Console
from desktop_app.errors import UserError
from desktop_app.library import deciding
from desktop_app.library.decisions import Decision, Say, rows_written
from desktop_app.library.decisions_file import read_decisions, take_over, write_decisions
from desktop_app.library.library import Library
from desktop_app.library.steps import Done
from desktop_app.messages import message
from desktop_app.model.person import Person, Rows

_DOES = ("list", "same", "different", "part", "export", "import")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("does", choices=_DOES, nargs="?", default="list", help=", ".join(_DOES))
    parser.add_argument(
        "what", metavar="WHAT", nargs="*", help="two persons (names or ids), one, or a file"
    )
    parser.add_argument("--title", action="append", default=[], help="part: rows of this title")
    parser.add_argument("--name", action="append", default=[], help="part: rows spelt so")
    parser.add_argument("--yes", action="store_true", help="do it; without, only say what it does")


def _decide(said: argparse.Namespace) -> int:
    console = Console()
    wants = {"list": 0, "same": 2, "different": 2}.get(said.does, 1)
    if len(said.what) != wants:
        raise UserError(
            message("“{does}” takes {count} names or files.", does=said.does, count=wants),
            message("dateline decisions --help"),
        )
    with open_library(said) as library:
        return {
            "list": _list,
            "same": _same,
            "different": _different,
            "part": _part,
            "export": _export,
            "import": _import,
        }[said.does](library, said, console)


def _list(library: Library, _: argparse.Namespace, console: Console) -> int:
    for one in deciding.decided(library).every:
        console.line(_in_a_line(one))
    return 0


def _in_a_line(one: Decision) -> str:
    if one.say is Say.PART:
        told = "; ".join(f"{name}: {value}" for name, value in rows_written(one.rows).items())
        return f"{one.say:<10} {one.name} ({one.person})  {told}"
    return f"{one.say:<10} {one.name} ({one.person})  {one.other_name} ({one.other})"


def _one(library: Library, name: str) -> Person:
    found = find_person(library, name)
    if not found:
        raise UserError(message("Nobody in this library is called “{name}”.", name=name))
    if len(found) > 1:
        raise UserError(
            message("“{name}” may be several persons.", name=name),
            message("Say which by the id: {ids}", ids=tuple(f"{p.uuid} {p.name}" for p in found)),
        )
    return found[0]


def _same(library: Library, said: argparse.Namespace, console: Console) -> int:
    one, other = (_one(library, name) for name in said.what)
    merging = deciding.preview_same(library, one, other)
    console.complain(
        message(
            "{one} dispatches and {other} become {both}; in {together} both stand.",
            one=merging.one.dispatches,
            other=merging.other.dispatches,
            both=merging.dispatches,
            together=merging.together,
        )
    )
    return _told(console, deciding.same(library, one, other)) if said.yes else 0


def _different(library: Library, said: argparse.Namespace, console: Console) -> int:
    one, other = (_one(library, name) for name in said.what)
    return _told(console, deciding.different(library, one, other))


def _part(library: Library, said: argparse.Namespace, console: Console) -> int:
    person = _one(library, said.what[0])
    rows = Rows(names=tuple(said.name), titles=tuple(said.title))
    parting = deciding.preview_part(library, person, rows)
    console.complain(
        message(
            "{rows} of {all} rows go, in {dispatches} dispatches.",
            rows=parting.rows,
            all=parting.of_rows,
            dispatches=parting.dispatches,
        )
    )
    return _told(console, deciding.part(library, person, rows)) if said.yes else 0


def _export(library: Library, said: argparse.Namespace, console: Console) -> int:
    count = write_decisions(library, Path(said.what[0]))
    console.complain(message("{count} decisions written.", count=count))
    return 0


def _import(library: Library, said: argparse.Namespace, console: Console) -> int:
    taken = take_over(library, read_decisions(Path(said.what[0])))
    console.complain(
        message(
            "{new} decisions taken over; {known} were yours already, {refused} say otherwise"
            " than yours and were left.",
            new=len(taken.new),
            known=len(taken.known),
            refused=len(taken.refused),
        )
    )
    for one in taken.refused:
        console.line(_in_a_line(one))
    return 0


def _told(console: Console, done: Done) -> int:
    if done.step is None:
        console.complain(message("It was so already."))
    else:
        console.complain(
            message(
                "Done in {count} articles; dateline undo takes it back.", count=len(done.articles)
            )
        )
    return 0


COMMANDS = (
    Command("decisions", "Decide who is the same as whom; list and share it.", _arguments, _decide),
)

"""The command line: thin, the same core calls as the window; one file a command."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence

from desktop_app import __version__
from desktop_app.cli import (
    changes,
    counting,
    deciding,
    exporting,
    importing,
    keeping,
    own,
    people,
    reading,
    rules,
    searching,
)
from desktop_app.cli.command import Command
from desktop_app.cli.console import LANGUAGES, MINUS, Console, speak
from desktop_app.cli.help import Parser, language_wanted
from desktop_app.errors import UserError
from desktop_app.jobs import Cancelled
from desktop_app.messages import message

COMMANDS: tuple[Command, ...] = (
    *importing.COMMANDS,
    *searching.COMMANDS,
    *counting.COMMANDS,
    *changes.COMMANDS,
    *exporting.COMMANDS,
    *own.COMMANDS,
    *rules.COMMANDS,
    *people.COMMANDS,
    *deciding.COMMANDS,
    *keeping.COMMANDS,
    *reading.COMMANDS,
)
"""Every command, in the order of the help; a new one adds its file and a line here."""


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; return 0 done, 1 the user can mend it, 2 wrong usage."""
    speak(language_wanted(arguments))
    parser = _parser()
    try:
        chosen = parser.parse_args([_not_an_option(one) for one in arguments])
    except SystemExit as stop:  # argparse has said what is wrong, or printed its help
        return int(stop.code or 0)
    if "carry_out" not in chosen:
        return 0
    try:
        done: int = chosen.carry_out(chosen)
    except UserError as error:
        print(Console.spoken.say(error.message), file=sys.stderr)
        if error.hint:
            print(Console.spoken.say(error.hint), file=sys.stderr)
        return 1
    except (Cancelled, KeyboardInterrupt):
        print(Console.spoken.say(message("Stopped. What was done before stands.")), file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever reads our output has had enough
        return 0
    return done


def names() -> frozenset[str]:
    """Return the names of all commands: whatever else is said opens the window."""
    return frozenset(command.name for command in COMMANDS)


def _not_an_option(argument: str) -> str:
    """Keep a query's ``-word`` from being taken for an option; ours have two dashes, or -o, -h."""
    if re.match(r"-[^-]", argument) and argument not in ("-o", "-h"):
        return MINUS + argument[1:]
    return argument


def _parser() -> Parser:
    say = Console.spoken.say
    parser = Parser(prog="dateline", description="Browse an archive of dispatches.")
    parser.add_argument(
        "--version",
        action="version",
        version=f"dateline {__version__}",
        help="show program's version number and exit",
    )
    _library_and_language(parser)
    commands = parser.add_subparsers(title=say("commands"), metavar="COMMAND")
    for command in COMMANDS:
        own = commands.add_parser(command.name, help=say(command.help), description=command.help)
        _library_and_language(own)
        command.arguments(own)
        own.set_defaults(carry_out=command.carry_out)
    return parser


def _library_and_language(parser: Parser) -> None:
    """Take what may stand before a command as well as behind it."""
    parser.add_argument(
        "--library",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the library to use (NAME.dateline); your own one without it",
    )
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help="the language of what is said; that of the terminal (LANG) without it",
    )

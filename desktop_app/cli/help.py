"""The help of the command line in the user's language: argparse speaks the locale's English."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from desktop_app.cli.console import LANGUAGES, Console, language_of


def language_wanted(arguments: Sequence[str]) -> str:
    """Return what ``--lang`` says, before anything is parsed: the help is to be in it."""
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            said = value if equals else next(iter(arguments[place + 1 :]), "")
            return said if said in LANGUAGES else language_of()
    return language_of()


Action = TypeVar("Action", bound=argparse.Action)


class _Formatter(argparse.HelpFormatter):
    """Begins the usage in the user's language."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        begins = f"{Console.spoken.say('usage:')} " if prefix is None else prefix
        super().add_usage(usage, actions, groups, begins)


class Parser(argparse.ArgumentParser):
    """A parser, and the parsers of its commands, whose words come from our catalogue."""

    def __init__(self, **more: Any) -> None:
        say = Console.spoken.say
        more["description"] = say(more.get("description") or "") or None
        super().__init__(add_help=False, formatter_class=_Formatter, **more)
        self._positionals.title = say("positional arguments")
        self._optionals.title = say("options")
        self.add_argument("-h", "--help", action="help", help="show this help message and exit")

    def _add_action(self, action: Action) -> Action:
        # Not `add_argument`: what is added to a group of alternatives does not pass by there.
        if action.help not in (None, argparse.SUPPRESS):
            action.help = Console.spoken.say(action.help or "")
        return super()._add_action(action)

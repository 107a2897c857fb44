"""``dateline rule``: rules on import, listed, made, removed, tried."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desktop_app.cli.command import Command, open_library
from desktop_app.cli.console import MINUS, Console
from desktop_app.errors import UserError
from desktop_app.messages import message

if TYPE_CHECKING:
    from desktop_app.library.rules import Rule, Rules


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=_CHOICES, help="try changes nothing")
    parser.add_argument("name", metavar="NAME", nargs="?", help="what the rule is called")
    parser.add_argument("query", metavar="QUERY", nargs="*", help="what the search bar takes")
    parser.add_argument("--star", action="store_true", help="star what it finds")
    parser.add_argument("--read", action="store_true", help="mark what it finds as read")
    parser.add_argument("--tag", metavar="TAG", action="append", default=[])
    parser.add_argument("--collection", metavar="NAME", action="append", default=[])


def _rule(said: argparse.Namespace) -> int:
    from desktop_app.library.rules import Rules

    if said.what in ("add", "remove") and not said.name:
        raise UserError(message("A rule wants a name."))
    with open_library(said) as library:
        _CHOICES[said.what](Console(), Rules(library), said)
    return 0


def _list(console: Console, rules: Rules, _: argparse.Namespace) -> None:
    for rule in rules.all():
        _line(console, rule)


def _add(console: Console, rules: Rules, said: argparse.Namespace) -> None:
    from desktop_app.library.rules import Acts

    console.understood(said.query)  # points at what makes no sense
    text = " ".join(said.query).replace(MINUS, "-")
    acts = Acts(said.star, said.read, tuple(said.tag), tuple(said.collection))
    rule = rules.checked(said.name, text, acts)
    rules.keep(rule)
    _line(console, rule)


def _remove(console: Console, rules: Rules, said: argparse.Namespace) -> None:
    done = rules.remove(rules.named(said.name))
    if done.step is not None:
        console.line(console.say(message("Done: {step}.", step=done.step.says)))


def _try(console: Console, rules: Rules, said: argparse.Namespace) -> None:
    for rule in (rules.named(said.name),) if said.name else rules.all():
        trial = rules.try_out(rule, console.job())
        found = message(
            "finds {all} in the library, {last} of the last import",
            all=len(trial.all),
            last=len(trial.last),
        )
        console.line(f"{rule.name}: {console.say(found)}")


_CHOICES = {"list": _list, "add": _add, "remove": _remove, "try": _try}


def _line(console: Console, rule: Rule) -> None:
    does = ", ".join(console.say(one) for one in rule.words())
    console.line(f"{rule.name}: {rule.text}  →  {does}")


COMMANDS = (
    Command(
        "rule", "List, make, remove or try rules that act on what an import brings.",
        _arguments, _rule,
    ),
)  # fmt: skip

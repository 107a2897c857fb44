"""The help speaks the language that was asked for, and says everything in it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest

from desktop_app import cli
from desktop_app.cli.console import Console, speak
from desktop_app.cli.help import language_wanted


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    speak("en")


def helps(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield parser.description or ""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from (choice.help or "" for choice in action._choices_actions)
            for command in action.choices.values():
                yield from helps(command)
        else:
            yield action.help or ""


def test_every_word_of_the_help_has_its_korean() -> None:
    speak("ko")
    said = [one for one in helps(cli._parser()) if one]
    assert len(said) > 150
    names_alone = {"list", "day"}  # what is typed is called the same in every language
    english = {one for one in said if one.isascii() and one.split(", ")[0] not in names_alone}
    assert english == set()


@pytest.mark.parametrize(
    ("given", "begins"),
    [
        (["--help"], "usage: dateline [-h]"),
        (["--lang", "ko", "--help"], "사용법: dateline [-h]"),
        (["export", "--lang=ko", "-h"], "사용법: dateline export [-h]"),
    ],
)
def test_the_usage_begins_once_in_the_language_asked_for(given, begins, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    assert cli.run(given) == 0
    out = capsys.readouterr().out
    assert out.startswith(begins)
    assert out.count(begins.split()[0]) == 1


def test_without_a_language_the_terminal_says_it_and_an_unknown_one_is_refused(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert language_wanted(["search", "x"]) == "ko"
    assert language_wanted(["--lang", "en", "search"]) == "en"
    assert cli.run(["--lang", "xx", "stats"]) == 2
    assert Console.spoken.language == "ko"
    assert "xx" in capsys.readouterr().err

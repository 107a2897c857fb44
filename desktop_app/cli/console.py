"""Where a command writes, and how it understands a query."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from typing import ClassVar

from desktop_app.errors import UserError
from desktop_app.jobs import Job, Progress
from desktop_app.messages import ENGLISH, Message, Translator
from desktop_app.paths import resources
from desktop_app.query.grammar import Hint, parse
from desktop_app.query.query import Query

MINUS = "\0-"
"""Stands for the minus of a query's -word while arguments are told from options."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


LANGUAGES = ("en", "ko")


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the terminal asks for, as POSIX has it; English for all others."""
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    asked = next((name for name in named if name), "")
    return next((each for each in LANGUAGES if asked.startswith(each)), "en")


def speak(language: str) -> None:
    """Say everything in ``language`` from now on, as the window would."""
    Console.spoken = Translator(language, resources() / "translations")


class Console:
    """Answers go to the standard output; everything that is only for people beside it."""

    spoken: ClassVar[Translator] = ENGLISH

    def __init__(self, translator: Translator | None = None) -> None:
        self._translator = translator or Console.spoken

    def line(self, text: str = "") -> None:
        """Write one line of the answer; no terminal obeys what stands in it."""
        sys.stdout.write(_printable(text) + "\n")

    def json(self, answer: object, *, indent: int | None = 2) -> None:
        """Write ``answer`` as JSON; on one line where ``indent`` is None."""
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=indent) + "\n")

    def say(self, what: Message | str) -> str:
        """Return ``what`` in the user's language."""
        return self._translator.say(what)

    def complain(self, what: Message | str) -> None:
        """Tell people something that is not part of the answer."""
        sys.stderr.write(_printable(self.say(what)) + "\n")

    def job(self) -> Job:
        """Return a job whose progress is shown while somebody watches."""
        return Job(self._progress) if sys.stderr.isatty() else Job()

    def understood(self, words: list[str]) -> Query:
        """Read a query as typed; `UserError` that points at what makes no sense."""
        text = " ".join(words).replace(MINUS, "-")
        parsed = parse(text)
        for hint in parsed.hints:
            if hint.stops:
                raise UserError(hint.message, _pointing(text, hint))
        for hint in parsed.hints:
            self.complain(hint.message)
        return parsed.query

    def _progress(self, progress: Progress) -> None:
        total = f"/{progress.total}" if progress.total is not None else ""
        sys.stderr.write(f"\r{self.say(progress.what)} {progress.done}{total}\x1b[K")
        if progress.total is not None and progress.done >= progress.total:
            sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _printable(text: str) -> str:
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _pointing(text: str, hint: Hint) -> str:
    start = max(0, hint.start - 40)
    shown = text[start : hint.end + 40].replace("\n", " ")
    width = max(1, min(hint.end - hint.start, 40))
    return f"  {shown}\n  {' ' * (hint.start - start)}{'^' * width}"

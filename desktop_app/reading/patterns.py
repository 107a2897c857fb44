"""The patterns of the grammar (patterns.toml), compiled when first asked for."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from desktop_app.paths import resources
from desktop_app.reading.hints import Hints
from desktop_app.reading.needles import Pattern


@cache
def pattern(name: str) -> Pattern:
    """Return the pattern ``section.name``, with the parts that it names put in."""
    section, _, key = name.partition(".")
    return Pattern(_filled(_table()[section][key]))


@cache
def hints() -> Hints[str]:
    """Return what tells by the words of a sentence which patterns it may fit."""
    sections = ((name, told) for name, told in _table().items() if name != "parts")
    return Hints(
        {f"{name}.{key}": _filled(text) for name, told in sections for key, text in told.items()}
    )


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources() / "grammar" / "patterns.toml").read_text("utf-8"))


def _filled(text: str) -> str:
    parts = _table()["parts"]
    while True:
        filled = re.sub(r"\{([a-z_]+)\}", lambda match: parts[match[1]], text)
        if filled == text:
            return text
        text = filled

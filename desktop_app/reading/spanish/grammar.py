"""The Spanish patterns, as resources/grammar/spanish.toml has them."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from desktop_app.paths import resources
from desktop_app.reading.hints import Hints
from desktop_app.reading.needles import Pattern


@cache
def grammar() -> dict[str, Any]:
    """Return the table as it is written."""
    return tomllib.loads((resources() / "grammar" / "spanish.toml").read_text("utf-8"))


@cache
def hints() -> Hints[str]:
    """Return what tells by the words of a sentence which rosters and acts it may fit."""
    return Hints({key: row for part in ("rosters", "acts") for key, row in grammar()[part].items()})


@cache
def patterns(section: str) -> dict[str, Pattern]:
    """Return the patterns of a section by their names."""
    return {key: Pattern(found) for key, found in grammar()[section].items()}

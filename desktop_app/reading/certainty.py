"""How sure a row is: the share of rows like it that were right where people had labelled them."""

from __future__ import annotations

import tomllib
from functools import cache

from desktop_app.paths import resources
from desktop_app.reading.cast import Row
from desktop_app.reading.lexicon import lexicon


def certainty_of(row: Row) -> float:
    """Return the probability that the name and role of ``row`` are right."""
    table = _table()
    for key in (f"{row.rule}/{manner_of(row)}", row.rule, manner_of(row)):
        if key in table:
            return table[key]
    return table["any"]


def manner_of(row: Row) -> str:
    """Return how a row's person is named: the features that tell sure rows from doubtful."""
    first = row.name.casefold().split()[0]
    name = "korean" if first in lexicon().family_names and " " in row.name else "foreign"
    return f"{name}, {'titled' if row.title else 'bare'}"


@cache
def _table() -> dict[str, float]:
    text = (resources() / "grammar" / "certainty.toml").read_text("utf-8")
    return {str(key): float(value) for key, value in tomllib.loads(text)["certainty"].items()}

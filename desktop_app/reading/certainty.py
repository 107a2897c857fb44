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
    manner = manner_of(row.name, row.title)
    for key in (f"{row.rule}/{manner}", row.rule, manner):
        if key in table:
            return table[key]
    return table["any"]


def manner_of(name: str, title: str) -> str:
    """Return how a row's person is named: the features that tell sure rows from doubtful."""
    korean = name.casefold().split()[0] in lexicon().family_names and " " in name
    return f"{'korean' if korean else 'foreign'}, {'titled' if title else 'bare'}"


@cache
def _table() -> dict[str, float]:
    text = (resources() / "grammar" / "certainty.toml").read_text("utf-8")
    return {str(key): float(value) for key, value in tomllib.loads(text)["certainty"].items()}

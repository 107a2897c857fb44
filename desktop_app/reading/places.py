"""Where an event took place: a name of the gazetteer in its sentence, or the dateline's."""

from __future__ import annotations

import csv
import re
from functools import cache

from desktop_app.paths import resources

_HERE = re.compile(r"\bhere\b")


@cache
def _names() -> re.Pattern[str]:
    path = resources() / "gazetteer" / "places.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        names = {row["name"] for row in csv.DictReader(lines)}
    listed = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(
        rf"\b(?:in|at|to|near|visited|toured|inspected)\s+(?:the\s+)?(?P<place>{listed})\b(?!\s+[A-Z])"
    )


def place_in(text: str, start: int, end: int, dateline: str) -> str | None:
    """Return the place of the event told in ``text[start:end]``, None where none is told."""
    match = _names().search(text, start, end)
    if match is not None:
        return match["place"]
    if dateline and _HERE.search(text, start, end):
        return dateline
    return None

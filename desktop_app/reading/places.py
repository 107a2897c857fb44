"""Where an event took place: what its sentence names, or the town of the dateline."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache

from desktop_app.paths import resources

_HERE = re.compile(r"\bhere\b|\bat (?:the|his|her|its) embassy\b")
_CAPITALISED = re.compile(r"[A-Z]\w*")
_HOME = "Pyongyang"  # where the agency writes what it has not seen elsewhere


@cache
def _names() -> re.Pattern[str]:
    listed = _listed(row["name"] for row in _rows("places.csv"))
    return re.compile(
        r"\b(?:in|at|to|near|city\sof|visited|toured|inspected)\s+(?:the\s+)?"
        rf"(?:[A-Z]\w+(?:\s(?:of\s)?[A-Z]\w+){{0,4}},\s+)??(?=[A-Z])(?P<place>{listed})\b"
        r"(?!\s+(?!City\b|County\b|Municipality\b)[A-Z])"
    )


@cache
def _towns() -> re.Pattern[str]:
    return re.compile(rf"(?:{_listed(row['name'] for row in _rows('places.csv'))})\b")


@cache
def _works() -> re.Pattern[str]:
    """What stands in the town after which it is called: the Sariwon Textile Mill."""
    listed = _listed(row["name"] for row in _rows("places.csv"))
    return re.compile(
        rf"\b(?:visited|inspected|toured|round|to|at|in|of)\s+the\s+(?P<place>{listed})\s+"
        r"(?:[A-Z][\w'-]+\s+(?:and\s+)?){0,5}?(?:Factory|Complex|Farm|Plant|Mill|Mine|Station|Hospital"
        r"|Combine|Works|University|College|School|Museum|Site|Camp|Airport|Port|Stadium|Theatre)\b"
    )


@cache
def _venues() -> tuple[re.Pattern[str], dict[str, str]]:
    towns = {row["name"]: row["place"] for row in _rows("venues.csv")}
    return re.compile(rf"\b(?=[A-Z])(?:{_listed(towns)})\b"), towns


@cache
def _first_words() -> frozenset[str]:
    """Return with what the names begin: most sentences hold none of these words."""
    names = [row["name"] for file in ("places.csv", "venues.csv") for row in _rows(file)]
    return frozenset(word[0] for name in names if (word := _CAPITALISED.match(name)))


def _rows(file: str) -> list[dict[str, str]]:
    path = resources() / "gazetteer" / file
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _listed(names: Iterable[str]) -> str:
    """Return the names to choose from, longest first, by their letters so that few are tried."""
    rests: dict[str, list[str]] = {}
    for name in sorted(set(names), key=len, reverse=True):
        rests.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())


def place_in(text: str, start: int, end: int, dateline: str) -> str | None:
    """Return the place of the event told in ``text[start:end]``, None where none is told.

    A dateline from elsewhere than the capital is that of somebody who was there.
    """
    if not _first_words().isdisjoint(_CAPITALISED.findall(text, start, end)):
        match = _names().search(text, start, end)
        if match is not None:
            return match["place"]
        venues, towns = _venues()
        venue = venues.search(text, start, end)
        if venue is not None:
            return towns[venue[0]]
        works = _works().search(text, start, end)
        if works is not None:
            return works["place"]
    if dateline and (dateline != _HOME or _HERE.search(text, start, end)):
        town = _towns().match(dateline)
        return town[0] if town else dateline
    return None

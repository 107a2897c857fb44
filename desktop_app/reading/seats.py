"""What a title says that two bearers of one name may not share: nation, post, walk of life.

Only what is certain is said: a title without a known post says nothing, so that it can
neither part nor join anybody.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop_app import paths
from desktop_app.model.names import folded_name

OFFICE = "office"
HOME = "DPRK"


@dataclass(frozen=True, slots=True)
class Seat:
    """What one title says; "" for what it does not say.

    ``post`` is held by one person at a time (a ministry, the premiership, a province),
    ``walk`` is a walk of life, ``nation`` a country.
    """

    nation: str = ""
    post: str = ""
    walk: str = ""

    def __bool__(self) -> bool:
        return bool(self.nation or self.post or self.walk)


@dataclass(frozen=True, slots=True)
class _Patterns:
    ministries: tuple[tuple[str, re.Pattern[str]], ...]
    posts: tuple[tuple[str, re.Pattern[str]], ...]
    provinces: tuple[tuple[str, re.Pattern[str]], ...]
    walks: tuple[tuple[str, re.Pattern[str]], ...]
    nations: dict[str, str]


# "Korean President" may be of either; "South Hamgyong Province" is no country.
_SAY_NOTHING = ("", "korean", "north", "south")
_PAST = re.compile(r"\b(former|ex|then|late|outgoing|ultimo)\b")
_MINISTER = re.compile(r"(?<!prime )\b(vice ?)?(minister|ministro|ministra)\b|상$|부상\b|상 ")
_CHIEF = re.compile(r"chief secretary|secretario responsable|(?<!vice )chairman|책임비서|위원장")
_REGION = re.compile(r"provinc|city|municipal|ciudad|도|시")


@lru_cache(maxsize=65536)
def seat_of(title: str) -> Seat:
    """Return what ``title`` says of who bears it; a title of the past says nothing."""
    folded = folded_name(title)
    if not folded or _PAST.search(folded):
        return Seat()
    patterns = _patterns()
    posts = _held(folded, patterns)
    walks = [name for name, pattern in patterns.walks if pattern.search(folded)]
    return Seat(
        _nation(folded, patterns.nations),
        # Two posts in one title are two people read as one, or one who holds both: no witness.
        posts.pop() if len(posts) == 1 else "",
        walks[0] if walks else "",
    )


def _held(folded: str, patterns: _Patterns) -> set[str]:
    posts = {name for name, pattern in patterns.posts if pattern.search(folded)}
    if _MINISTER.search(folded):
        posts |= {name for name, pattern in patterns.ministries if pattern.search(folded)}
    if _CHIEF.search(folded) and _REGION.search(folded):
        posts |= {name for name, pattern in patterns.provinces if pattern.search(folded)}
    return posts


def _nation(folded: str, nations: dict[str, str]) -> str:
    words = folded.split()
    for count in (3, 2, 1):
        nation = nations.get(" ".join(words[:count]))
        if nation is not None:
            return nation
    return ""


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    root = paths.resources()
    told = tomllib.loads((root / "titles" / "seats.toml").read_text("utf-8"))
    compiled = {
        part: tuple((name, re.compile(pattern)) for name, pattern in told[part].items())
        for part in ("ministries", "posts", "provinces", "walks")
    }
    return _Patterns(**compiled, nations=_nations(root / "gazetteer" / "countries.csv"))


def _nations(file: Path) -> dict[str, str]:
    """Return the adjectives that a title may begin with, each with its country."""
    nations: dict[str, str] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for adjective in row["adjectives"].split("|"):
                nations.setdefault(folded_name(adjective), row["country"])
    for ambiguous in _SAY_NOTHING:
        nations.pop(ambiguous, None)
    return nations

"""Where an event took place, by the Korean names of the gazetteer."""

from __future__ import annotations

import csv
import re
from functools import cache

from desktop_app.paths import resources

_HOME = "Pyongyang"  # where the agency writes what it has not seen elsewhere
_ACTS = "|".join(("방문", "떠", "출발", "현지지도", "찾", "돌아", "시찰", "참관"))
_KINDS = "(?:시|군|구역|도|읍|리|동|로동자구)?"
_AT = re.compile(
    rf"{_KINDS}(?:에서|에 도착|에 있는|안의|[을를] (?:{_ACTS})"
    r"| \S{2,20}[을를] (?:현지지도|시찰|돌아|찾))"
)
# What is called after its town stands in it: 순천제약공장을.
_WORKS = re.compile(
    r"[가-힣]{0,16}(?:공장|기업소|제철소|제강소|발전소|탄광|광산|농장|양어장|제련소|병원|대학|건설장"
    r"|공사장|양묘장|사업소|비행장|극장|회관|체육관|경기장)(?:을|를|에서|에 )"
)
_WORD = re.compile(r"(?<![가-힣\d.])(?=[가-힣\d])[가-힣\d.-]{2,}")


@cache
def place_names() -> dict[str, str]:
    """Return the English name of every place that has a Korean one; of a hall, its town's."""
    towns = {row["name"]: row["place"] for row in _rows("venues.csv")}
    found: dict[str, str] = {}
    for listed in ("places.csv", "places_ko.csv"):
        for row in _rows(listed):
            if row["name_ko"]:
                found.setdefault(row["name_ko"], towns.get(row["name"], row["name"]))
    return found


def _rows(listed: str) -> list[dict[str, str]]:
    path = resources() / "gazetteer" / listed
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return how long the names are that begin with two letters, the longest first."""
    found: dict[str, set[int]] = {}
    for name in place_names():
        found.setdefault(name[:2], set()).add(len(name))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}


def place_in(text: str, start: int, end: int) -> str | None:
    """Return the English name of the place that ``text[start:end]`` says; None for none."""
    names, lengths = place_names(), _lengths()
    works = None
    for word in _WORD.finditer(text, start, end):
        said, first = word[0], word.start()
        for length in lengths.get(said[:2], ()):
            place = names.get(said[:length])
            if place is None:
                continue
            if _AT.match(text, first + length, end):
                return place
            if works is None and _WORKS.match(text, first + length, end):
                works = place
    return works


def written_away(town: str | None) -> str | None:
    """Return from where a dispatch comes that was written elsewhere than at home."""
    place = place_names().get(town or "")
    return None if place == _HOME else place

"""Where an event took place, by the Korean names of the gazetteer."""

from __future__ import annotations

import csv
import re
from functools import cache

from desktop_app.paths import resources

_ACTS = ("방문", "떠", "출발", "현지지도", "찾", "돌아", "시찰", "참관")
_KINDS = ("시", "군", "구역", "도", "읍", "리", "동", "로동자구")


@cache
def place_names() -> dict[str, str]:
    """Return the English name of every place that has a Korean one."""
    found: dict[str, str] = {}
    for listed in ("places.csv", "places_ko.csv"):
        path = resources() / "gazetteer" / listed
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["name_ko"]:
                    found.setdefault(row["name_ko"], row["name"])
    return found


@cache
def _said() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(place_names(), key=len, reverse=True)))
    acts = "|".join(rf"[을를] {act}" for act in _ACTS)
    return re.compile(
        rf"(?<![가-힣])(?P<place>{names})(?:{'|'.join(_KINDS)})?"
        rf"(?:에서|에 도착|에 있는|안의|{acts}| \S{{2,20}}[을를] (?:현지지도|시찰|돌아|찾))"
    )


def place_in(text: str, start: int, end: int) -> str | None:
    """Return the English name of the place that ``text[start:end]`` says; None for none."""
    found = _said().search(text, start, end)
    return place_names()[found["place"]] if found else None

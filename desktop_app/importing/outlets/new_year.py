"""New Year addresses as a South Korean collection keeps them: an editor's note, then the text."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.importing.outlets.drafts import Draft
from desktop_app.importing.outlets.names import known_outlet
from desktop_app.model.days import DayFrom
from desktop_app.reading.juche import find_day

_NOTE = re.compile(r"^해\s*제$")
_TEXT = re.compile(r"^원\s*문$")
_SOURCE = re.compile(r"^(?P<from>.{0,80}?)\s*-\s*(?P<day>\d{4}년\s*\d{1,2}월\s*\d{1,2}일)")
_PAPER = re.compile(r"[<《(]?(로동신문|조선인민군)[>》)]?")


def is_page(lines: list[str]) -> bool:
    head = lines[:60]
    return any(_NOTE.match(line) for line in head[:12]) and any(_TEXT.match(line) for line in lines)


def draft(lines: list[str], whole: Draft) -> Draft:
    """Keep title and text; the note is not the outlet's."""
    start = next(i for i, line in enumerate(lines) if _TEXT.match(line))
    note = next(i for i, line in enumerate(lines) if _NOTE.match(line))
    titles = []
    for line in lines[:note]:
        source = _SOURCE.match(line)
        day = find_day(source["day"]) if source else None
        if source and day:
            whole = replace(whole, given=day.day, given_from=DayFrom.PAGE)
            paper = _PAPER.search(source["from"])
            if paper and not whole.outlet:
                whole = replace(whole, outlet=known_outlet(paper[1]))
        elif line:
            titles.append(line)
    return replace(whole, title=" ".join(titles) or whole.title, text="\n".join(lines[start + 1 :]))

"""Reads a funeral committee: its chairman, and its members in lines of names without titles."""

from __future__ import annotations

import re

from desktop_app.model.participant import Role
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.names import may_be_korean
from desktop_app.reading.korean.roles import Acting

_COMMITTEE = "장의위원회"
_HEAD = re.compile(r"([가-힣]*장의위원회 위원장)은 ([가-힣]{2,4})동지(?:이다|로 한다)")
_LISTED = re.compile(r"(?:위원(?:들)?은 다음과 같다|성원들은 다음과 같다)[.:]?")
_LINE = re.compile(r"[^\n]+")
_NAME = re.compile(r"[가-힣]{2,4}(?: [가-힣])?")
_FEWEST = 3  # names of a line that is nothing else


def committee_rows(text: str) -> list[Acting]:
    """Return those of whom a funeral committee is formed."""
    if _COMMITTEE not in text:
        return []
    rows = [_row(found.span(2), found[2], found[1]) for found in _HEAD.finditer(text)]
    begun = _LISTED.search(text)
    for line in _LINE.finditer(text, begun.end()) if begun else ():
        names = list(_NAME.finditer(text, *line.span()))
        rest = _NAME.sub("", line[0]).replace("동지", "")
        if len(names) >= _FEWEST and not rest.strip(" ,.·，、"):
            rows += [_row(one.span(), one[0]) for one in names if may_be_korean(one[0])]
    return rows


def _row(span: tuple[int, int], name: str, title: str = "") -> Acting:
    one = Mention(name, title, span, None, 0, 0, "", "in a list")
    return Acting(one, Role.OTHER, None, span)

"""Reads the frame of a letter printed in full: to whom it goes, and who signed it."""

from __future__ import annotations

import re

from desktop_app.model.participant import Role
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.names import may_be_korean
from desktop_app.reading.korean.roles import Acting
from desktop_app.reading.korean.words import korean_words

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"\s*(?:동\s?지|각\s?하|선\s?생|전\s?하|귀\s?하)\s*$")
_SPACED = re.compile(r"(?:[가-힣]\s){1,3}[가-힣]")
_LONGEST = 40  # letters of a line of titles


def letter_rows(text: str) -> list[Acting]:
    """Return recipient and sender of a letter whose names stand on lines of their own."""
    lines = [(match.start(), match[0]) for match in _LINE.finditer(text) if match[0].strip()]
    rows: list[Acting] = []
    for number, (start, line) in enumerate(lines):
        found = _name_on(line)
        if found is None:
            continue
        name, marked = found
        title, title_span = _titles(lines, number)
        if not title:
            continue
        begins = start + len(line) - len(line.lstrip())
        end = begins + len(_MARK.sub("", line).strip())
        role = Role.RECIPIENT if marked else Role.SENDER
        one = Mention(name, title, (begins, end), title_span, 0, 0, "", "on a letter")
        rows.append(Acting(one, role, None, (begins, end)))
    return rows


def _name_on(line: str) -> tuple[str, bool] | None:
    """Return the name that a line holds by itself, and whether a mark of respect follows."""
    bare = _MARK.sub("", line).strip()
    marked = bare != line.strip()
    if _SPACED.fullmatch(bare):
        name = bare.replace(" ", "").replace("\u3000", "")
        return (name, marked) if may_be_korean(name) else None
    words = bare.split()
    foreign = 1 < len(words) <= 4 and all(re.fullmatch(r"[가-힣]+", word) for word in words)
    if marked and foreign and not any(korean_words().office_at_end(word) for word in words):
        return bare, True
    return None


def _titles(lines: list[tuple[int, str]], number: int) -> tuple[str, tuple[int, int] | None]:
    """Return the lines of office right above a name."""
    kept: list[str] = []
    span: tuple[int, int] | None = None
    for start, line in reversed(lines[max(0, number - 3) : number]):
        said = line.strip()
        office = korean_words().office_at_end(said)
        body = bool(kept) and said in korean_words().countries
        if len(said) > _LONGEST or not (office or body):
            break
        if body:
            said = f"{said} {kept.pop(0)}"
        kept.insert(0, said)
        span = (start, span[1] if span else start + len(line.rstrip()))
    return "; ".join(kept), span

"""From the stored text to the form that is read, searched and shown, and back again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PREPARATION = 2
"""The number of this preparation; it rises whenever any text would come out differently."""

_LEADER = r"Kim (?:Il Sung|Jong Il|Jong Un|Jong Suk)"
# "Kim Jong Ung" is another man's name and "Kim Jong Ilia" a flower; all else is glued on.
_LEADER_NAME = re.compile(_LEADER)
_GLUED_AFTER = re.compile(r"(?!g\b|k\b|p\b|ia\b)[a-z]|\d|[A-Z][a-z]")
_SPACE_BEFORE = re.compile(rf"(?:{_LEADER}|Ri Sol Ju) +(?=[,.;:)])")
_QUERIED = re.compile(r"\?(?=[\w ])")
_SPACED_KOREAN = re.compile(r"김 (?:일 성|정 일|정 은|정 숙)")
_ENTITY = re.compile(r"&n(?:b?sp|bs|psb)(?![a-km-z])l?;?|&nbsp;?|&(?:quot|amp|apos|#39|lt|gt);")
_HALF_ENTITY = re.compile(r"(?<![\w&])nbsp;")
_SPACES = re.compile(r"(?<=[^\s]) {2,}(?=[^\s])")
# A line that goes on in the next, which begins at the margin.
_FULL_LINE = re.compile(r"(?m)^.{45,}[a-z,](?=\n[A-Za-z])")
_NARROW = 90
_TABS = re.compile(r"\n[ \t]*\t[ \t]*")
_WRAPPED = re.compile(r"\r\n(?=[^\W_]|[\"'(])")
_DATELINE = re.compile(r"[A-Z][\w. ]{2,30},? ?[A-Z][a-z]{2,9} \d{1,2} ?\(")
# Bytes of two-byte Japanese punctuation whose first one was lost: the trailing byte tells which.
_JAPANESE = {"@": " ", "g": '"', "h": '"', "f": "'", "e": "'", "i": "(", "j": ")", "|": "-"}
_LOST_LEAD = re.compile("\ufffd([@gheifj|])")
_ENTITIES = {"&quot;": '"', "&amp;": "&", "&apos;": "'", "&#39;": "'", "&lt;": "<", "&gt;": ">"}
_WIDE = str.maketrans(
    "\u3000\xa0\u2009\u202f" + "".join(map(chr, range(0xFF10, 0xFF1A))), "    0123456789"
)
_WIDE_LETTER = re.compile("[\u3000\xa0\u2009\u202f\uff10-\uff19]")

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text as it is read; positions are code points, intervals [start, end)."""

    text: str
    edits: tuple[Edit, ...] = ()
    _stored_starts: tuple[int, ...] = ()
    _prepared_starts: tuple[int, ...] = ()

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """Return where the prepared interval lies in the stored text."""
        if not self.edits:
            return start, end
        first = self._to_stored(start, at_end=False)
        return first, max(first, self._to_stored(end, at_end=True))

    def prepared(self, start: int, end: int) -> tuple[int, int]:
        """Return where the stored interval lies in the prepared text."""
        if not self.edits:
            return start, end
        first = self._to_prepared(start, at_end=False)
        return first, max(first, self._to_prepared(end, at_end=True))

    def _to_stored(self, position: int, *, at_end: bool) -> int:
        # An end looks at the letter before it, so that an edit right behind it stays outside.
        index = bisect_right(self._prepared_starts, position - at_end) - 1
        if index < 0:
            return position
        begin, end, new = self.edits[index]
        past = position - (self._prepared_starts[index] + len(new))
        if past >= 0:
            return end + past
        return end if at_end else begin

    def _to_prepared(self, position: int, *, at_end: bool) -> int:
        index = bisect_right(self._stored_starts, position - at_end) - 1
        if index < 0:
            return position
        _, end, new = self.edits[index]
        first = self._prepared_starts[index]
        if position >= end:
            return first + len(new) + position - end
        return first + len(new) if at_end else first


def prepare(text: str) -> Prepared:
    """Mend glued names, broken characters and broken lines of ``text``."""
    edits = sorted(edit for mend in _MENDS for edit in mend(text))
    if not edits:
        return Prepared(text)
    kept: list[Edit] = []
    pieces: list[str] = []
    starts: list[int] = []
    at = length = 0
    for start, end, new in edits:
        if start < at or (start == end and kept and kept[-1][1] == start and kept[-1][2] == " "):
            continue
        pieces += (text[at:start], new)
        length += start - at
        starts.append(length)
        length += len(new)
        kept.append((start, end, new))
        at = end
    pieces.append(text[at:])
    stored = tuple(start for start, _, _ in kept)
    return Prepared("".join(pieces), tuple(kept), stored, tuple(starts))


def _names(text: str) -> Iterator[Edit]:
    if "Kim " not in text:
        return
    for match in _LEADER_NAME.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if after and not after.isspace() and _GLUED_AFTER.match(text, end):
            yield end, end, " "
        if before and (before.isalnum() or before in ",.;:)-"):
            yield start, start, " "
        if before == "?":
            yield start - 1, start, " "
        if after == "?" and _QUERIED.match(text, end):
            yield end, end + 1, " "
    for match in _SPACE_BEFORE.finditer(text):
        yield match.start() + len(match[0].rstrip()), match.end(), ""


def _korean_names(text: str) -> Iterator[Edit]:
    if "김 " in text:
        for match in _SPACED_KOREAN.finditer(text):
            for offset in (1, 3):
                yield match.start() + offset, match.start() + offset + 1, ""


def _entities(text: str) -> Iterator[Edit]:
    if "&" in text:
        for match in _ENTITY.finditer(text):
            yield match.start(), match.end(), _ENTITIES.get(match[0], " ")
    if "nbsp;" in text:
        for match in _HALF_ENTITY.finditer(text):
            yield match.start(), match.end(), " "


def _lost_leads(text: str) -> Iterator[Edit]:
    if "\ufffd" in text:
        for match in _LOST_LEAD.finditer(text):
            yield match.start(), match.end(), _JAPANESE[match[1]]


def _wide(text: str) -> Iterator[Edit]:
    if not text.isascii():
        for match in _WIDE_LETTER.finditer(text):
            yield match.start(), match.end(), match[0].translate(_WIDE)


def _lines(text: str) -> Iterator[Edit]:
    if "\t" in text:
        for match in _TABS.finditer(text):
            yield match.start(), match.end(), "\n"
    if "\r" in text:
        first = text.find("\r\n")
        for match in _WRAPPED.finditer(text, first + 2):
            before = text[match.start() - 1]
            follows_on = text[match.end()].islower() or before.islower() or before in ",- "
            if follows_on and not _DATELINE.match(text, match.end()):
                yield match.start(), match.end(), "" if before in " -" else " "
    elif _is_narrow(text):
        for match in _FULL_LINE.finditer(text):
            yield match.end(), match.end() + 1, " "


def _is_narrow(text: str) -> bool:
    """Say whether a text is set in lines of one width, which part its words anywhere."""
    count = text.count("\n")
    if count < 3 or len(text) > _NARROW * count:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    full = sum(_FULL_LINE.match(f"{line}\nA") is not None for line in lines)
    return 2 * full > len(lines) and max(map(len, lines)) < 2 * _NARROW


def _spaces(text: str) -> Iterator[Edit]:
    if "  " in text:
        for match in _SPACES.finditer(text):
            yield match.start(), match.end(), " "


_MENDS: tuple[Callable[[str], Iterator[Edit]], ...] = (
    _names,
    _korean_names,
    _entities,
    _lost_leads,
    _wide,
    _lines,
    _spaces,
)

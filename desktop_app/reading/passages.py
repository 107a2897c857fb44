"""The body of a dispatch, cut into sentences: without title line, dateline and page ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from desktop_app.model.days import Dateline
from desktop_app.reading.dateline import find_dateline
from desktop_app.reading.preparation import Prepared, prepare


class Sentence(NamedTuple):
    """[start, end) in the prepared text; ``paragraph`` counts from 0."""

    start: int
    end: int
    paragraph: int
    quoted: bool


# The longest roster found fills 4,800 letters; what runs on is no sentence of a dispatch.
_LONGEST = 6_000
# What ends an article on a page; the line ends are kept, "0-0" is a score.
_ENDS = (
    "-0-",
    "- 0 -",
    "\nwww.kcna.kp",
    "\nMore From ",
    "\nMore Articles",
    "\nCopyright (C)",
    "\nBACK",
)
_BRACKETED_DAY = re.compile(r"\[?\(?(?:Juche)?\s?\d{1,4}\.\d{1,2}\.\d{1,2}\.?\)?\]?")
# What closes a line that is whole, but for "the WPK C.C."
_CLOSING = frozenset(".!?:”\"'’)]>|")
_CENTRAL = re.compile(r"\bC\.\s?C\.$")
_DAY_LENGTH = 24  # letters of the longest bracketed day
# The mark itself is matched, too: looking for a place behind one is far slower.
_BREAK = re.compile(r"[.!?][\"”'’)]?\s+(?:, )?(?=[\"“(']?[A-Z0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Za-z]|\b(?:Gen|Lieut|Lt|Col|Maj|Capt|Sen|Adm|Vice|Dr|Mr|Mrs|Ms|Prof|Mt|No|St|Jr|Sr"
    r"|Hon|Rev|Secy|Sept|Oct|Nov|Dec|Jan|Feb|Aug|Mar|Apr|Co|Ltd|Sdn|Bhd|Inc|vs"
    r"|e\.p|a\.i|e\. p|a\. i))\.$"
)
# What a body or a speaker says fills the paragraphs after such a line.
_SAYS = re.compile(
    r"(?:\b(?:said|says|reads|read|added|adding|continued|follows?|noted|stressed|stated|went on"
    r"|further said|statement|article|message|letter|commentary|declaration|report|speech)\b"
    r"[^.:]{0,60}|\")\s*:\s*$"
)


def body(text: str) -> tuple[int, int]:
    """Return where the article's own words lie: after its dateline, before the page's end."""
    return body_after(text, find_dateline(text))


def body_after(text: str, dateline: Dateline | None) -> tuple[int, int]:
    """Return where the article's own words lie, when its dateline is known."""
    start = dateline.end if dateline else 0
    ends = [found for mark in _ENDS if (found := text.find(mark, start)) >= 0]
    return start, min(ends, default=len(text))


def sentences(text: str, start: int, end: int, title: str = "") -> list[Sentence]:
    """Cut ``text[start:end]`` into sentences, across lines that were broken in mid-sentence."""
    found: list[Sentence] = []
    quoted = False
    for number, (first, last) in enumerate(_paragraphs(text, start, end, title)):
        at = first
        for stop in _BREAK.finditer(text, first, last):
            if _is_abbreviation(text, at, stop.start() + 1):
                continue
            found.append(Sentence(at, stop.start() + 1, number, quoted))
            at = stop.end()
        if at < last:
            found.append(Sentence(at, last, number, quoted))
        told = max(first, last - 120)
        if text[told:last].rstrip().endswith(":") and _SAYS.search(text, told, last):
            quoted = True
    return [piece for sentence in found for piece in _pieces(sentence)]


def _pieces(sentence: Sentence) -> Iterable[Sentence]:
    start, end, paragraph, quoted = sentence
    if end - start <= _LONGEST:
        return (sentence,)
    return [
        Sentence(at, min(at + _LONGEST, end), paragraph, quoted)
        for at in range(start, end, _LONGEST)
    ]


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    return _ABBREVIATED.search(text[max(start, stop - 8) : stop]) is not None


def _paragraphs(text: str, start: int, end: int, title: str) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    joined = False
    last = start - 1
    for line in text[start:end].split("\n"):
        first, last = last + 1, last + 1 + len(line)
        said = line.strip()
        if not said or said in ("|", title) or _is_title(said, title):
            continue
        if len(said) <= _DAY_LENGTH and _BRACKETED_DAY.fullmatch(said):
            continue
        indent = len(line) - len(line.lstrip())
        first += indent
        if joined and indent > 2 and text[lines[-1][1] - 1] not in ",.":
            joined = False  # a list of items without full stops, then a new paragraph
        if joined:
            lines[-1] = (lines[-1][0], last)
        else:
            lines.append((first, last))
        numbered = said[0].isdigit() and said[1:2] == "."  # "3. Organizational matter" is whole
        joined = not numbered and _is_unfinished(line[-20:].rstrip())
    return lines


def _is_title(said: str, title: str) -> bool:
    """Say whether a line is the title but for the spaces that preparation set between names."""
    return said[:9] == title[:9] and said.replace(" ", "") == title.replace(" ", "")


def _is_unfinished(tail: str) -> bool:
    """Say whether a line that ends so goes on in the next."""
    return tail != "" and (tail[-1] not in _CLOSING or _CENTRAL.search(tail) is not None)


@lru_cache(maxsize=4)  # asked for each row of one dispatch
def _read(text: str) -> tuple[Prepared, list[Sentence]]:
    prepared = prepare(text)
    return prepared, sentences(prepared.text, *body(prepared.text))


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """Return the sentence of the stored ``text`` that holds ``place``."""
    prepared, found = _read(text)
    at, _ = prepared.prepared(place, place + 1)
    for sentence in found:
        if sentence.start <= at < sentence.end:
            return prepared.stored(sentence.start, sentence.end)
    line = text.rfind("\n", 0, place) + 1
    stop = text.find("\n", place)
    return line, stop if stop >= 0 else len(text)
